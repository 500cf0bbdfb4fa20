import Diagnostics
import Templating
import Vietnamese

/// Keeps where each figure of a report comes from while its names are filled.
///
/// A figure reaches a template as a link `[98,5%](nguon:12)`, which the composer turns into the
/// source of a run; those that the template did not print are dropped at the end.
final class SourceLedger {
  static let scheme = "nguon:"

  private(set) var sources: [FigureSource] = []

  /// What one figure, or all numbers of one sentence, rest upon.
  struct Origin {
    /// What it is the figure of: `Chỉ tiêu 3, năm học 2023-2024`.
    var meaning: String
    /// How it follows: `tổng của 4 đơn vị`; nil for a figure read as it stands.
    var rule: String?
    var cells: [Location]

    init(_ meaning: String, rule: String? = nil, cells: [Location]) {
      self.meaning = meaning
      self.rule = rule
      self.cells = cells
    }
  }

  /// The figure as a template prints it.
  func traced(_ text: String, _ origin: Origin) -> String {
    sources.append(
      FigureSource(
        text: text, meaning: origin.meaning, rule: origin.rule, cells: origin.cells))
    return "[\(MarkdownText.escaped(text))](\(Self.scheme)\(sources.count - 1))"
  }

  /// How many rows there are.
  func count(_ cells: [Location], of meaning: String) -> Value {
    let number = cells.count
    let rule = number == 0 ? "đếm: không có dòng nào" : "đếm \(VNNumber(number).text) dòng"
    return .figure(
      number, shown: traced(Self.text(number), Origin(meaning, rule: rule, cells: cells)))
  }

  /// A count as clerks write it: `05 chỉ tiêu`.
  static func text(_ count: Int) -> String {
    (1...9).contains(count) ? "0\(count)" : VNNumber(count).text
  }

  /// A sentence in which every number has the same source; its other words are made safe.
  func sentence(_ text: String, _ origin: Origin) -> String {
    var out = ""
    var words = ""
    var rest = text[...]
    while let sign = rest.first {
      guard sign.isASCII, sign.isNumber else {
        words.append(sign)
        rest.removeFirst()
        continue
      }
      let number = Self.number(at: rest)
      out += Self.inside(words) + traced(String(number), origin)
      words = ""
      rest = rest[number.endIndex...]
    }
    return out + Self.inside(words)
  }

  /// Words in the middle of a line: blanks around them stay.
  private static func inside(_ words: String) -> String {
    String(MarkdownText.escaped("x" + words).dropFirst())
  }

  /// `1.284`, `98,56%`, `412/418`: digits with the marks between them and a per cent sign.
  private static func number(at text: Substring) -> Substring {
    var end = text.startIndex
    while end < text.endIndex {
      let sign = text[end]
      if sign.isASCII, sign.isNumber {
        end = text.index(after: end)
        continue
      }
      let next = text.index(after: end)
      let leadsOn = next < text.endIndex && text[next].isASCII && text[next].isNumber
      guard leadsOn, sign == "." || sign == "," || sign == "/" else { break }
      end = next
    }
    if end < text.endIndex, text[end] == "%" { end = text.index(after: end) }
    return text[..<end]
  }
}
