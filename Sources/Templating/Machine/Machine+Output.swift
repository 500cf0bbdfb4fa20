extension Machine {
  mutating func emit(_ value: Value) throws(Fault) {
    switch value {
    case .string(let text):
      if text.bytes.count >= 64 { try spend(text.bytes.count >> 6) }
      Escape.append(text.bytes, as: kind, to: &out)
    case .safe(let text):
      if text.bytes.count >= 64 { try spend(text.bytes.count >> 6) }
      out.append(contentsOf: text.bytes)
    case .int(let int): Value.append(int, to: &out)
    case .null, .blank, .empty: break
    case .array(let items):
      try weigh(value)
      try emit(members: items)
    case .object(let object) where object.isFigure: try emit(object.shownFigure)
    case .object where set.options.dialect.showsRecordsAsRuby:
      out.append(contentsOf: try text(value))
    case .object: Escape.append(try json(of: value), as: kind, to: &out)
    default: value.appendText(to: &out)
    }
  }

  private mutating func emit(members: [Value]) throws(Fault) {
    for member in members {
      if case .array(let items) = member { try emit(members: items) } else { try emit(member) }
      if out.count > room { throw .budget("cỡ đầu ra", budget.outputBytes) }
    }
  }

  /// Counts memory before it is taken, so that text cannot double without end.
  mutating func charge(_ bytes: Int) throws(Fault) {
    if bytes > budget.stringBytes { throw .budget("cỡ một chuỗi", budget.stringBytes) }
    made += bytes
    if made > budget.outputBytes * 4 { throw .budget("tổng cỡ các chuỗi", budget.outputBytes * 4) }
  }

  /// Counts the memory of a list, which only all that is made may limit.
  mutating func chargeList(_ count: Int, each: Int = 16) throws(Fault) {
    made += count * each
    if made > budget.outputBytes * 4 { throw .budget("tổng cỡ các chuỗi", budget.outputBytes * 4) }
  }

  mutating func spend(_ count: Int) throws(Fault) {
    steps -= min(count, budget.steps)
    if steps < 0 { throw .budget("số bước", budget.steps) }
  }

  /// Lets the output wait while something else is written; all of it counts.
  mutating func beginCapture() {
    room -= out.count
    waiting.append(out)
    out = []
  }

  /// Ends a capture and gives its text.
  mutating func captured() -> [UInt8] {
    let bytes = out
    out = waiting.popLast() ?? []
    room += out.count
    return bytes
  }

  mutating func endCapture(_ name: Int) throws(Fault) {
    let bytes = captured()
    try charge(bytes.count)
    assign(name, .safe(Str(bytes)))
  }

  mutating func dropCaptures(downTo count: Int) {
    while waiting.count > count { _ = captured() }
  }

  mutating func changed() throws(Fault) {
    let bytes = captured()
    try charge(bytes.count)
    if lastShown == bytes { return }
    lastShown = bytes
    out.append(contentsOf: bytes)
  }

  mutating func cycle(_ plan: CyclePlan) throws(Fault) {
    let values = Array(stack.suffix(plan.count))
    stack.removeLast(plan.count)
    var key = "=" + plan.key
    if plan.hasGroup { key = ":" + String(decoding: try text(pop()), as: UTF8.self) }
    try spend(key.utf8.count >> 6)
    let known = cycles[key]
    if known == nil { try charge(key.utf8.count + 64) }
    let turn = known ?? 0
    stack.append(turn < values.count ? values[turn] : .null)
    cycles[key] = turn + 1 < values.count ? turn + 1 : 0
  }

  mutating func count(_ name: Int, up: Bool) throws(Fault) {
    var value = counters[name, default: 0]
    let (next, over) = up ? value.addingReportingOverflow(1) : value.subtractingReportingOverflow(1)
    if over { throw Fault("template.overflow", "Bộ đếm vượt quá số lớn nhất.") }
    if !up { value = next }
    counters[name] = next
    Value.append(value, to: &out)
  }

  mutating func makeRange() throws(Fault) {
    let last = try rangeEnd(pop())
    let first = try rangeEnd(pop())
    let range = RangeValue(first, last)
    guard let count = range.count, count <= budget.rangeLength else {
      throw .budget("độ dài khoảng số", budget.rangeLength)
    }
    stack.append(.range(range))
  }

  private func rangeEnd(_ value: Value) throws(Fault) -> Int {
    switch value {
    case .null: return 0
    case .string(let text), .safe(let text): return Numbers.leadingInt(text.bytes)
    default: return try Numbers.int(value, "đầu mút của khoảng số")
    }
  }
}
