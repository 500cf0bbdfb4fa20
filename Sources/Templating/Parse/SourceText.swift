import Diagnostics

/// Turns byte offsets into lines and columns, only when a problem is shown.
struct SourceText: Sendable {
  /// The name by which other templates call it.
  let name: String
  /// The file as messages show it.
  let file: String
  let bytes: [UInt8]

  init(_ source: TemplateSource) {
    name = source.name
    file = source.file ?? source.name
    bytes = source.bytes
  }

  /// Why the source cannot be read at all, or nil.
  var problem: Diagnostic? {
    if bytes.count > SourceText.largest {
      return Diagnostic(
        "template.too-long", at: Location(file: file),
        "Mẫu lớn hơn \(SourceText.largest >> 20) MB.",
        help: "Chia mẫu thành nhiều tệp, hoặc kiểm tra xem có chép nhầm tệp.")
    }
    if let bad = bytes.firstInvalid {
      return Diagnostic(
        "template.encoding", at: location(Span(bad, bad + 1)), "Mẫu không phải văn bản UTF-8.",
        help: "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.")
    }
    return nil
  }

  static let largest = 4 << 20

  func location(_ span: Span) -> Location {
    let start = min(Int(span.start), bytes.count)
    var line = 1
    var lineStart = 0
    for i in 0..<start where bytes[i] == 10 {
      line += 1
      lineStart = i + 1
    }
    let end = min(start + Int(span.count), bytes.count)
    return Location(
      file: file, line: line, column: Array(bytes[lineStart..<start]).scalarCount + 1,
      length: Array(bytes[start..<end]).scalarCount)
  }

  func diagnostic(_ fault: SyntaxFault) -> Diagnostic {
    Diagnostic(
      fault.id, at: location(fault.span), fault.summary, help: fault.help,
      notes: fault.notes.map { Diagnostic.Note($0.text, at: location($0.span)) })
  }

  /// The last place of a word within a stretch; the whole stretch if it is not written there.
  func last(_ word: String, in span: Span) -> Span {
    let start = min(Int(span.start), bytes.count)
    let part = Array(bytes[start..<min(start + Int(span.count), bytes.count)])
    guard let place = part.lastPosition(of: Array(word.utf8)) else { return span }
    return Span(start + place, start + place + word.utf8.count)
  }

  func text(_ span: Span) -> String {
    let start = min(Int(span.start), bytes.count)
    return String(
      decoding: bytes[start..<min(start + Int(span.count), bytes.count)], as: UTF8.self)
  }
}

extension [UInt8] {
  /// Position of the first byte that is not UTF-8, or nil.
  fileprivate var firstInvalid: Int? {
    if String(validating: self, as: UTF8.self) != nil { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var rest = makeIterator()
    var position = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &rest) { position += scalar.count }
    return position
  }
}
