import Diagnostics
import StarterTexts
import Templating

/// The texts of starters with the names filled in.
struct StarterRenderer {
  private let templates: TemplateSet
  private let globals: Value

  init(_ scope: StarterScope) throws(StarterFault) {
    try self.init(globals: scope.globals, filters: scope.filters)
  }

  init(globals: Value, filters: [HostFilter] = []) throws(StarterFault) {
    var options = TemplateOptions()
    options.filters = filters
    var bag = DiagnosticBag()
    // Cells are quoted as they need it; everywhere else texts quote by `json`, since Markdown files
    // begin with YAML.
    let sources = StarterTexts.all.filter { filters.isEmpty == Self.isSkeleton($0.name) }
      .map { name, bytes in
        TemplateSource(name: name, bytes: bytes, kind: name.hasSuffix(".csv") ? .csv : .plain)
      }
    guard let templates = TemplateSet.compile(sources, options: options, into: &bag) else {
      throw StarterFault(bag, "StarterTexts")
    }
    self.templates = templates
    self.globals = globals
  }

  /// Texts for one file more, which know nothing of starters.
  private static func isSkeleton(_ name: String) -> Bool { name.hasPrefix("khung-") }

  func render(_ name: String) throws(StarterFault) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(RenderError) {
      try templates.render(name, globals: globals, page: name, into: &bytes)
    } catch {
      throw StarterFault(message: error.diagnostic.summary)
    }
    return bytes
  }
}
