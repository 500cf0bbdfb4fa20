/// Turns the links of a page towards what the site of a part holds.
///
/// It works on the bytes of the finished page, so that no template has to know of parts: a link to
/// what only the whole site has becomes an absolute one, or plain text where the address of the
/// whole is not known.
struct PartLinks {
  let part: PartScope
  /// Paths that the part holds.
  let held: Set<String>
  /// Path of the page.
  let path: String
  /// The path part of the address under which the part is published, from slash to slash.
  let basePath: String
  /// Files of the whole site that the page shows and that must go with it.
  private(set) var assets: Set<String> = []

  init(plan: SitePlan, part: PartScope, path: String) {
    self.part = part
    self.path = path
    held = plan.paths
    basePath = plan.model.basePath
  }

  mutating func turn(_ html: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count + 256)
    var isUnlinked = false
    var i = html.startIndex
    while let open = html[i...].firstIndex(of: UInt8(ascii: "<")) {
      out += html[i..<open]
      guard let tag = HTMLTag(html[open...]) else {
        out.append(html[open])
        i = open + 1
        continue
      }
      i = tag.end
      if tag.isClosing {
        if isUnlinked, tag.name == "a" {
          out += Array("</span>".utf8)
          isUnlinked = false
        } else {
          out += html[open..<tag.end]
        }
        continue
      }
      switch turned(tag, html) {
      case .kept: out += html[open..<tag.end]
      case .dropped: break
      case .written(let bytes): out += bytes
      case .unlinked:
        isUnlinked = true
        out += Array("<span".utf8)
        for attribute in tag.attributes where attribute.name == "class" {
          out += Array(" class=\"".utf8) + html[attribute.value] + Array("\"".utf8)
        }
        out.append(UInt8(ascii: ">"))
      }
      if tag.holdsRawText {
        let end = tag.endOfRawText(in: html)
        out += html[tag.end..<end]
        i = end
      }
    }
    out += html[i...]
    return out
  }

  private enum Turned {
    case kept, dropped, unlinked
    case written([UInt8])
  }

  private mutating func turned(_ tag: HTMLTag, _ html: ArraySlice<UInt8>) -> Turned {
    var changes: [(range: Range<Int>, text: String)] = []
    for attribute in tag.attributes {
      guard HTMLTag.linking.contains(attribute.name) else { continue }
      let value = String(decoding: html[attribute.value], as: UTF8.self)
      if attribute.name == "srcset" {
        for candidate in value.split(separator: ",") {
          let url = candidate.split(separator: " ").first ?? ""
          _ = place(of: url, isShown: true)
        }
        continue
      }
      switch place(of: value[...], isShown: attribute.name != "href") {
      case .here: continue
      case .there(let url): changes.append((attribute.value, url))
      case .nowhere:
        if tag.name == "a" { return .unlinked }
        if tag.name == "link" { return .dropped }
      }
    }
    if changes.isEmpty { return .kept }
    var out: [UInt8] = []
    var i = tag.start
    for change in changes {
      out += html[i..<change.range.lowerBound]
      out += Array(change.text.utf8)
      i = change.range.upperBound
    }
    return .written(out + html[i..<tag.end])
  }

  private enum Place {
    case here, nowhere
    case there(String)
  }

  /// - Parameter isShown: whether the page itself shows the file, as it does a picture.
  private mutating func place(of url: Substring, isShown: Bool) -> Place {
    if url.isEmpty || url.hasPrefix("#") || Address.isExternal(String(url)) { return .here }
    let end = url.firstIndex { $0 == "#" || $0 == "?" } ?? url.endIndex
    let rest = url[end...]
    // What lies beside the part, such as the reports of a bundle, is linked as the plan names it.
    let prefix = Address.prefix(from: path)
    if url.hasPrefix("\(prefix)../"), held.contains(String(url[..<end].dropFirst(prefix.count))) {
      return .here
    }
    guard let target = target(of: url[..<end]) else { return .nowhere }
    if held.contains(target) { return .here }
    let inPart = part.path(inPart: target)
    if inPart != target {
      return .there((url.hasPrefix("/") ? basePath : prefix) + inPart + rest)
    }
    if isShown || target.hasPrefix("media/") || target.hasPrefix("assets/") {
      assets.insert(target)
      return .here
    }
    guard part.paths.contains(target), let base = part.base else { return .nowhere }
    return .there(base + Address.pretty(target) + rest)
  }

  private func target(of url: Substring) -> String? {
    if url.isEmpty { return path }
    guard url.hasPrefix("/") else { return Address.resolve(url, against: path) }
    return url.hasPrefix(basePath)
      ? Address.path(ofRooted: url.dropFirst(basePath.count)) : Address.path(ofRooted: url)
  }
}

/// A tag in the text of a page: its name and where the values of its attributes lie.
private struct HTMLTag {
  struct Attribute {
    var name: String
    var value: Range<Int>
  }

  /// Attributes that name a file.
  static let linking: Set<String> = ["href", "src", "srcset", "poster", "action"]

  let start: Int
  let name: String
  let isClosing: Bool
  private(set) var attributes: [Attribute] = []
  /// Behind its `>`.
  private(set) var end: Int

  /// Nil where the text is no tag, or a comment.
  init?(_ html: ArraySlice<UInt8>) {
    start = html.startIndex
    var i = start + 1
    isClosing = i < html.endIndex && html[i] == UInt8(ascii: "/")
    if isClosing { i += 1 }
    let first = i
    while i < html.endIndex, Self.isLetterOrDigit(html[i]) { i += 1 }
    if i == first { return nil }
    name = String(decoding: html[first..<i], as: UTF8.self).lowercased()
    end = i
    while i < html.endIndex, html[i] != UInt8(ascii: ">") {
      if Self.isSpace(html[i]) || html[i] == UInt8(ascii: "/") {
        i += 1
        continue
      }
      let name = i
      while i < html.endIndex, !Self.isSpace(html[i]), html[i] != UInt8(ascii: "="),
        html[i] != UInt8(ascii: ">")
      {
        i += 1
      }
      let word = String(decoding: html[name..<i], as: UTF8.self).lowercased()
      guard i < html.endIndex, html[i] == UInt8(ascii: "=") else { continue }
      i += 1
      guard i < html.endIndex else { return nil }
      let quote = html[i]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = html[(i + 1)...].firstIndex(of: quote) else { return nil }
        attributes.append(Attribute(name: word, value: i + 1..<close))
        i = close + 1
      } else {
        let value = i
        while i < html.endIndex, !Self.isSpace(html[i]), html[i] != UInt8(ascii: ">") { i += 1 }
        attributes.append(Attribute(name: word, value: value..<i))
      }
    }
    guard i < html.endIndex else { return nil }
    end = i + 1
  }

  var holdsRawText: Bool { !isClosing && (name == "script" || name == "style") }

  func endOfRawText(in html: ArraySlice<UInt8>) -> Int {
    var i = end
    while let open = html[i...].firstIndex(of: UInt8(ascii: "<")) {
      if html[open...].starts(with: Array("</\(name)".utf8)) { return open }
      i = open + 1
    }
    return html.endIndex
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57)
  }
}
