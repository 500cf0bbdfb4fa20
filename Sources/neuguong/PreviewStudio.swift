import Content
import Diagnostics
import Preview
import Publication
import Site
import Terminal

/// Makes the site anew after each change, and shows it on the desk with what is wrong with it.
///
/// What a page needs comes first: content and templates are read, pages are made when a browser asks
/// for them. All other pages are tried afterwards, for their problems alone.
final class PreviewStudio {
  let address: String
  private let arguments: Arguments
  private let content: String
  private let console: Console
  private let language: Language
  private let forms: [ReportForm]
  private let cache: ArtefactCache
  private let desk: PreviewDesk
  private let presses = FontTurn()
  private let check = PreviewCheck()
  private let memory = TemplateMemory()
  /// The last site that could be built.
  private var site: PreviewSite?
  private var ledger: PreviewLedger?
  private var trial: PreviewTrial?

  init(
    _ arguments: Arguments, content: String, address: String, cache: ArtefactCache,
    desk: PreviewDesk
  ) {
    self.arguments = arguments
    self.content = content
    self.address = address
    self.cache = cache
    self.desk = desk
    console = Console(isQuiet: arguments.has("quiet"))
    language = Explain.language(arguments)
    forms = arguments.has("no-reports") ? [] : ReportForm.asked(arguments)
  }

  func stop() { trial?.stop() }

  /// Reads everything and shows it; the site before stays if that cannot be done.
  func build() async throws {
    let start = Clock.seconds()
    trial?.stop()
    var bag = DiagnosticBag()
    let templates = try templates(into: &bag)
    let source = SourceText(.folder(content))
    let language = language
    let panel: @Sendable (DiagnosticBag) -> PreviewPanel = { bag in
      PreviewPanel(bag, language: language) {
        templates?.line(of: $0, number: $1) ?? source.line(of: $0, number: $1)
      }
    }
    var workspace: Workspace?
    if let templates {
      workspace = try await Workspace.open(
        arguments, content: content, templates: templates, memory: memory, into: &bag)
    }
    let isFirst = site == nil
    let ledger = PreviewLedger(desk, panel)
    var made: PreviewSite?
    if let workspace, !bag.hasErrors { made = try make(workspace, ledger, into: &bag) }
    self.ledger?.close()
    guard let site = made else {
      let state = site?.state(panel(bag), isStale: true)
      desk.show(state ?? PreviewState(file: nil, panel: panel(bag), isStale: true))
      console.say("chưa dựng\(isFirst ? "" : " lại") được: \(bag.verdict(in: language))")
      return
    }
    bag.add(contentsOf: site.plan.problems)
    self.site = site
    self.ledger = ledger
    ledger.begin(with: bag)
    desk.show(site.state(panel(bag)))
    let time = Self.hundredths(Clock.seconds() - start)
    let trial = PreviewTrial(
      site, ledger, check, known: bag, console: console, language: language,
      words: "đã dựng\(isFirst ? "" : " lại") sau \(time) giây")
    self.trial = trial
    trial.start()
  }

  /// The site; nil if the unit that was asked for is gone, and that is in the bag.
  private func make(
    _ workspace: Workspace, _ ledger: PreviewLedger, into bag: inout DiagnosticBag
  ) throws(Stop) -> PreviewSite? {
    do throws(Stop) {
      return try PreviewSite(
        workspace, address: address, unit: arguments.value("unit"), forms: forms,
        fontFolder: arguments.value("fonts"), cache: cache, turn: presses, before: site,
        ledger: ledger)
    } catch {
      // At the start it is a word that was mistyped.
      if site == nil { throw error }
      bag.error("preview.no-unit", at: nil, error.text)
      return nil
    }
  }

  /// The templates; nil if there are none to read, and why is in the bag.
  private func templates(into bag: inout DiagnosticBag) throws(Stop) -> TemplateFolder? {
    do throws(Stop) {
      return try TemplateFolder.read(arguments.value("templates"), into: &bag)
    } catch {
      bag.error("template.no-folder", at: nil, error.text)
      return nil
    }
  }

  private static func hundredths(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
  }
}
