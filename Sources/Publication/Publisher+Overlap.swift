import Glibc

extension Publisher {
  /// Throws if the output folder is the content folder, inside it or around it.
  ///
  /// Else a build would read its own output, or put its output in the place of the content.
  package static func refuseOverlap(output: String, content: String) throws(PublishError) {
    guard overlap(output, content) else { return }
    throw PublishError(
      "publish.overlap", .usage,
      "Nơi xuất bản “\(output)” và thư mục nội dung “\(content)” nằm lồng vào nhau.",
      help: "Hãy chọn một thư mục nằm ngoài thư mục nội dung bằng --output.")
  }

  /// Whether one folder is the other or lies in it.
  static func overlap(_ one: String, _ other: String) -> Bool {
    let (a, b) = (resolved(one), resolved(other))
    return a.starts(with: b) || b.starts(with: a)
  }

  /// The parts of the real path; parts that do not exist yet are taken as written.
  private static func resolved(_ path: String) -> [Substring] {
    var missing: [Substring] = []
    var known = path
    while true {
      if let real = unsafe realpath(known.isEmpty ? "." : known, nil) {
        defer { unsafe free(real) }
        return unsafe String(cString: real).split(separator: "/") + missing.reversed()
      }
      if known.isEmpty { return missing.reversed() }
      let slash = known.utf8.lastIndex(of: UInt8(ascii: "/"))
      let name = slash.map { known[known.utf8.index(after: $0)...] } ?? known[...]
      if !name.isEmpty, name != "." { missing.append(name) }
      guard let slash else { known = ""; continue }
      known = slash == known.startIndex ? "/" : String(known[..<slash])
    }
  }
}
