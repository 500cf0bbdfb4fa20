import Diagnostics

/// Data on its way out as JSON, its members in the order in which they were given.
enum JSONOutput: Sendable {
  case text(String)
  case number(Int)
  case list([JSONOutput])
  /// A member without a value is left out.
  case object([(String, JSONOutput?)])

  /// Text, or nothing where there is none.
  static func text(_ text: String?) -> JSONOutput? {
    guard let text, !text.isEmpty else { return nil }
    return .text(text)
  }

  /// A list, or nothing where it is empty.
  static func some(_ items: [JSONOutput]) -> JSONOutput? { items.isEmpty ? nil : .list(items) }

  static func texts(_ items: [String]) -> JSONOutput? { some(items.map { .text($0) }) }

  /// In UTF-8, and safe within a `script` element too: no text can end the element or open a
  /// comment in it, for there is no `<`, `>` or `&` in the output.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, to: &out)
    case .number(let number): out += String(number).utf8
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      var isFirst = true
      for (name, value) in members {
        guard let value else { continue }
        if !isFirst { out.append(UInt8(ascii: ",")) }
        isFirst = false
        Self.write(name, to: &out)
        out.append(UInt8(ascii: ":"))
        value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    JSONText.write(text, to: &out, isInScript: true)
  }
}
