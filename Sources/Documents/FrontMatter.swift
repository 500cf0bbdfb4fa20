import Diagnostics

/// The head of a rendered report, between two lines `---`: what the official frame shows.
///
/// It looks like YAML and is read line by line: a name and its text, or a name and lines that begin
/// with `- `. Values come from data, so a colon or a quote in them is a sign like any other.
struct FrontMatter {
  enum Key: String, CaseIterable {
    case kind, symbol, superior, issuer, place, subject, addressees, basis, recipients
    case signature, position, signer, urgency

    var isList: Bool { self == .addressees || self == .basis || self == .recipients }
  }

  private var values: [Key: [String]] = [:]
  /// What follows the head.
  private(set) var body: ArraySlice<UInt8>

  /// - Parameter template: named in what is told of a wrong head.
  init(_ text: ArraySlice<UInt8>, template: String, into bag: inout DiagnosticBag) {
    body = text
    var lines = Lines(rest: text)
    var first = lines.next()
    while let line = first, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
      first = lines.next()
    }
    guard let first, Self.text(first) == "---" else { return }
    var open: Key?
    while let line = lines.next() {
      let text = Self.text(line)
      if text == "---" {
        body = lines.rest
        return
      }
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix("- "), let key = open {
        values[key, default: []].append(Self.plain(text.dropFirst(2)))
        continue
      }
      open = nil
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.trimmed(parts[0])
      guard parts.count == 2, let key = Key(rawValue: name) else {
        bag.add(Self.stranger(name, template: template))
        continue
      }
      let value = Self.plain(Self.trimmed(parts[1])[...])
      values[key] = value.isEmpty ? [] : [value]
      if key.isList { open = key }
    }
    bag.error(
      "report.front-matter", at: Location(file: template),
      "Phần đầu của mẫu mở bằng dòng “---” nhưng không có dòng “---” đóng lại.",
      help: "Thêm một dòng “---” sau mục cuối cùng của phần đầu.")
  }

  /// The text of a name; nil if it is not there, empty if it is there and says nothing.
  subscript(key: Key) -> String? { values[key].map { $0.joined(separator: " ") } }

  /// The lines of a name; nil if it is not there.
  func list(_ key: Key) -> [String]? { values[key] }

  private static func stranger(_ name: String, template: String) -> Diagnostic {
    let names = Key.allCases.map(\.rawValue)
    return Diagnostic(
      "report.front-matter-name", .warning, at: Location(file: template),
      "Phần đầu của mẫu có mục “\(name)” không dùng vào việc gì.",
      help: (Suggestion.question(for: name, among: names).map { $0 + " " } ?? "")
        + "Các mục: \(names.joined(separator: ", ")).")
  }

  // MARK: Text

  private struct Lines {
    var rest: ArraySlice<UInt8>

    mutating func next() -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      defer { rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...] }
      return rest[rest.startIndex..<end]
    }
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    trimmed(String(decoding: line, as: UTF8.self)[...])
  }

  private static func trimmed(_ text: Substring) -> String {
    DocumentComposer.trimmed(String(text))
  }

  /// The words of one line of Markdown: no backslashes before signs, no links around figures.
  static func plain(_ text: Substring) -> String {
    var out = ""
    var rest = text
    while let sign = rest.popFirst() {
      if sign == "\\", let next = rest.first, next.isASCII, next.isPunctuation || next.isSymbol {
        out.append(rest.removeFirst())
      } else if sign == "[", let end = rest.firstRange(of: "](\(SourceLedger.scheme)"),
        let close = rest[end.upperBound...].firstIndex(of: ")")
      {
        out += plain(rest[..<end.lowerBound])
        rest = rest[rest.index(after: close)...]
      } else {
        out.append(sign)
      }
    }
    return out
  }
}
