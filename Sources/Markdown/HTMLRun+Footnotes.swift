extension HTMLRun {
  typealias Footnote = MarkdownDocument.Footnote

  mutating func reference(_ note: Footnote) {
    put("<sup class=\"footnote-ref\"><a href=\"#")
    anchor("fn-", note)
    put("\" id=\"")
    anchor("fnref-", note)
    if note.count > 1 {
      out.append(UInt8(ascii: "-"))
      put(number: Int(note.count))
    }
    put("\" data-footnote-ref>")
    put(number: Int(note.ordinal))
    put("</a></sup>")
  }

  mutating func openNote(_ note: Footnote) {
    if !notesBegun {
      notesBegun = true
      put("<section class=\"footnotes\" data-footnotes>\n")
      put(string: options.footnotes.headingHTML)
      put("<ol>\n")
    }
    backWritten = false
    put("<li id=\"")
    anchor("fn-", note)
    put("\">\n")
  }

  /// A link back to each mention of the note.
  mutating func waysBack(_ note: Footnote) {
    if backWritten { return }
    backWritten = true
    for mention in 1...max(1, Int(note.count)) {
      if mention > 1 { out.append(UInt8(ascii: " ")) }
      put("<a href=\"#")
      anchor("fnref-", note)
      if mention > 1 {
        out.append(UInt8(ascii: "-"))
        put(number: mention)
      }
      put("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
      escape(string: options.footnotes.backLabel)
      put("\">↩")
      if mention > 1 {
        put("<sup class=\"footnote-ref\">")
        put(number: mention)
        put("</sup>")
      }
      put("</a>")
    }
  }

  private mutating func anchor(_ kind: StaticString, _ note: Footnote) {
    escape(string: options.footnotes.idPrefix)
    put(kind)
    out.append(contentsOf: document.bytes(note.anchor))
  }
}
