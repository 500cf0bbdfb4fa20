package import Diagnostics

/// Compiled templates: immutable, shared by all workers.
package struct TemplateSet: Sendable {
  let programs: [CompiledTemplate]
  let index: [String: Int]
  let names: NameTable
  let options: TemplateOptions
  /// Whether any loop goes on where one before it stopped: else no machine remembers where.
  let continuesLoops: Bool

  /// Names of all templates, sorted.
  package var templateNames: [String] { index.keys.sorted() }

  /// The language of what the filter `t` writes.
  package var language: Language { options.strings.language }

  package func contains(_ name: String) -> Bool { index[name] != nil }

  /// Renders one template at the end of `buffer`; after an error the buffer is as before.
  ///
  /// `warnings` takes what is wrong and yet no reason to stop.
  package func render(
    _ name: String, globals: Value, page: String = "", budget: Budget = .default,
    into buffer: inout [UInt8], warnings: inout DiagnosticBag
  ) throws(RenderError) {
    guard let template = index[name] else {
      throw RenderError(
        diagnostic: Diagnostic(
          "template.missing-template", at: nil, MissingTemplate.summary(name),
          help: MissingTemplate.help(name, among: templateNames)))
    }
    let before = buffer.count
    var machine = Machine(self, globals: globals, page: page, budget: budget, out: buffer)
    buffer = []
    defer {
      for warning in machine.warnings { warnings.add(warning.told(of: page)) }
    }
    do throws(Fault) {
      try machine.render(template)
      buffer = machine.out
    } catch {
      machine.dropCaptures(downTo: 0)
      buffer = machine.out
      buffer.removeLast(buffer.count - before)
      throw RenderError(
        diagnostic: error.told(of: programs[template].source, page: page))
    }
  }

  package func render(
    _ name: String, globals: Value, page: String = "", budget: Budget = .default,
    into buffer: inout [UInt8]
  ) throws(RenderError) {
    var ignored = DiagnosticBag()
    try render(
      name, globals: globals, page: page, budget: budget, into: &buffer, warnings: &ignored)
  }

  /// The same as text, for short results.
  package func render(
    _ name: String, globals: Value, page: String = "", budget: Budget = .default
  ) throws(RenderError) -> String {
    var buffer: [UInt8] = []
    try render(name, globals: globals, page: page, budget: budget, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }
}
