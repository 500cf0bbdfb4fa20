import Campaigns
import Diagnostics
import Images
import Markdown
import Markup

/// Pictures and documents that texts name.
extension ProseWriter {
  /// The words that stand for the text in place of a picture that tells nothing.
  private static let decorative = "(trang trí)"

  // MARK: Pictures in texts

  /// Ready HTML for each picture of a text; empty for one that cannot be shown, which is told.
  func pictures(
    _ links: [MarkdownDocument.Link], in document: MarkdownDocument, into bag: inout DiagnosticBag
  ) -> [MarkdownDocument.NodeID: [UInt8]] {
    var ready: [MarkdownDocument.NodeID: [UInt8]] = [:]
    for link in links where link.isImage {
      let alt = alternative(link, &bag)
      guard let picture = picture(link.url, at: link.location, into: &bag) else {
        ready[link.node] = []
        continue
      }
      var out = MarkupText()
      let isAlone = document.isAlone(link.node)
      if isForFeed {
        // Readers of feeds know little beyond the oldest tags.
        if isAlone { out.raw("<p>") }
        out.empty("img", [("src", scope.root + picture.share.path), ("alt", alt)])
        if isAlone { out.raw("</p>") }
      } else if isAlone {
        writeFigure(picture, alt: alt, caption: link.title, into: &out)
      } else {
        write(picture, alt: alt, into: &out)
      }
      ready[link.node] = out.bytes
    }
    return ready
  }

  private func alternative(
    _ link: MarkdownDocument.Link, _ bag: inout DiagnosticBag
  ) -> String {
    if link.alt == Self.decorative { return "" }
    let isFileName = MediaKinds.isPicture(link.alt) && !link.alt.contains(" ")
    if link.alt.allSatisfy(\.isWhitespace) || isFileName {
      bag.error(
        "image.without-alt", at: link.location,
        isFileName
          ? "Ảnh “\(link.url)” chỉ có tên tệp thay cho lời tả."
          : "Ảnh “\(link.url)” chưa có lời tả cho người không nhìn thấy ảnh.",
        help:
          "Viết lời tả trong ngoặc vuông: ![Học sinh trồng rau trong vườn trường](…); ảnh chỉ để "
          + "trang trí thì viết ![\(Self.decorative)](…).")
    }
    return link.alt
  }

  private func writeFigure(
    _ picture: Picture, alt: String, caption: String, into out: inout MarkupText
  ) {
    out.raw("<figure class=\"picture\">")
    let isLarger = picture.full.form.width * 4 > picture.width * 5
    if isLarger {
      out.raw("<a class=\"zoom\" href=\"")
      out.text(scope.root + picture.full.path)
      out.raw("\">")
    }
    write(picture, alt: alt, into: &out)
    if isLarger {
      out.raw("<span class=\"sr-only\"> ")
      out.text(scope.say("(xem ảnh lớn)"))
      out.raw("</span></a>")
    }
    if !caption.isEmpty {
      out.raw("<figcaption>")
      out.text(caption)
      out.raw("</figcaption>")
    }
    out.raw("</figure>")
  }

  private func write(_ picture: Picture, alt: String, into out: inout MarkupText) {
    let forms = PictureAddresses(picture, root: scope.root)
    out.raw("<picture><source type=\"image/webp\" srcset=\"")
    out.text(forms.modern)
    out.raw("\" sizes=\"\(PictureAddresses.inText)\"><img src=\"")
    out.text(forms.source)
    out.raw("\" srcset=\"")
    out.text(forms.plain)
    out.raw("\" sizes=\"\(PictureAddresses.inText)\"")
    out.raw(" width=\"\(picture.width)\" height=\"\(picture.height)\" alt=\"")
    out.text(alt)
    out.raw("\" loading=\"lazy\" decoding=\"async\"></picture>")
  }

  // MARK: One picture

  /// The picture that an address means, or nil after having told why there is none.
  func picture(
    _ url: String?, at location: Location, into bag: inout DiagnosticBag
  ) -> Picture? {
    guard let url, !url.isEmpty else { return nil }
    if Address.isExternal(url) {
      bag.warning(
        "image.external", at: location,
        "Ảnh “\(url)” nằm ở trang web khác nên không được hiển thị.",
        help: "Chép ảnh vào thư mục media/ của nội dung.")
      return nil
    }
    switch plan.model.pictures.find(url, in: location) {
    case .picture(let picture): return picture
    case .withheld:
      bag.warning(
        "image.withheld", at: location, "Ảnh “\(url)” không được công bố nên trang bỏ ảnh này.",
        help: "Ảnh của bài chưa đăng hoặc của người chưa đồng ý; bỏ ảnh khỏi bài hoặc đổi ảnh khác."
      )
    case .missing:
      bag.error(
        "link.missing-file", at: location, "Không tìm thấy ảnh “\(url)”.",
        help: Suggestion.question(for: url, among: plan.model.pictures.names)
          ?? "Chép tệp vào thư mục media/ và viết đường dẫn như “/media/ten-anh.jpg”.")
    case .unusable(let why, let help):
      bag.error("image.unusable", at: location, "Ảnh “\(url)” \(why).", help: help)
    }
    return nil
  }

  // MARK: Links to files

  /// The output path of a picture or document that a link offers.
  func media(_ url: String, at location: Location, _ bag: inout DiagnosticBag) -> String? {
    if let path = plan.model.pictures.document(url, in: location) { return path }
    guard MediaKinds.isPicture(url),
      case .picture(let picture) = plan.model.pictures.find(url, in: location)
    else { return nil }
    return picture.full.path
  }

  /// Tells why a file that is there cannot be linked to; false if there is none.
  func isToldOf(_ url: String, at location: Location, _ bag: inout DiagnosticBag) -> Bool {
    let end = url.firstIndex { $0 == "#" || $0 == "?" } ?? url.endIndex
    let book = plan.model.pictures
    guard let path = book.path(of: String(url[..<end]), in: location.file) else { return false }
    if MediaKinds.isPicture(path) {
      _ = picture(String(url[..<end]), at: location, into: &bag)
      return true
    }
    if book.isWithheld(path) {
      bag.error(
        "link.withheld", at: location, "Tệp “\(path)” không được công bố nên không thể dẫn tới.",
        help: "Bỏ liên kết này.")
      return true
    }
    bag.error(
      "link.unsafe-file", at: location,
      "Tệp “\(path)” không phải loại được đưa lên trang web.",
      help: "Trang web nhận tài liệu, âm thanh, phim thông dụng (PDF, DOCX, XLSX, ZIP, MP3, MP4…); "
        + "tệp HTML, JavaScript, SVG có thể chạy mã trong trình duyệt của người đọc.")
    return true
  }
}
