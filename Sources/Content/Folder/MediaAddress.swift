/// How a text names a picture or a document of the content folder.
package enum MediaAddress {
  /// The files that an address in `file` may mean, the likeliest first.
  ///
  /// From the root of the folder, in `media/`, beside the text; none leads out of the folder.
  package static func candidates(for url: String, in file: String) -> [String] {
    let plain = url.utf8.contains(UInt8(ascii: "%")) ? decoded(url) : url
    let path = plain.drop { $0 == "/" }
    var found: [String] = []
    for candidate in [
      ContentPath.resolve(path, against: ""), ContentPath.resolve("media/" + path, against: ""),
      ContentPath.resolve(path, against: file),
    ] {
      if let candidate, !candidate.isEmpty, !found.contains(candidate) { found.append(candidate) }
    }
    return found
  }

  /// `anh%20lop.jpg` → `anh lop.jpg`; what is no UTF-8 then stays as it is.
  private static func decoded(_ url: String) -> String {
    let bytes = Array(url.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count,
        let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(validating: out, as: UTF8.self) ?? url
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
