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

  /// What a report says of one thing: a figure may stand in it as `27/29`, as `93,10%`, or as both.
  private struct Statement: Hashable {
    var report: String
    var meaning: String
  }

  /// The texts of each statement, each once, and the statements in the order of the reports.
  private static func statements(
    of manifest: BundleManifest
  ) -> (order: [Statement], texts: [Statement: [String]]) {
    var order: [Statement] = []
    var texts: [Statement: [String]] = [:]
    for figure in manifest.figures {
      let statement = Statement(report: figure.report, meaning: figure.meaning)
      let known = texts[statement]
      if known == nil { order.append(statement) }
      if known?.contains(figure.text) != true { texts[statement, default: []].append(figure.text) }
    }
    return (order, texts)
  }

  /// Those of reports that are new or gone are not told one by one.
  private static func figures(_ old: BundleManifest, _ new: BundleManifest) -> [String] {
    let common = Set(old.reports.map(\.id)).intersection(new.reports.map(\.id))
    let (oldOrder, before) = statements(of: old)
    let (newOrder, after) = statements(of: new)
    var lines: [String] = []
    for statement in newOrder where common.contains(statement.report) {
      let (was, now) = (before[statement], after[statement] ?? [])
      if was.map(Set.init) == Set(now) { continue }
      let subject = subject(of: statement, in: new)
      let text = now.joined(separator: ", ")
      lines.append(
        was.map { "\(subject): \($0.joined(separator: ", ")) → \(text)" }
          ?? "thêm số liệu: \(subject): \(text)")
    }
    for statement in oldOrder where common.contains(statement.report) && after[statement] == nil {
      let text = (before[statement] ?? []).joined(separator: ", ")
      lines.append("bỏ số liệu: \(subject(of: statement, in: old)): \(text)")
    }
    // Several reports of a bundle tell the same; one line is enough.
    var told: Set<String> = []
    return lines.filter { told.insert($0).inserted }
  }

  /// Without the unit and the period, which are the bundle's own.
  private static func subject(of statement: Statement, in manifest: BundleManifest) -> String {
    var words = statement.meaning[...]
    for own in [", \(manifest.period.name)", ", \(manifest.unit.name)"] where words.hasSuffix(own) {
      words = words.dropLast(own.count)
    }
    return String(words)
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
