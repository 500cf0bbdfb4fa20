import Diagnostics

/// Finds the macro that each `call` means and gives its arguments their places.
///
/// A call sees the macros of its own template, of those that it includes by name, and of its
/// parents, in this order.
struct MacroLinker {
  var programs: [Program]
  let names: NameTable
  /// Whether an argument that is left out, and has no value of its own, is a problem.
  let isStrict: Bool
  private(set) var problems = DiagnosticBag()

  init(programs: [Program], names: NameTable, isStrict: Bool) {
    self.programs = programs
    self.names = names
    self.isStrict = isStrict
  }

  mutating func link() {
    for template in programs.indices where !programs[template].invocations.isEmpty {
      let visible = templates(seenFrom: template)
      for invocation in programs[template].invocations {
        link(invocation, in: template, among: visible)
      }
    }
  }

  private func templates(seenFrom template: Int) -> [Int] {
    var seen = [template]
    var next = 0
    while next < seen.count {
      let program = programs[seen[next]]
      next += 1
      let included = program.calls.filter { !$0.isolated }.compactMap(\.target)
      for other in included + [program.parent].compactMap({ $0 }) where !seen.contains(other) {
        seen.append(other)
      }
    }
    return seen
  }

  private mutating func link(
    _ invocation: InvocationPlan, in template: Int, among visible: [Int]
  ) {
    for target in visible {
      guard let macro = programs[target].macros.first(where: { $0.name == invocation.macro })
      else { continue }
      if let problem = mismatch(invocation, macro) {
        report(problem, at: invocation, in: template)
      } else {
        programs[template].calls[invocation.call].target = target
        place(invocation, macro, in: &programs[template].calls[invocation.call])
      }
      return
    }
    let known = visible.flatMap { programs[$0].macros.map(\.name) }.sorted()
    report(
      (
        "Không có macro “\(invocation.macro)”.",
        Suggestion.question(for: invocation.macro, among: known)
          ?? (known.isEmpty ? nil : "Các macro dùng được: \(known.joined(separator: ", ")).")
      ),
      at: invocation, in: template)
  }

  private mutating func report(
    _ problem: (summary: String, help: String?), at invocation: InvocationPlan, in template: Int
  ) {
    problems.error(
      "template.macro", at: programs[template].source.location(invocation.span), problem.summary,
      help: problem.help)
  }

  private func mismatch(
    _ invocation: InvocationPlan, _ macro: MacroPlan
  ) -> (summary: String, help: String?)? {
    let known = macro.parameters.map { names.keys[$0.name].name }
    let help =
      known.isEmpty ? "Macro này không có tham số." : "Tham số: \(known.joined(separator: ", "))."
    if invocation.positional > known.count, !macro.takesMore {
      return (
        "Macro “\(macro.name)” nhận nhiều nhất \(known.count) đối số, ở đây có "
          + "\(invocation.positional).", help
      )
    }
    if !macro.takesMoreNamed, let other = invocation.named.first(where: { !known.contains($0) }) {
      return (
        "Macro “\(macro.name)” không có tham số “\(other)”.",
        Suggestion.question(for: other, among: known) ?? help
      )
    }
    let missing = zip(macro.parameters, known).dropFirst(invocation.positional)
      .first { !$0.isOptional && !invocation.named.contains($1) }
    if isStrict, let missing {
      return ("Lời gọi thiếu đối số “\(missing.1)” của macro “\(macro.name)”.", help)
    }
    return nil
  }

  private func place(
    _ invocation: InvocationPlan, _ macro: MacroPlan, in call: inout CallPlan
  ) {
    let parameters = macro.parameters.map(\.name)
    call.start = macro.start
    for i in 0..<min(invocation.positional, parameters.count) { call.arguments[i] = parameters[i] }
    guard macro.takesMore || macro.takesMoreNamed, let args = names.existing(MacroPlan.args),
      let kwargs = names.existing(MacroPlan.kwargs)
    else { return }
    var rest = CallPlan.Rest(args: args, kwargs: kwargs)
    for i in call.arguments.indices {
      if i < invocation.positional {
        if call.arguments[i] == CallPlan.spare { rest.positional.append(i) }
      } else if !parameters.contains(call.arguments[i]) {
        rest.named.append((invocation.named[i - invocation.positional], i))
        call.arguments[i] = CallPlan.spare
      }
    }
    call.rest = rest
  }
}
