import CMarkShim
import Glibc

/// Copies the library's tree into flat arrays, without recursion.
struct TreeCopier {
  typealias Text = MarkdownDocument.Text

  private let types: NodeTypes
  private let lineShift: Int32
  private(set) var nodes: [MarkdownDocument.Node] = []
  private(set) var text: [UInt8] = []
  private(set) var footnotes: [Int] = []

  init(types: NodeTypes, firstLine: Int, sourceCount: Int) {
    self.types = types
    lineShift = Int32(clamping: firstLine &- 1)
    text.reserveCapacity(sourceCount)
    nodes.reserveCapacity(sourceCount / 20 + 8)
  }

  /// Walks down first children and along siblings; an exit fills in the node's end.
  ///
  /// False, with the copy broken off, if the tree is deeper than allowed.
  mutating func copy(_ root: OpaquePointer, maximumDepth: Int) -> Bool {
    var current = unsafe root
    var depth = 1
    var parent: Int32 = -1
    while true {
      let id = Int32(nodes.count)
      unsafe append(current, parent: parent)
      if let child = unsafe cmark_node_first_child(current) {
        unsafe current = child
        parent = id
        depth += 1
        if depth > maximumDepth { return false }
        continue
      }
      var open = id
      while true {
        nodes[Int(open)].end = Int32(nodes.count)
        if open == 0 { return true }
        if let sibling = unsafe cmark_node_next(current) {
          unsafe current = sibling
          parent = nodes[Int(open)].parent
          break
        }
        guard let up = unsafe cmark_node_parent(current) else { return false }
        unsafe current = up
        depth -= 1
        open = nodes[Int(open)].parent
      }
    }
  }

  private mutating func append(_ node: OpaquePointer, parent: Int32) {
    let kind = unsafe kind(of: node)
    let id = nodes.count
    unsafe nodes.append(
      MarkdownDocument.Node(kind: kind, location: position(of: node), parent: parent, end: 0))
    if case .footnoteDefinition = kind { footnotes.append(id) }
  }

  private func position(of node: OpaquePointer) -> MarkdownDocument.SourcePosition {
    let line = unsafe cmark_node_get_start_line(node)
    guard line > 0 else { return .unknown }
    return unsafe MarkdownDocument.SourcePosition(
      line: line &+ lineShift, column: cmark_node_get_start_column(node),
      endLine: cmark_node_get_end_line(node) &+ lineShift,
      endColumn: cmark_node_get_end_column(node))
  }

  // MARK: Strings

  mutating func put(_ bytes: ArraySlice<UInt8>) -> Text {
    if bytes.isEmpty { return .empty }
    let offset = Int32(truncatingIfNeeded: text.count)
    text.append(contentsOf: bytes)
    return Text(offset: offset, length: Int32(truncatingIfNeeded: bytes.count))
  }

  private mutating func put(_ string: UnsafePointer<CChar>?) -> Text {
    guard let string = unsafe string else { return .empty }
    let count = unsafe strlen(string)
    if count == 0 { return .empty }
    let offset = text.count
    unsafe string.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe text.append(contentsOf: UnsafeBufferPointer(start: $0, count: count))
    }
    return Text(offset: Int32(truncatingIfNeeded: offset), length: Int32(truncatingIfNeeded: count))
  }

  // MARK: Kinds

  private mutating func kind(of node: OpaquePointer) -> MarkdownDocument.Kind {
    let type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return unsafe .text(put(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_LINK:
      return unsafe .link(
        url: put(cmark_node_get_url(node)), title: put(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return unsafe .image(
        url: put(cmark_node_get_url(node)), title: put(cmark_node_get_title(node)))
    case CMARK_NODE_CODE: return unsafe .code(put(cmark_node_get_literal(node)))
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_HEADING:
      return unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LIST: return unsafe .list(listStyle(of: node))
    case CMARK_NODE_ITEM:
      if unsafe cmark_node_get_syntax_extension(node) == nil { return .item(task: nil) }
      return unsafe .item(task: cmark_gfm_extensions_get_tasklist_item_checked(node))
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_CODE_BLOCK:
      return unsafe .codeBlock(
        info: put(cmark_node_get_fence_info(node)), literal: put(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: return unsafe .htmlBlock(put(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return unsafe .htmlInline(put(cmark_node_get_literal(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return unsafe .footnoteDefinition(definition(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return unsafe .footnoteReference(reference(node))
    case CMARK_NODE_DOCUMENT: return .document
    default: break
    }
    if type.rawValue == types.tableCell { return .tableCell }
    if type.rawValue == types.tableRow {
      return unsafe .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    }
    if type.rawValue == types.table { return unsafe .table(alignments: alignments(of: node)) }
    if type.rawValue == types.strikethrough { return .strikethrough }
    return .paragraph
  }

  private func listStyle(of node: OpaquePointer) -> MarkdownDocument.ListStyle {
    let delimiter: MarkdownDocument.ListStyle.Delimiter =
      switch unsafe cmark_node_get_list_delim(node) {
      case CMARK_PERIOD_DELIM: .period
      case CMARK_PAREN_DELIM: .parenthesis
      default: .none
      }
    return unsafe MarkdownDocument.ListStyle(
      isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
      isTight: cmark_node_get_list_tight(node) != 0, delimiter: delimiter,
      start: cmark_node_get_list_start(node))
  }

  private mutating func alignments(of node: OpaquePointer) -> Text {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
    guard count > 0, let columns = unsafe cmark_gfm_extensions_get_table_alignments(node) else {
      return .empty
    }
    let offset = text.count
    unsafe text.append(contentsOf: UnsafeBufferPointer(start: columns, count: count))
    return Text(offset: Int32(truncatingIfNeeded: offset), length: Int32(truncatingIfNeeded: count))
  }
}
