import Campaigns
import Diagnostics
import Site

/// Which units a site shows: all, or one with those below it.
struct SitePart: Sendable {
  /// Nil for the whole.
  private let part: Part?

  private struct Part: Sendable {
    let unit: String
    let archives: ArchiveParts
    let units: Set<String>
    let stories: Set<String>
  }

  /// - Throws: `Stop` if there is no such unit.
  init(_ workspace: Workspace, unit: String?) throws(Stop) {
    guard let unit else {
      part = nil
      return
    }
    let archives = ArchiveParts(workspace.directory)
    guard let archive = archives.archive(of: unit) else {
      let ids = workspace.directory.archive.units.map(\.id).sorted()
      throw Stop(
        exit: .usage,
        text: "Không có đơn vị “\(unit)”. " + (Suggestion.question(for: unit, among: ids) ?? ""))
    }
    part = Part(
      unit: unit, archives: archives, units: Set(archive.units.map(\.id)),
      stories: Set(archive.stories.map(\.slug)))
  }

  func contains(unit: String) -> Bool { part?.units.contains(unit) ?? true }

  func contains(_ story: Story) -> Bool { part?.stories.contains(story.slug) ?? true }

  /// - Parameter baseURL: of the part, where it will be published.
  func plan(from whole: SitePlan, baseURL: String?) -> SitePlan {
    part.flatMap {
      SitePlan(partOf: whole, unit: $0.unit, parts: $0.archives, baseURL: baseURL)
    } ?? whole
  }
}
