/// The folder that files of diagnostics are named from, as code hosts need to hear of it: they know
/// paths from the top of the repository only.
package struct SourceRoot {
  private let prefix: String
  private let isBelow: (String) -> Bool

  /// - Parameters:
  ///   - folder: as it was written on the command line.
  ///   - working: the folder that the program was started in, which is taken for the repository's.
  ///   - isBelow: whether a file is named from that folder on.
  package init(
    _ folder: String, working: String = "", isBelow: @escaping (String) -> Bool = { _ in true }
  ) {
    var path = folder[...]
    if !working.isEmpty, path.hasPrefix(working + "/") || path == working {
      path = path.dropFirst(working.count)
      path = path.drop { $0 == "/" }
    }
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    if path == "." { path = "" }
    prefix = path.isEmpty || path.hasSuffix("/") ? String(path) : path + "/"
    self.isBelow = isBelow
  }

  package func path(of file: String) -> String { isBelow(file) ? prefix + file : file }
}
