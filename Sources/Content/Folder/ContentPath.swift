/// Paths below the root of the content folder, as its files name each other.
package enum ContentPath {
  /// `target` seen from the folder of `file`, with `.` and `..` worked out; nil above the root.
  package static func resolve(_ target: Substring, against file: String) -> String? {
    var parts = file.split(separator: "/", omittingEmptySubsequences: true).dropLast().map(
      String.init)
    for part in target.split(separator: "/", omittingEmptySubsequences: true) {
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
