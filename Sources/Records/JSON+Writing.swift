import Diagnostics

extension JSON {
  /// The value in UTF-8 for people and programs: a member a line, two spaces a step, a line end last.
  package static func bytes(of node: JSONNode) -> [UInt8] {
    var out: [UInt8] = []
    write(node, step: 0, to: &out)
    out.append(0x0A)
    return out
  }

  private static func write(_ node: JSONNode, step: Int, to out: inout [UInt8]) {
    switch node {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .int(let number): out += String(number).utf8
    case .double(let number): out += (number.isFinite ? number.description : "null").utf8
    case .string(let text): out += JSONText.quoted(text).utf8
    case .array(let items):
      write(items.count, "[", "]", step, to: &out) { write(items[$0], step: step + 1, to: &$1) }
    case .object(let members):
      write(members.count, "{", "}", step, to: &out) {
        $1 += (JSONText.quoted(members[$0].name) + ": ").utf8
        write(members[$0].value, step: step + 1, to: &$1)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, _ step: Int, to out: inout [UInt8],
    item: (Int, inout [UInt8]) -> Void
  ) {
    out += open.utf8
    for index in 0..<count {
      out += (index == 0 ? "\n" : ",\n").utf8
      out += repeatElement(UInt8(ascii: " "), count: 2 * (step + 1))
      item(index, &out)
    }
    if count > 0 {
      out.append(0x0A)
      out += repeatElement(UInt8(ascii: " "), count: 2 * step)
    }
    out += close.utf8
  }
}
