/// The part of the whole that a target speaks of (phạm vi đo): a level, an age, a subject.
///
/// `age=3-5` are years of age and never the range of a target.
package struct Dimension: Sendable, Hashable {
  package var levels: [Unit.Level] = []
  package var ages: ClosedRange<Int>?
  package var subject: String?

  /// Reads `level=th;thcs`, `age=3-5`, `age=5`, `subject=Toán`, or several of them; nil for
  /// anything else.
  package static func parse(_ text: String) -> Dimension? {
    var dimension = Dimension()
    var key = ""
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2 { key = trimmed(sides[0]) }
      guard let last = sides.last, dimension.take(trimmed(last), as: key) else { return nil }
    }
    return dimension
  }

  private mutating func take(_ value: String, as key: String) -> Bool {
    switch key {
    case "level":
      guard let level = Unit.Level(rawValue: value) else { return false }
      levels.append(level)
    case "age":
      guard ages == nil, let found = Self.ages(value) else { return false }
      ages = found
    case "subject":
      guard subject == nil, !value.isEmpty else { return false }
      subject = value
    default: return false
    }
    return true
  }

  private static func ages(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int(trimmed($0)) }
    guard (1...2).contains(ends.count), let low = ends.first ?? nil, let high = ends.last ?? nil,
      (0...100).contains(low), (low...max(low, 100)).contains(high)
    else { return nil }
    return low...high
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As `parse` reads it: `level=th;thcs;age=3-5`.
  package var text: String {
    var parts = levels.enumerated().map { $0 == 0 ? "level=\($1.rawValue)" : $1.rawValue }
    if let ages {
      parts.append(
        ages.count == 1 ? "age=\(ages.lowerBound)" : "age=\(ages.lowerBound)-\(ages.upperBound)")
    }
    if let subject { parts.append("subject=\(subject)") }
    return parts.joined(separator: ";")
  }

  /// For a table: `cấp tiểu học, trẻ 3–5 tuổi, môn Toán`.
  package var title: String {
    var parts: [String] = levels.map(\.title)
    if let ages {
      parts.append(
        ages.count == 1 ? "\(ages.lowerBound) tuổi" : "\(ages.lowerBound)–\(ages.upperBound) tuổi")
    }
    if let subject { parts.append("môn \(subject)") }
    return parts.joined(separator: ", ")
  }
}
