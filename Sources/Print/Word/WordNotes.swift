import Documents

/// The part of a DOCX that holds its footnotes.
extension WordBody {
  mutating func writeNotes() throws(PrintError) {
    xml.raw("\(WordParts.declaration)<w:footnotes \(WordNames.declared)>")
    for (id, type, mark) in [
      (-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"),
    ] {
      xml.raw(
        "<w:footnote w:type=\"\(type)\" w:id=\"\(id)\"><w:p><w:r><w:\(mark)/></w:r></w:p>"
          + "</w:footnote>")
    }
    for (i, blocks) in document.notes.enumerated() {
      xml.raw("<w:footnote w:id=\"\(i + 1)\">")
      var isFirst = true
      for runs in Self.lines(of: blocks) {
        xml.raw("<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>")
        if isFirst {
          xml.raw(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
              + "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>")
        }
        isFirst = false
        self.runs(runs)
        xml.raw("</w:p>")
      }
      if isFirst { xml.raw("<w:p/>") }
      xml.raw("</w:footnote>")
    }
    xml.raw("</w:footnotes>")
  }

  /// The words of a note, a paragraph each; a list keeps its signs as text.
  private static func lines(of blocks: [Block], depth: Int = 0) -> [[Run]] {
    guard depth < 32 else { return [] }
    return blocks.flatMap { block -> [[Run]] in
      switch block {
      case .paragraph(let runs): return [runs]
      case .heading(let heading): return [heading.runs]
      case .quote(let blocks): return lines(of: blocks, depth: depth + 1)
      case .code(let text): return [[Run(text)]]
      case .gap(let text): return [[Run("[Cần bổ sung: \(text)]", italic: true)]]
      case .list(let list):
        return list.items.enumerated().flatMap { i, item in
          var found = lines(of: item, depth: depth + 1)
          if !found.isEmpty { found[0].insert(Run(list.label(of: i) + " "), at: 0) }
          return found
        }
      case .table, .figure, .pageBreak: return []
      }
    }
  }
}
