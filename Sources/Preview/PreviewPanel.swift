package import Diagnostics
import Markup

/// What is wrong with the content, as it stands at the foot of every page.
package struct PreviewPanel: Sendable {
  /// The problems counted: `2 lỗi, 1 cảnh báo`; empty if there are none.
  package let verdict: String
  private let list: [UInt8]
  private let language: Language

  package static let none = PreviewPanel(DiagnosticBag()) { _, _ in nil }
  static let id = "neuguong-xem-truoc"

  /// Nobody mends more at a time, and a page must stay light.
  private static let most = 50
  /// Characters of a line that are shown.
  private static let widest = 160

  /// - Parameter sourceLine: the text of a line of an input file, without its end.
  package init(
    _ problems: DiagnosticBag, language: Language = .vietnamese,
    sourceLine: (String, Int) -> String?
  ) {
    self.language = language
    verdict = TextDiagnosticWriter.summary(problems, in: language)
    // Errors first: they are what keeps the site from being built.
    let shown =
      problems.sorted.filter { $0.severity == .error }
      + problems.sorted.filter { $0.severity == .warning }
    var text = MarkupText()
    for problem in shown.prefix(Self.most) {
      Self.item(problem, language, sourceLine, into: &text)
    }
    let rest = shown.count - Self.most
    if rest > 0 {
      text.element(
        "li",
        Phrase(
          "Còn \(rest) vấn đề nữa; chạy “neuguong check” để xem hết.",
          en: "\(rest) more; run “neuguong check” to see them all."
        ).text(in: language))
    }
    list = text.bytes
  }

  /// The panel as HTML; empty if nothing is wrong.
  ///
  /// - Parameter page: how the page above it is; the panel is open unless that is as it should be.
  func html(of page: PreviewFile.Condition) -> [UInt8] {
    if verdict.isEmpty { return [] }
    var out = MarkupText()
    out.raw("<details id=\"\(Self.id)\"\(page == .fresh ? "" : " open")>")
    out.element("summary", verdict)
    if page == .old {
      out.element(
        "p",
        Phrase(
          "Trang bên trên là bản trước khi có lỗi.",
          en: "The page above is as it was before the errors."
        ).text(in: language))
    }
    out.raw("<ul>\n" + String(decoding: list, as: UTF8.self) + "</ul></details>\n")
    return out.bytes
  }

  private static func item(
    _ problem: Diagnostic, _ language: Language, _ sourceLine: (String, Int) -> String?,
    into out: inout MarkupText
  ) {
    func say(_ vietnamese: String, _ english: String) -> String {
      Phrase(vietnamese, en: english).text(in: language)
    }
    let isError = problem.severity == .error
    out.raw("<li><p><strong class=\"\(isError ? "loi" : "canh-bao")\">")
    out.text(isError ? say("Lỗi", "Error") : say("Cảnh báo", "Warning"))
    out.raw("</strong> ")
    out.text(problem.summary)
    out.raw("</p>\n")
    if let place = problem.location {
      out.element("p", Self.words(place, say("dòng", "line"), say("ô", "cell")))
      Self.excerpt(place, sourceLine, into: &out)
    }
    for note in problem.notes {
      let place = note.location.map { ": " + $0.description } ?? ""
      out.element("p", note.text + place)
    }
    if let help = problem.help { out.element("p", "\(say("Cách sửa", "What to do")): \(help)") }
    out.raw("</li>\n")
  }

  /// `stories/a.md, dòng 4`, or `units.csv, ô D7`.
  private static func words(_ place: Location, _ line: String, _ cell: String) -> String {
    if let found = place.cell { return "\(place.file), \(cell) \(found.name)" }
    return place.line > 0 ? "\(place.file), \(line) \(place.line)" : place.file
  }

  /// The line with the wrong words marked; of a long one, the part around them.
  private static func excerpt(
    _ place: Location, _ sourceLine: (String, Int) -> String?, into out: inout MarkupText
  ) {
    guard place.line > 0, let line = sourceLine(place.file, place.line) else { return }
    let scalars = Array(line.unicodeScalars)
    let column = min(max(place.column, 1) - 1, scalars.count)
    let start = column > widest / 2 ? column - widest / 4 : 0
    let end = min(scalars.count, start + widest)
    let last = min(column + max(0, place.length), end)
    func text(_ range: Range<Int>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars[range])
      return text
    }
    out.raw("<pre>")
    out.text((start > 0 ? "…" : "") + text(start..<column))
    if column < last {
      out.raw("<mark>")
      out.text(text(column..<last))
      out.raw("</mark>")
    }
    out.text(text(last..<end) + (end < scalars.count ? "…" : ""))
    out.raw("</pre>\n")
  }
}
