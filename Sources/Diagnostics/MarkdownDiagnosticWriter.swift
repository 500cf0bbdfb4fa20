/// Writes a digest of diagnostics as Markdown, for the page that a code host shows of a job.
package struct MarkdownDiagnosticWriter {
  private let root: SourceRoot
  private let language: Language
  private let most: Int

  /// - Parameter most: how many problems are told with their places; all are counted.
  package init(root: SourceRoot, language: Language = .vietnamese, most: Int = 20) {
    self.root = root
    self.language = language
    self.most = most
  }

  /// A table of counts and one of the gravest problems; nothing where there are none.
  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    if diagnostics.isEmpty { return }
    var text = table([
      Phrase("Mức", en: "Severity"), Phrase("Kiểm tra", en: "Check"),
      Phrase("Số lượng", en: "Count"),
    ])
    for (severity, check, count) in counts(diagnostics) {
      text += "| \(word(severity)) | \(Self.code(check)) | \(count) |\n"
    }
    let gravest = [Diagnostic.Severity.error, .warning, .note].flatMap { severity in
      diagnostics.filter { $0.severity == severity }
    }
    text +=
      "\n"
      + table([
        Phrase("Mức", en: "Severity"), Phrase("Nơi", en: "Place"), Phrase("Vấn đề", en: "Problem"),
        Phrase("Cách sửa", en: "Help"),
      ])
    for diagnostic in gravest.prefix(most) { text += row(diagnostic) }
    if gravest.count > most {
      let rest = gravest.count - most
      let more = Phrase(
        "Còn \(rest) vấn đề nữa; xem nhật ký của công việc.",
        en: "\(rest) more are in the job's log.")
      text += "\n\(more.text(in: language))\n"
    }
    out += Array(text.utf8)
  }

  private func counts(
    _ diagnostics: [Diagnostic]
  ) -> [(severity: Diagnostic.Severity, check: String, count: Int)] {
    struct Key: Hashable {
      var severity: Diagnostic.Severity
      var check: String
    }
    let counts = Dictionary(
      diagnostics.map { (Key(severity: $0.severity, check: marks($0)), 1) }, uniquingKeysWith: +)
    return counts.map { ($0.key.severity, $0.key.check, $0.value) }.sorted { a, b in
      if a.severity != b.severity { return a.severity > b.severity }
      return a.count != b.count ? a.count > b.count : a.check < b.check
    }
  }

  private func marks(_ diagnostic: Diagnostic) -> String {
    (diagnostic.rule.map { "\($0.code) " } ?? "") + diagnostic.id
  }

  private func table(_ heads: [Phrase]) -> String {
    let words = heads.map { $0.text(in: language) }
    return "| \(words.joined(separator: " | ")) |\n|\(words.map { _ in "---|" }.joined())\n"
  }

  private func row(_ diagnostic: Diagnostic) -> String {
    var place = ""
    if var location = diagnostic.location {
      location.file = root.path(of: location.file)
      place = Self.code(location.description)
      if let cell = location.cell { place += " \(Self.escaped(cell.name))" }
    }
    let help = Self.escaped(diagnostic.help ?? "")
    return
      "| \(word(diagnostic.severity)) | \(place) | \(Self.escaped(diagnostic.summary)) | \(help) |\n"
  }

  private func word(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: Phrase("Lỗi", en: "Error").text(in: language)
    case .warning: Phrase("Cảnh báo", en: "Warning").text(in: language)
    case .note: Phrase("Lưu ý", en: "Note").text(in: language)
    }
  }

  /// Text as code, where hosts look for no markup but that of HTML and of tables.
  package static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

  /// Text on one line in which no host finds markup, mentions, links or formulas.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "<", ">", "\"", "'", "`", "*", "_", "[", "]", "|", "~", "\\", "$", ":", "@", "#":
        out += "&#\(scalar.value);"
      // Hosts make a link of what begins with `www.`.
      case "." where out.suffix(3).lowercased() == "www": out += "&#46;"
      default: out.unicodeScalars.append(VisibleText.of(scalar))
      }
    }
    return out
  }
}
