/// Writes diagnostics for a person at a terminal: place, words, excerpt with caret, what to do.
///
/// ```
/// units.csv:7:12: lỗi: Không có đơn vị “thcs-rach-dau” [reference.unknown-unit]
///    7 | th-a,Trường A,thcs-rach-dau
///      |               ^^^^^^^^^^^^^
///      = cách sửa: Có phải ý bạn là “thcs-rach-dua”?
/// ```
package struct TextDiagnosticWriter {
  private let color: Bool
  private let language: Language
  private let sourceLine: (String, Int) -> String?
  private static let widest = 100

  /// - Parameter sourceLine: the text of a line of an input file, without its end.
  package init(
    color: Bool, language: Language = .vietnamese, sourceLine: @escaping (String, Int) -> String?
  ) {
    self.color = color
    self.language = language
    self.sourceLine = sourceLine
  }

  /// Problems of one kind in one file that are shown in full; who has more starts with these.
  package static let mostOfAKind = 100

  private struct Kind: Hashable {
    var id: String
    var file: String
  }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    var counts: [Kind: Int] = [:]
    for diagnostic in diagnostics {
      let kind = Kind(id: diagnostic.id, file: diagnostic.location?.file ?? "")
      counts[kind, default: 0] += 1
      if counts[kind, default: 0] > Self.mostOfAKind { continue }
      out += Array(text(diagnostic).utf8)
      out.append(0x0A)
    }
    for (kind, count) in counts.sorted(by: { ($0.key.file, $0.key.id) < ($1.key.file, $1.key.id) })
    where count > Self.mostOfAKind {
      let more = "\(count - Self.mostOfAKind)"
      let place = visible(kind.file)
      let words = Phrase(
        "\(place): còn \(more) chỗ như vậy nữa [\(kind.id)]; sửa những chỗ trên rồi chạy lại.",
        en: "\(place): \(more) more of this kind [\(kind.id)]; mend those above and run again.")
      out += Array((words.text(in: language) + "\n\n").utf8)
    }
  }

  /// `3 lỗi, 1 cảnh báo`; empty if there is nothing to count.
  package static func summary(
    _ bag: DiagnosticBag, in language: Language = .vietnamese
  ) -> String {
    let words = [Phrase("lỗi", en: "errors"), Phrase("cảnh báo", en: "warnings")]
    let counts = zip([bag.count(.error), bag.count(.warning)], words.map { $0.text(in: language) })
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    var out = ""
    if let location = diagnostic.location {
      out += styled("1", visible(location.description)) + ": "
    }
    out += word(diagnostic.severity) + ": "
    out += styled("1", visible(diagnostic.summary)) + " [\(marks(diagnostic))]\n"
    if let location = diagnostic.location {
      out += excerpt(location)
      if let cell = location.cell {
        let cellWord = Phrase("ô", en: "cell").text(in: language)
        let columnWord = Phrase("cột", en: "column").text(in: language)
        out += "     = "
        if let sheet = cell.sheet {
          let sheetWord = Phrase("trang tính", en: "sheet").text(in: language)
          out += "\(sheetWord) “\(visible(sheet.name))”, "
        }
        out += "\(cellWord) \(cell.name)"
        if !cell.heading.isEmpty { out += ", \(columnWord) “\(visible(cell.heading))”" }
        out += "\n"
      }
    }
    for note in diagnostic.notes {
      let place = note.location.map { "\(visible($0.description)): " } ?? ""
      out += "     = \(place)\(visible(note.text))\n"
    }
    if let page = diagnostic.pages.first {
      let others = diagnostic.pages.count - 1
      out +=
        "     = khi tạo trang “\(visible(page))”"
        + (others > 0 ? " và \(others) trang khác\n" : "\n")
    }
    if let help = diagnostic.help {
      out += "     = \(Phrase("cách sửa", en: "help").text(in: language)): \(visible(help))\n"
    }
    if let rule = diagnostic.rule { out += ground(rule) }
    return out
  }

  /// `L07 result.negative`: by the first the check is explained, by the second machines sort.
  private func marks(_ diagnostic: Diagnostic) -> String {
    (diagnostic.rule.map { "\($0.code) " } ?? "") + diagnostic.id
  }

  /// What a finding rests on, and how to let it stand.
  private func ground(_ rule: Diagnostic.Rule) -> String {
    let because = Phrase("căn cứ", en: "by").text(in: language)
    var out = "     = \(because): \(visible(rule.citation))\n"
    if let record = rule.record {
      let row =
        "\(rule.code),\(visible(record)),<\(Phrase("lý do", en: "reason").text(in: language))>"
      out +=
        "     = "
        + Phrase("để nguyên: thêm vào waivers.csv dòng", en: "to let it stand: add to waivers.csv")
        .text(in: language) + " “\(row)”\n"
    }
    return out
  }

  private func word(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: styled("1;31", Phrase("lỗi", en: "error").text(in: language))
    case .warning: styled("1;33", Phrase("cảnh báo", en: "warning").text(in: language))
    case .note: styled("1;36", Phrase("lưu ý", en: "note").text(in: language))
    }
  }

  private func styled(_ code: String, _ text: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private func excerpt(_ location: Location) -> String {
    guard location.line > 0, let line = sourceLine(location.file, location.line) else { return "" }
    let scalars = Array(line.unicodeScalars)
    // A long line is cut around the place that matters.
    let column = max(location.column, 1) - 1
    let start = column > Self.widest - 20 ? column - 30 : 0
    let end = min(scalars.count, start + Self.widest)
    guard start < end || scalars.isEmpty else { return "" }
    let number = String(location.line)
    let gutter = String(repeating: " ", count: max(0, 4 - number.count)) + number
    var shown = ""
    shown.unicodeScalars.append(contentsOf: scalars[min(start, end)..<end])
    var out = "\(gutter) | \(start > 0 ? "…" : "")\(visible(shown))\n"
    if location.column > 0, column <= scalars.count {
      let pad = (start > 0 ? 1 : 0) + width(scalars[min(start, column)..<column])
      let last = min(column + max(0, location.length), end)
      let marks = max(1, column < last ? width(scalars[column..<last]) : 0)
      let caret = styled("1;31", String(repeating: "^", count: marks))
      out += "     | \(String(repeating: " ", count: pad))\(caret)\n"
    }
    return out
  }

  /// Columns of the terminal that the scalars take up.
  private func width(_ scalars: ArraySlice<UnicodeScalar>) -> Int {
    scalars.reduce(0) { $0 + (isCombining($1) ? 0 : isWide($1) ? 2 : 1) }
  }

  private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || scalar.value == 0x200D
  }

  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || (0x1F300...0x1FAFF).contains(scalar.value)
  }

  private func visible(_ text: String) -> String { VisibleText.of(text) }
}
