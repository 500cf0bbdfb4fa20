/// The theme of a DOCX: its fonts and the colours that Word offers, those of our charts first.
enum WordTheme {
  private static let colours = [
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "33598C"), ("lt2", "E6E6E6"),
    ("accent1", "33598C"), ("accent2", "29735A"), ("accent3", "B3452E"), ("accent4", "BF8C26"),
    ("accent5", "8C8C8C"), ("accent6", "7A1F13"), ("hlink", "0563C1"), ("folHlink", "954F72"),
  ]

  static var xml: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(WordParts.declaration)<a:theme name=\"Nêu gương\" xmlns:a=\"\(WordNames.drawing)\">"
        + "<a:themeElements><a:clrScheme name=\"Nêu gương\">")
    for (name, colour) in colours {
      out.raw("<a:\(name)><a:srgbClr val=\"\(colour)\"/></a:\(name)>")
    }
    out.raw("</a:clrScheme><a:fontScheme name=\"Nêu gương\">")
    for name in ["major", "minor"] {
      out.raw(
        "<a:\(name)Font><a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"\"/>"
          + "<a:cs typeface=\"\"/></a:\(name)Font>")
    }
    out.raw("</a:fontScheme><a:fmtScheme name=\"Nêu gương\">")
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    // The schema wants three of each: subtle, moderate and intense, all plain here.
    for (list, item) in [
      ("fillStyleLst", fill), ("lnStyleLst", "<a:ln w=\"6350\">\(fill)</a:ln>"),
      ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
      ("bgFillStyleLst", fill),
    ] {
      out.raw("<a:\(list)>\(item)\(item)\(item)</a:\(list)>")
    }
    out.raw("</a:fmtScheme></a:themeElements></a:theme>")
    return out.bytes
  }
}
