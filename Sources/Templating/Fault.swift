import Diagnostics

/// A problem on its way to becoming a diagnostic: the machine adds place and chain.
struct Fault: Error {
  var id: String
  var summary: String
  var help: String?
  /// The word within the step's source that is wrong, where it is not the whole.
  var word: String?
  /// Set once the place is known.
  var diagnostic: Diagnostic?

  init(_ id: String, _ summary: String, help: String? = nil) {
    self.id = id
    self.summary = summary
    self.help = help
  }

  /// A name that the object does not have.
  static func undefinedMember(_ name: String, of object: ObjectValue) -> Fault {
    var fault = Fault(
      "template.undefined", "Đối tượng không có thành phần “\(shown(name))”.",
      help: Suggestion.question(for: name, among: object.shape.names)
        ?? "Các thành phần: \(list(object.shape.names)).")
    fault.word = name
    return fault
  }

  /// A name as messages show it: one that a template made may be endless.
  static func shown(_ name: String) -> String {
    let head = name.unicodeScalars.prefix(80)
    return head.endIndex == name.unicodeScalars.endIndex ? name : String(head) + "…"
  }

  /// The names, the first of them if they are very many.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(40).joined(separator: ", ")
    return names.count > 40 ? "\(shown) và \(names.count - 40) tên khác" : shown
  }

  static func budget(_ what: String, _ limit: Int) -> Fault {
    Fault(
      "template.budget", "Mẫu vượt quá giới hạn \(what) (\(limit)).",
      help: "Kiểm tra vòng lặp hoặc lời gọi mẫu không có điểm dừng.")
  }
}

/// A stretch of a template's source.
struct Span: Sendable, Hashable {
  var start: Int32
  var count: Int32

  init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    count = Int32(clamping: max(end - start, 0))
  }
}

/// A problem found while compiling.
struct SyntaxFault: Error {
  var span: Span
  var id: String
  var summary: String
  var help: String?
  /// Further places of the same template.
  var notes: [(text: String, span: Span)] = []

  init(_ id: String, _ span: Span, _ summary: String, help: String? = nil) {
    self.id = id
    self.span = span
    self.summary = summary
    self.help = help
  }
}

/// Words for a template that is not there.
enum MissingTemplate {
  static func summary(_ name: String) -> String { "Không có mẫu “\(Fault.shown(name))”." }

  static func help(_ name: String, among names: [String]) -> String? {
    if name.hasPrefix("/") || name.contains("\\") || name.split(separator: "/").contains("..") {
      return "Mẫu chỉ được gọi bằng tên tính từ thư mục mẫu, không có “/” ở đầu, “..” hay “\\”."
    }
    return Suggestion.question(for: name, among: names)
  }
}
