package import Documents
import Drawing
import Vietnamese

/// Writes a document as one self-contained HTML page that prints as the PDF does.
package struct WebWriter: Sendable {
  private let profile: PageProfile
  /// Address of the same report as PDF, relative to the page; nil leaves the link out.
  private let pdf: String?
  /// Address of the unit's page, relative to this one.
  private let home: String?

  package init(profile: PageProfile = .decree30, pdf: String?, home: String?) {
    self.profile = profile
    self.pdf = pdf
    self.home = home
  }

  package func html(_ document: Document) -> [UInt8] {
    var page = MarkupBuffer()
    page.raw("<!DOCTYPE html>\n<html lang=\"")
    page.text(document.language)
    page.raw(
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    page.text(document.title)
    page.raw("</title>\n<meta name=\"description\" content=\"")
    page.text("\(document.frame.issuer): \(document.frame.subject)")
    page.raw("\">\n<style>\n\(style)</style>\n</head>\n<body>\n")
    navigation(&page)
    page.raw("<main class=\"sheet\">\n")
    frame(document.frame, &page)
    for (i, block) in document.body.enumerated() { self.block(block, "b\(i)", &page) }
    signature(document.frame, &page)
    for (i, appendix) in document.appendices.enumerated() {
      self.appendix(
        appendix, number: document.appendices.count > 1 ? i + 1 : nil, document.frame, i, &page)
    }
    notes(document.notes, &page)
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  /// Footnotes, gathered where a page without a foot ends.
  private func notes(_ notes: [[Block]], _ page: inout MarkupBuffer) {
    guard !notes.isEmpty else { return }
    page.raw("<section class=\"notes\" aria-label=\"Chú thích\">\n<ol>\n")
    for (i, blocks) in notes.enumerated() {
      page.raw("<li id=\"chu-thich-\(i + 1)\">")
      for (k, block) in blocks.enumerated() { self.block(block, "n\(i)-\(k)", &page) }
      page.raw("</li>\n")
    }
    page.raw("</ol>\n</section>\n")
  }

  private func navigation(_ page: inout MarkupBuffer) {
    guard pdf != nil || home != nil else { return }
    page.raw("<nav class=\"tools\" aria-label=\"Công cụ\">")
    if let home {
      page.raw("<a href=\"")
      page.text(home)
      page.raw("\">Về trang của đơn vị</a>")
    }
    if let pdf {
      page.raw("<a href=\"")
      page.text(pdf)
      page.raw("\">Tải bản PDF</a>")
    }
    page.raw("</nav>\n")
  }

  private func frame(_ frame: Frame, _ page: inout MarkupBuffer) {
    page.raw("<header>\n<div class=\"pair\">\n<div class=\"issuer\">")
    if let superior = frame.superior { page.element("p", superior) }
    page.element("p", frame.issuer, "ruled third strong")
    page.raw("</div>\n<div class=\"nation\">")
    page.element("p", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "strong")
    page.element("p", "Độc lập - Tự do - Hạnh phúc", "motto ruled strong")
    page.raw("</div>\n</div>\n<div class=\"pair\">\n")
    let symbol = frame.symbol.hasPrefix("/") ? "\u{2003}\u{2003}\(frame.symbol)" : frame.symbol
    page.element("p", "Số: \(symbol)", "issuer")
    page.element("p", "\(frame.place), \(frame.date.official)", "nation date")
    page.raw("</div>\n<h1><span>")
    page.text(frame.kind)
    page.raw("</span> <span class=\"subject\">")
    page.text(frame.subject)
    page.raw("</span></h1>\n")
    if frame.addressees.count == 1, let only = frame.addressees.first {
      page.element("p", "Kính gửi: \(only)", "to")
    } else if !frame.addressees.isEmpty {
      page.raw("<div class=\"to\"><p>Kính gửi:</p><ul>")
      for name in frame.addressees { page.element("li", name) }
      page.raw("</ul></div>\n")
    }
    page.raw("</header>\n")
  }

  private func block(_ block: Block, _ id: String, _ page: inout MarkupBuffer) {
    switch block {
    case .heading(let heading):
      let tag = "h\(min(heading.level + 1, 6))"
      page.raw("<\(tag)>")
      inline(heading.runs, &page)
      page.raw("</\(tag)>\n")
    case .paragraph(let runs):
      page.raw("<p>")
      inline(runs, &page)
      page.raw("</p>\n")
    case .list(let list):
      let isOrdered = list.marker != .dash
      page.raw(isOrdered ? "<ol start=\"\(list.start)\">\n" : "<ul>\n")
      for item in list.items {
        page.raw("<li>")
        for (i, child) in item.enumerated() {
          if item.count == 1, case .paragraph(let runs) = child {
            inline(runs, &page)
          } else {
            self.block(child, "\(id)-\(i)", &page)
          }
        }
        page.raw("</li>\n")
      }
      page.raw(isOrdered ? "</ol>\n" : "</ul>\n")
    case .table(let table): self.table(table, &page)
    case .figure(let figure):
      page.raw("<figure>")
      if case .drawing(let drawing) = figure.picture {
        page.raw(SVGWriter().svg(drawing, id: id))
      }
      if let caption = figure.caption {
        page.raw("<figcaption>")
        inline(caption.runs, &page)
        page.raw("</figcaption>")
      }
      page.raw("</figure>\n")
    case .quote(let blocks):
      page.raw("<blockquote>")
      for (i, child) in blocks.enumerated() { self.block(child, "\(id)-\(i)", &page) }
      page.raw("</blockquote>\n")
    case .code(let text):
      page.raw("<pre>")
      page.text(text)
      page.raw("</pre>\n")
    case .gap(let text):
      page.raw("<p class=\"gap\"><mark>[Cần bổ sung: ")
      page.text(text)
      page.raw("]</mark></p>\n")
    case .pageBreak: page.raw("<hr class=\"page-break\">\n")
    }
  }

  private func table(_ table: DocumentTable, _ page: inout MarkupBuffer) {
    page.tables += 1
    page.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
    page.raw("aria-label=\"Bảng số liệu \(page.tables)\">")
    page.raw("<table>\n")
    if let caption = table.caption {
      page.raw("<caption>")
      inline(caption.runs, &page)
      page.raw("</caption>\n")
    }
    page.raw("<thead>\n")
    for row in table.head {
      page.raw("<tr>")
      for cell in row.compactMap(\.self) {
        page.raw("<th scope=\"\(cell.columns > 1 ? "colgroup" : "col")\"")
        if cell.columns > 1 { page.raw(" colspan=\"\(cell.columns)\"") }
        if cell.rows > 1 { page.raw(" rowspan=\"\(cell.rows)\"") }
        page.raw(">")
        inline(cell.runs, &page)
        page.raw("</th>")
      }
      page.raw("</tr>\n")
    }
    page.raw("</thead>\n<tbody>\n")
    for row in table.rows {
      page.raw("<tr>")
      for (i, cell) in row.enumerated() {
        switch table.columns.indices.contains(i) ? table.columns[i].alignment : .left {
        case .left: page.raw("<td>")
        case .center: page.raw("<td class=\"center\">")
        case .right, .decimal: page.raw("<td class=\"right\">")
        }
        inline(cell.runs, &page)
        page.raw("</td>")
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table></div>\n")
  }

  private func inline(_ runs: [Run], _ page: inout MarkupBuffer) {
    for run in runs {
      if let note = run.note {
        page.raw("<sup><a href=\"#chu-thich-\(note)\">\(note)</a></sup>")
        continue
      }
      let marks: [(Bool, String)] = [
        (run.isBold, "strong"), (run.isItalic, "em"), (run.isStruck, "s"), (run.isCode, "code"),
      ]
      let open = marks.filter(\.0).map(\.1)
      for tag in open { page.raw("<\(tag)>") }
      page.text(run.text)
      for tag in open.reversed() { page.raw("</\(tag)>") }
    }
  }

  private func signature(_ frame: Frame, _ page: inout MarkupBuffer) {
    page.raw("<footer class=\"pair signature\">\n<div class=\"recipients\"><p>Nơi nhận:</p><ul>")
    for name in frame.recipients { page.element("li", "- \(name);") }
    page.element("li", "- Lưu: VT.")
    page.raw("</ul></div>\n<div class=\"signer\">")
    for line in frame.signature.lines { page.element("p", line) }
    page.element("p", frame.signature.name ?? "", "name")
    page.raw("</div>\n</footer>\n")
  }

  private func appendix(
    _ appendix: Appendix, number: Int?, _ frame: Frame, _ index: Int, _ page: inout MarkupBuffer
  ) {
    page.raw("<section class=\"appendix\(appendix.isLandscape ? " landscape" : "")\">\n<h2>")
    page.text(number.map { "Phụ lục \(Roman.text($0))" } ?? "Phụ lục")
    page.raw("<br>")
    page.text(appendix.title)
    page.raw("</h2>\n")
    page.element("p", frame.tie, "tie")
    for (i, block) in appendix.blocks.enumerated() {
      self.block(block, "a\(index)-\(i)", &page)
    }
    page.raw("</section>\n")
  }

  private var style: String {
    """
    @page { size: A4; margin: \(mm(profile.top)) \(mm(profile.right)) \(mm(profile.bottom)) \
    \(mm(profile.left)); }
    @page landscape { size: A4 landscape; }
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #efece6; color: #000;
      font: \(Int(profile.bodySize))pt/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
    .tools { max-width: 210mm; margin: 0 auto; padding: 12px 16px; display: flex; gap: 20px;
      flex-wrap: wrap; font: 16px/1.6 system-ui, sans-serif; }
    .tools a { color: #7a1f13; }
    .sheet { max-width: 210mm; margin: 0 auto 32px; background: #fff;
      padding: \(mm(profile.top)) \(mm(profile.right)) \(mm(profile.bottom)) \(mm(profile.left)); }
    p { margin: 6pt 0; }
    main > p, main > ul > li, main > ol > li, section > p
      { text-align: justify; }
    main > p, section > p { text-indent: \(mm(profile.firstLineIndent)); }
    h1, h2, h3, h4 { font-size: 1em; margin: 10pt 0 6pt; break-after: avoid; }
    h1 { text-align: center; margin: 18pt 0 12pt; }
    h1 span { display: block; }
    h1 .subject::after, .ruled::after { content: ""; display: block; margin: 3pt auto 0;
      border-top: 0.7pt solid #000; width: 40%; }
    .motto::after { width: 13.4em; max-width: 100%; }
    .pair { display: grid; grid-template-columns: 41% 59%; text-align: center; }
    .nation .strong { white-space: nowrap; }
    main ul { list-style-type: "-  "; }
    .pair p { margin: 0; }
    .pair .strong { font-weight: bold; }
    .issuer, .nation { font-size: \(Int(profile.mottoSize))pt; padding: 0 1mm; }
    .nation { font-size: min(\(Int(profile.mottoSize))pt, 2.6vw); }
    .motto, .date { font-size: 1.077em; }
    .date { font-style: italic; margin-top: 8pt; }
    p.issuer { margin-top: 8pt; }
    .to { text-align: center; text-indent: 0 !important; margin: 6pt 0 12pt; }
    .gap { text-indent: 0 !important; }
    .gap mark { background: #fff0b3; color: #000; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: \(Int(profile.tableSize))pt;
      margin: 8pt 0; line-height: 1.3; }
    th, td { border: 0.5pt solid #000; padding: 3pt 4pt; vertical-align: top; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .center { text-align: center; } .right { text-align: right; }
    figure { margin: 10pt 0; text-align: center; break-inside: avoid; }
    figcaption { font-style: italic; }
    .chart { width: 100%; max-width: 440pt; }
    .chart text { font-family: inherit; } .ink-text { fill: #000; } line.ink-text { stroke: #000; }
    .ink-line { fill: #e6e6e6; } .ink-good { fill: #29735a; } .ink-poor { fill: #b3452e; }
    .ink-fair { fill: #bf8c26; } .ink-unknown { fill: #8c8c8c; } .ink-accent { fill: #33598c; }
    .signature { margin-top: 14pt; break-inside: avoid; }
    .recipients { text-align: left; font-size: \(Int(profile.recipientSize))pt; }
    .recipients p { font-weight: bold; font-style: italic;
      font-size: \(Int(profile.recipientTitleSize))pt; }
    .recipients ul { list-style: none; margin: 0; padding: 0; }
    .signer { font-weight: bold; } .signer .name { margin-top: 27mm; }
    .tie { text-align: center !important; text-indent: 0 !important; font-style: italic; }
    .notes { border-top: 0.5pt solid #000; margin-top: 16pt; font-size: 0.85em; }
    .notes p { text-indent: 0; display: inline; } sup { line-height: 0; }
    .appendix { break-before: page; margin-top: 20mm; }
    .appendix h2 { text-align: center; }
    .landscape { page: landscape; }
    @media (max-width: 640px) { .sheet { padding: 16px; }
      body { font-size: 12.5pt; } .pair.signature, .pair { grid-template-columns: 1fr 1fr; }
      .issuer, .nation { font-size: 10pt; } .nation .strong { white-space: normal; } .to { text-align: left; } }
    @media print { body { background: #fff; } .tools { display: none; }
      .sheet { max-width: none; margin: 0; padding: 0; } .scroll { overflow: visible; }
      .page-break { break-after: page; border: 0; margin: 0; } .nation { font-size: inherit; }
      .appendix { margin-top: 0; } }

    """
  }

  private func mm(_ length: Double) -> String {
    length == length.rounded() ? "\(Int(length))mm" : "\(length)mm"
  }
}
