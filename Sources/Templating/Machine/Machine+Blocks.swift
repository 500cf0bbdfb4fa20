extension Machine {
  /// Runs the body that the rendered template or one of its parents gives the block.
  mutating func block(_ plan: BlockPlan, _ number: Int, _ template: Int) throws(Fault) {
    let references =
      blockTable[plan.name] ?? [BlockReference(template: template, block: number)]
    let first = references[0]
    if set.programs[first.template].blocks[first.block].required {
      throw Fault(
        "template.block", "Khối “\(plan.name)” bắt buộc phải được mẫu con viết lại.")
    }
    try run(references, 0)
  }

  /// A block sees all names where it stands; what it sets is gone behind it.
  private mutating func run(_ references: [BlockReference], _ level: Int) throws(Fault) {
    let reference = references[level]
    let program = set.programs[reference.template]
    try enter()
    let outer = (frame, trail.count, stack.count, waiting.count, kind)
    frame = try newFrame()
    try setKind(of: program)
    blocks.append((references, level))
    try run(reference.template, from: program.blocks[reference.block].start)
    blocks.removeLast()
    unwindTrail(to: outer.1)
    // A `break` may have left something behind.
    if stack.count > outer.2 { stack.removeLast(stack.count - outer.2) }
    dropCaptures(downTo: outer.3)
    frame = outer.0
    kind = outer.4
    depth -= 1
  }

  /// The same block as the parent has it.
  mutating func superBlock(writes: Bool, lenient: Bool) throws(Fault) {
    guard let (references, level) = blocks.last, level + 1 < references.count else {
      if !lenient, set.options.undefined != .empty {
        throw Fault(
          "template.undefined", "Mẫu khung không có nội dung nào cho khối này.",
          help: "Bỏ “block.super”, hoặc viết {% if block.super %}.")
      }
      if !writes { stack.append(.null) }
      return
    }
    if writes {
      try run(references, level + 1)
    } else {
      beginCapture()
      try run(references, level + 1)
      let bytes = captured()
      try charge(bytes.count)
      stack.append(.safe(Str(bytes)))
    }
    interrupt = .none
  }
}
