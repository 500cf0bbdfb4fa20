import Documents
import Vietnamese

/// The style of a report on the web: a sheet of paper on a wide screen, a plain page on a phone, and
/// in print what the PDF is.
struct WebStyle {
  let profile: PageProfile

  /// In quarters of an em: `,1234567`.
  static let widestFraction = 16

  var css: String { paper + sheet + blocks + tables + phone + print }

  private var paper: String {
    """
    @page { size: A4; margin: \(mm(profile.top)) \(mm(profile.right)) \(mm(profile.bottom)) \
    \(mm(profile.left)); @top-center { content: counter(page);
      font: \(Int(profile.bodySize))pt "Times New Roman", "Liberation Serif", serif; } }
    @page :first { @top-center { content: none; } }
    @page landscape { size: A4 landscape; margin: \(mm(profile.right)) \(mm(profile.bottom)) \
    \(mm(profile.right)) \(mm(profile.top)); }
    @counter-style chu-cai { system: alphabetic; suffix: ") "; symbols: \(letters); }
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #efece6; color: #000;
      font: \(Int(profile.bodySize))pt/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
    a { color: #0b4a9c; overflow-wrap: anywhere; }
    .tools { max-width: 210mm; margin: 0 auto; padding: 12px 16px; display: flex; gap: 8px 20px;
      flex-wrap: wrap; font: 16px/1.6 system-ui, sans-serif; }
    .tools a { color: #7a1f13; padding: 4px 0; }
    .sheet { max-width: 210mm; margin: 0 auto 32px; background: #fff;
      padding: \(mm(profile.top)) \(mm(profile.right)) \(mm(profile.bottom)) \(mm(profile.left)); }

    """
  }

  /// The official frame: head, signature and appendices.
  private var sheet: String {
    """
    .pair { display: grid; grid-template-columns: 41% 59%; text-align: center; }
    .pair p { margin: 0; }
    .strong { font-weight: bold; }
    .issuer, .nation { font-size: \(Int(profile.nationSize))pt; padding: 0 1mm; }
    .nation .strong { white-space: nowrap; }
    .motto, .pair > .date { font-size: \(Int(profile.bodySize))pt; }
    .pair > .date, .pair > .number { margin-top: 8pt; }
    .date { font-style: italic; }
    .number { white-space: pre-wrap; }
    h1, h2, h3, h4, h5 { font-size: 1em; margin: 10pt 0 6pt; break-after: avoid; }
    h1 { text-align: center; margin: 18pt 0 12pt; }
    h1 span, .appendix > h2 > span { display: block; }
    h2, h3 { text-indent: \(mm(profile.firstLineIndent)); }
    h4, h5 { text-indent: \(mm(profile.firstLineIndent)); font-weight: normal; }
    .appendix > h2 { text-align: center; text-indent: 0; }
    h1 .subject::after, .ruled::after { content: ""; display: block; margin: 3pt auto 0;
      border-top: 0.7pt solid #000; width: 40%; }
    .motto { width: fit-content; margin: 0 auto !important; }
    .motto::after { width: 100%; }
    .to { text-align: center; margin: 6pt 0 12pt; }
    .urgency { width: max-content; margin: 4pt 0 4pt 12%; padding: 2pt 8pt; font-weight: bold;
      color: #f00; border: 1pt solid #f00; }
    .basis { font-style: italic; text-indent: \(mm(profile.firstLineIndent)); }
    .to ul { list-style: none; display: inline-block; text-align: left; margin: 0; }
    header > .to, main > .gap, .tie { text-indent: 0; }
    .tie { text-align: center; font-style: italic; white-space: pre-wrap; margin: 0 0 8pt; }
    .signature { margin-top: 14pt; grid-template-columns: 48% 52%; break-inside: avoid;
      break-before: avoid; }
    .recipients { text-align: left; font-size: \(Int(profile.recipientSize))pt; }
    .recipients p { font-weight: bold; font-style: italic;
      font-size: \(Int(profile.recipientTitleSize))pt; }
    .recipients ul { list-style: none; margin: 0; padding: 0; }
    .signer { font-weight: bold; } .signer .name { margin-top: 27mm; }
    .appendix { break-before: page; margin-top: 20mm; }
    .landscape { page: landscape; }

    """
  }

  private var blocks: String {
    """
    p { margin: 6pt 0; orphans: 2; widows: 2; }
    main > p, section > p, li { text-align: justify; }
    main > p, .appendix > p:not(.tie) { text-indent: \(mm(profile.firstLineIndent)); }
    main ul { list-style-type: "-  "; }
    ul, ol { margin: 6pt 0; padding-left: \(mm(profile.firstLineIndent + 6)); }
    li { margin: 4pt 0; }
    .letters { list-style: chu-cai; }
    blockquote { margin: 6pt 0 6pt 10pt; font-style: italic; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85em; }
    .gap mark { background: #fff0b3; color: #000; font-style: italic; }
    sup { line-height: 0; } sup a { padding: 0 0.2em; }
    figure { margin: 10pt 0; text-align: center; break-inside: avoid; }
    figure img { max-width: 100%; height: auto; }
    figcaption { font-style: italic; }
    .chart { width: 100%; max-width: 440pt; }
    .chart text { font-family: inherit; } .ink-text { fill: #000; } line.ink-text { stroke: #000; }
    .ink-line { fill: #e6e6e6; } .ink-good { fill: #29735a; } .ink-poor { fill: #b3452e; }
    .ink-fair { fill: #bf8c26; } .ink-unknown { fill: #8c8c8c; } .ink-accent { fill: #33598c; }
    .page-break { border: 0; margin: 0; break-after: page; }
    .figure { color: inherit; text-decoration: underline dotted #767676; }
    :focus-visible { outline: 3px solid #0b4a9c; outline-offset: 2px; }
    @media screen { td .figure { display: inline-block; min-width: 24px; line-height: 24px; } }
    .notes { border-top: 0.5pt solid #000; margin-top: 16pt; font-size: 0.85em; }
    .sources { border-top: 0.5pt solid #000; margin-top: 16mm; font: 15px/1.5 system-ui, sans-serif; }
    .sources h2, .sources p { text-indent: 0; }
    .sources li, .sources p, .notes li { text-align: left; }
    .sources .cells { color: #595959; overflow-wrap: anywhere; }
    :target { background: #fff0b3; }

    """
  }

  private var tables: String {
    """
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: \(Int(profile.tableSize))pt;
      margin: 8pt 0; line-height: 1.3; }
    caption { font-style: italic; font-size: 13pt; padding-bottom: 3pt; break-after: avoid; }
    th, td { border: 0.5pt solid #000; padding: 3pt 4pt; vertical-align: top; }
    th { vertical-align: middle; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .center { text-align: center; } .right { text-align: right; }
    .decimal { font-variant-numeric: tabular-nums; white-space: nowrap; }
    \((1...Self.widestFraction).map { ".d\($0) { padding-right: \(quarters($0))em; }" }
      .joined(separator: " "))

    """
  }

  private var phone: String {
    """
    @media screen and (max-width: 640px) {
      body { font-size: 17px; background: #fff; }
      .sheet { padding: 16px; margin: 0; }
      .pair, .pair.signature { grid-template-columns: minmax(0, 1fr); gap: 10px; }
      .nation .strong { white-space: normal; } header > .basis { text-indent: 0; }
      .issuer, .nation, .motto, .pair > .date { font-size: 15px; padding: 0; }
      .pair > .date, .pair > .number { margin-top: 0; }
      h2, h3, h4, h5, main > p, .appendix > p:not(.tie) { text-indent: 0; }
      main > p, section > p, li { text-align: left; }
      ul, ol { padding-left: 26px; }
      .to, .to ul { text-align: left; padding-left: 0; }
      .recipients { font-size: 15px; } .recipients p { font-size: 15px; }
      .signature > .signer { grid-row: 1; } .signer .name { margin-top: 16px; }
      table { font-size: 15px; } table.wide { min-width: 620px; }
      .chart { min-width: 480px; }
    }

    """
  }

  private var print: String {
    """
    @media print {
      body { background: #fff; }
      .tools, .sources { display: none; }
      .sheet { max-width: none; margin: 0; padding: 0; }
      .scroll { overflow: visible; }
      .appendix { margin-top: 0; }
      a { color: inherit; text-decoration: none; }
    }

    """
  }

  /// The letters of enumerations, with đ after d.
  private var letters: String {
    var all: [String] = []
    while case let letter = ListLetter.text(all.count), letter.count == 1 { all.append(letter) }
    return all.joined(separator: " ")
  }

  private func quarters(_ count: Int) -> String {
    let whole = count / 4
    return [String(whole), "\(whole).25", "\(whole).5", "\(whole).75"][count % 4]
  }

  private func mm(_ length: Double) -> String {
    length == length.rounded() ? "\(Int(length))mm" : "\(length)mm"
  }
}
