/// The filter `t`: the words of the interface in the language of the page.
///
/// A text that stands in the template is worded when the template is compiled; see `Compiler`.
enum WordingFilter {
  static let name = "t"

  static let table: [Filter] = [
    Filter(
      name, [.others("tên")],
      "Lời giao diện bằng ngôn ngữ của trang; `{tên}` trong lời được thay bằng đối số cùng tên, "
        + "`count` chọn số ít hay số nhiều.",
      "{{ '{count} đơn vị' | t: count: 3 }}", "3 đơn vị"
    ) { value, arguments, machine throws(Fault) in
      if case .null = value { return value }
      let strings = machine.set.options.strings
      if arguments.named.isEmpty, strings.isPlain { return value }
      let key = String(decoding: try machine.text(value), as: UTF8.self)
      if arguments.named.isEmpty {
        return strings.hasWords(key) ? .text(strings.say(key)) : value
      }
      return try filled(
        key, strings, arguments.named, isSafe: value.isSafe && !strings.hasWords(key), &machine)
    }
  ]

  private static func filled(
    _ key: String, _ strings: Strings, _ named: [(name: String, value: Value)], isSafe: Bool,
    _ machine: inout Machine
  ) throws(Fault) -> Value {
    let count = named.first { $0.name == "count" }.map { $0.value }
    let pattern = strings.pattern(
      key,
      count: try count.map { value throws(Fault) in
        String(decoding: try machine.text(value), as: UTF8.self)
      })
    // With markup among the parameters the whole is markup, and all else is escaped.
    let isMarkup = isSafe || named.contains { $0.value.isSafe }
    var texts: [(name: String, bytes: [UInt8])] = []
    for (name, value) in named {
      texts.append((name, isMarkup ? try machine.joined(value) : try machine.text(value)))
    }
    try machine.charge(pattern.utf8.count * 6 + texts.reduce(0) { $0 + $1.bytes.count } * 2)
    var out: [UInt8] = []
    let kind = machine.kind
    Strings.fill(pattern, into: &out) { out, bytes in
      out += isMarkup && !isSafe ? Escape.escaped(Array(bytes), as: kind) : Array(bytes)
    } place: { name, out in
      guard let text = texts.first(where: { $0.name == name }) else { return false }
      out += text.bytes
      return true
    }
    return .make(out, safe: isMarkup)
  }
}
