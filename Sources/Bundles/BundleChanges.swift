/// What changed from one bundle to a later one of the same unit, campaign and period, in words.
package struct BundleChanges: Sendable, Hashable {
  /// A change each, the weightiest first: reports, figures, stories, then what all are made by.
  package let lines: [String]

  package init(from old: BundleManifest, to new: BundleManifest) {
    lines =
      Self.named(old.reports, new.reports, of: "báo cáo", { $0.name }) { _, _ in false }
      + Self.figures(old, new)
      + Self.named(old.stories, new.stories, of: "bài", { $0.title }) { $0.sha256 != $1.sha256 }
      + Self.files(old, new) + Self.making(old, new)
  }

  private static func named<Item: Identifiable<String>>(
    _ old: [Item], _ new: [Item], of kind: String, _ name: (Item) -> String,
    isChanged: (Item, Item) -> Bool
  ) -> [String] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.map(\.id))
    var lines: [String] = []
    for item in new {
      guard let other = before[item.id] else {
        lines.append("thêm \(kind) “\(name(item))”")
        continue
      }
      if isChanged(other, item) { lines.append("sửa \(kind) “\(name(item))”") }
    }
    return lines + old.filter { !after.contains($0.id) }.map { "bỏ \(kind) “\(name($0))”" }
  }

  // MARK: Figures

  /// A figure by what it means in which report, and which it is of those that mean the same.
  private struct Place: Hashable {
    var report: String
    var meaning: String
    var turn: Int
  }

  private static func places(_ manifest: BundleManifest) -> [(Place, BundleManifest.Figure)] {
    var turns: [Place: Int] = [:]
    return manifest.figures.map { figure in
      var place = Place(report: figure.report, meaning: figure.meaning, turn: 0)
      place.turn = turns[place, default: 0]
      turns[Place(report: figure.report, meaning: figure.meaning, turn: 0)] = place.turn + 1
      return (place, figure)
    }
  }

  /// Those of reports that are new or gone are not told one by one.
  private static func figures(_ old: BundleManifest, _ new: BundleManifest) -> [String] {
    let common = Set(old.reports.map(\.id)).intersection(new.reports.map(\.id))
    let before = places(old).filter { common.contains($0.0.report) }
    let after = places(new).filter { common.contains($0.0.report) }
    let known = Dictionary(before) { first, _ in first }
    let kept = Set(after.map(\.0))
    // A report tells some figures twice, in a sentence and in a table; one line is enough.
    var told: Set<String> = []
    var lines: [String] = []
    for (place, figure) in after {
      guard let other = known[place] else {
        lines.append("thêm số liệu: \(figure.meaning): \(figure.text)")
        continue
      }
      if other.text != figure.text {
        lines.append("\(figure.meaning): \(other.text) → \(figure.text)")
      }
    }
    for (place, figure) in before where !kept.contains(place) {
      lines.append("bỏ số liệu: \(figure.meaning): \(figure.text)")
    }
    return lines.filter { told.insert($0).inserted }
  }

  // MARK: What it is made by

  private static func files(_ old: BundleManifest, _ new: BundleManifest) -> [String] {
    let before = Dictionary(old.inputs.map { ($0.path, $0.sha256) }) { first, _ in first }
    let after = Dictionary(new.inputs.map { ($0.path, $0.sha256) }) { first, _ in first }
    let changed = new.inputs.map(\.path).filter { before[$0] != nil && before[$0] != after[$0] }
    let lists = [
      ("dữ liệu đã sửa", changed),
      ("dữ liệu thêm vào", new.inputs.map(\.path).filter { before[$0] == nil }),
      ("dữ liệu không còn dùng", old.inputs.map(\.path).filter { after[$0] == nil }),
    ]
    return lists.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
  }

  private static func making(_ old: BundleManifest, _ new: BundleManifest) -> [String] {
    var lines: [String] = []
    if old.day != new.day { lines.append("ngày lập: \(old.day) → \(new.day)") }
    if old.program != new.program {
      lines.append("phiên bản chương trình: \(old.program) → \(new.program)")
    }
    return lines
  }
}
