package import Content
import Diagnostics
import Images
import Markdown
import Synchronization

/// The pictures that narratives show, read from the content folder and nowhere else.
///
/// Each is decoded, set upright, made no larger than paper needs and written anew, so that nothing of
/// the camera's metadata reaches a report; one instance serves all workers and does so once.
package final class ReportImages: Sendable {
  private let source: ContentSource
  private let known = Mutex<[String: Answer]>([:])

  private enum Answer: Sendable {
    case image(DocumentImage)
    case problem(String)
  }

  /// The width of the text is 160 mm; this gives 220 points to the inch.
  private static let largestSide = 1400

  private let withheld: Set<String>

  /// - Parameter withheld: files of the content folder that must not be published.
  package init(_ source: ContentSource, withheld: [String] = []) {
    self.source = source
    self.withheld = Set(withheld)
  }

  /// The pictures of a narrative by their addresses in it; what is wrong with one is told at its
  /// line.
  func images(
    of document: MarkdownDocument, in file: String, into bag: inout DiagnosticBag
  ) -> [String: DocumentImage] {
    var found: [String: DocumentImage] = [:]
    for link in document.links where link.isImage {
      if link.alt.allSatisfy(\.isWhitespace) {
        bag.error(
          "report.image-without-alt", at: link.location,
          "Ảnh “\(link.url)” chưa có lời tả cho người không nhìn thấy ảnh.",
          help: "Viết lời tả trong ngoặc vuông: ![Học sinh trồng rau trong vườn trường](…).")
      }
      if !document.isAlone(link.node) {
        bag.warning(
          "report.image-in-line", at: link.location,
          "Ảnh “\(link.url)” nằm giữa dòng chữ nên báo cáo chỉ in lời tả của ảnh.",
          help: "Đặt ảnh thành một đoạn riêng: thêm một dòng trống phía trên và phía dưới.")
      }
      switch answer(to: link.url, in: file) {
      case .image(let image): found[link.url] = image
      case .problem(let text):
        bag.error(
          "report.image", at: link.location, "Ảnh “\(link.url)” \(text).",
          help: "Chép ảnh JPEG, PNG hoặc WebP vào thư mục media/ và viết “/media/ten-anh.jpg”.")
      }
    }
    return found
  }

  private func answer(to url: String, in file: String) -> Answer {
    // From the root of the folder, or from where the narrative lies.
    guard let path = ContentPath.resolve(url[...], against: url.hasPrefix("/") ? "" : file) else {
      return .problem("nằm ngoài thư mục nội dung")
    }
    if withheld.contains(path) { return .problem("không được công bố") }
    if let answer = known.withLock({ $0[path] }) { return answer }
    let answer = load(path)
    known.withLock { $0[path] = answer }
    return answer
  }

  private func load(_ path: String) -> Answer {
    let bytes: [UInt8]
    do throws(ContentFault) {
      bytes = try source.read(path)
    } catch {
      return .problem(error == .missing ? "không có trong thư mục nội dung" : "không đọc được")
    }
    do throws(ImageError) {
      let head = try ImageFile.head(bytes)
      let side = Self.largestSide
      let bitmap = try ImageFile.read(bytes, reach: side).fitted(width: side, height: side)
      // Photos shrink well as JPEG; drawings and what shows through do not.
      let isPhoto = head.format != .png && !bitmap.hasAlpha
      return .image(
        DocumentImage(
          bytes: isPhoto ? try bitmap.jpeg(quality: 85) : try bitmap.png(),
          format: isPhoto ? .jpeg : .png, width: bitmap.width, height: bitmap.height,
          alternative: ""))
    } catch {
      return .problem(error.message)
    }
  }
}
