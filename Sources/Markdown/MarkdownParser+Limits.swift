import Diagnostics

extension MarkdownParser {
  /// What a text may hold; beyond it the library's time or memory would grow out of proportion.
  package struct Limits: Sendable, Hashable {
    /// Bytes of one text.
    package var maximumBytes = 4 << 20
    /// Bytes the library may take for one text.
    package var maximumMemory = 512 << 20

    package init() {}
    package static let `default` = Limits()
  }
}

extension MarkdownParser.Limits {
  /// The first limit that a text breaks.
  enum Excess: Sendable, Hashable {
    case bytes
    case memory

    func diagnostic(file: String, firstLine: Int, limits: MarkdownParser.Limits) -> Diagnostic {
      switch self {
      case .bytes:
        Diagnostic(
          "markdown.too-large", at: Location(file: file),
          "Bài viết quá dài: mỗi bài chỉ được tối đa \(limits.maximumBytes >> 10) KB.",
          help: "Hãy tách bài thành nhiều tệp.")
      case .memory:
        Diagnostic(
          "markdown.too-large", at: Location(file: file),
          "Bài viết quá phức tạp nên không thể xử lý.",
          help: "Hãy bớt số ô của bảng hoặc tách bài thành nhiều tệp.")
      }
    }
  }

  func excess(in source: ArraySlice<UInt8>) -> Excess? {
    source.count > maximumBytes ? .bytes : nil
  }
}
