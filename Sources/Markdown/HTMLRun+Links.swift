extension HTMLRun {
  mutating func openLink(_ url: Text, _ title: Text) {
    put("<a href=\"")
    let rewritten = options.linkRewriter.flatMap { $0(document.string(url), false) }
    address(url, rewritten, isImage: false)
    titleAttribute(title)
    out.append(UInt8(ascii: "\""))
    if options.marksOutboundLinks, isOutbound(url, rewritten) {
      put(" rel=\"noopener noreferrer\"")
    }
    out.append(UInt8(ascii: ">"))
  }

  /// A picture: its inside is not shown but becomes the text in its place.
  mutating func image(_ id: Int, _ node: Node, _ url: Text, _ title: Text) {
    if let ready = options.pictures[id] {
      out += ready
      return
    }
    put("<img src=\"")
    let rewritten = options.linkRewriter.flatMap { $0(document.string(url), true) }
    address(url, rewritten, isImage: true)
    put("\" alt=\"")
    for inner in document.nodes[(id + 1)..<Int(node.end)] {
      switch inner.kind {
      case .text(let text), .code(let text), .htmlInline(let text): escape(text)
      case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
      default: break
      }
    }
    titleAttribute(title)
    out.append(UInt8(ascii: "\""))
    if let attributes = options.imageAttributes {
      for (name, value) in attributes(rewritten ?? document.string(url)) {
        out.append(UInt8(ascii: " "))
        put(string: name)
        put("=\"")
        escape(string: value)
        out.append(UInt8(ascii: "\""))
      }
    }
    if options.lazyImages { put(" loading=\"lazy\"") }
    put(" />")
  }

  private mutating func titleAttribute(_ title: Text) {
    if title.isEmpty { return }
    put("\" title=\"")
    escape(title)
  }

  private mutating func address(_ url: Text, _ rewritten: String?, isImage: Bool) {
    if let rewritten {
      if options.allowsRawHTML || AddressCheck.isSafe(rewritten.utf8) {
        escape(href: rewritten)
      }
    } else if options.allowsRawHTML || AddressCheck.isSafe(document.text[url.range]) {
      escape(href: url)
    }
  }

  private func isOutbound(_ url: Text, _ rewritten: String?) -> Bool {
    if let rewritten { return AddressCheck.isOutbound(rewritten.utf8) }
    return AddressCheck.isOutbound(document.text[url.range])
  }

  // MARK: Raw HTML

  mutating func rawHTML(_ text: Text, isBlock: Bool) {
    if !options.allowsRawHTML {
      put("<!-- raw HTML omitted -->")
    } else if !options.filtersTags {
      put(raw: text)
    } else {
      let bytes = document.bytes(text)
      for place in bytes.indices {
        if bytes[place] == UInt8(ascii: "<"), isBlock || place == bytes.startIndex,
          TagFilter.disarms(bytes[place...])
        {
          put("&lt;")
        } else {
          out.append(bytes[place])
        }
      }
    }
  }
}

/// Tells addresses that a reader may follow from those that run code or reach local files.
package enum AddressCheck {
  private static let refused: [StaticString] = ["javascript:", "vbscript:", "file:", "data:"]
  private static let pictures: [StaticString] = ["png", "gif", "jpeg", "webp"]

  /// Whether an address is harmless; `data:` only for the common kinds of pictures.
  ///
  /// Browsers skip controls and blanks in the scheme, so they are skipped here too. The library
  /// has resolved entities and escapes before.
  package static func isSafe(_ url: some Collection<UInt8>) -> Bool {
    let plain = url.lazy.filter { $0 > 0x20 && $0 != 0x7F }
    guard let scheme = refused.first(where: { starts(plain, with: $0) }) else { return true }
    guard scheme.description == "data:", starts(plain, with: "data:image/") else { return false }
    return pictures.contains { starts(plain.dropFirst(11), with: $0) }
  }

  /// Whether an address leads to another host.
  static func isOutbound(_ url: some Collection<UInt8>) -> Bool {
    starts(url, with: "http://") || starts(url, with: "https://") || starts(url, with: "//")
  }

  private static func starts(_ bytes: some Sequence<UInt8>, with prefix: StaticString) -> Bool {
    var rest = bytes.makeIterator()
    return prefix.description.utf8.allSatisfy { wanted in
      guard let byte = rest.next() else { return false }
      return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == wanted
    }
  }
}

/// The tags that GitHub's Markdown never passes on.
enum TagFilter {
  private static let names = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]

  /// Whether the tag that begins with this `<` is one of them.
  static func disarms(_ tag: ArraySlice<UInt8>) -> Bool {
    var rest = tag.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    for name in names {
      let head = rest.prefix(name.utf8.count)
      guard head.lazy.map({ $0 | 0x20 }).elementsEqual(name.utf8) else { continue }
      let after = rest.dropFirst(name.utf8.count)
      guard let next = after.first else { return false }
      if next == 32 || (9...13).contains(next) || next == UInt8(ascii: ">") { return true }
      return next == UInt8(ascii: "/") && after.dropFirst().first == UInt8(ascii: ">")
    }
    return false
  }
}
