import Campaigns
package import Diagnostics
import Vietnamese

/// The files beside the pages: style sheet, feed, site map and the word to robots.
package struct SiteAssets: Sendable {
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  let plan: SitePlan
  let styles: [UInt8]

  /// - Parameter styles: the bytes of `site.css`, from the templates.
  package init(plan: SitePlan, styles: [UInt8]) {
    self.plan = plan
    self.styles = styles
  }

  /// Feed and site map need absolute addresses; without a base address they are left out.
  package func files(into bag: inout DiagnosticBag) -> [File] {
    var files = [File(path: Address.styles, bytes: css(&bag))]
    if let base = plan.model.baseURL {
      files.append(File(path: Address.feed, bytes: Feed(plan: plan, base: base).atom()))
      files.append(File(path: "sitemap.xml", bytes: siteMap(base)))
    } else {
      bag.add(
        Diagnostic(
          "site.no-base-url", .note, at: Location(file: "site.yaml"),
          "Chưa khai baseURL nên không tạo feed.xml và sitemap.xml.",
          help: "Thêm dòng “baseURL: https://…” vào site.yaml."))
    }
    files += calendars()
    files.append(File(path: "robots.txt", bytes: robots()))
    return files
  }

  private func calendars() -> [File] {
    let model = plan.model
    let calendar = model.calendar
    if calendar.items.isEmpty { return [] }
    let whole = CalendarFeed(model: model, name: model.settings.title, items: calendar.items)
    return [File(path: Address.calendarFeed, bytes: whole.bytes())]
      + calendar.itemsOfUnit.keys.sorted().map { unit in
        let feed = CalendarFeed(
          model: model, name: model.directory.name(ofUnit: unit) ?? unit,
          items: (calendar.itemsOfUnit[unit] ?? []).map { calendar.items[$0] }, unit: unit)
        return File(path: Address.calendarFeed(unit), bytes: feed.bytes())
      }
  }

  private func css(_ bag: inout DiagnosticBag) -> [UInt8] {
    let settings = plan.model.settings
    var out = styles
    out += Array(
      ThemeColours(primary: settings.primaryColor, accent: settings.accentColor).css(into: &bag)
        .utf8)
    return out
  }

  private func siteMap(_ base: String) -> [UInt8] {
    var out = XMLText()
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in plan.pages where page.isListed {
      out.raw("<url><loc>")
      out.text(base + Address.pretty(page.path))
      out.raw("</loc>")
      if let day = page.modified { out.raw("<lastmod>\(day.iso)</lastmod>") }
      out.raw("</url>\n")
    }
    out.raw("</urlset>\n")
    return out.bytes
  }

  private func robots() -> [UInt8] {
    var text = "User-agent: *\nDisallow:\n"
    if let base = plan.model.baseURL { text += "Sitemap: \(base)sitemap.xml\n" }
    return Array(text.utf8)
  }
}

/// The newest stories as an Atom feed (RFC 4287).
struct Feed {
  static let entries = 30
  let plan: SitePlan
  let base: String

  func atom() -> [UInt8] {
    let model = plan.model
    let settings = model.settings
    let stories = model.archive.stories.prefix(Self.entries)
    let author = settings.publisher.flatMap { model.directory.unit($0)?.name } ?? settings.title
    var out = XMLText()
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\">\n")
    out.element("title", settings.title)
    if let tagline = settings.tagline { out.element("subtitle", tagline) }
    out.element("id", base)
    out.empty(
      "link", [("rel", "self"), ("type", "application/atom+xml"), ("href", base + Address.feed)])
    out.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", base)])
    out.element("updated", time((stories.map(\.date).max() ?? model.now).iso))
    out.raw("<author>")
    out.element("name", author)
    out.raw("</author>\n")
    for story in stories {
      let address = base + Address.pretty(Address.story(story.slug))
      out.raw("<entry>\n")
      out.element("title", story.title)
      out.element("id", address)
      out.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
      out.element("published", time(story.date.iso))
      out.element("updated", time(story.date.iso))
      out.raw("<author>")
      out.element("name", story.author ?? author)
      out.raw("</author>\n")
      if let summary = story.summary { out.element("summary", summary) }
      for tag in story.tags { out.empty("category", [("term", tag)]) }
      out.raw("</entry>\n")
    }
    out.raw("</feed>\n")
    return out.bytes
  }

  /// Stories are dated by the day; Vietnam keeps one time, seven hours ahead.
  private func time(_ day: String) -> String { "\(day)T00:00:00+07:00" }
}

/// A growing XML text; everything but `raw` is escaped.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += Array(text.utf8) }

  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      // Control characters have no place in XML 1.0, escaped or not.
      case 0..<9, 11, 12, 14..<32: bytes.append(32)
      default: bytes.append(byte)
      }
    }
  }

  mutating func element(_ name: String, _ content: String) {
    raw("<\(name)>")
    text(content)
    raw("</\(name)>\n")
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    raw("<\(name)")
    for (key, value) in attributes {
      raw(" \(key)=\"")
      text(value)
      raw("\"")
    }
    raw("/>\n")
  }
}
