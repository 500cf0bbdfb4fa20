import Diagnostics
import Glibc
import Terminal

/// `--summary`: what came of a run as Markdown, added to the file that a code host shows of a job.
struct JobSummary {
  static let option = Option(
    name: "summary", value: .file(),
    help: "viết thêm bản tóm tắt Markdown vào tệp này, ví dụ \"$GITHUB_STEP_SUMMARY\"")

  /// A figure of the run: what it is, and how much.
  struct Figure {
    var name: Phrase
    var text: String
  }

  private let path: String
  private let title: String
  private let language: Language

  /// Throws where the file cannot be written, before any work is done for nothing.
  init?(_ arguments: Arguments, of content: String, in language: Language) throws(Stop) {
    guard let path = arguments.value(Self.option.name) else { return nil }
    self.path = path
    self.language = language
    title = "neuguong \(arguments.verb.name) \(content)"
    try append([])
  }

  func write(_ verdict: String, _ problems: [UInt8], figures: [Figure] = []) throws(Stop) {
    var text = "### \(MarkdownDiagnosticWriter.escaped("\(title): \(verdict)"))\n\n"
    if !figures.isEmpty {
      let heads = [Phrase("Mục", en: "Item"), Phrase("Kết quả", en: "Result")]
      text += "| \(heads.map { $0.text(in: language) }.joined(separator: " | ")) |\n|---|---|\n"
      for figure in figures {
        let name = MarkdownDiagnosticWriter.escaped(figure.name.text(in: language))
        text += "| \(name) | \(MarkdownDiagnosticWriter.escaped(figure.text)) |\n"
      }
      text += "\n"
    }
    try append(Array(text.utf8) + problems + [0x0A])
  }

  private func append(_ bytes: [UInt8]) throws(Stop) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw Stop(exit: .machine, text: "Không ghi được bản tóm tắt “\(path)”.")
    }
    defer { close(file) }
    guard Console.write(bytes, to: file) else {
      throw Stop(exit: .machine, text: "Không ghi hết được bản tóm tắt “\(path)”.")
    }
  }
}
