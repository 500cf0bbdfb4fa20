import Vietnamese

/// Counts headings as official documents do: I., 1., a) (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6).
struct Numbering {
  private var counts = [0, 0, 0]

  /// The number of the next heading of a level, from 1; empty below the third.
  mutating func next(level: Int) -> String {
    guard (1...3).contains(level) else { return "" }
    counts[level - 1] += 1
    for below in level..<3 { counts[below] = 0 }
    let count = counts[level - 1]
    switch level {
    case 1: return Roman.text(count) + "."
    case 2: return "\(count)."
    default: return ListLetter.text(count - 1) + ")"
    }
  }

  /// A title without the number that its author wrote by hand; the document counts by itself.
  static func title(_ runs: [Run]) -> [Run] {
    guard let first = runs.first else { return runs }
    let text = first.text
    let mark = text.prefix { $0 != " " }
    guard mark.count < text.count, isNumber(mark) else { return runs }
    var rest = runs
    rest[0].text = String(text.dropFirst(mark.count).drop { $0 == " " })
    return rest
  }

  /// `IV.`, `2.`, `1.1.`, `a)`, `đ)`.
  private static func isNumber(_ mark: Substring) -> Bool {
    guard let last = mark.last, last == "." || last == ")" else { return false }
    let body = mark.dropLast()
    if body.isEmpty { return false }
    if body.allSatisfy({ "IVXLC".contains($0) }) { return true }
    if body.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) { return true }
    return last == ")" && body.count == 1 && body.allSatisfy { $0.isLetter && $0.isLowercase }
  }
}
