import Bundles
import Campaigns
import Content
import Diagnostics
import Digests
import Documents
import Print
import Records
import Site
import Vietnamese
import Zip

/// Makes bundles; one per worker, since the fonts of its reports are not shared.
struct BundlePress {
  private let workspace: Workspace
  private let reports: ReportPress
  private let sites: BundleSite
  private let forms: [ReportForm]
  private let papers: ArchiveParts
  private let inputs: InputPrints

  /// - Parameters:
  ///   - reports: warmed up, see `ReportPress`.
  ///   - papers: what may be printed, cut by units.
  init(
    _ workspace: Workspace, reports: ReportPress, sites: BundleSite, forms: [ReportForm],
    papers: ArchiveParts, inputs: InputPrints
  ) {
    self.workspace = workspace
    self.reports = reports
    self.sites = sites
    self.forms = forms
    self.papers = papers
    self.inputs = inputs
  }

  private typealias File = (path: String, bytes: [UInt8])

  /// A bundle begun: what it says is known, but no form of it is made.
  struct Draft {
    let plan: PlannedBundle
    /// A fingerprint of what the reports say and how they would look.
    let essence: String
    fileprivate let documents: [(key: ReportKey, document: Document)]
    fileprivate let data: BundleData
  }

  /// - Returns: nil if a report cannot be made, which is told in `bag`.
  func draft(_ plan: PlannedBundle, into bag: inout DiagnosticBag) -> Draft? {
    guard let part = papers.archive(of: plan.unit),
      let campaign = part.campaigns.first(where: { $0.id == plan.campaign })
    else { return nil }
    var documents: [(key: ReportKey, document: Document)] = []
    for key in plan.reports {
      guard let document = reports.document(key, into: &bag) else { return nil }
      documents.append((key, document))
    }
    let data = BundleData(
      campaign: campaign, period: plan.period, unit: plan.unit, part: part,
      assessor: workspace.paperAssessor)
    return Draft(
      plan: plan, essence: essence(documents.map(\.document), campaign), documents: documents,
      data: data)
  }

  /// The bundle as a ZIP, and what stands of it in the index.
  ///
  /// - Returns: nil if a form of a report cannot be made, which is told in `bag`.
  func bundle(
    _ draft: Draft, into bag: inout DiagnosticBag
  ) throws -> (zip: [UInt8], entry: BundleIndex.Entry)? {
    let plan = draft.plan
    var files: [File] = []
    var links: [ReportLink] = []
    for (key, document) in draft.documents {
      let made = try reports.files(
        of: document, key, home: "../\(BundleSite.folder)/index.html", into: &bag)
      if made.isEmpty { return nil }
      files += made.map { (Self.path(of: $0.path), $0.bytes) }
      links.append(link(to: key, made))
    }
    let names = names(of: plan)
    let day = workspace.reportDate.iso
    files += draft.data.files(names.unit, names.campaign, names.period, day: day)
    let site = try sites.site(of: plan.unit, reports: links, into: &bag)
    files += site.files
    let sources = Set(draft.data.inputs + draft.documents.flatMap { Self.cells(of: $0.document) })
    let manifest = BundleManifest(
      unit: names.unit, campaign: names.campaign, period: names.period, program: Program.version,
      day: day,
      reports: draft.documents.map {
        .init(id: Self.name(of: $0.key.path), name: $0.document.title)
      },
      figures: draft.documents.flatMap { Self.figures(of: $0.document, in: $0.key) },
      stories: site.stories, inputs: try inputs.files(sources.union(site.inputs)),
      files: files.map { .init(path: $0.path, bytes: $0.bytes) }, essence: draft.essence)
    let zip = try Bundle.zip(manifest, files: files)
    return (zip, BundleIndex.Entry(manifest, zip: zip))
  }

  // MARK: Names and links

  /// Reports of a bundle are all of one unit and campaign, so their last names tell them apart.
  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func path(of path: String) -> String { "bao-cao/\(name(of: path))" }

  private func names(
    of plan: PlannedBundle
  ) -> (unit: BundleManifest.Named, campaign: BundleManifest.Named, period: BundleManifest.Named) {
    let papers = workspace.papers
    return (
      .init(id: plan.unit, name: papers.name(ofUnit: plan.unit) ?? plan.unit),
      .init(id: plan.campaign, name: papers.title(ofCampaign: plan.campaign) ?? plan.campaign),
      .init(id: plan.period.id, name: plan.period.name)
    )
  }

  /// From the pages of the bundle, which lie in a folder beside its reports.
  private func link(to key: ReportKey, _ made: [File]) -> ReportLink {
    var sizes: [String: Int] = [:]
    for file in made { sizes[file.path] = file.bytes.count }
    return ReportLink(key, directory: workspace.papers, forms: forms, sizes: sizes) {
      "../" + Self.path(of: $0)
    }
  }

  // MARK: Provenance

  private static func cells(of document: Document) -> [String] {
    document.sources.flatMap { $0.cells.map(\.file) }
  }

  private static func figures(
    of document: Document, in key: ReportKey
  ) -> [BundleManifest.Figure] {
    document.sources.map { source in
      BundleManifest.Figure(
        report: name(of: key.path), text: source.text, meaning: source.meaning, rule: source.rule,
        cells: source.cells.map { .init(file: $0.file, line: $0.line, name: $0.cell?.name) })
    }
  }

  /// All forms come of one document, so one cheap form stands for them; the day that the paper bears
  /// does not count, or every bundle would be another each morning.
  private func essence(_ documents: [Document], _ campaign: Campaign) -> String {
    var hasher = SHA256.Hasher()
    let forms = forms.map(\.rawValue).joined(separator: ",")
    for word in [Program.version, forms, reports.fontPrint.hex] {
      hasher.add(Array((word + "\n").utf8))
    }
    for var document in documents {
      document.frame.date = campaign.period.to
      hasher.add(WebWriter().html(document))
      hasher.add(SourceListing().json(document))
    }
    return hasher.fingerprint.hex
  }
}
