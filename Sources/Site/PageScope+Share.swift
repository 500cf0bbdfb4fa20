import Campaigns
import Drawing
import Templating
import Vietnamese

/// What a page tells networks where links to it are shared (Open Graph), and browsers of its icon.
extension PageScope {
  static let shareShape = Shape([
    "image": .text("địa chỉ đầy đủ của ảnh"),
    "type": .text("kiểu ảnh, như `image/png`; trống khi chưa biết"),
    "width": .number("chiều rộng, điểm ảnh; trống khi chưa biết"),
    "height": .number("chiều cao, điểm ảnh; trống khi chưa biết"),
    "alt": .text("lời tả ảnh"),
  ])

  /// The card of a page, else the picture of its story; null where no full address is known.
  func share(_ page: PlannedPage, _ subject: SiteRenderer.Subject) -> Value {
    guard let base = model.baseURL else { return .null }
    if model.cards.isOn {
      let path = model.cards.path(of: page, in: model.stories)
      let type = path.hasSuffix(".png") ? "image/png" : "image/jpeg"
      return .record(
        Self.shareShape,
        [
          .text(base + path), .text(type), .int(ShareCard.width), .int(ShareCard.height),
          .text(shareWords(page)),
        ])
    }
    guard let image = subject.image, image.hasPrefix(root) else { return .null }
    return .record(
      Self.shareShape,
      [.text(base + image.dropFirst(root.count)), .null, .null, .null, .text(shareWords(page))])
  }

  /// What a card says.
  private func shareWords(_ page: PlannedPage) -> String {
    var words = [page.title]
    if case .story(let index) = page.kind, let unit = model.stories[index].unit {
      words.append(tree.name(ofUnit: unit, in: directory) ?? unit)
    }
    let site = settings.title
    return words.joined(separator: ", ") + (page.title == site ? "" : " (\(site))")
  }

  static let articleShape = Shape([
    "published": .text("ngày đăng cho máy đọc"),
    "author": .text("người viết"),
    "section": .text("phong trào, hoặc “Gương điển hình”"),
    "tags": .texts("các thẻ chủ đề"),
  ])

  /// What networks want to know of an article; null for other pages.
  func article(_ page: PlannedPage) -> Value {
    guard case .story(let index) = page.kind else { return .null }
    let story = model.stories[index]
    let campaign = story.campaign.flatMap { directory.title(ofCampaign: $0) }
    return .record(
      Self.articleShape,
      [
        .text("\(story.date.iso)T00:00:00+07:00"), .text(story.author),
        .text(campaign ?? say("Gương điển hình")), .some(story.tags.map { .text($0) }),
      ])
  }

  static let iconShape = Shape([
    "ico": .text("địa chỉ biểu tượng cho trình duyệt cũ"),
    "picture": .text("địa chỉ biểu tượng lớn, PNG cạnh 192 điểm ảnh"),
    "touch": .text("địa chỉ biểu tượng cho màn hình chính của điện thoại"),
    "manifest": .text("địa chỉ bản khai ứng dụng web"),
    "light": .text("màu quanh trang khi nền sáng"),
    "dark": .text("màu quanh trang khi nền tối"),
  ])

  /// Icons of the site as the head of a page names them.
  var icons: Value {
    .record(
      Self.iconShape,
      [
        href(SiteIcons.ico), href(SiteIcons.picture), href(SiteIcons.touch),
        href(SiteIcons.manifest),
        .text(model.cards.theme.light), .text(model.cards.theme.dark),
      ])
  }
}
