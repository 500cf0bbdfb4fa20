package import Campaigns
package import Diagnostics
import Markdown
package import Templating
package import Vietnamese

/// Makes the document of a report: facts and template to Markdown, Markdown to blocks.
///
/// One source for every format, so that PDF, DOCX and HTML always say the same.
package struct ReportBuilder: Sendable {
  private let directory: Directory
  private let assessor: Assessor
  private let templates: TemplateSet
  private let date: PlainDate
  private let images: ReportImages?
  private let parser = MarkdownParser()

  /// - Parameters:
  ///   - date: the date that the documents bear.
  ///   - images: where the pictures of narratives are; nil leaves them out.
  package init(
    directory: Directory, assessor: Assessor, templates: TemplateSet, date: PlainDate,
    images: ReportImages? = nil
  ) {
    self.directory = directory
    self.assessor = assessor
    self.templates = templates
    self.date = date
    self.images = images
  }

  /// The document, or nil if the template failed; why is in `bag`.
  package func document(_ key: ReportKey, into bag: inout DiagnosticBag) -> Document? {
    guard let unit = directory.unit(key.unit), let campaign = directory.campaign(key.campaign)
    else { return nil }
    let prose = narrative(key)?.prose
    let narrative = NarrativeSections(prose, parser: parser, images: images, into: &bag)
    let view = ReportView(
      directory: directory, assessor: assessor, key: key, unit: unit, campaign: campaign,
      narrative: narrative, date: date)
    var text: [UInt8] = []
    do {
      try templates.render(
        key.kind.template, globals: view.globals, page: key.path, into: &text, warnings: &bag)
    } catch {
      bag.add(error.diagnostic)
      return nil
    }
    let head = FrontMatter(text[...], template: key.kind.template, into: &bag)
    let markdown = parser.parse(head.body, file: "\(key.path).md", into: &bag)
    let parts = DocumentComposer.compose(markdown, images: narrative.images)
    let frame = ReportFrame(directory: directory, date: date)
      .frame(key, unit: unit, campaign: campaign, head: head, into: &bag)
    var document = Document(
      frame: frame, body: parts.body, appendices: parts.appendices, notes: parts.notes,
      title: "\(frame.subject) – \(unit.name)")
    document.settleSources(view.ledger.sources)
    return document
  }

  /// The text written for this review, else the one that serves all reports of the campaign.
  private func narrative(_ key: ReportKey) -> Narrative? {
    let own = directory.archive.narratives.filter {
      $0.unit == key.unit && $0.campaign == key.campaign
    }
    return own.first { $0.review == key.review } ?? own.first { $0.review == nil }
  }
}
