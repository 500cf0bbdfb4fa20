import Campaigns
import Content
import Diagnostics
import Site
import Testing

/// The sample content of the repository as a site in memory.
struct PortalSample {
  static let baseURL = "https://thidua.example.vn/"

  let directory: Directory
  let whole: SitePlan
  let parts: ArchiveParts

  /// - Parameter baseURL: nil for a site that does not know where it will be.
  init(baseURL: String? = Self.baseURL) async throws {
    let now = try Fixture.date("31/5/2025")
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    var bag = DiagnosticBag()
    var archive = try #require(
      await ContentReader.editions(.folder("/\(folder)/content"), now: now, jobs: 2, into: &bag)?
        .site)
    #expect(!bag.hasErrors)
    archive.settings.baseURL = baseURL
    directory = Directory(archive)
    whole = SitePlan(
      directory: directory, assessor: Assessor(directory), reports: [], now: now,
      pictures: PictureBook(.folder("/\(folder)/content"), archive: archive))
    parts = ArchiveParts(directory)
  }

  func part(_ unit: String, baseURL: String? = nil) throws -> SitePlan {
    try #require(SitePlan(partOf: whole, unit: unit, parts: parts, baseURL: baseURL))
  }
}

/// All pages and files of a plan, and where their links lead.
struct LinkAudit {
  private(set) var pages: [String: String] = [:]
  private(set) var files: Set<String> = []
  private(set) var problems: [String] = []

  init(_ plan: SitePlan) throws {
    let renderer = SiteRenderer(plan: plan, templates: try Fixture.templates())
    var bag = DiagnosticBag()
    for page in plan.pages {
      var bytes: [UInt8] = []
      renderer.render(page, into: &bytes, diagnostics: &bag)
      pages[page.path] = String(decoding: bytes, as: UTF8.self)
    }
    for (picture, _) in plan.pictures.pictures { files.formUnion(picture.files.map(\.path)) }
    files.formUnion(SiteIcons.paths)
    for file in Fixture.assets(plan).files(into: &bag) { files.insert(file.path) }
    #expect(!bag.hasErrors, "\(bag.sorted.map(\.summary))")
    for (path, html) in pages.sorted(by: { $0.key < $1.key }) where path != "404.html" {
      for attribute in ["href", "src", "poster"] {
        for url in RenderedSite.values(of: attribute, in: html) { check(url, on: path) }
      }
    }
  }

  /// A link of a page leads to a real file by a relative way, or to another site by an absolute one.
  private mutating func check(_ url: String, on path: String) {
    let way = url.prefix { $0 != "#" && $0 != "?" }
    if way.isEmpty || ["https:", "http:", "mailto:", "tel:"].contains(where: url.hasPrefix) {
      return
    }
    if way.hasPrefix("/") { return problems.append("\(path): \(url) bắt đầu từ gốc máy chủ") }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in way.split(separator: "/") {
      if part == ".." {
        if parts.popLast() == nil { problems.append("\(path): \(url) ra ngoài trang web") }
      } else {
        parts.append(String(part))
      }
    }
    let target = parts.joined(separator: "/")
    if pages[target] == nil, !files.contains(target) { problems.append("\(path): \(url)") }
  }

  /// Pages with absolute links to the site at `base`.
  func absolute(to base: String) -> [String] {
    pages.filter { path, html in
      path.hasSuffix(".html")
        && html.split(separator: "<a ").dropFirst().contains {
          $0.prefix { $0 != ">" }.contains("href=\"\(base)")
        }
    }.keys.sorted()
  }

  /// Absolute links of pages to the site at `base`.
  func links(to base: String) -> Set<String> {
    Set(
      pages.values.flatMap { html in
        html.split(separator: "<a ").dropFirst().flatMap {
          RenderedSite.values(of: "href", in: " \($0.prefix { $0 != ">" }) ")
        }
      }.filter { $0.hasPrefix(base) })
  }
}
