import Bundles
import Campaigns
import Content
import Diagnostics
import Digests
import Publication
import Site
import Vietnamese

/// The pages of a unit that go into its bundles, to be opened without a server or a net.
struct BundleSite {
  /// Where they lie in a bundle.
  static let folder = "trang"

  private let workspace: Workspace
  private let whole: SitePlan
  private let parts: ArchiveParts
  private let darkroom: Darkroom
  private let cards: CardPress

  /// - Parameters:
  ///   - whole: the plan of the whole site, without reports.
  ///   - parts: what may be shown on pages, cut by units.
  init(
    _ workspace: Workspace, whole: SitePlan, parts: ArchiveParts, darkroom: Darkroom,
    cards: CardPress
  ) {
    self.workspace = workspace
    self.whole = whole
    self.parts = parts
    self.darkroom = darkroom
    self.cards = cards
  }

  /// The files of the pages, and what they show.
  struct Made {
    var files: [(path: String, bytes: [UInt8])] = []
    var stories: [BundleManifest.Story] = []
    /// Files of the content folder that texts and pictures come from.
    var inputs: Set<String> = []
  }

  /// - Parameter reports: those of the bundle, seen from the root of the pages.
  func site(
    of unit: String, reports: [ReportLink], into bag: inout DiagnosticBag
  ) throws -> Made {
    let book = PictureBook(workspace.source, archive: workspace.directory.archive)
    guard
      let plan = SitePlan(
        partOf: whole, unit: unit, parts: parts, reports: reports, pictures: book)
    else { return Made() }
    var made = Made()
    // What is wrong with pages, `check` and `build` tell once; here each bundle would tell it again.
    var told = plan.problems
    let assets = SiteAssets(plan: plan, styles: workspace.styles, scripts: workspace.scripts)
    for file in assets.files(into: &told) { made.add(file.path, file.bytes) }
    let renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
    var buffer: [UInt8] = []
    for page in plan.pages {
      buffer.removeAll(keepingCapacity: true)
      renderer.render(page, into: &buffer, diagnostics: &told)
      made.add(page.path, buffer)
    }
    for tree in plan.trees {
      let index = SearchIndex(plan: plan, tree: tree, synonyms: workspace.synonyms)
      for file in index.files() { made.add(file.path, file.bytes) }
    }
    for file in try cards.files(SiteIcons(plan: plan)) { made.add(file.path, file.bytes) }
    for (picture, location) in book.pictures {
      for file in darkroom.files(of: picture, at: location, into: &told) {
        made.add(file.path, file.bytes)
      }
      made.inputs.insert(picture.source)
    }
    for document in book.documents {
      do throws(ContentFault) {
        made.add(document.path, try workspace.source.read(document.source))
        made.inputs.insert(document.source)
      } catch { bag.add(error.diagnostic(of: document.source)) }
    }
    for problem in told.all where problem.severity == .error { bag.add(problem) }
    made.tell(parts.archive(of: unit)?.stories ?? [])
    return made
  }
}

extension BundleSite.Made {
  fileprivate mutating func add(_ path: String, _ bytes: [UInt8]) {
    files.append(("\(BundleSite.folder)/\(path)", bytes))
  }

  fileprivate mutating func tell(_ shown: [Story]) {
    for story in shown {
      inputs.insert(story.location.file)
      let words = [story.title, story.summary ?? "", story.date.iso, story.quote ?? ""]
      let text = Array(words.joined(separator: "\n").utf8) + [0x0A] + Array(story.prose.bytes)
      stories.append(
        BundleManifest.Story(id: story.slug, title: story.title, sha256: SHA256(of: text).hex))
    }
  }
}
