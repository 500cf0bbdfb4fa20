import Diagnostics
package import Documents
import Vietnamese

/// Writes where the figures of a report come from as JSON, for programs that check them.
///
/// The keys are a promise to those programs:
/// - `title`, `date`: of the report;
/// - `figures`: in the order of the text, each with `text` (as printed), `meaning`, `rule` (how it
///   follows from the cells, or null for one that is read as it stands) and `cells`, each with
///   `file` (relative to the content folder), `line`, `column` and, in a table, `cell` and `heading`.
package struct SourceListing: Sendable {
  package init() {}

  package func json(_ document: Document) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("{\n\"title\":\(JSONText.quoted(document.title)),\n")
    out.raw("\"date\":\"\(document.frame.date.iso)\",\n\"figures\":[")
    for (i, source) in document.sources.enumerated() {
      out.raw(i == 0 ? "\n" : ",\n")
      out.raw("{\"text\":\(JSONText.quoted(source.text)),")
      out.raw("\"meaning\":\(JSONText.quoted(source.meaning)),")
      out.raw("\"rule\":\(source.rule.map(JSONText.quoted) ?? "null"),\"cells\":[")
      out.raw(source.cells.map(Self.cell).joined(separator: ","))
      out.raw("]}")
    }
    out.raw("\n]\n}\n")
    return out.bytes
  }

  private static func cell(_ place: Location) -> String {
    var text = "{\"file\":\(JSONText.quoted(place.file)),\"line\":\(place.line),"
    text += "\"column\":\(place.cell?.column ?? place.column)"
    if let cell = place.cell {
      text += ",\"cell\":\"\(cell.name)\",\"heading\":\(JSONText.quoted(cell.heading))"
    }
    return text + "}"
  }
}
