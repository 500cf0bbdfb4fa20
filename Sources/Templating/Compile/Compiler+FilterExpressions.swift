/// Filters such as `where_exp: 'u', 'u.score > 8'`, which ask something of every item.
///
/// The expression is compiled with the template. It must stand there as it is: data is never run.
extension Compiler {
  /// Turns the list on the stack into its items and, above them, the answers to the expression.
  mutating func compileExpression(of syntax: FilterSyntax, isCondition: Bool) {
    guard case .literal(.string(let name)) = syntax.positional[0],
      case .literal(.string(let source)) = syntax.positional[1]
    else {
      faults.append(
        SyntaxFault(
          "template.expression", syntax.span,
          "Bộ lọc “\(syntax.name)” cần tên và biểu thức viết thẳng trong dấu nháy.",
          help: "Dữ liệu không bao giờ được chạy như mẫu."))
      return
    }
    let (firstStep, firstFault) = (program.code.count, faults.count)
    do throws(SyntaxFault) {
      let variable = try self.variable(name, syntax.span)
      var parser = try expressions(source, syntax.span)
      let skip = addJump(.jump(0), syntax.span)
      let plan = ExpressionPlan(variable: variable, start: here)
      if isCondition {
        compile(try parser.condition(), lenient: true)
      } else {
        compile(try parser.filtered(), syntax.span)
      }
      try parser.expectEnd()
      add(.end, syntax.span)
      patch(skip)
      program.expressions.append(plan)
      add(.evaluate(Int32(program.expressions.count - 1)), syntax.span)
    } catch {
      faults.append(error)
    }
    // Places within the quoted text are no places of the file.
    for i in firstStep..<program.code.count { program.spans[i] = syntax.span }
    for i in firstFault..<faults.count { faults[i].span = syntax.span }
  }

  private func expressions(_ source: Str, _ span: Span) throws(SyntaxFault) -> ExpressionParser {
    try ExpressionParser(
      source.bytes, 0, source.bytes.count, whole: Span(0, source.bytes.count), dialect: .extended)
  }

  private mutating func variable(_ name: Str, _ span: Span) throws(SyntaxFault) -> Int {
    var parser = try expressions(name, span)
    let variable = try parser.name("tên cho mỗi mục")
    try parser.expectEnd()
    return names.number(of: variable)
  }
}

/// The expression of a filter: a stretch of the program that leaves its answer on the stack.
struct ExpressionPlan: Sendable {
  var variable: Int
  /// First step; the stretch ends with `.end`.
  var start: Int32
}

extension Machine {
  /// Asks the expression of every item of the list on the stack.
  mutating func evaluate(_ plan: ExpressionPlan, _ template: Int) throws(Fault) {
    let list = pop()
    try weigh(list)
    let items = ListFilters.flat(list)
    try spend(items.count)
    try charge(items.count * 16)
    let outer = (locals[plan.variable], epochs[plan.variable])
    var answers: [Value] = []
    for item in items {
      setLocal(plan.variable, item)
      try run(template, from: plan.start)
      answers.append(pop())
    }
    (locals[plan.variable], epochs[plan.variable]) = outer
    stack.append(.array(items))
    stack.append(.array(answers))
  }
}
