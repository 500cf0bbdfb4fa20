/// Writes values as JSON within a budget: objects of the model point at each other, so that one of
/// them may hold the whole site over and over.
struct JSONWriter {
  static let deepest = 12

  var steps: Int
  let limit: Int
  private(set) var out: [UInt8] = []
  /// Names of the members that lead to the one being written.
  private var path: [String] = []

  init(steps: Int, limit: Int) {
    self.steps = steps
    self.limit = limit
  }

  mutating func write(_ value: Value) throws(Fault) {
    steps -= 1
    if steps < 0 || out.count > limit { throw tooLarge("vượt quá giới hạn khi tạo trang") }
    switch value {
    case .null, .blank, .empty: out.append(text: "null")
    case .double(let double) where !double.isFinite: out.append(text: "null")
    case .bool, .int, .double: value.appendText(to: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        try write(item, "[]")
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (i, name) in object.shape.names.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        write(text: Array(name.utf8))
        out.append(UInt8(ascii: ":"))
        try write(object.value(at: i), name)
      }
      out.append(UInt8(ascii: "}"))
    default: write(text: value.textBytes)
    }
  }

  private mutating func write(_ member: Value, _ name: String) throws(Fault) {
    if path.count == JSONWriter.deepest { throw tooLarge("lồng quá \(JSONWriter.deepest) tầng") }
    path.append(name)
    try write(member)
    path.removeLast()
  }

  private mutating func write(text: [UInt8]) {
    out.append(UInt8(ascii: "\""))
    Escape.json(text, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  private func tooLarge(_ problem: String) -> Fault {
    Fault(
      "template.json",
      "Không viết được thành JSON: \(problem), ở “\(path.joined(separator: "."))”.",
      help: "Đối tượng của trang chỉ vào nhau; chỉ viết những thành phần cần dùng.")
  }
}

extension Machine {
  mutating func json(of value: Value) throws(Fault) -> [UInt8] {
    var writer = JSONWriter(steps: steps, limit: budget.stringBytes)
    try writer.write(value)
    steps = writer.steps
    try charge(writer.out.count)
    return writer.out
  }
}
