package import Diagnostics

extension TemplateSet {
  /// Compiles all sources and reports the problems of all; nil if there was an error.
  package static func compile(
    _ sources: [TemplateSource], options: TemplateOptions = TemplateOptions(),
    into bag: inout DiagnosticBag
  ) -> TemplateSet? {
    var index: [String: Int] = [:]
    for (i, source) in sources.enumerated() { index[source.name] = i }
    let filters = FilterTable.all(in: options.dialect, with: options.filters)
    var names = NameTable()
    var programs: [Program] = []
    var problems = DiagnosticBag()
    for source in sources {
      let text = SourceText(source)
      let kind: OutputKind? =
        options.dialect.mindsKinds ? source.kind ?? OutputKind(name: source.name) : .plain
      if let problem = text.problem {
        problems.add(problem)
        programs.append(Program(source: text, kind: kind))
        continue
      }
      var parser = Parser(text, dialect: options.dialect, trimsLines: kind == .markdown)
      let nodes = parser.parse()
      var compiler = Compiler(
        templates: index, filters: filters, allowsRaw: options.allowsRaw,
        dialect: options.dialect, strings: options.strings, names: names,
        program: Program(source: text, kind: kind))
      compiler.compile(nodes)
      names = compiler.names
      programs.append(compiler.program)
      let faults = (parser.faults + compiler.faults).sorted { $0.span.start < $1.span.start }
      for fault in faults.prefix(Parser.faultLimit) { problems.add(text.diagnostic(fault)) }
    }
    var macros = MacroLinker(
      programs: programs, names: names, isStrict: options.undefined == .error)
    macros.link()
    problems.add(contentsOf: macros.problems)
    var linker = Linker(programs: macros.programs)
    linker.link()
    problems.add(contentsOf: linker.problems)
    for problem in problems.sorted { bag.add(problem) }
    if problems.hasErrors { return nil }
    return TemplateSet(
      programs: linker.programs.map(CompiledTemplate.init), index: index, names: names,
      options: options,
      continuesLoops: linker.programs.contains { $0.loops.contains(where: \.continues) })
  }

  /// Compiles one source that belongs to no set, such as the template of a report.
  package static func single(
    _ source: TemplateSource, options: TemplateOptions = TemplateOptions(),
    into bag: inout DiagnosticBag
  ) -> TemplateSet? {
    compile([source], options: options, into: &bag)
  }
}
