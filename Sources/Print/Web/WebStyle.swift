import Documents
import Vietnamese

/// The style of a report on the web: a sheet of paper on a wide screen, a plain page on a phone, and
/// in print what the PDF is.
struct WebStyle {
  let profile: PageProfile

  /// In quarters of an em: `,1234567`.
  static let widestFraction = 16
  /// Single spacing of Times New Roman in ems, of which the profile's line spacing is a multiple.
  private static let singleSpacing = 1.149

  var css: String { paper + head + ending + blocks + tables + screen + phone + print }

  private var paper: String {
    """
    @page { size: \(mm(profile.width)) \(mm(profile.height)); margin: \(margins(isLandscape: false));
      @top-center { content: counter(page); font: \(pt(profile.pageNumberSize)) \(Self.fonts); } }
    @page :first { @top-center { content: none; } }
    @page landscape { size: \(mm(profile.height)) \(mm(profile.width));
      margin: \(margins(isLandscape: true)); }
    @counter-style chu-cai { system: alphabetic; suffix: ") "; symbols: \(letters); }
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #efece6; color: #000;
      font: \(pt(profile.bodySize))/\(decimal(profile.lineSpacing * Self.singleSpacing)) \(Self.fonts); }
    a { color: #0b4a9c; overflow-wrap: anywhere; }
    .skip { position: absolute; left: 16px; top: -80px; padding: 8px 16px; background: #fff;
      font: 16px/1.6 system-ui, sans-serif; }
    .skip:focus { top: 8px; }
    .tools { max-width: \(mm(profile.width)); margin: 0 auto; padding: 12px 16px; display: flex;
      gap: 8px 20px; flex-wrap: wrap; font: 16px/1.6 system-ui, sans-serif; }
    .tools a { color: #7a1f13; padding: 4px 0; }
    .sheet { max-width: \(mm(profile.width)); margin: 0 auto 32px; background: #fff;
      padding: \(margins(isLandscape: false)); }

    """
  }

  /// The official frame above the text.
  private var head: String {
    """
    .pair, .pair p, h1, .appendix > h2, .tie, table { line-height: \(decimal(Self.singleSpacing)); }
    .pair { display: grid; text-align: center; }
    .pair p { margin: 0; }
    .frame { grid-template-columns: minmax(0, 1fr) \
    minmax(\(percent(profile.head.nationShare)), max-content); column-gap: \(pt(profile.head.gutter)); }
    .strong { font-weight: bold; }
    .issuer, .nation { font-size: \(pt(profile.nationSize)); }
    .nation .strong { white-space: nowrap; }
    .nation .motto { font-size: \(pt(profile.mottoSize)); }
    .pair > .number, .pair > .date { margin-top: \(pt(profile.head.symbolGap)); align-self: baseline; }
    .number { white-space: pre-wrap; font-size: \(pt(profile.symbolSize)); }
    .date { font-style: italic; font-size: \(pt(profile.dateSize)); }
    .ruled, h1 .subject { width: fit-content; }
    .pair .ruled { margin: 0 auto; }
    .ruled::after, h1 .subject::after { content: ""; display: block;
      margin: \(pt(profile.head.ruleGap)) auto 0; width: \(percent(profile.head.ruleShare));
      border-top: \(pt(profile.head.ruleWidth)) solid #000; }
    .motto::after { width: \(percent(profile.head.mottoRuleShare)); }
    .pair > .urgency { grid-column: 1; justify-self: center; margin-top: \(pt(profile.head.ruleGap));
      font-weight: bold; font-size: \(pt(profile.bodySize)); color: #f00; border: 1pt solid #f00;
      line-height: calc(\(mm(Frame.Urgency.boxHeight)) - 2pt); }
    h1 { font-size: \(pt(profile.titleSize)); text-align: center; \
    margin: \(pt(profile.head.titleGap)) 0 \(pt(profile.head.bodyGap)); }
    h1 span, .appendix > h2 > span { display: block; }
    h1 .subject { max-width: \(percent(profile.head.subjectShare)); margin: 0 auto; }
    .to { text-align: center; margin: \(pt(profile.head.bodyGap)) 0; }
    .to ul { list-style: none; display: inline-block; text-align: left; margin: 0; padding: 0 0 0 3em; }
    .to li { text-indent: 0; }
    .basis { font-style: italic; text-align: justify; text-indent: \(mm(profile.firstLineIndent)); }

    """
  }

  /// Signature, recipients and appendices.
  private var ending: String {
    """
    .signature { margin-top: \(pt(profile.signature.gap)); break-inside: avoid; break-before: avoid;
      grid-template-columns: \(percent(profile.signature.recipientShare)) minmax(0, 1fr); }
    .recipients { text-align: left; font-size: \(pt(profile.recipientSize)); \
    padding-right: \(pt(profile.signature.recipientInset)); }
    .recipients p { font-weight: bold; font-style: italic;
      font-size: \(pt(profile.recipientTitleSize)); }
    .recipients ul { list-style: none; margin: 0; padding: 0; }
    .recipients li { margin: 0; text-indent: 0; text-align: left; }
    .signer { font-weight: bold; font-size: \(pt(profile.signerSize)); }
    .signer .name { margin-top: \(pt(profile.signature.room)); }
    .appendix { break-before: page; margin-top: \(mm(profile.top)); }
    .appendix > h2 { text-align: center; text-indent: 0; margin: 0;
      font-size: \(pt(profile.appendixTitleSize)); }
    .appendix > h2 > :first-child { font-size: \(pt(profile.appendixSize)); }
    .tie { text-align: center; font-style: italic; white-space: pre-wrap; \
    font-size: \(pt(profile.tieSize)); margin: 0 0 \(pt(profile.head.appendixGap)); }
    .landscape { page: landscape; }

    """
  }

  private var blocks: String {
    """
    p, li, h2, h3, h4, h5, h6 { margin: \(pt(profile.paragraphSpacing)) 0; }
    p, li { orphans: 2; widows: 2; }
    main > p, section > p, li { text-align: justify; }
    h1, h2, h3, h4, h5, h6 { break-after: avoid; }
    h2, h3, h4, h5, h6 { font-size: 1em; }
    h4, h5, h6 { font-weight: normal; }
    h2, h3, h4, h5, h6, li, main > p, .appendix > p:not(.tie) {
      text-indent: \(mm(profile.firstLineIndent)); }
    ul, ol { margin: 0; padding: 0; list-style-position: inside; }
    main ul { list-style-type: "- "; }
    .letters { list-style-type: chu-cai; }
    blockquote { margin: \(pt(profile.paragraphSpacing)) 0; }
    table, figure, pre { text-indent: 0; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
    main p.gap { display: flex; flex-wrap: wrap; align-items: end; text-indent: 0;
      padding-left: \(mm(profile.firstLineIndent)); font-style: italic; }
    .gap mark { background: #fff0b3; color: #000; margin-right: 0.3em; }
    .gap::after { content: ""; flex: 1 0 33%; height: 1em; border-bottom: 1pt dotted #000; }
    sup { line-height: 0; } sup a { padding: 0 0.2em; }
    figure { margin: \(pt(profile.paragraphSpacing)) 0; text-align: center; break-inside: avoid; }
    figure img { max-width: 100%; height: auto; }
    figcaption { font-style: italic; font-size: \(pt(profile.captionSize)); \
    margin-top: \(pt(profile.figure.captionGap)); }
    .chart { width: 100%; max-width: 440pt; }
    .chart text { font-family: inherit; } .ink-text { fill: #000; } line.ink-text { stroke: #000; }
    .ink-line { fill: #e6e6e6; } .ink-good { fill: #29735a; } .ink-poor { fill: #b3452e; }
    .ink-fair { fill: #bf8c26; } .ink-unknown { fill: #8c8c8c; } .ink-accent { fill: #33598c; }
    .page-break { border: 0; margin: 0; break-after: page; }
    .figure { color: inherit; text-decoration: underline dotted #767676; overflow-wrap: normal; }
    .notes { border-top: \(pt(profile.note.ruleWidth)) solid #000; margin-top: 16pt; \
    font-size: \(pt(profile.noteSize)); }

    """
  }

  private var tables: String {
    """
    table { border-collapse: collapse; width: 100%; font-size: \(pt(profile.tableSize));
      margin: \(pt(profile.paragraphSpacing)) 0; }
    caption { font-style: italic; font-size: \(pt(profile.captionSize)); break-after: avoid; \
    padding-bottom: \(pt(profile.table.captionGap)); }
    th, td { border: \(pt(profile.table.ruleWidth)) solid #000; padding: \(pt(profile.table.padding));
      vertical-align: top; }
    th { vertical-align: middle; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    .center { text-align: center; } .right { text-align: right; }
    .decimal { font-variant-numeric: tabular-nums; white-space: nowrap; }
    \((1...Self.widestFraction).map { ".d\($0) { padding-right: \(decimal(Double($0) / 4))em; }" }
      .joined(separator: " "))

    """
  }

  /// What a reader needs and paper does not.
  private var screen: String {
    """
    .scroll { overflow-x: auto; }
    :focus-visible { outline: 3px solid #0b4a9c; outline-offset: 2px; }
    :target { background: #fff0b3; }
    @media screen { td .figure { display: inline-block; min-width: 24px; line-height: 24px; } }
    @media screen and (prefers-color-scheme: dark) {
      body { background: #1b1815; } .tools a { color: #f0a08c; outline-color: #8ab8f5; }
    }
    .data { margin: 8px 0; font: 15px/1.5 system-ui, sans-serif; text-align: left; }
    .data summary { padding: 4px 0; cursor: pointer; text-align: center; }
    .sources { border-top: 1px solid #000; margin-top: 16mm; font: 15px/1.5 system-ui, sans-serif; }
    .sources h2, .sources p, .sources li { text-indent: 0; }
    .sources ol { list-style-position: outside; padding-left: 40px; }
    .sources li, .sources p, .notes li { text-align: left; }
    .sources .cells { color: #595959; overflow-wrap: anywhere; }

    """
  }

  private var phone: String {
    """
    @media screen and (max-width: 640px) {
      body { font-size: 17px; }
      body, .pair, .pair p, h1, .appendix > h2, .tie, table { line-height: 1.45; }
      .sheet { padding: 16px; margin: 0; }
      .pair.frame, .pair.signature { grid-template-columns: minmax(0, 1fr); gap: 10px; }
      .nation .strong { white-space: normal; }
      .issuer, .nation, .nation .motto, .number, .date { font-size: 15px; padding: 0; }
      .pair > .date, .pair > .number { margin-top: 0; }
      h1, h2, h3, h4, h5, h6, .appendix > h2, .tie, figcaption, caption { font-size: 1em; }
      h1 .subject { max-width: none; }
      h2, h3, h4, h5, h6, li, main > p, .basis, .appendix > p:not(.tie) { text-indent: 0; }
      main > p, section > p, li, .basis { text-align: left; }
      ul, ol { padding-left: 26px; list-style-position: outside; }
      main p.gap { padding-left: 0; }
      .to, .to ul { text-align: left; padding-left: 0; }
      .recipients, .recipients p, .notes { font-size: 15px; }
      .signature > .signer { grid-row: 1; font-size: 1em; } .signer .name { margin-top: 16px; }
      table { font-size: 15px; } table.wide { min-width: 620px; }
      .chart { min-width: 480px; }
    }

    """
  }

  private var print: String {
    """
    @media print {
      body, .gap mark { background: none; }
      .skip, .tools, .data, .sources { display: none; }
      .sheet { max-width: none; margin: 0; padding: 0; }
      .scroll { overflow: visible; }
      /* The outer half of the last rule would lie outside the page's box and be cut off. */
      table { width: calc(100% - 1px); }
      .appendix { margin-top: 0; }
      a, .figure { color: inherit; text-decoration: none; }
    }

    """
  }

  private static let fonts = "\"Times New Roman\", \"Liberation Serif\", Tinos, serif"

  /// The letters of enumerations, with đ after d.
  private var letters: String {
    var all: [String] = []
    while case let letter = ListLetter.text(all.count), letter.count == 1 { all.append(letter) }
    return all.joined(separator: " ")
  }

  private func margins(isLandscape: Bool) -> String {
    let margins = profile.margins(isLandscape: isLandscape)
    return "\(mm(margins.top)) \(mm(margins.right)) \(mm(margins.bottom)) \(mm(margins.left))"
  }

  private func mm(_ length: Double) -> String { decimal(length) + "mm" }
  private func pt(_ length: Double) -> String { decimal(length) + "pt" }
  private func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

  /// `12.7`, `4`, `1.321`: three decimals at most and none for nothing.
  private func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    var text = "\(thousandths / 1000)"
    var rest = String(thousandths % 1000 + 1000).dropFirst()
    while rest.last == "0" { rest.removeLast() }
    if !rest.isEmpty { text += "." + rest }
    return text
  }
}
