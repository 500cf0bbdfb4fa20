import Diagnostics

extension Machine {
  mutating func look(up path: Path, in program: CompiledTemplate) throws(Fault) -> Value {
    // A member of an object in a local variable, by far the commonest path.
    if path.root == .name, path.segments.count == 1, epochs[path.name] == epoch,
      case .object(let object) = locals[path.name],
      case .key(let key, let hash) = program.segments[path.segments.lowerBound],
      let found = object.member(set.names.keys[key].name, hash: hash)
    {
      return found
    }
    return try walk(path, in: program)
  }

  private mutating func walk(_ path: Path, in program: CompiledTemplate) throws(Fault) -> Value {
    var current: Value
    var segments = path.segments
    if path.root == .loop || path.root == .table, let frame = frame(isTable: path.root == .table) {
      if let field = path.loopField { return loopValue(field, at: frame) }
      let used: Int
      (current, used) = try loopValue(frame, program.segments[segments])
      segments = segments.dropFirst(used)
    } else if path.root == .dynamic {
      current = try named(stack[stack.count - path.dynamicCount], lenient: path.lenient)
    } else {
      current = try root(path)
    }
    var dynamic = stack.count - path.dynamicCount + (path.root == .dynamic ? 1 : 0)
    for i in segments {
      switch program.segments[i] {
      case .key(let key, let hash):
        if case .object(let object) = current,
          let found = object.member(set.names.keys[key].name, hash: hash)
        {
          current = found
        } else {
          current = try member(set.names.keys[key], of: current, lenient: path.lenient)
        }
      case .index(let index): current = item(index, of: current)
      case .dynamic:
        let key = stack[dynamic]
        dynamic += 1
        current = try self.dynamic(key, of: current, lenient: path.lenient)
      }
    }
    if path.dynamicCount > 0 { stack.removeLast(path.dynamicCount) }
    return current
  }

  @inline(__always)
  private mutating func root(_ path: Path) throws(Fault) -> Value {
    let name = path.name
    if epochs[name] == epoch { return locals[name] }
    if !counters.isEmpty, let counter = counters[name] { return .int(counter) }
    if let known = globalCache[name] { return known }
    let key = set.names.keys[name]
    if let found = globals?.member(key) {
      globalCache[name] = .some(found)
      return found
    }
    if path.lenient || set.options.undefined == .empty { return .null }
    throw undefinedName(key.name)
  }

  /// The variable whose name is a value.
  private mutating func named(_ value: Value, lenient: Bool) throws(Fault) -> Value {
    guard value.isText else { return .null }
    let name = String(decoding: try text(value), as: UTF8.self)
    if let number = set.names.existing(name) {
      return try root(
        Path(
          root: .name, name: number, loopField: nil, segments: 0..<0, dynamicCount: 0,
          lenient: lenient))
    }
    if let found = globals?.member(name) { return found }
    if lenient || set.options.undefined == .empty { return .null }
    throw undefinedName(name)
  }

  private func undefinedName(_ name: String) -> Fault {
    var known = globals?.shape.names ?? []
    for i in epochs.indices where epochs[i] == epoch { known.append(set.names.keys[i].name) }
    if loops.count > loopBase { known.append("forloop") }
    known.sort()
    return Fault(
      "template.undefined", "Không có tên “\(Fault.shown(name))”.",
      help: Suggestion.question(for: name, among: known)
        ?? "Các tên dùng được: \(Fault.list(known)).")
  }

  private mutating func member(
    _ key: Key, of value: Value, lenient: Bool
  ) throws(Fault) -> Value {
    switch value {
    case .object(let object):
      if let found = object.member(key) { return found }
      if key.builtin == .size { return .int(object.count) }
      if key.builtin == .first, object.count > 0, object.isOpen {
        return .array([.text(object.shape.names[0]), object.value(at: 0)])
      }
      if lenient || object.isOpen || set.options.undefined == .empty { return .null }
      throw Fault.undefinedMember(key.name, of: object)
    case .array(let items):
      switch key.builtin {
      case .size: return .int(items.count)
      case .first: return items.first ?? .null
      case .last: return items.last ?? .null
      case .none: break
      }
    case .string(let text), .safe(let text):
      try weigh(value)
      switch key.builtin {
      case .size: return .int(text.bytes.scalarCount)
      case .first: return ListFilters.end(value, first: true)
      case .last: return ListFilters.end(value, first: false)
      case .none: break
      }
    case .int where key.builtin == .size && set.options.dialect.countsBytesOfIntegers:
      return .int(8)
    case .range(let range):
      switch key.builtin {
      case .size: return .int(range.count ?? 0)
      case .first: return .int(range.first)
      case .last: return .int(range.last)
      case .none: break
      }
    case .day(let day):
      switch key.name {
      case "year": return .int(Int(day.year))
      case "month": return .int(Int(day.month))
      case "day": return .int(Int(day.day))
      default: break
      }
    case .null, .blank, .empty: return .null
    default: break
    }
    if lenient || set.options.undefined == .empty { return .null }
    throw Fault(
      "template.undefined", "Không lấy được “\(key.name)” từ \(value.kindName).")
  }

  private func item(_ index: Int, of value: Value) -> Value {
    switch value {
    case .array(let items):
      let i = index < 0 ? items.count + index : index
      return items.indices.contains(i) ? items[i] : .null
    case .range(let range):
      guard let count = range.count, index >= -count, index < count else { return .null }
      return .int(index < 0 ? range.first + count + index : range.first + index)
    case .object(let object): return object.member(String(index)) ?? .null
    default: return .null
    }
  }

  private mutating func dynamic(
    _ key: Value, of value: Value, lenient: Bool
  ) throws(Fault) -> Value {
    switch key {
    case .int(let index): return item(index, of: value)
    case .string(let text), .safe(let text):
      try weigh(key)
      return try member(Key(member: text.description), of: value, lenient: lenient)
    default:
      if lenient || set.options.undefined == .empty { return .null }
      throw Fault("template.index", "Không dùng \(key.kindName) làm chỉ số được.")
    }
  }

  // MARK: Variables

  mutating func setLocal(_ name: Int, _ value: Value) {
    if noted[name] != frame {
      trail.append((name, locals[name], epochs[name], noted[name]))
      noted[name] = frame
    }
    epochs[name] = epoch
    locals[name] = value
  }

  /// A number that no frame had before.
  mutating func newFrame() throws(Fault) -> Int32 {
    if lastEpoch == .max { throw .budget("số lời gọi", Int(Int32.max)) }
    lastEpoch += 1
    return lastEpoch
  }

  /// A name with the value that it has outside of an include.
  struct Shade {
    var name: Int
    var value: Value
    var epoch: Int32
    /// The frame and the loops in which it was filled.
    var frame: Int32
    var loops: Int
  }

  /// Fills a variable for the rest of the template: a loop's own variable hides it until the loop
  /// is over, and so do the arguments of an include.
  mutating func assign(_ name: Int, _ value: Value) {
    // What must be searched is paid for; few templates have more than a handful of either.
    steps -= (shades.count + loops.count - loopBase) >> 4
    let shade = shades.firstIndex { $0.name == name && $0.frame == frame }
    let loop = loops[loopBase...].firstIndex { $0.name == name && $0.frame == frame && !$0.isCall }
    if let loop, loop < shade.map({ shades[$0].loops }) ?? .max {
      if loops[loop].savedNote != frame {
        trail.append((name, loops[loop].saved, loops[loop].savedEpoch, loops[loop].savedNote))
        loops[loop].savedNote = frame
      }
      loops[loop].saved = value
      loops[loop].savedEpoch = epoch
    } else if let shade {
      shades[shade].value = value
      shades[shade].epoch = epoch
    } else {
      setLocal(name, value)
    }
  }

  mutating func unwindTrail(to mark: Int) {
    while trail.count > mark, let entry = trail.popLast() {
      locals[entry.name] = entry.value
      epochs[entry.name] = entry.epoch
      noted[entry.name] = entry.noted
    }
  }
}
