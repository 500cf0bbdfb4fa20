import Campaigns
package import Diagnostics
import Markup
package import Vietnamese

/// `sitemap.xml`: every page and report with the day of its last change and its pictures.
///
/// A large site has several maps, which `sitemap.xml` then lists.
package struct SiteMap {
  /// What search engines accept in one map (sitemaps.org).
  package struct Limits {
    package var addresses = 50_000
    package var bytes = 50 << 20

    package init() {}
  }

  package struct Entry {
    package var path: String
    package var changed: PlainDate?
    /// Paths of pictures that the page shows large.
    package var images: [String] = []
    /// The same page in each language, itself among them; the first is for all other readers.
    package var alternates: [(language: Language, path: String)] = []

    package init(path: String, changed: PlainDate? = nil, images: [String] = []) {
      self.path = path
      self.changed = changed
      self.images = images
    }
  }

  private let base: String
  private let entries: [Entry]
  private let limits: Limits

  init(_ plan: SitePlan, _ base: String, limits: Limits = Limits()) {
    let dates = PageDates(plan.model)
    var entries: [Entry] = []
    for page in plan.pages where page.isListed {
      var entry = Entry(
        path: Address.pretty(page.path), changed: dates.changed(page),
        images: Self.images(of: page, plan))
      entry.alternates = plan.alternates(of: page).map { ($0.language, Address.pretty($0.path)) }
      entries.append(entry)
    }
    for report in plan.model.reports {
      // Word and Excel are for those who work on; a search leads to what can be read.
      let readable = [report.html].compactMap(\.self) + report.files.map(\.path).filter(Self.isPDF)
      entries += readable.map { Entry(path: $0, changed: dates.reports) }
    }
    self.init(entries, base, limits: limits)
  }

  package init(_ entries: [Entry], _ base: String, limits: Limits = Limits()) {
    self.entries = entries
    self.base = base
    self.limits = limits
  }

  private static func isPDF(_ path: String) -> Bool { path.hasSuffix(".pdf") }

  private static func images(of page: PlannedPage, _ plan: SitePlan) -> [String] {
    guard case .story(let place) = page.kind, let image = plan.model.stories[place].image else {
      return []
    }
    return ProseWriter(plan: plan, page: page, root: "")
      .imagePath(image, at: plan.model.stories[place].location).map { [$0] } ?? []
  }

  package func files() -> [SiteAssets.File] {
    let maps = self.maps()
    if maps.count == 1 { return [SiteAssets.File(path: Address.siteMap, bytes: maps[0].bytes)] }
    var index = MarkupText()
    index.raw(Self.head + "<sitemapindex xmlns=\"\(Self.schema)\">\n")
    var files: [SiteAssets.File] = []
    for (i, map) in maps.enumerated() {
      let path = "sitemap-\(i + 1).xml"
      files.append(SiteAssets.File(path: path, bytes: map.bytes))
      index.raw("<sitemap><loc>")
      index.text(WebAddress.encoded(base + path))
      index.raw("</loc>")
      if let day = map.changed { index.raw("<lastmod>\(day.iso)</lastmod>") }
      index.raw("</sitemap>\n")
    }
    index.raw("</sitemapindex>\n")
    return [SiteAssets.File(path: Address.siteMap, bytes: index.bytes)] + files
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private static let schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
  private static let open =
    head + "<urlset xmlns=\"\(schema)\" "
    + "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\" "
    + "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n"
  private static let close = "</urlset>\n"

  /// One map or more, each within the limits.
  private func maps() -> [(bytes: [UInt8], changed: PlainDate?)] {
    var maps: [(bytes: [UInt8], changed: PlainDate?)] = []
    var bytes = Array(Self.open.utf8)
    var count = 0
    var changed: PlainDate?
    func finish() {
      maps.append((bytes + Array(Self.close.utf8), changed))
      bytes = Array(Self.open.utf8)
      count = 0
      changed = nil
    }
    for entry in entries {
      let line = self.line(entry)
      let size = bytes.count + line.count + Self.close.utf8.count
      if count > 0, count == limits.addresses || size > limits.bytes { finish() }
      bytes += line
      count += 1
      changed = [changed, entry.changed].compactMap(\.self).max()
    }
    if count > 0 || maps.isEmpty { finish() }
    return maps
  }

  private func line(_ entry: Entry) -> [UInt8] {
    var out = MarkupText()
    out.raw("<url><loc>")
    out.text(WebAddress.encoded(base + entry.path))
    out.raw("</loc>")
    if let day = entry.changed { out.raw("<lastmod>\(day.iso)</lastmod>") }
    let others = entry.alternates.map { ($0.language.rawValue, $0.path) }
    for (code, path) in others + others.prefix(1).map({ ("x-default", $0.1) }) {
      out.raw("<xhtml:link rel=\"alternate\" hreflang=\"\(code)\" href=\"")
      out.text(WebAddress.encoded(base + path))
      out.raw("\"/>")
    }
    for image in entry.images {
      out.raw("<image:image><image:loc>")
      out.text(WebAddress.encoded(base + image))
      out.raw("</image:loc></image:image>")
    }
    out.raw("</url>\n")
    return out.bytes
  }
}
