package import Campaigns
import Templating

/// What a plan for the part of one unit knows of the whole site that it is taken from.
struct PartScope: Sendable {
  /// The unit whose page is the front page of the part.
  let unit: String
  /// Paths of the whole site; shared by the plans of all its parts.
  let paths: Set<String>
  let pageOfFile: [String: String]
  /// Absolute address of the whole site with a slash at its end, or nil.
  let base: String?

  init(_ unit: String, of whole: SitePlan) {
    self.unit = unit
    paths = whole.paths
    pageOfFile = whole.pageOfFile
    base = whole.model.baseURL
  }

  /// Where the page lies on the whole site: the front page of a part is the page of its unit there.
  func path(onWhole path: String) -> String { path == Address.home ? Address.unit(unit) : path }

  /// Where a page of the whole site lies in the part, if it is there.
  func path(inPart path: String) -> String { path == Address.unit(unit) ? Address.home : path }

  func absolute(_ path: String) -> String? {
    base.map { $0 + Address.pretty(self.path(onWhole: path)) }
  }
}

extension SitePlan {
  /// Plans the small site of one unit and of those below it, as it stands in the whole.
  ///
  /// - Parameters:
  ///   - parts: made once for all units of the whole plan's directory.
  ///   - baseURL: where the part itself will be published, if that is known.
  ///   - reports: those that lie beside the part; nil for all that the whole site has of its units.
  ///   - pictures: nil for the book of the whole, which knows what all pages ask for.
  /// - Returns: nil if there is no such unit.
  package init?(
    partOf whole: SitePlan, unit: String, parts: ArchiveParts, baseURL: String? = nil,
    reports: [ReportLink]? = nil, pictures: PictureBook? = nil
  ) {
    guard var archive = parts.archive(of: unit), let head = whole.model.directory.unit(unit) else {
      return nil
    }
    archive.settings = archive.settings.ofPart(head)
    let directory = Directory(archive)
    let own =
      reports
      ?? archive.units.flatMap { whole.model.reportsOfUnit[$0.id] ?? [] }.sorted()
      .map { whole.model.reports[$0] }
    self.init(
      SiteModel(
        directory: directory, assessor: Assessor(directory),
        reports: own, now: whole.model.now, baseURL: baseURL,
        pictures: pictures ?? whole.model.pictures, storyPDF: whole.model.storyPDF,
        part: PartScope(unit, of: whole)),
      languages: whole.trees.prefix(1).map(\.strings))
  }
}

extension SiteSettings {
  /// The words of the whole site for the site of one unit: its name, its contact, no pages of the
  /// owner.
  fileprivate func ofPart(_ unit: Unit) -> SiteSettings {
    var own = self
    own.title = unit.name
    own.tagline = title
    own.description = nil
    own.publisher = unit.id
    own.navigation = []
    own.baseURL = nil
    own.email = unit.email
    own.phone = unit.phone
    own.address = unit.address
    return own
  }
}

extension SitePlan {
  /// Turns the links of a page towards what the site holds, where that is not the whole: of its own
  /// pages, and of the pages of reports that lie beside them.
  ///
  /// - Returns: files of the whole site that the page shows and that must go with it.
  package func turn(_ bytes: inout [UInt8], from start: Int = 0, path: String) -> Set<String> {
    guard let part = model.part else { return [] }
    var links = PartLinks(plan: self, part: part, path: path)
    bytes.replaceSubrange(start..., with: links.turn(bytes[start...]))
    return links.assets
  }
}
