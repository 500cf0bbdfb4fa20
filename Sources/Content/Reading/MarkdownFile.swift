import Campaigns
import Diagnostics
import Records
import Vietnamese

/// A Markdown file parted into its front matter, read by a schema, and its prose.
struct MarkdownFile {
  var record: Record
  var prose: Prose

  /// Nil after having told what is wrong with the file as a whole.
  init?(
    _ path: String, from source: ContentSource, as schema: Schema, into bag: inout DiagnosticBag
  ) {
    guard let bytes = source.read(path, into: &bag), Self.isText(bytes, of: path, into: &bag),
      let parts = FrontMatter.split(bytes, file: path, into: &bag)
    else { return nil }
    let firstLine = parts.yaml.isEmpty ? 1 : FrontMatter.yamlFirstLine
    guard
      let node = YAML.parse(
        bytes[parts.yaml], file: path, firstLine: firstLine, into: &bag),
      let record = schema.read(node, into: &bag)
    else { return nil }
    self.record = record
    prose = Prose(
      bytes: bytes[parts.body], location: Location(file: path, line: parts.bodyFirstLine))
  }

  /// Whether the bytes are UTF-8; if not, the first bad byte and the likely encoding are told.
  static func isText(_ bytes: [UInt8], of path: String, into bag: inout DiagnosticBag) -> Bool {
    let bad: Int
    do {
      _ = try UTF8Span(validating: bytes.span)
      guard let zero = bytes.firstIndex(of: 0) else { return true }
      bad = zero
    } catch {
      bad = error.byteOffsets.lowerBound
    }
    let before = bytes[..<bad]
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = bytes[start..<bad].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    let encoding = LegacyEncoding.detect(bytes)
    let guess =
      encoding == .unknown || encoding == .utf8 || encoding == .utf8BOM
      ? "" : " Có lẽ tệp dùng bảng mã \(encoding.name)."
    bag.error(
      "content.encoding", at: Location(file: path, line: line, column: column),
      "Byte thứ \(bad + 1) (giá trị 0x\(String(bytes[bad], radix: 16, uppercase: true))) "
        + "không phải UTF-8.",
      help: "Mở tệp bằng trình soạn thảo, lưu lại với bảng mã UTF-8.\(guess)")
    return false
  }
}
