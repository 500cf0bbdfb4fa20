import Diagnostics
import Vietnamese

/// The index of the search: scripts that call one function, so that the page can read them from
/// `file://` too, where it may fetch nothing.
///
/// `goc.js` holds every word and tells in which part its list is; `t….js` are those lists; `d….js`
/// tell what results show; `loc.js` serves the filters. A query reads the root, the parts of its
/// words and the results that it shows.
package struct SearchIndex: Sendable {
  package static let folder = "tim-kiem/chi-muc"
  /// Results told of in one file: few, since results stand far apart.
  static let cardsPerFile = 4
  /// About how many bytes of lists make a file.
  static let partSize = 6000

  let documents: SearchDocuments
  let synonyms: Synonyms

  package init(plan: SitePlan, tree: PageTree, synonyms: Synonyms) {
    documents = SearchDocuments(plan: plan, tree: tree)
    self.synonyms = synonyms
  }

  /// The script of the page, smaller than the templates have it.
  package static func script(_ bytes: [UInt8]) -> SiteAssets.File {
    SiteAssets.File(path: Address.searchScript, bytes: ScriptText.sent(bytes))
  }

  /// All files of the index; they do not depend on the number of jobs.
  package func files(jobs: Int) async -> [SiteAssets.File] {
    let items = documents.items
    let size = max(256, items.count / max(1, jobs * 4) + 1)
    let slices = stride(from: 0, to: items.count, by: size).map {
      $0..<min($0 + size, items.count)
    }
    var made = [Part](repeating: Part(), count: slices.count)
    await withTaskGroup(of: (Int, Part).self) { group in
      for (number, slice) in slices.enumerated() {
        group.addTask { @concurrent in (number, part(slice)) }
      }
      for await (number, part) in group { made[number] = part }
    }
    return files(made)
  }

  /// The same by the caller's thread alone.
  package func files() -> [SiteAssets.File] { files([part(documents.items.indices)]) }

  /// What is gathered from some of the documents.
  private struct Part: Sendable {
    var table = SearchTable()
    var cards: [SiteAssets.File] = []
  }

  private func part(_ slice: Range<Int>) -> Part {
    var table = SearchTable()
    for place in slice {
      table.begin(place)
      documents.gather(documents.items[place], into: &table)
    }
    return Part(table: table, cards: cards(startingIn: slice))
  }

  private func files(_ made: [Part]) -> [SiteAssets.File] {
    let words = SearchWordList(tables: made.map(\.table), documents: documents.items.count)
    let (root, parts) = words.parts(of: Self.partSize)
    var files = made.flatMap(\.cards)
    for (number, part) in parts.enumerated() { files.append(file("t\(number)", part)) }
    files.append(file("goc", self.root(words: root)))
    files.append(file("loc", filters))
    return files
  }

  /// A script that hands its data to the page under its name.
  private func file(_ name: String, _ data: [UInt8]) -> SiteAssets.File {
    SiteAssets.File(
      path: "\(documents.scope.tree.folder)\(Self.folder)/\(name).js",
      bytes: Array("timKiem(\"\(name)\",".utf8) + data + Array(");\n".utf8))
  }

  /// The files of cards whose first is in the slice.
  private func cards(startingIn slice: Range<Int>) -> [SiteAssets.File] {
    let size = Self.cardsPerFile
    let first = (slice.lowerBound + size - 1) / size * size
    return stride(from: first, to: slice.upperBound, by: size).map { start in
      let rows = (start..<min(start + size, documents.items.count)).map { place in
        var parts = documents.card(documents.items[place]).map { $0.map(JSONText.quoted) ?? "0" }
        while parts.count > 2, parts.last == "0" { parts.removeLast() }
        return "[" + parts.joined(separator: ",") + "]"
      }
      return file("d\(start / size)", Array("[\(rows.joined(separator: ",\n"))]".utf8))
    }
  }

  private func root(words: [UInt8]) -> [UInt8] {
    var kinds: [String] = []
    var last: SearchKind?
    for (place, item) in documents.items.enumerated() where item.kind != last {
      kinds.append("[\(JSONText.quoted(item.kind.rawValue)),\(place)]")
      last = item.kind
    }
    let same = synonyms.groups.map { JSONText.quoted($0.joined(separator: "|")) }
    let text =
      "{n:\(documents.items.count),size:\(Self.cardsPerFile),kinds:[\(kinds.joined(separator: ","))],"
      + "same:[\(same.joined(separator: ","))],words:\""
    return Array(text.utf8) + words + Array("\"}".utf8)
  }

  /// Names of units and campaigns, each with the documents that belong to it.
  private var filters: [UInt8] {
    var units: [String: [Int]] = [:]
    var campaigns: [String: [Int]] = [:]
    for (place, item) in documents.items.enumerated() {
      if let unit = documents.unit(of: item) { units[unit, default: []].append(place) }
      if let campaign = documents.campaign(of: item) {
        campaigns[campaign, default: []].append(place)
      }
    }
    func rows(_ lists: [String: [Int]], _ name: (String) -> String?) -> String {
      let named = lists.keys.compactMap { id in name(id).map { (SortKey($0), id, $0) } }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      return named.map { _, id, name in
        var code = SearchCode()
        code.list(lists[id] ?? [])
        return "[\(JSONText.quoted(id)),\(JSONText.quoted(name)),"
          + "\"\(String(decoding: code.bytes, as: UTF8.self))\"]"
      }.joined(separator: ",\n")
    }
    return Array(
      ("{\"don-vi\":[\(rows(units) { documents.name(of: $0) })],\n"
        + "\"phong-trao\":[\(rows(campaigns) { documents.title(of: $0) })]}").utf8)
  }
}
