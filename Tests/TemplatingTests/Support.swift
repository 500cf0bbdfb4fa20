import Diagnostics
import Testing

@testable import Templating

/// Compiles the templates and gives what the first one prints.
func rendered(
  _ template: String, _ data: [(String, Value)] = [], named name: String = "t",
  with others: [(String, String)] = [], options: TemplateOptions = TemplateOptions(),
  budget: Budget = .default
) throws -> String {
  var bag = DiagnosticBag()
  var sources = [TemplateSource(name: name, text: template)]
  for (name, text) in others { sources.append(TemplateSource(name: name, text: text)) }
  guard let set = TemplateSet.compile(sources, options: options, into: &bag) else {
    throw CompileProblem(diagnostics: bag.all)
  }
  return try set.render(name, globals: .record(data), page: "trang.html", budget: budget)
}

struct CompileProblem: Error { var diagnostics: [Diagnostic] }

/// The problem that compiling or rendering ends with.
func problem(
  _ template: String, _ data: [(String, Value)] = [], named name: String = "t.html",
  with others: [(String, String)] = [], budget: Budget = .default
) throws -> Diagnostic {
  do {
    let text = try rendered(template, data, named: name, with: others, budget: budget)
    Issue.record("no problem, but “\(text.prefix(80))”")
    throw CompileProblem(diagnostics: [])
  } catch let error as RenderError {
    return error.diagnostic
  } catch let error as CompileProblem {
    return try #require(error.diagnostics.first)
  }
}
