/// One file of the output, as bytes, with the name of what made it.
package struct OutputFile: Sendable {
  /// Place inside the output folder: relative, `/` between parts.
  package var path: String
  package var bytes: [UInt8]
  /// What made the file, in words that a user knows (such as the content file); for messages.
  package var origin: String

  package init(path: String, bytes: [UInt8], origin: String) {
    self.path = path
    self.bytes = bytes
    self.origin = origin
  }
}

/// The rule for a path that may be written below the output folder.
package enum OutputPath {
  /// Bytes that one part may have; the limit of every common file system.
  package static let longestPart = 255
  /// Bytes that the whole path may have; leaves room for the user's own folders below `PATH_MAX`.
  package static let longest = 1024
  /// The file at the root of the output that says the folder is ours, with the list of files.
  package static let marker = ".neuguong"

  /// Why `path` may not be written, in Vietnamese, or nil if it is safe.
  package static func fault(in path: String) -> String? {
    var path = path
    return path.withUTF8 { unsafe fault(in: Span(_unsafeElements: $0)) }
  }

  private static func fault(in bytes: Span<UInt8>) -> String? {
    if bytes.isEmpty { return "đường dẫn rỗng" }
    if bytes.count > longest { return "đường dẫn dài quá \(longest) byte" }
    if bytes[0] == UInt8(ascii: "/") { return "đường dẫn tuyệt đối" }
    var start = 0
    var offset = 0
    while offset <= bytes.count {
      if offset == bytes.count || bytes[offset] == UInt8(ascii: "/") {
        let length = offset - start
        if length == 0 { return "có một phần rỗng giữa hai dấu “/”" }
        if length > longestPart { return "có một phần dài quá \(longestPart) byte" }
        let dots = UInt8(ascii: ".")
        if length == 1, bytes[start] == dots { return "có phần “.”" }
        if length == 2, bytes[start] == dots, bytes[start + 1] == dots { return "có phần “..”" }
        start = offset + 1
      } else if bytes[offset] < 0x20 || bytes[offset] == 0x7F {
        return "có ký tự điều khiển"
      } else if bytes[offset] == UInt8(ascii: "\\") {
        return "có dấu “\\”"
      }
      offset += 1
    }
    return nil
  }

  /// The folder that holds `path`, empty for the root.
  static func folder(of path: String) -> Substring {
    let utf8 = path.utf8
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[..<slash]
  }

  /// The form under which two paths are one file on a disk that ignores letter case.
  static func folded(_ path: String) -> String {
    for byte in path.utf8 where byte >= 0x80 || (0x41...0x5A).contains(byte) {
      return path.lowercased()
    }
    return path
  }
}
