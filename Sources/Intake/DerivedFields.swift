import Campaigns
import Vietnamese

/// What the other fields of a row already say.
enum DerivedFields {
  static func value(of field: String, in table: String, from row: [String: String]) -> String? {
    switch (table, field) {
    case ("units", "kind"): return row["name"].flatMap(kind)?.rawValue
    case ("units", "level"):
      let levels = row["name"].map(levels) ?? []
      return levels.isEmpty ? nil : levels.map(\.rawValue).joined(separator: ";")
    case ("awards", "class"):
      return row["form"].flatMap(Award.Form.init).map {
        ($0.isTitle ? Award.Class.title : .form).rawValue
      }
    case ("awards", "subject_kind"):
      guard let form = row["form"].flatMap(Award.Form.init) else { return nil }
      let kind = form.holder ?? (row["person"] == nil ? Award.SubjectKind.collective : .individual)
      return kind.rawValue
    case ("people", "role"): return row["position"].flatMap(role)
    default: return nil
    }
  }

  /// “3902/QĐ-UBND ngày 24/7/2024” in one cell; nil for a number alone.
  static func decision(_ text: String) -> (number: String, date: PlainDate)? {
    let words = text.split(separator: " ").map(String.init)
    for start in words.indices.dropFirst() {
      let rest = words[start...].joined(separator: " ")
      guard let date = PlainDate.parse(rest) else { continue }
      var number = words[..<start].joined(separator: " ")
      while let last = number.last, ",; (".contains(last) { number.removeLast() }
      return number.isEmpty ? nil : (number, date)
    }
    return nil
  }

  private static func kind(_ name: String) -> Unit.Kind? {
    let words = NameKeys.unit(name).split(separator: " ").map(String.init)
    if name.words.first == "truong" { return .school }
    switch words.first {
    case "pgd", "phong": return .division
    case "so": return .department
    case "ubnd": return .committee
    case "bo": return .ministry
    case "tt", "gdtx", "gdnn": return .centre
    default: return levels(name).isEmpty ? nil : .school
    }
  }

  private static func levels(_ name: String) -> [Unit.Level] {
    let words = NameKeys.unit(name).split(separator: " ").map(String.init)
    let known: [(String, Unit.Level)] = [
      ("mn", .preschool), ("mg", .preschool), ("th", .primary), ("thcs", .lowerSecondary),
      ("thpt", .upperSecondary), ("gdtx", .continuing), ("gdnn", .continuing),
    ]
    var found: [Unit.Level] = []
    for (word, level) in known where words.prefix(4).contains(word) && !found.contains(level) {
      found.append(level)
    }
    return found
  }

  private static func role(_ position: String) -> String? {
    if let role = OfficeWords.choice(position, of: "role") { return role }
    let words = position.words
    let leads: [([String], String)] = [
      (["pho", "hieu", "truong"], "cbql"), (["hieu", "truong"], "cbql"), (["giao", "vien"], "gv"),
      (["to", "truong"], "gv"), (["nhan", "vien"], "nv"), (["hoc", "sinh"], "hs"),
    ]
    return leads.first { words.starts(with: $0.0) }?.1
  }
}
