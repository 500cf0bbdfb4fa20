import CMarkShim

/// The numbers that the library's extensions gave their node types in this process.
struct NodeTypes: Sendable {
  let table: UInt32
  let tableRow: UInt32
  let tableCell: UInt32
  let strikethrough: UInt32
  let isInterposed: Bool

  init(_ setup: nm_setup) {
    table = setup.table
    tableRow = setup.table_row
    tableCell = setup.table_cell
    strikethrough = setup.strikethrough
    isInterposed = setup.interposed
  }
}

extension MarkdownParser {
  /// Whether our thread-safe function took the library's place; if not, a mutex guards it.
  package static var isLockFree: Bool { nm_prepare().interposed }
}
