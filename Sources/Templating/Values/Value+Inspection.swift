extension Value {
  /// Writes lists and records as Ruby shows them: `["a", nil]`, `{"a"=>1}`.
  func appendInspected(to out: inout [UInt8]) {
    var steps = 10_000
    appendInspected(to: &out, depth: 0, &steps, end: out.count + 16 << 20)
  }

  /// What is left when the steps are used up could only be more of the same.
  private func appendInspected(
    to out: inout [UInt8], depth: Int, _ steps: inout Int, end: Int
  ) {
    steps -= 1
    if out.count > end { steps = 0 }
    if steps < 0 { return }
    switch self {
    case .null: out.append(text: "nil")
    case .string(let text), .safe(let text): Value.append(quoted: text.bytes, to: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() where steps > 0 {
        if i > 0 { out.append(text: ", ") }
        item.appendInspected(to: &out, depth: depth + 1, &steps, end: end)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      // Views on the model point at each other in rings: only the first of them are opened.
      if depth > (object.isOpen ? 32 : 1) {
        out.append(text: "{...}")
        return
      }
      out.append(UInt8(ascii: "{"))
      for (i, name) in object.shape.names.enumerated() where steps > 0 {
        if i > 0 { out.append(text: ", ") }
        Value.append(quoted: Array(name.utf8), to: &out)
        out.append(text: "=>")
        object.value(at: i).appendInspected(to: &out, depth: depth + 1, &steps, end: end)
      }
      out.append(UInt8(ascii: "}"))
    default: appendText(to: &out)
    }
  }

  private static func append(quoted bytes: [UInt8], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "#"):
        let next: UInt8 = i + 1 < bytes.count ? bytes[i + 1] : 0
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "$") || next == UInt8(ascii: "@") {
          out.append(UInt8(ascii: "\\"))
        }
        out.append(byte)
      case 0..<32, 127: out.append(text: control(byte))
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func control(_ byte: UInt8) -> String {
    switch byte {
    case 7: "\\a"
    case 8: "\\b"
    case 9: "\\t"
    case 10: "\\n"
    case 11: "\\v"
    case 12: "\\f"
    case 13: "\\r"
    case 27: "\\e"
    default:
      "\\u" + String(repeating: "0", count: byte < 16 ? 3 : 2)
        + String(byte, radix: 16, uppercase: true)
    }
  }
}
