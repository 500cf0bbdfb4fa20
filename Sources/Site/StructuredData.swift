import Campaigns
import Templating
import Vietnamese

/// What a page tells search engines of its subject: JSON-LD in the words of schema.org.
///
/// Persons are left out, save the writer of a story: a page names who consented, and search engines
/// need no list of them. Addresses are absolute, so there is none of it where the site's own is not
/// known.
struct StructuredData {
  let model: SiteModel
  let base: String
  let page: PlannedPage
  let subject: SiteRenderer.Subject
  let scope: PageScope
  /// Whether the site has a page for searches.
  let hasSearch: Bool

  init?(_ page: PlannedPage, _ subject: SiteRenderer.Subject, _ scope: PageScope, _ plan: SitePlan)
  {
    guard let base = plan.model.baseURL, page.isListed else { return nil }
    model = plan.model
    self.base = base
    self.page = page
    self.subject = subject
    self.scope = scope
    hasSearch = plan.paths.contains(Address.search)
  }

  /// The element for the head of the page; browsers take it for data and run nothing of it.
  var element: [UInt8] {
    let items = main + [breadcrumbs].compactMap(\.self)
    let list = JSONOutput.list(
      items.map { .object([("@context", .text("https://schema.org"))] + $0) })
    return Array("<script type=\"application/ld+json\">".utf8) + list.bytes
      + Array("</script>".utf8)
  }

  /// The members of one object.
  typealias Members = [(String, JSONOutput?)]

  private var main: [Members] {
    switch page.kind {
    case .home: [website, organization]
    case .story(let place): [article(place)]
    case .unit(let id): model.directory.unit(id).map { [members(of: $0)] } ?? []
    case .campaign(let id): model.directory.campaign(id).map { [event($0)] } ?? []
    case .stories(let id, let sheet): [collection + [("mainEntity", list(id, sheet))]]
    case .directory, .storyLists, .exemplarList, .calendar: [collection]
    case .units, .clusters, .campaigns, .exemplars, .awards, .reports, .indicators: [collection]
    default: [webPage("WebPage")]
    }
  }

  // MARK: Addresses

  var address: String { address(of: page.path) }

  func address(of path: String) -> String { WebAddress.encoded(base + Address.pretty(path)) }

  /// The page in the language of this one, where there is one of each language.
  func address(ofOwn path: String) -> String {
    address(of: String(scope.way(to: path).dropFirst(scope.root.count)))
  }

  /// The path of an address in `subject`; they begin with the way up to the root.
  private func path(of url: String) -> String? {
    guard url.hasPrefix(scope.root), url != scope.root else { return nil }
    return String(url.dropFirst(scope.root.count))
  }

  var image: JSONOutput? {
    subject.image.flatMap(path).map { .text(address(of: $0)) }
  }

  // MARK: The page and the site

  private func webPage(_ type: String) -> Members {
    [
      ("@type", .text(type)), ("name", .text(page.title)), ("url", .text(address)),
      ("description", .text(subject.description)), ("inLanguage", language), ("isPartOf", site),
    ]
  }

  private var collection: Members { webPage("CollectionPage") }

  /// The stories on one sheet of a list of theirs.
  private func list(_ id: String, _ sheet: Int) -> JSONOutput? {
    let places = model.storyLists.items(model.storyLists.list(id), sheet: sheet)
    if places.isEmpty { return nil }
    return .object([
      ("@type", .text("ItemList")),
      (
        "itemListElement",
        .list(
          places.enumerated().map { i, place in
            step(i + 1, [("url", .text(address(ofOwn: Address.story(model.stories[place].slug))))])
          })
      ),
    ])
  }

  private func step(_ position: Int, _ members: Members) -> JSONOutput {
    .object([("@type", .text("ListItem")), ("position", .number(position))] + members)
  }

  /// The way from the home page, as the page itself shows it.
  private var breadcrumbs: Members? {
    if page.kind == .home { return nil }
    var steps: [(name: String, address: String?)] = [
      (scope.say("Trang chủ"), address(ofOwn: Address.home))
    ]
    for link in subject.trail {
      guard case .object(let link) = link, let name = link.member("name") else { continue }
      let url = String(decoding: link.member("url")?.textBytes ?? [], as: UTF8.self)
      steps.append(
        (String(decoding: name.textBytes, as: UTF8.self), path(of: url).map { address(of: $0) }))
    }
    steps.append((page.title, address))
    return [
      ("@type", .text("BreadcrumbList")),
      (
        "itemListElement",
        .list(
          steps.enumerated().map { i, item in
            step(i + 1, [("name", .text(item.name)), ("item", .text(item.address))])
          })
      ),
    ]
  }

  var language: JSONOutput { .text(scope.tree.code) }

  private var siteID: JSONOutput { .text(base + "#trang") }

  var site: JSONOutput {
    .object([
      ("@type", .text("WebSite")), ("@id", siteID), ("name", .text(scope.settings.title)),
      ("url", .text(base)),
    ])
  }

  private var website: Members {
    let settings = scope.settings
    let search: JSONOutput = .object([
      ("@type", .text("SearchAction")),
      (
        "target",
        .object([
          ("@type", .text("EntryPoint")),
          ("urlTemplate", .text(address(ofOwn: Address.search) + "?q={search_term_string}")),
        ])
      ),
      ("query-input", .text("required name=search_term_string")),
    ])
    return [
      ("@type", .text("WebSite")), ("@id", siteID), ("name", .text(settings.title)),
      ("alternateName", .text(settings.tagline)), ("url", .text(base)),
      ("description", .text(settings.description)), ("inLanguage", language),
      ("publisher", publisher), ("potentialAction", hasSearch ? search : nil),
    ]
  }
}
