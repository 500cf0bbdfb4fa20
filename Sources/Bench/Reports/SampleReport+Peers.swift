import Drawing

/// The same texts, tables and chart in the languages of other programs.
extension SampleReport {
  /// A page of HTML for WeasyPrint; the chart is the same SVG as on our pages.
  var html: String {
    let body = write { part in
      switch part {
      case .heading(let level, let text): "<h\(level + 1)>\(text)</h\(level + 1)>"
      case .paragraph(let text): "<p>\(text)</p>"
      case .chart(let chart):
        "<figure>\(Self.svg(chart))<figcaption>Hình 1. \(chart.title)</figcaption></figure>"
      case .table(let table): Self.html(table)
      }
    }
    return """
      <!DOCTYPE html>
      <html lang="vi"><head><meta charset="utf-8"><title>\(subject)</title>
      <style>
      @page { size: A4; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); } }
      @page :first { @top-center { content: none; } }
      body { font: 13pt/1.3 "Liberation Serif", serif; margin: 0; }
      p { text-align: justify; text-indent: 10mm; margin: 6pt 0; }
      h1 { font-size: 14pt; text-align: center; } h2, h3 { font-size: 13pt; margin: 6pt 0; }
      h2, h3 { break-after: avoid; } figure { margin: 6pt 0; text-align: center; }
      table { border-collapse: collapse; width: 100%; font-size: 12pt; }
      .frame td { text-align: center; width: 50%; vertical-align: top; }
      .data td, .data th { border: 0.5pt solid black; padding: 2pt 4pt; }
      caption { font-style: italic; } tr { break-inside: avoid; } .c { text-align: center; }
      </style></head><body>
      <table class="frame"><tr><td>SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU<br><b>\(issuer)</b><br>
      Số: /BC-THPTMH</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
      Độc lập - Tự do - Hạnh phúc</b><br><i>\(Self.date)</i></td></tr></table>
      <h1>BÁO CÁO<br>\(subject)</h1><p>Kính gửi: \(Self.addressee)</p>
      \(body)<table class="frame"><tr><td>Nơi nhận:<br>- \(Self.recipients.joined(separator: "<br>- "))
      </td><td><b>\(Self.head)<br><br><br><br>\(Self.name)</b></td></tr></table>
      </body></html>

      """
  }

  /// The source of a document for Typst; the chart lies in a file beside it.
  func typst(chart path: String) -> String {
    let body = write { part in
      switch part {
      case .heading(let level, let text): "\(String(repeating: "=", count: level)) \(text)"
      case .paragraph(let text): text
      case .chart(let chart):
        "#figure(image(\"\(path)\", width: 440pt, alt: \"\(chart.title)\"), "
          + "caption: [\(chart.title)])"
      case .table(let table): Self.typst(table)
      }
    }
    return """
      #set document(title: "\(subject)", author: "\(issuer)")
      #set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, right: 20mm, left: 30mm),
        header: context if counter(page).get().first() > 1 {
          align(center, counter(page).display())
        })
      #set text(font: "Liberation Serif", size: 13pt, lang: "vi")
      #set par(justify: true, first-line-indent: (amount: 10mm, all: true))
      #show heading: set text(size: 13pt)
      #show figure: set block(breakable: true)
      #grid(columns: (1fr, 1fr), align: center,
        [SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU \\ *\(issuer)* \\ Số: /BC-THPTMH],
        [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\
        _\(Self.date)_])
      #align(center)[*BÁO CÁO* \\ *\(subject)*]
      Kính gửi: \(Self.addressee)

      \(body)#grid(columns: (1fr, 1fr), align: center,
        [Nơi nhận: \\ \(Self.recipients.map { "\\- " + $0 }.joined(separator: " \\ "))],
        [*\(Self.head)* \\ \\ \\ \\ *\(Self.name)*])

      """
  }

  /// Markdown for pandoc; the chart lies in a file beside it.
  func pandoc(chart path: String) -> String {
    let body = write { part in
      switch part {
      case .chart(let chart): "![\(chart.title)](\(path))"
      case .table(let table): "\(rows(of: table))\n\n: \(table.caption)"
      default: Self.plain(part)
      }
    }
    return """
      ---
      title: "\(subject)"
      lang: vi
      ---
      SỞ GIÁO DỤC VÀ ĐÀO TẠO MẪU **\(issuer)** Số: /BC-THPTMH

      **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** **Độc lập - Tự do - Hạnh phúc** *\(Self.date)*

      **BÁO CÁO**

      Kính gửi: \(Self.addressee)

      \(body)Nơi nhận: \(Self.recipients.joined(separator: "; "))

      **\(Self.head)** **\(Self.name)**

      """
  }

  /// The chart as a file of its own, with the font that our pages give by their styles.
  static func svg(_ chart: BarChart) -> String {
    let style = "<style>text { font-family: 'Liberation Serif' }</style>"
    return SVGWriter().svg(chart.drawing(), id: "b").replacing("<title ", with: style + "<title ")
  }

  /// The only chart there is.
  var chart: BarChart? {
    for case .chart(let chart) in parts { return chart }
    return nil
  }

  private static func html(_ table: Table) -> String {
    func row(_ cells: [String], _ tag: String) -> String {
      let inner = cells.enumerated().map { column, text in
        let centred = table.centred.contains(column) ? " class=\"c\"" : ""
        return "<\(tag)\(centred)>\(text)</\(tag)>"
      }
      return "<tr>\(inner.joined())</tr>\n"
    }
    let columns = table.shares.map { "<col style=\"width:\($0)%\">" }.joined()
    return "<table class=\"data\"><caption>\(table.caption)</caption><colgroup>\(columns)"
      + "</colgroup><thead>\(row(table.head, "th"))</thead><tbody>"
      + table.rows.map { row($0, "td") }.joined() + "</tbody></table>"
  }

  private static func typst(_ table: Table) -> String {
    func cells(_ cells: [String]) -> String { cells.map { "[\($0)]" }.joined(separator: ", ") }
    let shares = table.shares.map { "\($0)fr" }.joined(separator: ", ")
    let align = table.head.indices.map { table.centred.contains($0) ? "center" : "left" }
    return "#figure(caption: [\(table.caption)], table(columns: (\(shares)), "
      + "align: (\(align.joined(separator: ", "))), table.header(\(cells(table.head))),\n"
      + table.rows.map { cells($0) + ",\n" }.joined() + "))"
  }
}
