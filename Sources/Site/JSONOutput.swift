import Diagnostics
import Vietnamese

/// Data on its way out as compact JSON, its members in the order in which they were given.
enum JSONOutput: Sendable {
  case null
  case text(String)
  case number(Int)
  /// Exact to the last digit: `99.00`.
  case decimal(VNNumber)
  case flag(Bool)
  case list([JSONOutput])
  /// A member without a value is left out.
  case object([(String, JSONOutput?)])

  /// Text, or nothing where there is none.
  static func text(_ text: String?) -> JSONOutput? {
    guard let text, !text.isEmpty else { return nil }
    return .text(text)
  }

  /// Text, or the word that there is none.
  static func orNull(_ text: String?) -> JSONOutput { text.map { .text($0) } ?? .null }

  /// A list, or nothing where it is empty.
  static func some(_ items: [JSONOutput]) -> JSONOutput? { items.isEmpty ? nil : .list(items) }

  static func texts(_ items: [String]) -> JSONOutput? { some(items.map { .text($0) }) }

  /// In UTF-8, and safe within a `script` element too: no text can end the element or open a
  /// comment in it, for there is no `<`, `>` or `&` in the output.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, isInScript: true)
    return out
  }

  /// As a file of its own.
  var file: [UInt8] {
    var out: [UInt8] = []
    write(to: &out, isInScript: false)
    return out + [0x0A]
  }

  private func write(to out: inout [UInt8], isInScript: Bool) {
    switch self {
    case .null: out += "null".utf8
    case .text(let text): JSONText.write(text, to: &out, isInScript: isInScript)
    case .number(let number): out += String(number).utf8
    case .decimal(let number): out += number.plain.utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out, isInScript: isInScript)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      var isFirst = true
      for (name, value) in members {
        guard let value else { continue }
        if !isFirst { out.append(UInt8(ascii: ",")) }
        isFirst = false
        JSONText.write(name, to: &out, isInScript: isInScript)
        out.append(UInt8(ascii: ":"))
        value.write(to: &out, isInScript: isInScript)
      }
      out.append(UInt8(ascii: "}"))
    }
  }
}
