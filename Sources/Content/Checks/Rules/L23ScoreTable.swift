import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let scoreTable = Check(
    "L23", .error, Phrase("Bảng điểm thi đua", en: "Score table"),
    explanation: Phrase(
      "Điểm tối đa của các tiêu chí cộng lại bằng điểm của mục; điểm chấm không âm, không quá mức "
        + "tối đa, có minh chứng khi tiêu chí đòi hỏi, của đúng thành viên và đúng tiêu chí; đơn vị "
        + "còn thiếu điểm thì chưa xếp hạng.",
      en: "The maxima of criteria add up to that of their part; a score is neither negative nor "
        + "above its maximum, has evidence where that is asked for, and names a member and a "
        + "criterion; a unit that lacks a score is not ranked."),
    remedy: Phrase(
      "Sửa dòng trong criteria.csv hoặc scores.csv.",
      en: "Mend the row in criteria.csv or scores.csv."),
    citation:
      "Kế hoạch Phú Yên 2021-2025 (tiêu chí, thang bảng điểm cụ thể của cụm thi đua)"
  ) { context, log in
    let criteria = Dictionary(grouping: context.archive.criteria, by: TableKey.init)
    for (key, rows) in criteria.sorted(by: { $0.key < $1.key }) {
      CriteriaCheck(key, rows).run(into: &log)
    }
    let scores = Dictionary(grouping: context.archive.scores, by: TableKey.init)
    for (key, rows) in scores.sorted(by: { $0.key < $1.key }) {
      ScoreCheck(
        key, criteria[key] ?? [],
        members: Set(context.directory.members(of: key.cluster, in: key.period).map(\.id))
      ).run(rows, into: &log)
    }
    for (_, tables) in ScoreTable.tables(in: context.directory).sorted(by: { $0.key < $1.key }) {
      for table in tables { tellMissing(table, context, into: &log) }
    }
  }

  /// Once anybody has scores, every member without some is named.
  private static func tellMissing(
    _ table: ScoreTable, _ context: CheckContext, into log: inout CheckLog
  ) {
    guard table.sheets.contains(where: \.isOpen) else { return }
    for sheet in table.sheets where !sheet.missing.isEmpty {
      let ids = sheet.missing.map { table.lines[$0].criterion.id }
      let named = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
      log.tell(
        "score.missing", .warning,
        at: context.archive.scores.first {
          $0.unit == sheet.unit && $0.cluster == table.cluster && $0.period == table.period
        }?.location ?? table.lines.first?.criterion.location,
        record: "\(table.cluster)/\(table.period.id)/\(sheet.unit)",
        Phrase(
          "“\(sheet.unit)” chưa có điểm cụm chấm của \(ids.count) tiêu chí (\(named)) nên chưa được "
            + "xếp hạng.",
          en: "“\(sheet.unit)” has not been scored on \(ids.count) criteria (\(named)) and is not "
            + "ranked."),
        help: Phrase(
          "Ghi điểm vào cột “given”; không có điểm cộng, điểm trừ thì ghi 0.",
          en: "Fill in the column “given”; where there is no bonus or penalty write 0."))
    }
  }
}

/// The table that a criterion or a score belongs to.
private struct TableKey: Hashable, Comparable {
  var cluster: String
  var period: Period

  init(_ criterion: Criterion) {
    cluster = criterion.cluster
    period = criterion.period
  }

  init(_ score: Score) {
    cluster = score.cluster
    period = score.period
  }

  func record(_ id: String) -> String { "\(cluster)/\(period.id)/\(id)" }

  static func < (a: TableKey, b: TableKey) -> Bool {
    (a.cluster, a.period) < (b.cluster, b.period)
  }
}

/// The criteria of one table among themselves.
private struct CriteriaCheck {
  private let key: TableKey
  private let rows: [Criterion]
  private let byID: [String: Criterion]
  private let parts: [String: [Criterion]]

  init(_ key: TableKey, _ rows: [Criterion]) {
    self.key = key
    self.rows = rows
    byID = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
    parts = Dictionary(grouping: rows.filter { $0.parent != nil }) { $0.parent ?? "" }
  }

  func run(into log: inout CheckLog) {
    for row in rows {
      parent(of: row, into: &log)
      sum(of: row, into: &log)
      maximum(of: row, into: &log)
    }
  }

  private func parent(of row: Criterion, into log: inout CheckLog) {
    guard let id = row.parent else { return }
    guard let parent = byID[id] else {
      log.tell(
        "criterion.unknown-parent", at: row.location, record: key.record(row.id),
        Phrase(
          "Bảng điểm không có mục nào mã “\(id)”.", en: "The table has no part “\(id)”."),
        help: Phrase(
          "Sửa cột “parent” của “\(row.id)”. "
            + (Suggestion.question(for: id, among: byID.keys.sorted()) ?? ""),
          en: "Mend the column “parent” of “\(row.id)”."))
      return
    }
    if hangsOnItself(row) {
      log.tell(
        "criterion.loop", at: row.location, record: key.record(row.id),
        Phrase(
          "Tiêu chí “\(row.id)” nằm trong chính nó nên không được tính.",
          en: "Criterion “\(row.id)” is a part of itself and does not count."),
        help: Phrase("Sửa cột “parent”.", en: "Mend the column “parent”."))
    } else if parent.kind == .grade || row.kind == .grade
      || (parent.kind == .penalty && row.kind != .penalty)
    {
      log.tell(
        "criterion.wrong-part", at: row.location, record: key.record(row.id),
        Phrase(
          "“\(row.id)” (\(row.kind.title.lowercased())) không thể thuộc mục “\(id)” "
            + "(\(parent.kind.title.lowercased())).",
          en: "“\(row.id)” (\(row.kind.rawValue)) cannot be a part of “\(id)” "
            + "(\(parent.kind.rawValue))."),
        help: Phrase(
          "Sửa cột “kind” hoặc “parent”.", en: "Mend the column “kind” or “parent”."))
    }
  }

  private func hangsOnItself(_ row: Criterion) -> Bool {
    var seen: Set<String> = [row.id]
    var next = row.parent
    while let id = next, let above = byID[id] {
      if id == row.id { return true }
      if !seen.insert(id).inserted { return false }
      next = above.parent
    }
    return false
  }

  /// A group of bonuses may offer more than it can give; base points must add up.
  private func sum(of row: Criterion, into log: inout CheckLog) {
    guard row.kind == .base, let max = row.max else { return }
    let parts = (parts[row.id] ?? []).filter { $0.kind == .base }
    var sum = VNNumber(0)
    for part in parts {
      guard let points = part.max, let next = sum.adding(points) else { return }
      sum = next
    }
    if parts.isEmpty || sum == max { return }
    log.tell(
      "criterion.sum", at: row.location, record: key.record(row.id),
      Phrase(
        "Mục “\(row.id)” ghi tối đa \(max.text) điểm nhưng các tiêu chí trong mục cộng lại là "
          + "\(sum.text).",
        en: "Part “\(row.id)” gives \(max.text) points at most but its criteria add up to "
          + "\(sum.text)."),
      help: Phrase(
        "Sửa điểm của mục hoặc của tiêu chí: "
          + parts.map { "\($0.id) \($0.max?.text ?? "")" }.joined(separator: ", ") + ".",
        en: "Mend the points of the part or of its criteria."),
      notes: parts.map {
        (
          Phrase(
            "“\($0.id)”: \($0.max?.text ?? "–") điểm.", en: "“\($0.id)”: \($0.max?.text ?? "–")."),
          $0.location
        )
      })
  }

  private func maximum(of row: Criterion, into log: inout CheckLog) {
    let number = row.kind == .grade ? row.least : row.max
    let isGroup = parts[row.id] != nil
    if let number, number < VNNumber(0) {
      log.tell(
        "criterion.negative", at: row.location, record: key.record(row.id),
        Phrase(
          "Điểm của “\(row.id)” là số âm (\(number.text)).",
          en: "The points of “\(row.id)” are negative (\(number.text))."),
        help: Phrase(
          "Điểm trừ cũng ghi số dương, với “kind” là “diem-tru”.",
          en: "Penalties too are positive numbers, their “kind” is “diem-tru”."))
    } else if number == nil, !isGroup {
      log.tell(
        "criterion.without-points", .warning, at: row.location, record: key.record(row.id),
        Phrase(
          "“\(row.id)” không ghi "
            + (row.kind == .grade
              ? "mức điểm để xếp loại." : "điểm tối đa nên không kiểm tra được."),
          en: "“\(row.id)” does not say "
            + (row.kind == .grade ? "from which total." : "its maximum.")),
        help: Phrase(
          "Điền cột “\(row.kind == .grade ? "least" : "max")”.",
          en: "Fill in the column “\(row.kind == .grade ? "least" : "max")”."))
    }
  }
}

/// The scores of one table against its criteria and members.
private struct ScoreCheck {
  private let key: TableKey
  private let criteria: [String: Criterion]
  private let groups: Set<String>
  private let members: Set<String>

  init(_ key: TableKey, _ criteria: [Criterion], members: Set<String>) {
    self.key = key
    self.criteria = Dictionary(criteria.map { ($0.id, $0) }) { first, _ in first }
    groups = Set(criteria.compactMap(\.parent))
    self.members = members
  }

  func run(_ scores: [Score], into log: inout CheckLog) {
    for score in scores {
      guard let criterion = criterion(of: score, into: &log) else { continue }
      membership(of: score, into: &log)
      for (judge, points) in [("tự chấm", score.own), ("cụm chấm", score.given)] {
        if let points { range(of: points, judge, score, criterion, into: &log) }
      }
      evidence(of: score, criterion, into: &log)
    }
  }

  private func record(_ score: Score) -> String { key.record("\(score.criterion)/\(score.unit)") }

  private func criterion(of score: Score, into log: inout CheckLog) -> Criterion? {
    guard let criterion = criteria[score.criterion], criterion.kind != .grade else {
      let question = Suggestion.question(for: score.criterion, among: criteria.keys.sorted())
      log.tell(
        "score.unknown-criterion", at: score.location, record: record(score),
        Phrase(
          "Bảng điểm \(key.period.name) của “\(key.cluster)” không có tiêu chí “\(score.criterion)”.",
          en:
            "The table \(key.period.id) of “\(key.cluster)” has no criterion “\(score.criterion)”."),
        help: Phrase(
          (question.map { $0 + " " } ?? "") + "Tiêu chí lấy ở criteria.csv, cùng cụm và cùng kỳ.",
          en: "Criteria stand in criteria.csv, of the same cluster and period."))
      return nil
    }
    guard groups.contains(score.criterion) else { return criterion }
    log.tell(
      "score.on-group", at: score.location, record: record(score),
      Phrase(
        "“\(score.criterion)” là mục lớn: điểm của mục do các tiêu chí trong mục cộng lại.",
        en: "“\(score.criterion)” is a part: its points are those of its criteria added up."),
      help: Phrase("Ghi điểm cho từng tiêu chí.", en: "Give points to each criterion."))
    return nil
  }

  private func membership(of score: Score, into log: inout CheckLog) {
    if members.contains(score.unit) { return }
    log.tell(
      "score.not-member", at: score.location, record: record(score),
      Phrase(
        "“\(score.unit)” không phải thành viên của “\(key.cluster)” trong \(key.period.name).",
        en: "“\(score.unit)” is no member of “\(key.cluster)” in \(key.period.id)."),
      help: Phrase(
        "Kiểm tra cột “clusters” của units.csv và memberships.csv.",
        en: "Check the column “clusters” of units.csv and memberships.csv."))
  }

  private func range(
    of points: VNNumber, _ judge: String, _ score: Score, _ criterion: Criterion,
    into log: inout CheckLog
  ) {
    let english = judge == "tự chấm" ? "own" : "given"
    if points < VNNumber(0) {
      log.tell(
        "score.negative", at: score.location, record: record(score),
        Phrase(
          "Điểm \(judge) của “\(score.unit)” ở “\(criterion.id)” là số âm (\(points.text)).",
          en: "The \(english) score of “\(score.unit)” on “\(criterion.id)” is negative "
            + "(\(points.text))."),
        help: Phrase(
          "Điểm trừ cũng ghi số dương; tiêu chí đã có “kind” là “diem-tru”.",
          en: "Penalties too are positive numbers; the criterion says that they are taken off."))
    } else if let max = criterion.max, points > max {
      log.tell(
        "score.above-max", at: score.location, record: record(score),
        Phrase(
          "Điểm \(judge) của “\(score.unit)” ở “\(criterion.id)” là \(points.text), quá mức tối đa "
            + "\(max.text).",
          en:
            "The \(english) score of “\(score.unit)” on “\(criterion.id)” is \(points.text), above "
            + "the maximum \(max.text)."),
        help: Phrase(
          "Sửa điểm, hoặc điểm tối đa của tiêu chí.",
          en: "Mend the score or the criterion's maximum."),
        notes: [
          (
            Phrase(
              "Tiêu chí ở \(criterion.location).", en: "The criterion is at \(criterion.location)."),
            criterion.location
          )
        ])
    }
  }

  private func evidence(of score: Score, _ criterion: Criterion, into log: inout CheckLog) {
    let zero = VNNumber(0)
    let hasPoints = [score.own, score.given].contains { $0.map { $0 > zero } ?? false }
    guard criterion.needsEvidence, hasPoints, score.evidence == nil else { return }
    log.tell(
      "score.no-evidence", at: score.location, record: record(score),
      Phrase(
        "“\(score.unit)” có điểm ở “\(criterion.id)” mà không kèm minh chứng.",
        en: "“\(score.unit)” has points on “\(criterion.id)” without evidence."),
      help: Phrase(
        "Ghi minh chứng (số văn bản, nơi lưu) vào cột “evidence”.",
        en: "Write the evidence (number of a paper, where it is kept) into the column “evidence”."))
  }
}
