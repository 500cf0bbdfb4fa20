extension Machine {
  /// Loops that may be open at once, those of calling templates included.
  static let mostLoops = 512

  /// Sets a loop up with its options from the stack; false if there is nothing to go through.
  mutating func startLoop(_ plan: LoopPlan) throws(Fault) -> Bool {
    let given = (
      columns: plan.hasColumns ? pop() : nil, offset: plan.hasOffset ? pop() : nil,
      limit: plan.hasLimit ? pop() : nil
    )
    let collection = pop()
    if plan.isTable, !collection.isTruthy { return false }
    let columns = try option(given.columns, isTable: true)
    let offset = try option(given.offset, isTable: plan.isTable)
    let limit = try option(given.limit, isTable: plan.isTable)
    let (items, total) = try iterated(collection)
    let from = plan.continues ? continuations[plan.label, default: 0] : offset ?? 0
    var (first, end) = (min(max(from, 0), total), total)
    if let limit {
      let (to, overflow) = from.addingReportingOverflow(limit)
      if !overflow { end = min(max(to, first), total) }
    }
    // A text is one item, whatever the options ask for.
    if collection.isText { (first, end) = (0, total) }
    let count = end - first
    if set.continuesLoops { continuations[plan.label] = first + count }
    if plan.isTable { out.append(text: "<tr class=\"row1\">\n") }
    guard count > 0 else {
      if plan.isTable { out.append(text: "</tr>\n") }
      return false
    }
    try spend(1 + plan.label.utf8.count >> 6)
    guard loops.count < Machine.mostLoops else {
      throw .budget("số vòng lặp lồng nhau", Machine.mostLoops)
    }
    loops.append(
      LoopFrame(
        items: items, start: first, count: count, reversed: plan.reversed, name: plan.name,
        saved: locals[plan.name], savedEpoch: epochs[plan.name], savedNote: noted[plan.name],
        frame: frame, label: plan.label,
        stackCount: stack.count, captureCount: waiting.count, isTable: plan.isTable,
        columns: columns ?? count))
    noted[plan.name] = frame
    setLoopVariable()
    return true
  }

  private mutating func setLoopVariable() {
    let last = loops.count - 1
    let name = loops[last].name
    locals[name] = loops[last].current
    epochs[name] = epoch
  }

  /// A limit or an offset; what is null is left out, but for tables it is 0.
  private func option(_ value: Value?, isTable: Bool) throws(Fault) -> Int? {
    guard let value else { return nil }
    if isTable, let number = Numbers.truncated(value) { return number }
    if case .null = value { return nil }
    return try Numbers.int(value, "tùy chọn của vòng lặp")
  }

  mutating func iterated(_ value: Value) throws(Fault) -> (LoopFrame.Items, Int) {
    switch value {
    case .array(let items): return (.array(items), items.count)
    case .range(let range): return (.range(range.first), range.count ?? 0)
    case .object(let object):
      try spend(object.count)
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
    noted[frame.name] = frame.savedNote
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
  mutating func loopValue(
    _ frame: Int, _ segments: ArraySlice<Path.Segment>
  ) throws(Fault) -> (Value, Int) {
    var level = frame
    var used = 0
    for segment in segments {
      guard case .key(let number, _) = segment else { break }
      let name = set.names.keys[number].name
      used += 1
      if name == "parentloop" {
        guard let parent = parent(of: level) else { return (.null, used) }
        level = parent
        continue
      }
      return (
        LoopField(rawValue: name).map { loopValue($0, at: level) } ?? .null, used
      )
    }
    return (.object(try snapshot(level)), used)
  }

  func loopValue(_ field: LoopField, at level: Int) -> Value {
    field == .name ? .text(loops[level].label) : loops[level].turn.value(of: field)
  }

  /// The innermost loop, or table, that is seen from here.
  func frame(isTable: Bool) -> Int? {
    var level = loops.count - 1
    while level >= loopBase {
      if loops[level].isTable == isTable { return level }
      level -= 1
    }
    return nil
  }

  /// The loop around a loop; tables do not count.
  private func parent(of level: Int) -> Int? {
    var level = level - 1
    while level >= loopBase, !loops[level].isCall {
      if !loops[level].isTable { return level }
      level -= 1
    }
    return nil
  }

  private static let snapshotShape = Shape(LoopField.common.map(\.rawValue) + ["parentloop"])

  /// A record of a loop and of those around it, which lie within it.
  private mutating func snapshot(_ level: Int) throws(Fault) -> ObjectValue {
    try spend(LoopField.common.count)
    var values = LoopField.common.map { loopValue($0, at: level) }
    var nesting = 1
    if let parent = parent(of: level) {
      let outer = try snapshot(parent)
      values.append(.object(outer))
      nesting += outer.nesting
    } else {
      values.append(.null)
    }
    if nesting > Machine.deepest { throw .budget("số vòng lặp lồng nhau", Machine.deepest) }
    return ObjectValue(Machine.snapshotShape, values, nesting: nesting)
  }

  // MARK: Tables

  mutating func tableCell(open: Bool) {
    let frame = loops[loops.count - 1]
    let columns = frame.turn.width
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
