import Diagnostics

extension MarkdownParser {
  /// What a text may hold; beyond it the library's time or memory would grow out of proportion.
  ///
  /// Debian's version knows few limits of its own: a table of 30 000 columns, `a|-` repeated or one
  /// reference named often take it seconds or gigabytes. Whatever a person writes stays far below.
  package struct Limits: Sendable, Hashable {
    /// Bytes of one text.
    package var maximumBytes = 2 << 20
    /// Quotations, lists and notes one inside the other; the tree is at most twice as deep.
    package var maximumDepth = 100
    /// Columns of one table.
    package var maximumColumns = 256
    /// Cells of all tables together, with those that short rows are filled up with.
    package var maximumCells = 200_000
    /// Byte steps that searching a paragraph for a table or for e-mail addresses may take.
    package var maximumSteps = 300_000_000

    package init() {}
    package static let `default` = Limits()

    /// Bytes the library may take: some 60 times the text is usual, 350 times the most that
    /// small cells need.
    func maximumMemory(for count: Int) -> Int { (32 << 20) + count * 400 }
  }
}

extension MarkdownParser.Limits {
  /// A limit that a text breaks; `line` counts from 0 in the text.
  enum Excess: Sendable, Hashable {
    case bytes
    case memory
    case depth(line: Int)
    case columns(line: Int)
    case cells(line: Int)
    case steps(line: Int)

    func diagnostic(file: String, firstLine: Int, limits: MarkdownParser.Limits) -> Diagnostic {
      func at(_ line: Int) -> Location { Location(file: file, line: firstLine &+ line) }
      switch self {
      case .bytes:
        return Diagnostic(
          "markdown.too-large", at: Location(file: file),
          "Bài viết quá dài: mỗi bài chỉ được tối đa \(limits.maximumBytes >> 10) KB.",
          help: "Hãy tách bài thành nhiều tệp.")
      case .memory:
        return Diagnostic(
          "markdown.too-large", at: Location(file: file),
          "Bài viết quá phức tạp nên không thể xử lý.",
          help: "Hãy bớt số ô của bảng, số liên kết dùng chung, hoặc tách bài thành nhiều tệp.")
      case .depth(let line):
        return Diagnostic(
          "markdown.too-deep", at: at(line),
          "Các phần lồng vào nhau quá sâu: chỉ được tối đa \(limits.maximumDepth) tầng.",
          help: "Hãy bớt các dấu lồng nhau như “>”, “-”, “*” hoặc “[”.")
      case .columns(let line):
        return Diagnostic(
          "markdown.too-large", at: at(line),
          "Bảng có quá nhiều cột: chỉ được tối đa \(limits.maximumColumns) cột.",
          help: "Hãy tách thành nhiều bảng hẹp hơn.")
      case .cells(let line):
        return Diagnostic(
          "markdown.too-large", at: at(line),
          "Các bảng trong bài có quá nhiều ô: chỉ được tối đa \(limits.maximumCells) ô.",
          help: "Hãy tách bảng ra nhiều bài, hoặc đặt số liệu vào tệp dữ liệu.")
      case .steps(let line):
        return Diagnostic(
          "markdown.too-large", at: at(line), "Đoạn văn kết thúc ở đây quá dài và quá rối.",
          help: "Hãy chia đoạn bằng dòng trống; hãy kiểm tra các dòng chỉ có dấu “|”, “-”, “:”.")
      }
    }
  }

  func excess(in source: ArraySlice<UInt8>) -> Excess? {
    if source.count > maximumBytes { return .bytes }
    return unsafe source.withUnsafeBufferPointer { bytes in
      var scan = unsafe LimitScan(limits: self, bytes: bytes)
      return scan.run()
    }
  }
}
