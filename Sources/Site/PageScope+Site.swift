import Campaigns
import Diagnostics
import Templating
import Vietnamese

extension PageScope {
  static let siteShape = Shape([
    "title": .text("tên trang"),
    "short_name": .text("tên gọn, khi có; cho chỗ hẹp"),
    "logo": .text("địa chỉ của biểu trưng, khi có"),
    "tagline": .text("câu dưới tên trang"),
    "description": .text("lời giới thiệu ngắn"),
    "language": .text("mã ngôn ngữ của trang: `vi`, `en`"),
    "languages": .list("trang đang xem bằng từng ngôn ngữ, khi có nhiều", of: languageShape),
    "locale": .text("ngôn ngữ cho Open Graph, `vi_VN`"),
    "root": .text("đường về gốc của mọi ngôn ngữ, cho các tệp dùng chung"),
    "notice": .text("lời báo hiện ở mọi trang"),
    "publisher": .object("đơn vị chủ trang", linkShape),
    "navigation": .list("các mục của thanh chính", of: menuShape),
    "contact": .object("liên hệ", siteContactShape),
    "home": .text("địa chỉ trang đầu"),
    "styles": .text("địa chỉ tệp CSS"),
    "feed": .text("địa chỉ nguồn tin Atom; trống khi chưa có `baseURL` hay chưa có bài"),
    "policy": .text("chính sách an toàn của trang (Content-Security-Policy)"),
    "referrer": .text("trang web khác biết gì khi người đọc theo liên kết tới đó"),
    "script": .text("địa chỉ tệp JavaScript; trang không cần nó để đọc được"),
    "theme_color": .text("màu của dải đầu trang, khi `site.yaml` khai màu chính"),
    "theme_color_dark": .text("màu của dải đầu trang ở nền tối"),
    "search": .text("địa chỉ trang tìm kiếm"),
    "icons": .object("biểu tượng của trang web", iconShape),
    "base_url": .text("địa chỉ đầy đủ của trang web, khi có `baseURL`"),
    "year": .number("năm tạo trang"),
    "updated": .text("ngày tạo trang, viết đủ"),
  ])

  /// What every page shows of the site: names, navigation, foot.
  func site(plan: SitePlan, page: PlannedPage, _ subject: SiteRenderer.Subject) -> Value {
    let settings = settings
    return .lazy(Self.siteShape) { name in
      switch name {
      case "title": .text(settings.title)
      case "short_name": .text(settings.shortName)
      case "logo": logo
      case "tagline": .text(settings.tagline)
      case "description": .text(settings.description)
      case "language": .text(tree.code)
      case "languages": languages(page, plan)
      case "root": .text(root)
      case "locale": .text(tree.language.locale)
      case "notice": .text(settings.notice)
      case "publisher": unitLink(settings.publisher)
      case "navigation": navigation(plan, page)
      case "contact": contact
      case "home": href(Address.home)
      case "styles": href(Address.styles)
      case "feed": .text(FeedIndex(model).site.map { root + $0.atom })
      case "policy": .text(PageSecurity.policy(style: subject.style))
      case "referrer": .text(PageSecurity.referrer)
      case "script": href(Address.script)
      case "theme_color": .text(ThemeColours(settings).bands?.day)
      case "theme_color_dark": .text(ThemeColours(settings).bands?.night)
      case "search": href(Address.search)
      case "icons": icons
      case "base_url": .text(model.baseURL)
      case "year": .int(model.now.year)
      case "updated": .text(tree.long(model.now))
      default: .null
      }
    }
  }

  /// As large as its place on a fine screen; what is wrong with its file is told once, by the plan.
  private var logo: Value { .text(model.logo.map { root + $0.full.path }) }

  static let siteContactShape = Shape([
    "email": .text("thư điện tử"),
    "phone": .text("điện thoại"),
    "phone_url": .text("địa chỉ `tel:` của điện thoại"),
    "address": .text("địa chỉ bưu điện"),
  ])

  private var contact: Value {
    let settings = settings
    if settings.email == nil, settings.phone == nil, settings.address == nil { return .null }
    return .record(
      Self.siteContactShape,
      [
        .text(settings.email), .text(settings.phone), .text(settings.phone.map(Self.dialled)),
        .text(settings.address),
      ])
  }

  static let menuShape = Shape([
    "title": .text("chữ của mục"),
    "url": .text("địa chỉ"),
    "is_current": .flag("là trang đang xem"),
    "is_inside": .flag("trang đang xem nằm trong mục"),
    "is_outbound": .flag("dẫn tới trang web khác"),
  ])

  /// The menu of `site.yaml`, else the six parts of the site and the owner's own pages.
  private func navigation(_ plan: SitePlan, _ page: PlannedPage) -> Value {
    let here = page.localPath
    func item(_ title: String, _ path: String, _ rest: Substring = "") -> Value {
      let folder = Address.pretty(path)
      let isInside = here != path && !folder.isEmpty && here.hasPrefix(folder)
      return .record(
        Self.menuShape,
        [
          .text(title), href(path + rest), .bool(here == path), .bool(isInside), .bool(false),
        ])
    }
    let settings = model.settings.navigation
    guard settings.isEmpty else {
      return .some(
        settings.compactMap { entry in
          if Address.isExternal(entry.url) {
            return Address.web(entry.url).map {
              .record(
                Self.menuShape,
                [.text(entry.title), .text($0), .bool(false), .bool(false), .bool(true)])
            }
          }
          let rest = entry.url.drop { $0 != "#" && $0 != "?" }
          return plan.menuTarget(entry.url).map { item(entry.title, $0, rest) }
        })
    }
    var items = [
      (say("Phong trào"), Address.campaigns), (say("Đơn vị"), Address.units),
      (say("Gương điển hình"), Address.stories(sheet: 1)), (say("Khen thưởng"), Address.awards),
      (say("Lịch"), Address.calendar), (say("Báo cáo"), Address.reports),
    ].filter { plan.paths.contains($0.1) }.map { item($0, $1) }
    if !model.archive.indicators.isEmpty { items.append(item(say("Chỉ số"), Address.indicators)) }
    for i in model.menuPages {
      let free = model.archive.pages[i]
      items.append(item(free.title, Address.free(free.slug)))
    }
    return .some(items)
  }

  static let pageShape = Shape([
    "title": .text("tên trang đang xem"),
    "crumb": .text("tên ngắn cho cuối đường dẫn"),
    "full_title": .text("tên cho thẻ `title`, có tên của cả trang web"),
    "description": .text("lời mô tả, nhiều nhất 170 chữ"),
    "canonical": .text("địa chỉ đầy đủ, khi có `baseURL`"),
    "kind": .text("tên mẫu không đuôi, như `unit`"),
    "trail": .list("đường dẫn từ trang đầu", of: linkShape),
    "root": .text("đường về gốc các trang cùng ngôn ngữ, như `../../`"),
    "is_article": .flag("là một bài viết"),
    "share": .object("ảnh hiện ra khi chia sẻ liên kết, khi có `baseURL`", shareShape),
    "article": .object("điều mạng xã hội cần biết về bài viết", articleShape),
    "path": .text("tệp của trang, như `don-vi/thcs-a/index.html`"),
    "feeds": .list("nguồn tin của cả trang web và của riêng trang này", of: feedShape),
    "alternates": .list("địa chỉ đầy đủ của trang bằng từng ngôn ngữ", of: languageShape),
    "is_untranslated": .flag("phần chữ chưa dịch sang ngôn ngữ của trang"),
    "text_language": .text("ngôn ngữ của phần chữ, khi khác ngôn ngữ của trang"),
    "structured_data": .safe("dữ liệu có cấu trúc cho máy tìm kiếm (thẻ `script` JSON-LD)"),
  ])

  /// What the head and the trail of a page need.
  func page(_ page: PlannedPage, _ subject: SiteRenderer.Subject, in plan: SitePlan) -> Value {
    let site = settings.title
    return .lazy(Self.pageShape) { name in
      switch name {
      case "title": .text(page.title)
      case "crumb": .text(crumb(page))
      case "full_title": .text(page.localPath == Address.home ? site : "\(page.title) | \(site)")
      case "description": .text((subject.description ?? page.title).shortened(to: 170))
      case "canonical":
        switch page.kind {
        case .missing: .null
        // The new address is the one to remember.
        case .moved(let target): .text(model.absolute(target))
        default: .text(model.absolute(plan.canonical(page)))
        }
      case "kind": .text(String(page.template.dropLast(".html".count)))
      case "trail":
        page.localPath == Address.home
          ? .null : .list([link(say("Trang chủ"), Address.home)] + subject.trail)
      case "root": .text(prefix)
      case "is_article": .bool(subject.isArticle)
      case "share": share(page, subject)
      case "article": article(page)
      case "path": .text(page.path)
      case "feeds": feeds(of: page)
      case "alternates": alternates(page, plan)
      case "is_untranslated": .bool(page.isUntranslated)
      case "text_language": page.isUntranslated ? .text("vi") : .null
      case "structured_data":
        StructuredData(page, subject, self, plan).map { .html($0.element) } ?? .null
      default: .null
      }
    }
  }

  static let feedShape = Shape([
    "title": .text("tên nguồn tin"),
    "type": .text("kiểu tệp, như `application/atom+xml`"),
    "url": .text("địa chỉ"),
  ])

  /// The feeds that the head of a page tells of, each in two formats.
  private func feeds(of page: PlannedPage) -> Value {
    .some(
      FeedIndex(model).channels(on: page).flatMap { channel in
        [
          ("application/atom+xml", channel.atom), ("application/feed+json", channel.json),
        ].map { type, path in
          .record(Self.feedShape, [.text(channel.title), .text(type), href(path)])
        }
      })
  }

  /// The short name of a page for the end of its trail.
  private func crumb(_ page: PlannedPage) -> String {
    switch page.kind {
    case .campaign(let id): directory.campaign(id).map(tree.displayTitle) ?? page.title
    case .unit(let id): directory.unit(id).flatMap(tree.shortName) ?? page.title
    case .indicator(_, let unit?): directory.unit(unit).flatMap(tree.shortName) ?? page.title
    default: page.title
    }
  }
}

extension SitePlan {
  /// The page that an entry of the menu names, as `/don-vi/`, `don-vi` or `don-vi/index.html`.
  func menuTarget(_ url: String) -> String? {
    let path = Address.path(ofRooted: url.prefix { $0 != "#" && $0 != "?" })
    if paths.contains(path) { return path }
    let folder = path + "/index.html"
    return paths.contains(folder) ? folder : nil
  }
}
