import Diagnostics

/// A parsed text as plain values: all nodes in reading order in one array, all strings in one buffer.
///
/// Nodes are trivial values that point into `text`, so a document of any depth is made, copied and
/// dropped without recursion and without one allocation a node.
package struct MarkdownDocument: Sendable {
  /// A node's place in `nodes`; 0 is the document itself.
  package typealias NodeID = Int

  /// A run of bytes in `text`.
  package struct Text: Sendable, Hashable {
    package var offset: Int32
    package var length: Int32

    package static let empty = Text(offset: 0, length: 0)
    package var isEmpty: Bool { length == 0 }
    var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
  }

  /// Where a node stands: lines count from the start of the file, columns in bytes, both from 1.
  ///
  /// All zero where the library knows no position (such as an e-mail address made a link).
  package struct SourcePosition: Sendable, Hashable {
    package var line: Int32
    package var column: Int32
    package var endLine: Int32
    package var endColumn: Int32

    package static let unknown = SourcePosition(line: 0, column: 0, endLine: 0, endColumn: 0)
  }

  package struct Node: Sendable {
    package var kind: Kind
    package var location: SourcePosition
    /// The parent's id; -1 for the document.
    package var parent: Int32
    /// One past the last node inside this one.
    package var end: Int32
  }

  /// Every node, a parent before its children: the document itself is the first.
  package internal(set) var nodes: [Node] = []
  /// The bytes (UTF-8) of every literal, address and title.
  package internal(set) var text: [UInt8] = []
  /// The notes in the order of their numbers; node ids of kind `footnoteDefinition`.
  package internal(set) var footnotes: [NodeID] = []
  package internal(set) var file = ""
  package internal(set) var firstLine = 1
  /// The bytes that were parsed, kept for columns in characters and for excerpts.
  package internal(set) var source: ArraySlice<UInt8> = []

  /// An empty document.
  package init() {
    nodes = [Node(kind: .document, location: .unknown, parent: -1, end: 1)]
  }

  package var isEmpty: Bool { nodes.count <= 1 }
  package static var root: NodeID { 0 }

  package subscript(_ id: NodeID) -> Node { nodes[id] }

  /// The bytes of a run; valid as long as the document is not changed.
  package func bytes(_ text: Text) -> ArraySlice<UInt8> { self.text[text.range] }

  package func string(_ text: Text) -> String {
    String(decoding: self.text[text.range], as: UTF8.self)
  }
}

extension MarkdownDocument {
  /// What a node is, with what it carries.
  package enum Kind: Sendable, Hashable {
    case document
    case heading(level: Int)
    case paragraph
    case blockQuote
    case list(ListStyle)
    /// `task` is nil for an ordinary item, else whether its box is ticked.
    case item(task: Bool?)
    case codeBlock(info: Text, literal: Text)
    case htmlBlock(Text)
    case thematicBreak
    /// One byte a column in `alignments`; read it with `alignments(of:)`.
    case table(alignments: Text)
    case tableRow(isHeader: Bool)
    case tableCell
    case footnoteDefinition(Footnote)
    case text(Text)
    case softBreak
    case lineBreak
    case code(Text)
    case htmlInline(Text)
    case emphasis
    case strong
    case strikethrough
    case link(url: Text, title: Text)
    case image(url: Text, title: Text)
    case footnoteReference(Footnote)
  }

  package struct ListStyle: Sendable, Hashable {
    package enum Delimiter: UInt8, Sendable, Hashable { case none, period, parenthesis }

    package var isOrdered: Bool
    package var isTight: Bool
    package var delimiter: Delimiter
    package var start: Int32
  }

  /// A note or a mention of one.
  package struct Footnote: Sendable, Hashable {
    /// The label as it stands in an address (escaped).
    package var anchor: Text
    /// The number shown, from 1 in the order of first mention.
    package var ordinal: Int32
    /// Of a mention which one of this note it is, of a note how many mentions it has.
    package var count: Int32
  }

  package enum Alignment: UInt8, Sendable, Hashable { case none, left, center, right }

  package func alignments(of id: NodeID) -> [Alignment] {
    guard case .table(let run) = nodes[id].kind else { return [] }
    return text[run.range].map { byte in
      switch byte {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }
}
