import Campaigns
import Documents
import Site

extension ReportLink {
  /// The link to a report in those of its forms that were made.
  ///
  /// - Parameters:
  ///   - sizes: of the files made, in bytes, by their paths in the output; nil before any is made,
  ///     when all that were asked for count as there.
  ///   - place: where such a file lies, seen from the root of the pages.
  init(
    _ key: ReportKey, directory: Directory, forms: [ReportForm], sizes: [String: Int]?,
    place: (String) -> String = { $0 }
  ) {
    func made(_ path: String) -> String? {
      if let sizes, sizes[path] == nil { return nil }
      return place(path)
    }
    self.init(
      unit: key.unit, campaign: key.campaign, cluster: key.cluster,
      title: ReportPlan.title(of: key, directory: directory), heading: key.kind.title,
      html: sizes != nil || forms.contains(.html) ? made(key.file(.html)) : nil,
      files: forms.filter { $0 != .html }.compactMap { form in
        made(key.file(form)).map {
          ReportLink.File(name: form.name, path: $0, size: sizes?[key.file(form)])
        }
      }, sources: made(key.sourcesFile))
  }
}

extension ReportKey {
  /// Where a form of the report lies in the output.
  func file(_ form: ReportForm) -> String { "\(path).\(form.rawValue)" }

  /// Where its figures and their cells lie, for programs.
  var sourcesFile: String { "\(path).nguon.json" }
}
