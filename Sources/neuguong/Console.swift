import Diagnostics
import Glibc

/// The two streams of the process and what is known of them.
struct Console: Sendable {
  /// A person watches standard error and wants colour.
  let hasColor: Bool
  /// A line that moves makes sense.
  let showsProgress: Bool
  let isQuiet: Bool

  init(isQuiet: Bool) {
    let isTerminal = isatty(2) == 1 && Environment.value("TERM") != "dumb"
    // By no-color.org only a value that is not empty counts.
    hasColor = isTerminal && (Environment.value("NO_COLOR") ?? "").isEmpty
    showsProgress = isTerminal && !isQuiet
    self.isQuiet = isQuiet
  }

  /// Writes all bytes, however many calls that takes; false if it cannot.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + sent }, buffer.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }

  static func out(_ text: String) { write(Array(text.utf8), to: 1) }
  static func err(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

  /// A line that the next one writes over; nothing where no person watches.
  func progress(_ text: String) {
    if showsProgress { Self.write(Array("\r\u{1B}[K\(text)".utf8), to: 2) }
  }

  func endProgress() { progress("") }

  /// The same for whoever ends the program from another thread.
  static func clearLine() { Console(isQuiet: false).endProgress() }

  func say(_ text: String) {
    if !isQuiet { Self.err(text) }
  }
}

/// How a run ends; the numbers are a contract with scripts.
enum Exit: CInt, CaseIterable {
  case fine = 0
  case content = 1
  case usage = 2
  case machine = 3
  case bug = 4

  var meaning: String {
    switch self {
    case .fine: "tốt"
    case .content: "nội dung có lỗi; kết quả cũ giữ nguyên"
    case .usage: "dùng sai lệnh, hoặc nơi ghi không phải của chương trình này"
    case .machine: "máy: đĩa, quyền, phông chữ"
    case .bug: "lỗi của chương trình; xin báo lại kèm lệnh đã chạy"
    }
  }
}

/// Ends a run early with words for the user.
struct Stop: Error {
  var exit: Exit
  var text: String
}

/// The form that `--format` asks for.
enum ReportFormat: String, CaseIterable {
  case text, json, github, junit, sarif
}

/// Prints all problems once, sorted, in the form asked for.
struct ProblemPrinter {
  let format: ReportFormat
  var language = Language.vietnamese
  let console: Console
  /// Folder of the content as written on the command line.
  let content: String
  let templates: TemplateFolder
  let sourceLine: (String, Int) -> String?
  /// Whether people are shown the notes too, which elsewhere are many and harmless.
  var showsNotes = false
  /// Whether warnings are errors.
  var isStrict = false

  private var root: SourceRoot {
    SourceRoot(content, working: Machine.workingFolder) {
      // Templates lie beside the content, and messages name them with their folder.
      !templates.contains(file: $0)
    }
  }

  /// What people are shown.
  private func shown(_ bag: DiagnosticBag) -> [Diagnostic] {
    showsNotes ? bag.sorted : bag.sorted.filter { $0.severity != .note }
  }

  /// A digest for the page of a job.
  func markdown(_ bag: DiagnosticBag) -> [UInt8] {
    var bytes: [UInt8] = []
    MarkdownDiagnosticWriter(root: root, language: language).write(shown(bag), into: &bytes)
    return bytes
  }

  /// Problems for people go to standard error, those for machines to standard output.
  func print(_ bag: DiagnosticBag) {
    let sorted = bag.sorted
    var bytes: [UInt8] = []
    switch format {
    case .text:
      let shown = self.shown(bag).filter { $0.severity != .note || !console.isQuiet }
      TextDiagnosticWriter(
        color: console.hasColor, language: language, sourceLine: sourceLine
      ).write(shown, into: &bytes)
      Console.write(bytes, to: 2)
      return
    case .json: JSONDiagnosticWriter().write(sorted, into: &bytes)
    case .github: GitHubDiagnosticWriter(root: root).write(sorted, into: &bytes)
    case .junit:
      JUnitDiagnosticWriter(
        name: "neuguong \(content)", root: root, leastFailing: isStrict ? .warning : .error,
        language: language, sourceLine: sourceLine
      ).write(shown(bag), into: &bytes)
    case .sarif:
      SARIFDiagnosticWriter(version: Program.version, root: root).write(sorted, into: &bytes)
    }
    Console.write(bytes, to: 1)
  }
}
