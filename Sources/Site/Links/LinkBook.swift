import Diagnostics

/// What the pages rendered so far point at, and the ids that they have.
///
/// Each worker fills its own; they are added up and checked when all pages are there, since only then
/// it is known what a link may point at. An address that many pages share is kept once.
package struct LinkBook: Sendable {
  /// An address within the site with a place on its page; empty for the page itself.
  struct Target: Hashable, Sendable {
    var path: String
    var fragment: String
  }

  /// Pages on which a target with a fragment is remembered; messages need no more.
  static let pageLimit = 50

  private(set) var targets: [Target: [Int]] = [:]
  private(set) var ids: [Int: [String]] = [:]
  private(set) var problems = DiagnosticBag()
  /// Fingerprints of plain links that are in the book, so that a menu costs no text on each page.
  private var seen: Set<UInt64> = []

  package init() {}

  /// - Parameters:
  ///   - number: the page's place in the plan.
  ///   - basePath: what an address from the root of the server begins with.
  mutating func add(
    _ html: ArraySlice<UInt8>, path: String, number: Int, basePath: String
  ) {
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    let base = Array(basePath.utf8)
    var found: [String] = []
    var own = self
    self = LinkBook()
    LinkScan.run(html) { attribute, value in
      switch attribute {
      case .id: found.append(String(decoding: value, as: UTF8.self))
      case .link: own.link(value, from: path, number, depth: depth, base: base)
      }
    }
    var once = Set<String>()
    for id in found where !once.insert(id).inserted {
      own.problems.error(
        "page.same-id", at: Location(file: path), "Trang có hai chỗ cùng mang id “\(id)”.",
        help: "Đổi tiêu đề hoặc sửa mẫu; liên kết “#\(id)” chỉ tới được chỗ đầu.")
    }
    own.ids[number] = found
    self = own
  }

  private mutating func link(
    _ value: ArraySlice<UInt8>, from path: String, _ number: Int, depth: Int, base: [UInt8]
  ) {
    guard let first = value.first else { return }
    let hash = UInt8(ascii: "#")
    var rest = value
    if first == hash {
      let fragment = Self.text(value.dropFirst())
      if !fragment.isEmpty { note(Target(path: path, fragment: fragment), number) }
      return
    }
    // Our own links climb to the root first: what follows is the same on every page.
    for _ in 0..<depth where rest.starts(with: Self.up) { rest = rest.dropFirst(3) }
    let climbed = (value.count - rest.count) / 3
    var isRooted = climbed == depth
    if first == UInt8(ascii: "/") {
      guard value.starts(with: base), !value.starts(with: Self.network) else { return }
      rest = value.dropFirst(base.count)
      isRooted = true
    }
    if isRooted, !rest.contains(hash), !rest.starts(with: Self.up) {
      guard seen.insert(Self.fingerprint(rest)).inserted else { return }
    }
    let text = Self.text(rest)
    if !isRooted || climbed == 0, Address.isExternal(text) { return }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].prefix { $0 != "?" }
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    let target =
      isRooted
      ? Address.path(ofRooted: address)
      : Address.resolve(Self.text(value).prefix { $0 != "#" && $0 != "?" }, against: path)
    note(Target(path: target ?? text, fragment: fragment), number)
  }

  private mutating func note(_ target: Target, _ number: Int) {
    let count = targets[target]?.count ?? 0
    // A page is looked for once; a place on it may be named by texts of many pages.
    if count < (target.fragment.isEmpty ? 1 : Self.pageLimit) {
      targets[target, default: []].append(number)
    }
  }

  package mutating func merge(_ other: LinkBook) {
    for (target, pages) in other.targets { targets[target, default: []] += pages }
    ids.merge(other.ids) { first, _ in first }
    problems.add(contentsOf: other.problems)
  }

  private static let up = Array("../".utf8)
  private static let network = Array("//".utf8)

  private static func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The text of an address as it stands in HTML: references and percent signs undone.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "%") }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var out: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte == UInt8(ascii: "&"),
        let (name, letter) = references.first(where: { bytes[i...].starts(with: $0.name) })
      {
        out.append(letter)
        i += name.count
      } else if byte == UInt8(ascii: "%"), i + 2 < bytes.endIndex,
        let high = digit(bytes[i + 1]), let low = digit(bytes[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(byte)
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let references: [(name: [UInt8], letter: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
  ].map { (Array($0.0.utf8), $0.1) }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
