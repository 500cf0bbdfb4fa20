import Diagnostics
import Markdown
package import Templating

/// Filters that templates have from us and not from their engine.
package enum SiteFilters {
  package static let all: [HostFilter] = [
    HostFilter(
      FilterReference(
        name: "markdownify", summary: "Viết văn bản Markdown thành HTML; thẻ HTML trong đó bị bỏ.",
        example: "{{ 'Dạy **tốt**' | markdownify }}", result: "<p>Dạy <strong>tốt</strong></p>\n")
    ) { value, _ in markdownify(value) }
  ]

  private static let parser = MarkdownParser()

  private static func markdownify(_ value: Value) -> Value {
    let source = value.textBytes
    var bag = DiagnosticBag()
    let document = parser.parse(source, file: "", into: &bag)
    // A text beyond the limits of Markdown is shown as it stands.
    if bag.hasErrors { return .text(source) }
    var options = HTMLWriter.Options()
    options.filtersTags = true
    options.lazyImages = true
    options.marksOutboundLinks = true
    var out: [UInt8] = []
    HTMLWriter(options).write(document, into: &out)
    return .html(out)
  }
}
