package import Campaigns
package import Diagnostics

extension ContentReader {
  /// Who and what there is in a folder, unchecked and without its stories, for whoever looks names
  /// up.
  ///
  /// A folder without settings or units gives what it has, and no folder nil. What is wrong with the folder is the business of `check` and is not told here.
  package static func register(
    _ source: ContentSource, into bag: inout DiagnosticBag
  ) -> (archive: Archive, files: Set<String>)? {
    guard let paths = source.files(into: &bag) else { return nil }
    var unheard = DiagnosticBag()
    let layout = ContentLayout(paths, into: &unheard)
    var reading = Reading(source: source, layout: layout)
    var archive = Archive(settings: reading.settings() ?? SiteSettings(title: ""))
    _ = reading.directory(into: &archive)
    reading.shared(into: &archive)
    reading.campaigns(into: &archive)
    reading.units(into: &archive)
    archive.sort()
    return (archive, layout.all)
  }
}
