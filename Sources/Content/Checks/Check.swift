import Campaigns
package import Diagnostics
import Vietnamese

/// One rule that a content folder is held against, with what a person asks about it.
///
/// Each stands in a file of its own under `Rules`, named for its code, its messages beside it.
package struct Check: Sendable {
  /// Stable code that users cite, `L01` … `L25`.
  package let code: String
  /// The gravest that it tells.
  package let severity: Diagnostic.Severity
  package let title: Phrase
  /// What is looked at, and why it matters.
  package let explanation: Phrase
  /// What to do about a finding.
  package let remedy: Phrase
  /// The act and article, or the plan, that the rule comes from.
  package let citation: String
  /// Whether a finding may be let stand with a reason in `waivers.csv`; the protection of persons
  /// may not be waived.
  package let isWaivable: Bool
  let run: @Sendable (CheckContext, inout CheckLog) -> Void

  init(
    _ code: String, _ severity: Diagnostic.Severity, _ title: Phrase, explanation: Phrase,
    remedy: Phrase, citation: String, isWaivable: Bool = true,
    run: @escaping @Sendable (CheckContext, inout CheckLog) -> Void
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.remedy = remedy
    self.citation = citation
    self.isWaivable = isWaivable
    self.run = run
  }
}

/// What the checks look at.
struct CheckContext: Sendable {
  let archive: Archive
  let directory: Directory
  let assessor: Assessor
  let layout: ContentLayout
  /// The day of the build.
  let now: PlainDate
  let consentFaults: [ConsentFault]
  let awards: AwardRecord

  init(
    _ directory: Directory, layout: ContentLayout, now: PlainDate, named: [NamedPerson],
    book: ConsentBook
  ) {
    self.directory = directory
    archive = directory.archive
    assessor = Assessor(directory)
    awards = AwardRecord(directory)
    self.layout = layout
    self.now = now
    consentFaults = ConsentFaults.all(
      in: directory, layout: layout, named: named, book: book)
  }

  /// The day up to which the data tell: that of the reports where the site fixes one.
  var asOf: PlainDate { archive.settings.reportDate ?? now }
}

/// The findings of one check, put into the user's language as they are told.
struct CheckLog {
  let check: Check
  let language: Language
  private(set) var found: [Diagnostic] = []

  init(_ check: Check, language: Language) {
    self.check = check
    self.language = language
  }

  /// - Parameters:
  ///   - id: `area.problem`, as for every diagnostic.
  ///   - record: the id by which `waivers.csv` names the finding.
  mutating func tell(
    _ id: String, _ severity: Diagnostic.Severity? = nil, at location: Location?, record: String,
    _ summary: Phrase, help: Phrase, notes: [(Phrase, Location?)] = []
  ) {
    var diagnostic = Diagnostic(
      id, severity ?? check.severity, at: location, summary.text(in: language),
      help: help.text(in: language),
      notes: notes.map { .init($0.0.text(in: language), at: $0.1) })
    diagnostic.rule = Diagnostic.Rule(
      code: check.code, citation: check.citation, record: check.isWaivable ? record : nil)
    found.append(diagnostic)
  }
}
