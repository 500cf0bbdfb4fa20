extension Machine {
  /// Sets a loop up with its options from the stack; false if there is nothing to go through.
  mutating func startLoop(_ plan: LoopPlan) throws(Fault) -> Bool {
    var columns: Int?
    if plan.hasColumns { columns = try optionalInt(pop()) }
    let offset = plan.hasOffset ? try optionalInt(pop()) ?? 0 : 0
    let limit = plan.hasLimit ? try optionalInt(pop()) : nil
    let (items, total) = try iterated(pop())
    let first = min(
      max(plan.continues ? continuations[plan.label, default: 0] : offset, 0), total)
    let count = max(0, min(limit ?? total, total - first))
    if set.continuesLoops { continuations[plan.label] = first + count }
    if plan.isTable { out.append(text: "<tr class=\"row1\">\n") }
    guard count > 0 else {
      if plan.isTable { out.append(text: "</tr>\n") }
      return false
    }
    try spend(1)
    loops.append(
      LoopFrame(
        items: items, start: first, count: count, reversed: plan.reversed, name: plan.name,
        saved: locals[plan.name], savedEpoch: epochs[plan.name], label: plan.label,
        stackCount: stack.count, captureCount: waiting.count, isTable: plan.isTable,
        columns: columns ?? count))
    setLoopVariable()
    return true
  }

  private mutating func setLoopVariable() {
    let last = loops.count - 1
    let name = loops[last].name
    locals[name] = loops[last].current
    epochs[name] = epoch
  }

  private func optionalInt(_ value: Value) throws(Fault) -> Int? {
    if case .null = value { return nil }
    return try Numbers.int(value, "tùy chọn của vòng lặp")
  }

  func iterated(_ value: Value) throws(Fault) -> (LoopFrame.Items, Int) {
    switch value {
    case .array(let items): return (.array(items), items.count)
    case .range(let range): return (.range(range.first), range.count ?? 0)
    case .object(let object):
      let pairs = object.shape.names.enumerated().map { i, name in
        Value.array([.text(name), object.value(at: i)])
      }
      return (.array(pairs), pairs.count)
    case .string(let text), .safe(let text):
      return text.bytes.isEmpty ? (.array([]), 0) : (.array([value]), 1)
    case .null, .blank, .empty: return (.array([]), 0)
    default:
      if set.options.undefined == .empty { return (.array([]), 0) }
      throw Fault("template.loop", "Không lặp qua \(value.kindName) được.")
    }
  }

  /// Goes on to the next turn; false after the last.
  mutating func nextTurn() -> Bool {
    tidy()
    let last = loops.count - 1
    loops[last].index += 1
    guard loops[last].index < loops[last].count else { return false }
    setLoopVariable()
    return true
  }

  mutating func endLoop() {
    tidy()
    guard let frame = loops.popLast() else { return }
    locals[frame.name] = frame.saved
    epochs[frame.name] = frame.savedEpoch
    if frame.isTable {
      // A cell that `break` left open.
      if frame.index < frame.count { out.append(text: "</td>") }
      out.append(text: "</tr>\n")
    }
  }

  /// Drops what a `break` or `continue` left behind.
  @inline(__always)
  private mutating func tidy() {
    let last = loops.count - 1
    let extra = stack.count - loops[last].stackCount
    if extra > 0 { stack.removeLast(extra) }
    if waiting.count > loops[last].captureCount {
      dropCaptures(downTo: loops[last].captureCount)
    }
  }

  // MARK: forloop

  /// Value of `forloop…` and how many segments it took.
  func loopValue(_ segments: ArraySlice<Path.Segment>) -> (Value, Int) {
    var level = loops.count - 1
    var used = 0
    for segment in segments {
      guard case .key(let number, _) = segment else { break }
      let name = set.names.keys[number].name
      used += 1
      if name == "parentloop" {
        level -= 1
        if level < loopBase || loops[level].isCall { return (.null, used) }
        continue
      }
      return (
        LoopField(rawValue: name).map { loops[level].value(of: $0) } ?? .null, used
      )
    }
    return (snapshot(level), used)
  }

  private func snapshot(_ level: Int) -> Value {
    var pairs: [(String, Value)] = []
    for field in LoopField.common {
      pairs.append((field.rawValue, loops[level].value(of: field)))
    }
    pairs.append(
      ("parentloop", level > loopBase && !loops[level - 1].isCall ? snapshot(level - 1) : .null))
    return .record(pairs)
  }

  // MARK: Tables

  mutating func tableCell(open: Bool) {
    let frame = loops[loops.count - 1]
    let columns = max(frame.columns, 1)
    let column = frame.index % columns
    if open {
      out.append(text: "<td class=\"col\(column + 1)\">")
      return
    }
    out.append(text: "</td>")
    if column == columns - 1, frame.index < frame.count - 1 {
      out.append(text: "</tr>\n<tr class=\"row\(frame.index / columns + 2)\">")
    }
  }
}
