import Diagnostics
package import Templating

/// Runs the cases of a suite and keeps count.
package struct ConformanceRun: Sendable {
  package struct Failure: Sendable {
    package var name: String
    /// What came out, or the problem in the way.
    package var found: String
    package var wanted: String
  }

  package struct Tally: Sendable {
    package var passed = 0
    package var failed = 0
  }

  package private(set) var total = Tally()
  /// Counts by group, in the order in which the groups first come.
  package private(set) var groups: [(name: String, tally: Tally)] = []
  package private(set) var failures: [Failure] = []

  package init(_ cases: [ConformanceCase], dialect: Dialect, now: Moment?) {
    for one in cases {
      let failure = ConformanceRun.failure(of: one, dialect: dialect, now: now)
      count(one.group, passed: failure == nil)
      if let failure { failures.append(failure) }
    }
  }

  package subscript(group: String) -> Tally {
    groups.first { $0.name == group }?.tally ?? Tally()
  }

  private mutating func count(_ group: String, passed: Bool) {
    total.add(passed)
    if let known = groups.firstIndex(where: { $0.name == group }) {
      groups[known].tally.add(passed)
    } else {
      groups.append((group, Tally()))
      groups[groups.count - 1].tally.add(passed)
    }
  }

  /// Nil if the case comes out as wanted.
  private static func failure(
    of one: ConformanceCase, dialect: Dialect, now: Moment?
  ) -> Failure? {
    let found: String
    do {
      let text = try output(of: one, dialect: dialect, now: now)
      switch one.wanted {
      case .refusal: return Failure(name: one.name, found: quoted(text), wanted: "a problem")
      case .text(let texts) where texts.contains(text): return nil
      case .text: found = quoted(text)
      }
    } catch {
      if one.wanted == .refusal { return nil }
      found = error.text
    }
    guard case .text(let texts) = one.wanted else { return nil }
    return Failure(
      name: one.name, found: found, wanted: texts.map(quoted).joined(separator: " or "))
  }

  private static func output(
    of one: ConformanceCase, dialect: Dialect, now: Moment?
  ) throws(Problem) -> String {
    var options = TemplateOptions()
    options.dialect = dialect == .plain && one.isStrictest ? .strictest : dialect
    options.undefined = one.isStrict ? .error : .empty
    options.now = now
    let kind: OutputKind = one.escapes ? .html : .plain
    var sources = [TemplateSource(name: "", text: one.template, kind: kind)]
    for (name, source) in one.partials {
      sources.append(TemplateSource(name: name, text: source, kind: kind))
    }
    var bag = DiagnosticBag()
    guard let set = TemplateSet.compile(sources, options: options, into: &bag) else {
      throw Problem(bag.all.first)
    }
    do throws(RenderError) {
      return try set.render("", globals: one.data, budget: one.budget)
    } catch {
      throw Problem(error.diagnostic)
    }
  }

  /// Why a template gives no text.
  private struct Problem: Error {
    var text: String

    init(_ diagnostic: Diagnostic?) {
      text = diagnostic.map { "\($0.id): \($0.summary)" } ?? "?"
    }
  }

  private static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}

extension ConformanceRun.Tally {
  fileprivate mutating func add(_ isPassed: Bool) {
    if isPassed { passed += 1 } else { failed += 1 }
  }
}
