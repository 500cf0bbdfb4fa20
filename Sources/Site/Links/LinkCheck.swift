import Campaigns
package import Diagnostics
import Markdown
package import Templating
import Vietnamese

/// Every link within the site held against the pages that there are and the ids on them.
package struct LinkCheck {
  let plan: SitePlan
  let templates: [TemplateSource]
  /// Whether a file that is no page of the plan is there; nil where nothing was written.
  let isWritten: ((String) -> Bool)?

  package init(
    plan: SitePlan, templates: [TemplateSource], isWritten: ((String) -> Bool)? = nil
  ) {
    self.plan = plan
    self.templates = templates
    self.isWritten = isWritten
  }

  package func problems(of book: LinkBook) -> DiagnosticBag {
    var bag = book.problems
    var numbers: [String: Int] = [:]
    for (i, page) in plan.pages.enumerated() { numbers[page.path] = i }
    var idsOf: [Int: Set<String>] = [:]
    let broken = book.targets.compactMap { target, pages -> (LinkBook.Target, [Int], [String]?)? in
      guard let number = numbers[target.path] else {
        return isThere(target.path) ? nil : (target, pages, nil)
      }
      if target.fragment.isEmpty || target.fragment == "top" { return nil }
      guard let ids = idsOf[number] ?? book.ids[number].map(Set.init) else { return nil }
      idsOf[number] = ids
      return ids.contains(target.fragment) ? nil : (target, pages, ids.sorted())
    }
    let sorted = broken.sorted {
      ($0.0.path, $0.0.fragment) < ($1.0.path, $1.0.fragment)
    }
    for (target, pages, ids) in sorted {
      tell(target, on: Array(Set(pages).sorted().prefix(LinkBook.pageLimit)), ids, &bag)
    }
    return bag
  }

  /// Nothing but pages is planned before a build has written its files.
  private func isThere(_ path: String) -> Bool {
    if plan.paths.contains(path) { return true }
    guard let isWritten else { return !path.hasSuffix(".html") || path.hasPrefix("bao-cao/") }
    return isWritten(path)
  }

  /// - Parameter ids: those of the page; nil if there is no such page.
  private func tell(
    _ target: LinkBook.Target, on pages: [Int], _ ids: [String]?, _ bag: inout DiagnosticBag
  ) {
    let shown = "/" + Address.pretty(target.path)
    let summary: String
    var help: String?
    if let ids {
      summary = "Trang \(shown) không có chỗ nào mang id “\(target.fragment)”."
      help = LinkAdvice.help(for: target.fragment, among: ids)
    } else {
      summary = "Liên kết tới “\(shown)” không dẫn tới trang hay tệp nào."
      help = LinkAdvice.help(for: shown, among: plan.paths.map { "/" + Address.pretty($0) })
    }
    let code = ids == nil ? "link.missing-page" : "link.missing-anchor"
    var toldByText = false
    for page in pages {
      let places = placesInText(of: plan.pages[page], target)
      toldByText = toldByText || !places.isEmpty
      // A text that names no page is told of where it is read.
      if ids == nil { continue }
      for place in places { bag.error(code, at: place, summary, help: help) }
    }
    if let place = placeInMenu(target) {
      if ids != nil { bag.error(code, at: place, summary, help: help) }
    } else if !toldByText, let page = pages.first {
      let path = plan.pages[page].path
      bag.error(
        code, at: placeInTemplates(target) ?? Location(file: path), summary, help: help,
        notes: [Diagnostic.Note("Liên kết nằm ở trang “\(path)”.")])
    }
  }

  /// Where the texts that a page is made of name the target; looked up only for broken links.
  private func placesInText(of page: PlannedPage, _ target: LinkBook.Target) -> [Location] {
    let scope = PageScope(
      model: plan.model, root: Address.prefix(from: page.path), tree: page.tree)
    let writer = ProseWriter(plan: plan, page: page, scope: scope)
    let wanted = page.tree.local(target.path)
    return plan.texts(of: page).flatMap { prose -> [Location] in
      var ignored = DiagnosticBag()
      let document = plan.model.parser.parse(
        prose.bytes, file: prose.location.file, firstLine: max(1, prose.location.line),
        into: &ignored)
      return document.links.filter { link in
        let parts = link.url.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = parts.first, !Address.isExternal(link.url) else { return false }
        let fragment = parts.count > 1 ? LinkBook.text(Array(parts[1].utf8)[...]) : ""
        guard fragment == target.fragment else { return false }
        if address.isEmpty { return page.localPath == wanted }
        let way = address.prefix { $0 != "?" }
        let found = writer.target(of: way, in: prose.location.file)
        // What leads nowhere is written as it stands.
        return (found ?? Address.resolve(way, against: page.localPath)) == wanted
          || (found == nil && Address.path(ofRooted: way) == wanted)
      }.map(\.location)
    }
  }

  private func placeInMenu(_ target: LinkBook.Target) -> Location? {
    plan.model.settings.navigation.first { entry in
      let parts = entry.url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1] == target.fragment
        && plan.menuTarget(String(parts[0])) == target.path
    }?.location
  }

  /// The line of a template that names the place or the end of the address, if one does so plainly.
  private func placeInTemplates(_ target: LinkBook.Target) -> Location? {
    let words = target.fragment.isEmpty ? target.path : "#\(target.fragment)"
    let needle = Array(words.utf8)
    guard needle.count > 2 else { return nil }
    for source in templates where source.name.hasSuffix(".html") {
      for (i, line) in source.bytes.split(separator: 10, omittingEmptySubsequences: false)
        .enumerated()
      {
        guard let column = LinkAdvice.place(of: needle, in: line) else { continue }
        let before = String(decoding: line[..<column], as: UTF8.self).count
        return Location(file: source.file ?? source.name, line: i + 1, column: before + 1)
      }
    }
    return nil
  }
}
