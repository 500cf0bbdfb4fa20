import Campaigns
import Vietnamese

/// The reporting period (kỳ) that a title, a heading or the name of a sheet speaks of.
struct PeriodWords {
  enum Found: Hashable {
    case period(Period)
    /// A term whose school year stands elsewhere.
    case part(SchoolTerm.Part)
  }

  /// All that is named, the most exact first; dates of signing and deadlines are none.
  private(set) var found: [Found] = []
  /// The other words.
  private(set) var rest: [String]

  init(_ text: String) {
    let words = text.words
    rest = []
    var index = 0
    var ranked: [(rank: Int, found: Found)] = []
    while index < words.count {
      if let (rank, item, length) = Self.read(words[index...], before: rest) {
        ranked.append((rank, item))
        index += length
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    found = ranked.enumerated().sorted { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) }.map(\.1.found)
  }

  /// The one period that texts name together, or nil where they name none or contradict each other.
  static func period(of texts: [String]) -> Period? {
    let all = texts.flatMap { PeriodWords($0).found }
    let parts = Set(all.compactMap { if case .part(let part) = $0 { part } else { nil } })
    let periods = all.compactMap { if case .period(let period) = $0 { period } else { nil } }
    let terms = Set(periods.compactMap { if case .term(let term) = $0 { term } else { nil } })
    let halves = terms.filter { $0.part != .whole }
    if halves.count == 1 { return halves.first.map(Period.term) }
    if halves.isEmpty, let year = terms.first, terms.count == 1 {
      guard let part = parts.first else { return .term(year) }
      return parts.count == 1 ? joined(part, .term(year)) : nil
    }
    if !terms.isEmpty { return nil }
    let years = Set(periods.filter { if case .year = $0 { true } else { false } })
    if !years.isEmpty { return years.count == 1 ? years.first : nil }
    let spans = Set(periods)
    return spans.count == 1 ? spans.first : nil
  }

  /// A term of the school year that a period is or ends in; nil if that is not known.
  static func joined(_ part: SchoolTerm.Part, _ period: Period?) -> Period? {
    guard case .term(let term) = period else { return nil }
    return SchoolTerm(startYear: term.startYear, part: part).map(Period.term)
  }

  // MARK: Reading

  private static func read(
    _ words: ArraySlice<String>, before: [String]
  ) -> (rank: Int, Found, length: Int)? {
    if let (part, length) = part(words) {
      let gap = words.dropFirst(length).prefix { ["nam", "hoc", "nh", "cua"].contains($0) }.count
      if let start = schoolYear(words.dropFirst(length + gap)),
        let term = SchoolTerm(startYear: start, part: part)
      {
        return (0, .period(.term(term)), length + gap + 2)
      }
      return (4, .part(part), length)
    }
    let gap = words.prefix { ["nam", "hoc", "nh"].contains($0) }.count
    if gap <= 2, let start = schoolYear(words.dropFirst(gap)),
      let term = SchoolTerm(startYear: start, part: .whole)
    {
      return (1, .period(.term(term)), gap + 2)
    }
    if let span = years(words) { return span }
    guard words.first == "nam", let year = words.dropFirst().first.flatMap(year) else {
      return nil
    }
    // “ngày 15 tháng 01 năm 2024” and “đến hết năm 2025” are dates and deadlines.
    if before.dropLast().last == "thang" { return nil }
    if ["het", "truoc", "dau", "cuoi", "den", "tu"].contains(before.last) { return nil }
    return (2, .period(.year(year)), 2)
  }

  private static func part(_ words: ArraySlice<String>) -> (SchoolTerm.Part, Int)? {
    let all = Array(words.prefix(3))
    guard let first = all.first else { return nil }
    switch first {
    case "hki", "hk1": return (.first, 1)
    case "hkii", "hk2": return (.second, 1)
    default: break
    }
    var length = 0
    if first == "hk" { length = 1 }
    if first == "hoc", all.count > 1, ["ky", "ki"].contains(all[1]) { length = 2 }
    if length > 0, all.count > length {
      if ["i", "1", "mot"].contains(all[length]) { return (.first, length + 1) }
      if ["ii", "2", "hai"].contains(all[length]) { return (.second, length + 1) }
    }
    if first == "ca", all.count > 1, all[1] == "nam" { return (.whole, 2) }
    return nil
  }

  private static func schoolYear(_ words: ArraySlice<String>) -> Int? {
    guard let start = words.first.flatMap(year), let end = words.dropFirst().first.flatMap(year),
      end == start + 1
    else { return nil }
    return start
  }

  private static func years(_ words: ArraySlice<String>) -> (rank: Int, Found, length: Int)? {
    let gap = words.starts(with: ["giai", "doan"]) ? 2 : 0
    let rest = words.dropFirst(gap)
    guard let start = rest.first.flatMap(year), let end = rest.dropFirst().first.flatMap(year),
      end > start + 1
    else { return nil }
    return (3, .period(.years(start, end)), gap + 2)
  }

  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1990...2100).contains(year) else {
      return nil
    }
    return year
  }
}

extension Period {
  /// As the tables of the content folder write it.
  var written: String {
    if case .years(let from, let to) = self { return "\(from)-\(to)" }
    return id
  }
}
