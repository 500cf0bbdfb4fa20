import Diagnostics

/// From a fault to a message: where it came up, and by which calls the machine got there.
extension Machine {
  /// Ends the run with the fault at its place; or, where missing names are only warned of, notes it
  /// and leaves the machine as after a step that found null.
  mutating func passOver(_ fault: Fault, in program: CompiledTemplate, at pc: Int) throws(Fault) {
    let fault = located(fault, in: program, at: pc)
    guard set.options.undefined == .warn, fault.id == "template.undefined",
      var warning = fault.diagnostic, warning.notes.isEmpty,
      leaveNull(for: program.code[pc], program)
    else { throw fault }
    // The search for a name that was meant is a hundred times the work of a step.
    steps -= 100
    warning.severity = .warning
    let isKnown = warnings.contains {
      $0.location == warning.location && $0.summary == warning.summary
    }
    if warnings.count < Machine.mostWarnings, !isKnown { warnings.append(warning) }
  }

  /// More than so many things that are wrong with one page nobody reads.
  private static let mostWarnings = 100

  /// Notes by which step the machine came to what it warned of since `mark`.
  mutating func traceWarnings(since mark: Int, in program: CompiledTemplate, at pc: Int) {
    let note = Diagnostic.Note(
      step(program.code[pc], program), at: program.source.location(program.spans[pc]))
    for i in mark..<warnings.count { warnings[i].notes.append(note) }
  }

  /// Whether the step is one that gives a value, which is then null.
  private mutating func leaveNull(for op: Op, _ program: CompiledTemplate) -> Bool {
    switch op {
    case .emitPath(let number): stack.removeLast(program.paths[Int(number)].dynamicCount)
    case .path(let number):
      stack.removeLast(program.paths[Int(number)].dynamicCount)
      stack.append(.null)
    case .filter: stack.append(.null)
    case .superBlock(let writes, _): if !writes { stack.append(.null) }
    default: return false
    }
    return true
  }

  private func located(_ fault: Fault, in program: CompiledTemplate, at pc: Int) -> Fault {
    let span = pc < program.spans.count ? program.spans[pc] : Span(0, 0)
    var location = program.source.location(span)
    var fault = fault
    if let word = fault.word {
      location = program.source.location(program.source.last(word, in: span))
      fault.word = nil
    }
    if fault.diagnostic == nil {
      fault.diagnostic = Diagnostic(
        fault.id, .error, at: location, fault.summary, help: fault.help)
    } else {
      fault.diagnostic?.notes.append(
        Diagnostic.Note(step(program.code[pc], program), at: location))
    }
    return fault
  }

  /// What a step that runs other steps says of itself in the chain of calls.
  private func step(_ op: Op, _ program: CompiledTemplate) -> String {
    if case .call(let number) = op, let block = program.calls[Int(number)].block {
      return "trong khối “\(program.blocks[block].name)” của mẫu này"
    }
    return switch op {
    case .call(let number) where program.calls[Int(number)].start != nil:
      program.calls[Int(number)].isolated ? "được “call” từ đây" : "trong thẻ “with” này"
    case .call(let number) where program.calls[Int(number)].isolated: "được “render” từ đây"
    case .call: "được “include” từ đây"
    case .superBlock: "được gọi bằng “block.super” từ đây"
    default: "được gọi từ đây"
    }
  }

  /// The tags `extends` by which the machine came from a template to one of its parents.
  func extensions(from template: Int, to current: Int) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var member = template
    while member != current, let parent = set.programs[member].parent {
      let program = set.programs[member]
      notes.append(
        Diagnostic.Note("được “extends” từ đây", at: program.source.location(program.parentSpan)))
      member = parent
    }
    return notes.reversed()
  }
}

extension Fault {
  func told(of template: SourceText, page: String) -> Diagnostic {
    (diagnostic ?? Diagnostic(id, at: Location(file: template.file), summary, help: help))
      .told(of: page)
  }
}

extension Diagnostic {
  /// The message as it is shown: of a long chain of calls only the ends, which tell most.
  func told(of page: String) -> Diagnostic {
    var told = self
    var notes: [(note: Diagnostic.Note, count: Int)] = []
    for note in told.notes {
      if notes.last?.note == note {
        notes[notes.count - 1].count += 1
      } else {
        notes.append((note, 1))
      }
    }
    told.notes = notes.map { note, count in
      count == 1 ? note : Diagnostic.Note("\(note.text) (\(count) lần)", at: note.location)
    }
    let hidden = told.notes.count - 10
    if hidden > 1 {
      told.notes.replaceSubrange(
        6..<(6 + hidden), with: [Diagnostic.Note("… \(hidden) lời gọi nữa …")])
    }
    if !page.isEmpty { told.pages = [page] }
    return told
  }
}
