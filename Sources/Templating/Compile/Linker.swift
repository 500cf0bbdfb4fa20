import Diagnostics

/// Joins the templates of a set: which body of a block comes first, and what can only be wrong
/// between templates, such as a ring of `extends`.
struct Linker {
  static let deepest = 64

  var programs: [Program]
  private(set) var problems = DiagnosticBag()

  init(programs: [Program]) { self.programs = programs }

  mutating func link() {
    for template in programs.indices {
      let chain = chain(from: template)
      var table: [String: [BlockReference]] = [:]
      for member in chain {
        for (number, block) in programs[member].blocks.enumerated() {
          table[block.name, default: []].append(BlockReference(template: member, block: number))
        }
      }
      programs[template].blockTable = table
      checkOverrides(of: template, parents: chain.dropFirst())
    }
    checkIsolation()
    checkKinds()
  }

  /// The template and its parents, up to the first that has none or closes a ring.
  private mutating func chain(from template: Int) -> [Int] {
    var chain = [template]
    while let parent = programs[chain[chain.count - 1]].parent {
      // Each ring is told once, at its first template.
      if let start = chain.firstIndex(of: parent) {
        if start == 0, chain.min() == template { addRing(chain) }
        break
      }
      if chain.count == Linker.deepest {
        let source = programs[template].source
        problems.error(
          "template.extends", at: source.location(programs[template].parentSpan),
          "Các thẻ “extends” nối nhau quá \(Linker.deepest) mẫu.")
        break
      }
      chain.append(parent)
    }
    return chain
  }

  private mutating func addRing(_ ring: [Int]) {
    let names = (ring + [ring[0]]).map { programs[$0].source.name }
    problems.error(
      "template.extends", at: place(of: ring[0]), "Các thẻ “extends” nối thành vòng.",
      help: "Bỏ một trong các thẻ “extends” này: \(names.joined(separator: " → ")).",
      notes: ring.dropFirst().map {
        Diagnostic.Note("rồi “extends” ở đây", at: place(of: $0))
      })
  }

  private func place(of template: Int) -> Location {
    programs[template].source.location(programs[template].parentSpan)
  }

  /// A block that no parent has is never shown.
  private mutating func checkOverrides(of template: Int, parents: ArraySlice<Int>) {
    guard !parents.isEmpty else { return }
    let known = Set(parents.flatMap { programs[$0].blocks.map(\.name) })
    for block in programs[template].blocks where block.isOverride && !known.contains(block.name) {
      let names = known.sorted()
      problems.warning(
        "template.unknown-block", at: programs[template].source.location(block.span),
        "Khối “\(block.name)” không có trong mẫu khung nên không bao giờ hiện.",
        help: Suggestion.question(for: block.name, among: names)
          ?? (names.isEmpty
            ? "Mẫu khung không có khối nào." : "Các khối: \(names.joined(separator: ", "))."))
    }
  }

  /// A part must be of a kind that is safe where it is put.
  private mutating func checkKinds() {
    for program in programs {
      guard let kind = program.kind else { continue }
      var parts = program.namedCalls.map { ($0.0.target, $0.1) }
      parts.append((program.parent, program.parentSpan))
      for (target, span) in parts {
        guard let target, let other = programs[target].kind, !kind.accepts(other) else { continue }
        let fault = Fault.kinds(programs[target].source.name, other, in: kind)
        problems.error(
          fault.id, at: program.source.location(span), fault.summary, help: fault.help)
      }
    }
  }

  /// `include` sees all variables of its caller, which `render` promises that nothing does.
  private mutating func checkIsolation() {
    var callers: [Int: Location] = [:]
    for program in programs {
      for (call, span) in program.namedCalls where call.isolated {
        guard let target = call.target, callers[target] == nil else { continue }
        callers[target] = program.source.location(span)
      }
    }
    for (target, caller) in callers.sorted(by: { $0.key < $1.key }) {
      let program = programs[target]
      for (call, span) in program.namedCalls.prefix(Parser.faultLimit) where !call.isolated {
        problems.error(
          "template.include-in-render", at: program.source.location(span),
          "Mẫu được gọi bằng “render” không dùng “include” được.",
          help: "Đổi “include” thành “render” và trao các giá trị cần dùng làm đối số.",
          notes: [Diagnostic.Note("được “render” từ đây", at: caller)])
      }
    }
  }
}

extension Program {
  /// Its calls of other templates and where they stand.
  fileprivate var namedCalls: [(CallPlan, Span)] {
    zip(code, spans).compactMap { op, span in
      guard case .call(let number) = op else { return nil }
      let call = calls[Int(number)]
      return call.start == nil && call.block == nil ? (call, span) : nil
    }
  }
}
