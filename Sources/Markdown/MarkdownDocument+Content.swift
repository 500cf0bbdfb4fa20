package import Diagnostics

extension MarkdownDocument {
  package struct Link: Sendable, Hashable {
    package var node: NodeID
    package var url: String
    package var title: String
    /// Columns in characters, as diagnostics show them.
    package var location: Location
    package var isImage: Bool
    /// The words of the link, or the text in place of the picture.
    package var alt: String
  }

  package struct Heading: Sendable, Hashable {
    package var node: NodeID
    package var level: Int
    package var text: String
    /// The id that `HTMLWriter` gives it under the same `slug`.
    package var id: String
    package var location: Location
  }

  /// The words of a subtree without any markup; a blank line between blocks, raw HTML left out.
  package func plainText(of start: NodeID = 0) -> String {
    var out: [UInt8] = []
    var ended = false
    for id in start..<Int(nodes[start].end) {
      switch nodes[id].kind {
      case .text(let text), .code(let text), .codeBlock(_, let text):
        if ended, !out.isEmpty { out.append(contentsOf: [10, 10]) }
        ended = false
        out.append(contentsOf: self.text[text.range])
      case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
      case .paragraph, .heading, .tableCell: ended = true
      default: break
      }
      if case .codeBlock = nodes[id].kind { ended = true }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The plain text of the document.
  package func plainText(of document: MarkdownDocument) -> String { document.plainText() }

  /// Every link and picture, notes included, in reading order.
  package var links: [Link] {
    var found: [Link] = []
    var columns = ColumnCounter(self)
    for (id, node) in nodes.enumerated() {
      switch node.kind {
      case .link(let url, let title), .image(let url, let title):
        var isImage = false
        if case .image = node.kind { isImage = true }
        found.append(
          Link(
            node: id, url: string(url), title: string(title),
            location: columns.location(of: known(id), opensWith: isImage ? "!" : "["),
            isImage: isImage,
            alt: plainText(of: id)))
      default: break
      }
    }
    return found
  }

  /// Every heading with the id it gets.
  package func headings(slug: (@Sendable (String) -> String?)? = nil) -> [Heading] {
    var ids = HeadingIDs(slug: slug)
    var columns = ColumnCounter(self)
    var found: [Heading] = []
    for (id, node) in nodes.enumerated() {
      guard case .heading(let level) = node.kind else { continue }
      let text = plainText(of: id)
      found.append(
        Heading(
          node: id, level: level, text: text, id: ids.next(for: text),
          location: columns.location(of: node.location)))
    }
    return found
  }

  package var headings: [Heading] { headings() }

  /// Words as a reader counts them: runs without blanks that hold a letter or digit.
  ///
  /// In Vietnamese that is the number of syllables (tiếng), which is what editors count too.
  package var wordCount: Int {
    var count = 0
    var inWord = false
    for node in nodes {
      switch node.kind {
      case .text(let text), .code(let text):
        for byte in self.text[text.range] {
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1:
            if !inWord { count += 1 }
            inWord = true
          case 9...13, 32: inWord = false
          default: break
          }
        }
      case .emphasis, .strong, .strikethrough, .link, .htmlInline: break
      default: inWord = false
      }
    }
    return count
  }

  /// Whether a paragraph holds nothing but this picture.
  package func isAlone(_ image: NodeID) -> Bool {
    let parent = Int(nodes[image].parent)
    guard parent >= 0, case .paragraph = nodes[parent].kind else { return false }
    return image == parent + 1 && nodes[image].end == nodes[parent].end
  }

  /// A node's place in the file as diagnostics show it, with the column in characters.
  package func location(of id: NodeID) -> Location {
    var columns = ColumnCounter(self)
    return columns.location(of: known(id))
  }

  /// A node's position, or the line of the nearest node before it that has one.
  private func known(_ id: NodeID) -> SourcePosition {
    if nodes[id].location.line > 0 { return nodes[id].location }
    var before = id - 1
    while before > 0, nodes[before].location.line <= 0 { before -= 1 }
    var position = SourcePosition.unknown
    if before > 0 { position.line = nodes[before].location.line }
    return position
  }
}
