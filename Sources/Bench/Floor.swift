import Diagnostics
import Markdown

/// The least that any generator of ours must do: read, parse, render and write, on one thread.
///
/// It writes as many files of the same sizes as a real build wrote (the plan), filled with the
/// rendered stories, so that the file system has the same work to do.
struct Floor {
  var content: String
  var output: String
  /// File with the size and path of each file to write.
  var plan: String

  func run() throws(BenchError) {
    var pages: [[UInt8]] = []
    for file in Files.list("\(content)/stories") {
      pages.append(try render(Files.read("\(content)/stories/\(file.path)"), file.path))
    }
    var next = pages.makeIterator()
    var folders: Set<Substring> = []
    for line in try Files.read(plan).split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
      guard words.count == 2, let size = Int(words[0]), size >= 0 else {
        throw BenchError("kế hoạch tệp sai dạng")
      }
      let path = words[1]
      let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
      if folders.insert(folder).inserted { try Files.makeFolder("\(output)/\(folder)") }
      try Files.write("\(output)/\(path)", fill(next.next() ?? [], to: size))
    }
  }

  private func render(_ bytes: [UInt8], _ path: String) -> [UInt8] {
    var out: [UInt8] = []
    var problems = DiagnosticBag()
    let document = MarkdownParser().parse(body(of: bytes), file: path, into: &problems)
    HTMLWriter().write(document, into: &out)
    return out
  }

  /// What follows the front matter.
  private func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let fence = Array("\n---\n".utf8)
    var index = 3
    while index + fence.count <= bytes.count {
      if bytes[index] == 0x0A, bytes[index...].starts(with: fence) {
        return bytes[(index + fence.count)...]
      }
      index += 1
    }
    return bytes[...]
  }

  private func fill(_ bytes: [UInt8], to size: Int) -> [UInt8] {
    if bytes.count >= size { return Array(bytes[..<size]) }
    return bytes + [UInt8](repeating: 0x20, count: size - bytes.count)
  }
}
