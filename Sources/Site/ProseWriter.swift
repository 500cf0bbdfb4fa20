import Campaigns
import Diagnostics
import Markdown
import Vietnamese

/// Writes the Markdown of one page as HTML, with its links checked and turned towards our pages.
struct ProseWriter: Sendable {
  let plan: SitePlan
  let page: PlannedPage
  let scope: PageScope
  /// Whether the text stands in a feed, where only addresses matter and not our pages' style.
  var isForFeed = false

  init(plan: SitePlan, page: PlannedPage, scope: PageScope) {
    self.plan = plan
    self.page = page
    self.scope = scope
  }

  /// A writer for what lies elsewhere than the page: a feed, the site map.
  init(plan: SitePlan, page: PlannedPage, root: String, isForFeed: Bool = false) {
    self.init(
      plan: plan, page: page,
      scope: PageScope(model: plan.model, root: root, tree: page.tree))
    self.isForFeed = isForFeed
  }

  /// HTML of the text; `offset` pushes its headings below those of the page.
  func html(_ prose: Prose, offset: Int, into bag: inout DiagnosticBag) -> [UInt8] {
    let document = plan.model.parser.parse(
      prose.bytes, file: prose.location.file, firstLine: max(1, prose.location.line), into: &bag)
    var options = HTMLWriter.Options()
    options.allowsRawHTML = plan.model.settings.allowsRawHTML && !isForFeed
    options.filtersTags = true
    options.headingIDs = !isForFeed
    options.marksOutboundLinks = true
    options.slug = { Self.anchor(Fold.slug($0)) }
    options.headingOffset = document.headings.contains { $0.level == 1 } ? offset + 1 : offset
    options.footnotes.backLabel = scope.say("Trở lại nội dung")
    options.footnotes.headingHTML = "<h2 class=\"sr-only\">\(scope.say("Chú thích"))</h2>"
    let links = document.links
    if !links.isEmpty {
      var written: [String: String] = [:]
      for link in links where !link.isImage && written[link.url] == nil {
        written[link.url] = address(link.url, of: link, in: prose.location.file, &bag)
      }
      options.linkRewriter = { [written] url, _ in written[url] }
      options.pictures = pictures(links, in: document, into: &bag)
    }
    var out: [UInt8] = []
    HTMLWriter(options).write(document, into: &out)
    return isForFeed ? out : Self.boxed(out, name: scope.say("Bảng số liệu"))
  }

  /// Ids that the templates use stay theirs: a heading “Nội dung” is not the page's `noi-dung`.
  private static func anchor(_ slug: String) -> String {
    slug == "noi-dung" || slug.hasPrefix("s-") || slug.hasPrefix("pt-") ? "muc-\(slug)" : slug
  }

  /// The output path of a picture that content in `file` names; nil if there is none of ours.
  func imagePath(_ url: String, at location: Location) -> String? {
    guard !url.isEmpty, !Address.isExternal(url),
      case .picture(let picture) = plan.model.pictures.find(url, in: location)
    else { return nil }
    return picture.share.path
  }

  /// The address to write for a link, or nil to keep it as it is.
  private func address(
    _ url: String, of link: MarkdownDocument.Link, in file: String, _ bag: inout DiagnosticBag
  ) -> String? {
    if url.isEmpty || url.hasPrefix("#") || Address.isExternal(url) { return nil }
    let end = url.firstIndex { $0 == "#" || $0 == "?" } ?? url.endIndex
    guard let path = target(of: url[..<end], in: file) else {
      // A file of the content folder; the likes of `#page=2` stay.
      if let path = media(String(url[..<end]), at: link.location, &bag) {
        return scope.root + path + url[end...]
      }
      report(url, at: link.location, &bag)
      return nil
    }
    let way = scope.way(to: path)
    return (isForFeed ? Address.pretty(way) : way) + url[end...]
  }

  /// The output path that an address in `file` means: from the root, from the file, from the page.
  func target(of url: Substring, in file: String) -> String? {
    if url.hasPrefix("/") {
      return known(Address.path(ofRooted: url)) ?? known(Address.path(ofRooted: url + "/"))
    }
    if let source = Address.resolve(url, against: file) {
      if let page = plan.pageOfFile[source] ?? plan.model.part?.pageOfFile[source] { return page }
      if let found = known(source) { return found }
    }
    guard let near = Address.resolve(url, against: page.localPath) else { return nil }
    return known(near) ?? known(near + "/index.html")
  }

  /// The path as its file is named.
  ///
  /// Text compares equal however its marks are written, files of servers do not. What only the whole site has is turned towards it when the page is done.
  private func known(_ path: String) -> String? {
    let spelt = { (paths: Set<String>) in paths.firstIndex(of: path).map { paths[$0] } }
    return spelt(plan.paths) ?? plan.model.part.flatMap { spelt($0.paths) }
  }

  private func report(_ url: String, at location: Location, _ bag: inout DiagnosticBag) {
    if isToldOf(url, at: location, &bag) { return }
    // Pages as one would write them in a link, so that the question can be copied.
    let candidates =
      url.hasSuffix(".md")
      ? plan.pageOfFile.keys.sorted() : plan.paths.sorted().map { "/" + Address.pretty($0) }
    let question = LinkAdvice.help(for: url, among: candidates)
    bag.error(
      "link.missing-page", at: location, "Liên kết “\(url)” không dẫn tới trang nào.",
      help: question ?? "Viết như “/don-vi/ma-don-vi/” hoặc đường dẫn tới tệp .md khác.")
  }

  /// Puts each table into a box that scrolls by itself, so that no page is wider than a phone,
  /// and turns the obsolete attribute for alignment into a class.
  private static func boxed(_ html: [UInt8], name: String) -> [UInt8] {
    guard html.contains(sequence: Array("<table>".utf8)) else { return html }
    let rules: [(from: [UInt8], to: [UInt8])] = [
      (
        "<table>",
        "<div class=\"scroll\" role=\"region\" aria-label=\"\(name)\" tabindex=\"0\"><table>"
      ),
      ("</table>", "</table></div>"),
      ("<td align=\"", "<td class=\"to-"), ("<th align=\"", "<th class=\"to-"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    var out: [UInt8] = []
    out.reserveCapacity(html.count + 512)
    var i = 0
    while let tag = html[i...].firstIndex(of: UInt8(ascii: "<")) {
      out += html[i..<tag]
      let rule = rules.first { html[tag...].starts(with: $0.from) }
      out += rule?.to ?? [UInt8(ascii: "<")]
      i = tag + (rule?.from.count ?? 1)
    }
    out += html[i...]
    return out
  }
}

extension [UInt8] {
  func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first else { return true }
    var i = startIndex
    while let hit = self[i...].firstIndex(of: first) {
      if self[hit...].starts(with: sequence) { return true }
      i = hit + 1
    }
    return false
  }
}
