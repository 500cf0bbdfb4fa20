import CMarkShim
import Glibc

extension MarkdownParser {
  /// The HTML of the library's own renderer: the yardstick of `HTMLWriter` in tests and benchmarks.
  package func libraryHTML(
    of source: [UInt8], allowsRawHTML: Bool = true, filtersTags: Bool = false
  ) -> [UInt8] {
    let options =
      extensions.options | Int32(CMARK_OPT_VALIDATE_UTF8)
      | (allowsRawHTML ? Int32(CMARK_OPT_UNSAFE) : 0)
    let attached = extensions.attached | (filtersTags ? UInt32(NM_TAGFILTER) : 0)
    return unsafe source.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        guard let html = unsafe nm_library_html(text.baseAddress, text.count, options, attached)
        else { return [] }
        defer { unsafe free(html) }
        let count = unsafe strlen(html)
        return unsafe html.withMemoryRebound(to: UInt8.self, capacity: count) {
          unsafe Array(UnsafeBufferPointer(start: $0, count: count))
        }
      }
    }
  }
}
