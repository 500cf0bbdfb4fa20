/// The marker of an output folder of ours: a first line that says so, then every file, one a line.
///
/// Paths never hold a line feed (`OutputPath.fault`), so lines need no escaping.
struct Manifest: Sendable {
  private static let head = "neuguong 1\n"

  var paths: Set<String>
  /// The file as it is on the disk, or is to be.
  var bytes: [UInt8]

  /// The manifest of a new output.
  init(of paths: [String]) {
    self.paths = Set(paths)
    bytes = Array(Self.head.utf8)
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Reads the marker of an old output; nil if it is not one that we wrote.
  init?(reading bytes: [UInt8]) {
    let head = Array(Self.head.utf8)
    guard bytes.starts(with: head), bytes.last == UInt8(ascii: "\n") else { return nil }
    self.bytes = bytes
    paths = []
    for line in bytes[head.count...].split(separator: UInt8(ascii: "\n")) {
      guard let path = String(validating: line, as: UTF8.self) else { return nil }
      paths.insert(path)
    }
  }
}
