import CMarkShim
package import Diagnostics

/// Reads GitHub's Markdown with Debian's libcmark-gfm and copies the result out as a value.
///
/// Safe from any number of threads at once; see CMarkShim for why that takes care.
package struct MarkdownParser: Sendable {
  package struct Extensions: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let tables = Extensions(rawValue: 1)
    package static let strikethrough = Extensions(rawValue: 2)
    package static let autolinks = Extensions(rawValue: 4)
    package static let taskLists = Extensions(rawValue: 16)
    package static let footnotes = Extensions(rawValue: 256)
    package static let all: Extensions = [
      .tables, .strikethrough, .autolinks, .taskLists, .footnotes,
    ]
    /// CommonMark alone.
    package static let none: Extensions = []

    /// The bits that name extensions of the library.
    var attached: UInt32 { rawValue & 0xFF }
    var options: Int32 { contains(.footnotes) ? Int32(CMARK_OPT_FOOTNOTES) : 0 }
  }

  package var limits: Limits
  package var extensions: Extensions
  let types: NodeTypes

  package init(limits: Limits = .default, extensions: Extensions = .all) {
    self.limits = limits
    self.extensions = extensions
    types = NodeTypes(nm_prepare())
  }

  /// Parses a text; `firstLine` is the line of the file on which it begins.
  ///
  /// A text beyond the limits gives a diagnostic and an empty document.
  package func parse(
    _ source: ArraySlice<UInt8>, file: String, firstLine: Int = 1, into bag: inout DiagnosticBag
  ) -> MarkdownDocument {
    var document = MarkdownDocument()
    document.file = file
    document.firstLine = firstLine
    document.source = source
    if let excess = limits.excess(in: source) {
      bag.add(excess.diagnostic(file: file, firstLine: firstLine, limits: limits))
      return document
    }
    let excess = unsafe source.withUnsafeBufferPointer { bytes -> Limits.Excess? in
      guard let base = bytes.baseAddress else { return nil }
      var options = extensions.options
      if unsafe !UTF8Check.isValid(bytes) { options |= Int32(CMARK_OPT_VALIDATE_UTF8) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        defer { nm_release() }
        guard
          let root = unsafe nm_parse(
            text, bytes.count, options, extensions.attached,
            limits.maximumMemory(for: bytes.count))
        else { return .memory }
        var copier = TreeCopier(types: types, firstLine: firstLine, sourceCount: bytes.count)
        guard unsafe copier.copy(root, maximumDepth: limits.maximumDepth * 2 + 10) else {
          let line = max(0, Int(copier.nodes.last?.location.line ?? 0) - firstLine)
          return .depth(line: line)
        }
        document.nodes = copier.nodes
        document.text = copier.text
        document.footnotes = copier.footnotes
        return nil
      }
    }
    if let excess {
      bag.add(excess.diagnostic(file: file, firstLine: firstLine, limits: limits))
    }
    return document
  }

  package func parse(
    _ source: [UInt8], file: String, firstLine: Int = 1, into bag: inout DiagnosticBag
  ) -> MarkdownDocument {
    parse(source[...], file: file, firstLine: firstLine, into: &bag)
  }
}
