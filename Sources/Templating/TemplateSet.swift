package import Diagnostics

/// Compiled templates: immutable, shared by all workers.
package struct TemplateSet: Sendable {
  let programs: [CompiledTemplate]
  let index: [String: Int]
  let names: NameTable
  let options: TemplateOptions

  /// Names of all templates, sorted.
  package var templateNames: [String] { index.keys.sorted() }

  package func contains(_ name: String) -> Bool { index[name] != nil }

  /// Compiles all sources and reports the problems of all; nil if there was an error.
  package static func compile(
    _ sources: [TemplateSource], options: TemplateOptions = TemplateOptions(),
    into bag: inout DiagnosticBag
  ) -> TemplateSet? {
    var index: [String: Int] = [:]
    for (i, source) in sources.enumerated() { index[source.name] = i }
    let filters = FilterTable.all(with: options.filters)
    var names = NameTable()
    var programs: [Program] = []
    var failed = false
    for source in sources {
      let text = SourceText(name: source.name, bytes: source.bytes)
      let kind: OutputKind? =
        options.dialect.mindsKinds ? source.kind ?? OutputKind(name: source.name) : .plain
      if source.bytes.count > 4 << 20 {
        bag.error(
          "template.too-long", at: Location(file: source.name), "Mẫu lớn hơn 4 MB.")
        programs.append(Program(source: text, kind: kind))
        failed = true
        continue
      }
      var parser = Parser(
        text, dialect: options.dialect, trimsLines: kind == .markdown)
      let nodes = parser.parse()
      var compiler = Compiler(
        templates: index, filters: filters, allowsRaw: options.allowsRaw, names: names,
        program: Program(source: text, kind: kind))
      compiler.compile(nodes)
      names = compiler.names
      programs.append(compiler.program)
      for fault in parser.faults + compiler.faults {
        bag.error(fault.id, at: text.location(fault.span), fault.summary, help: fault.help)
        failed = true
      }
    }
    var macros = MacroLinker(
      programs: programs, names: names, isStrict: options.undefined == .error)
    macros.link()
    bag.add(contentsOf: macros.problems)
    programs = macros.programs
    if failed || macros.problems.hasErrors || !linkBlocks(&programs, into: &bag) { return nil }
    return TemplateSet(
      programs: programs.map(CompiledTemplate.init), index: index, names: names, options: options)
  }

  /// Works out for each template which body of a block comes first; rings of `extends` are errors.
  private static func linkBlocks(_ programs: inout [Program], into bag: inout DiagnosticBag)
    -> Bool
  {
    var sound = true
    for i in programs.indices {
      var chain = [i]
      while let parent = programs[chain[chain.count - 1]].parent {
        if chain.contains(parent) || chain.count > 64 {
          bag.error(
            "template.extends", at: Location(file: programs[i].source.name),
            "Các thẻ “extends” nối thành vòng.",
            help: chain.map { programs[$0].source.name }.joined(separator: " → "))
          sound = false
          break
        }
        chain.append(parent)
      }
      var table: [String: [BlockReference]] = [:]
      for template in chain {
        for (number, block) in programs[template].blocks.enumerated() {
          table[block.name, default: []].append(
            BlockReference(template: template, block: number))
        }
      }
      programs[i].blockTable = table
    }
    return sound
  }

  /// Renders one template at the end of `buffer`; after an error the buffer is as before.
  package func render(
    _ name: String, globals: Value, page: String = "", budget: Budget = .default,
    into buffer: inout [UInt8]
  ) throws(RenderError) {
    guard let template = index[name] else {
      throw RenderError(
        diagnostic: Diagnostic(
          "template.missing-template", at: nil, "Không có mẫu “\(name)”.",
          help: Suggestion.question(for: name, among: templateNames)))
    }
    let before = buffer.count
    var machine = Machine(self, globals: globals, page: page, budget: budget, out: buffer)
    buffer = []
    do throws(Fault) {
      try machine.render(template)
      buffer = machine.out
    } catch {
      machine.dropCaptures(downTo: 0)
      buffer = machine.out
      buffer.removeLast(buffer.count - before)
      var diagnostic =
        error.diagnostic
        ?? Diagnostic(error.id, at: Location(file: name), error.summary, help: error.help)
      if !page.isEmpty { diagnostic.notes.append(Diagnostic.Note("khi tạo trang “\(page)”")) }
      throw RenderError(diagnostic: diagnostic)
    }
  }

  /// The same as text, for short results.
  package func render(
    _ name: String, globals: Value, page: String = "", budget: Budget = .default
  ) throws(RenderError) -> String {
    var buffer: [UInt8] = []
    try render(name, globals: globals, page: page, budget: budget, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Compiles one source that belongs to no set, such as the template of a report.
  package static func single(
    _ source: TemplateSource, options: TemplateOptions = TemplateOptions(),
    into bag: inout DiagnosticBag
  ) -> TemplateSet? {
    compile([source], options: options, into: &bag)
  }
}
