package import Campaigns
package import Diagnostics
import Markdown

/// Addresses outside the site that its content names, each once, with every place.
package struct OutsideLinks: Sendable {
  package struct Link: Sendable {
    package var url: String
    package var places: [Location]
  }

  /// In the order of their addresses.
  package let links: [Link]

  package init(_ archive: Archive) {
    var found: [String: [Location]] = [:]
    func add(_ url: String?, _ place: Location) {
      guard let url, let address = Address.web(url) else { return }
      found[String(address.prefix { $0 != "#" }), default: []].append(place)
    }
    for entry in archive.settings.navigation where Address.isExternal(entry.url) {
      add(entry.url, entry.location ?? Location(file: "site.yaml"))
    }
    for unit in archive.units { add(unit.website, unit.location) }
    for document in archive.documents { add(document.url, document.location) }
    let parser = MarkdownParser()
    let texts =
      archive.stories.map(\.prose) + archive.pages.map(\.prose) + archive.campaigns.map(\.prose)
      + archive.units.compactMap(\.introduction)
    for prose in texts {
      var ignored = DiagnosticBag()
      let document = parser.parse(
        prose.bytes, file: prose.location.file, firstLine: max(1, prose.location.line),
        into: &ignored)
      for link in document.links where !link.isImage && Address.isExternal(link.url) {
        add(link.url, link.location)
      }
    }
    links = found.map { Link(url: $0, places: $1.sorted()) }.sorted { $0.url < $1.url }
  }
}
