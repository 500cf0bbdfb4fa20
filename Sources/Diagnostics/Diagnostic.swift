/// One problem in the input, told as data; writers turn it into words for a terminal or a machine.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: Int, Sendable, Hashable, Comparable {
    case note, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// A further place or fact that explains the problem, such as the other of two equal keys.
  package struct Note: Sendable, Hashable {
    package var text: String
    package var location: Location?

    package init(_ text: String, at location: Location? = nil) {
      self.text = text
      self.location = location
    }
  }

  /// The rule of the field that a finding rests on.
  package struct Rule: Sendable, Hashable {
    /// Stable code of the check, such as `L07`.
    package var code: String
    package var citation: String
    /// By what name `waivers.csv` lets the finding stand; nil where that is not allowed.
    package var record: String?

    package init(code: String, citation: String, record: String?) {
      self.code = code
      self.citation = citation
      self.record = record
    }
  }

  /// Stable id in English, `area.problem`, such as `link.missing-page`; never shown alone.
  package var id: String
  package var severity: Severity
  package var location: Location?
  /// One line in Vietnamese: what is wrong, with the text that is wrong in quotes.
  package var summary: String
  /// What to do about it, in Vietnamese.
  package var help: String?
  package var notes: [Note]
  /// Pages in whose making it came up; the same problem of many pages is told once.
  package var pages: [String] = []
  package var rule: Rule?

  package init(
    _ id: String, _ severity: Severity = .error, at location: Location?, _ summary: String,
    help: String? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.summary = summary
    self.help = help
    self.notes = notes
  }
}

/// Problems found so far, in the order found; sorted only when shown.
///
/// A plain value: each worker fills its own and the owner adds them up, so no lock is needed and
/// the result does not depend on which worker was first.
package struct DiagnosticBag: Sendable {
  package private(set) var all: [Diagnostic] = []

  package init() {}

  package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  package mutating func add(contentsOf other: DiagnosticBag) { all += other.all }

  package mutating func error(
    _ id: String, at location: Location?, _ summary: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(id, .error, at: location, summary, help: help, notes: notes))
  }

  package mutating func warning(
    _ id: String, at location: Location?, _ summary: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(id, .warning, at: location, summary, help: help, notes: notes))
  }

  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// How many problems of this weight are told; the same one of many pages counts once.
  package func count(_ severity: Diagnostic.Severity) -> Int {
    // Asked for each file that is read: most bags hold nothing of the weight.
    Self.folded(all.filter { $0.severity == severity }).count
  }

  /// By file and position, then as found; the same problem told twice is kept once.
  package var sorted: [Diagnostic] {
    Self.folded(all).enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (nil, nil): return a.offset < b.offset
      case (nil, _): return true
      case (_, nil): return false
      case (let x?, let y?): return x == y ? a.offset < b.offset : x < y
      }
    }.map(\.element)
  }

  /// Each problem once, with all its pages.
  private static func folded(_ all: [Diagnostic]) -> [Diagnostic] {
    var places: [Diagnostic: Int] = [:]
    var kept: [Diagnostic] = []
    for var diagnostic in all {
      let pages = diagnostic.pages
      diagnostic.pages = []
      if let place = places[diagnostic] {
        kept[place].pages += pages
      } else {
        places[diagnostic] = kept.count
        kept.append(diagnostic)
        kept[kept.count - 1].pages = pages
      }
    }
    for i in kept.indices where kept[i].pages.count > 1 {
      var seen = Set<String>()
      kept[i].pages.removeAll { !seen.insert($0).inserted }
    }
    return kept
  }
}
