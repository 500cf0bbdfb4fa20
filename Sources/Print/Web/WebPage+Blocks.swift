import Documents
import Drawing

extension WebPage {
  /// - Parameter id: of the block within the page, for what needs one.
  mutating func block(_ block: Block, _ id: String) {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let runs):
      out.raw("<p>")
      inline(runs)
      out.raw("</p>\n")
    case .list(let list): self.list(list, id)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure, id)
    case .quote(let blocks):
      out.raw("<blockquote>")
      for (i, child) in blocks.enumerated() { self.block(child, "\(id)-\(i)") }
      out.raw("</blockquote>\n")
    case .code(let text):
      out.raw("<pre>")
      out.text(text)
      out.raw("</pre>\n")
    case .gap(let text):
      out.raw("<p class=\"gap\"><mark>[Cần bổ sung: ")
      out.text(text)
      out.raw("]</mark></p>\n")
    case .pageBreak: out.raw("<hr class=\"page-break\">\n")
    }
  }

  private mutating func heading(_ heading: Heading) {
    let tag = "h\(min(heading.level + 1, 6))"
    out.raw("<\(tag)\(identifier(of: heading))>")
    inline(heading.runs)
    out.raw("</\(tag)>\n")
  }

  /// `muc-3-2` for heading 2 below III., so that others can link to it.
  private mutating func identifier(of heading: Heading) -> String {
    guard (1...3).contains(heading.level) else { return "" }
    headings[heading.level - 1] += 1
    for below in heading.level..<3 { headings[below] = 0 }
    let path = headings[..<heading.level].map(String.init).joined(separator: "-")
    return " id=\"\(part)-\(path)\""
  }

  private mutating func list(_ list: DocumentList, _ id: String) {
    let tag = list.marker == .dash ? "ul" : "ol"
    out.raw("<\(tag)")
    if list.marker == .letter { out.raw(" class=\"letters\"") }
    if list.marker != .dash, list.start > 1 { out.raw(" start=\"\(list.start)\"") }
    out.raw(">\n")
    for (k, item) in list.items.enumerated() {
      out.raw("<li>")
      for (i, child) in item.enumerated() {
        // The first words stand beside the sign.
        if i == 0, case .paragraph(let runs) = child {
          inline(runs)
        } else {
          block(child, "\(id)-\(k)-\(i)")
        }
      }
      out.raw("</li>\n")
    }
    out.raw("</\(tag)>\n")
  }

  private mutating func figure(_ figure: Figure, _ id: String) {
    figures += 1
    out.raw("<figure>")
    switch figure.picture {
    case .drawing(let drawing):
      // Letters of a drawing that is made as narrow as a phone could not be read.
      out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
      out.raw("aria-label=\"Biểu đồ \(figures)\">\(SVGWriter().svg(drawing, id: id))</div>")
    case .image(let image):
      let type = image.format == .jpeg ? "jpeg" : "png"
      out.raw("<img src=\"data:image/\(type);base64,")
      out.base64(image.bytes)
      out.raw("\" width=\"\(image.width)\" height=\"\(image.height)\" alt=\"")
      out.text(image.alternative)
      out.raw("\">")
    }
    if let caption = figure.caption {
      out.raw("<figcaption>")
      inline(caption.runs)
      out.raw("</figcaption>")
    }
    out.raw("</figure>\n")
    if case .drawing(let drawing) = figure.picture { data(of: drawing) }
  }

  mutating func inline(_ runs: [Run]) {
    for run in runs {
      if let note = run.note {
        out.raw("<sup><a href=\"#chu-thich-\(note)\">\(note)</a></sup>")
        continue
      }
      var tags: [String] = []
      if let address = run.link, PDFLink.isAllowed(address) {
        out.raw("<a href=\"")
        out.text(address)
        out.raw("\" rel=\"noopener noreferrer\">")
        tags.append("a")
      } else if let source = run.source, document.sources.indices.contains(source) {
        openFigure(source)
        tags.append("a")
      }
      let looks = [
        (run.isBold, "strong"), (run.isItalic, "em"), (run.isStruck, "s"), (run.isCode, "code"),
      ]
      for (isSo, tag) in looks where isSo {
        out.raw("<\(tag)>")
        tags.append(tag)
      }
      lines(run.text)
      for tag in tags.reversed() { out.raw("</\(tag)>") }
    }
  }

  private mutating func lines(_ text: String) {
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { out.raw("<br>") }
      out.text(String(line))
    }
  }
}
