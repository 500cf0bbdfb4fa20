import Documents
import Vietnamese

/// The body of a web page as it grows, and what it has counted so far.
struct WebPage {
  let document: Document
  let links: WebLinks
  var out = MarkupBuffer()
  /// Style that only this page needs: the widths of its columns.
  var rules = ""
  /// Tables and pictures so far; what scrolls needs a name of its own.
  var tables = 0
  var figures = 0
  /// Places of figures in the text whose entry among the sources leads back to them.
  var traced: Set<Int> = []
  /// Headings of level 1 to 3 so far, within the part that `part` names.
  var headings = [0, 0, 0]
  var part = "muc"

  init(_ document: Document, links: WebLinks) {
    self.document = document
    self.links = links
  }

  mutating func write() {
    navigation()
    out.raw("<main class=\"sheet\" id=\"noi-dung\">\n")
    frame(document.frame)
    for (i, block) in document.body.enumerated() { self.block(block, "b\(i)") }
    signature(document.frame)
    // Before the appendices, which may lie across: notes on a page of their own look lost.
    notes(document.notes)
    for (i, appendix) in document.appendices.enumerated() { self.appendix(appendix, i) }
    sources()
    out.raw("</main>\n")
  }

  private mutating func navigation() {
    let all = (links.home.map { [("Về trang của đơn vị", $0)] } ?? []) + links.forms
    guard !all.isEmpty else { return }
    out.raw("<a class=\"skip\" href=\"#noi-dung\">Đến nội dung chính</a>\n")
    out.raw("<nav class=\"tools\" aria-label=\"Công cụ\">")
    for (name, address) in all { link(address, name) }
    out.raw("</nav>\n")
  }

  mutating func link(_ address: String, _ text: String) {
    out.raw("<a href=\"")
    out.text(address)
    out.raw("\">")
    out.text(text)
    out.raw("</a>")
  }

  /// The head of page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 1–5 and 9a).
  private mutating func frame(_ frame: Frame) {
    out.raw("<header>\n<div class=\"pair frame\">\n<div class=\"issuer\">")
    if let superior = frame.superior { out.element("p", superior) }
    out.element("p", frame.issuer, "ruled strong")
    out.raw("</div>\n<div class=\"nation\">")
    out.element("p", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "strong")
    out.element("p", "Độc lập - Tự do - Hạnh phúc", "motto ruled strong")
    out.raw("</div>\n")
    out.element("p", frame.numberLine ?? "", "number")
    out.element("p", "\(frame.place), \(frame.date.official)", "date")
    if let urgency = frame.urgency {
      rules += ".urgency { width: \(Int(urgency.boxWidth))mm; }\n"
      out.element("p", urgency.rawValue, "urgency")
    }
    out.raw("</div>\n")
    out.raw("<h1><span>")
    out.text(frame.kind)
    out.raw("</span> <span class=\"subject\">")
    out.text(frame.subject)
    out.raw("</span></h1>\n")
    if frame.addressees.count == 1, let only = frame.addressees.first {
      out.element("p", "Kính gửi: \(only)", "to")
    } else if !frame.addressees.isEmpty {
      out.raw("<div class=\"to\"><p>Kính gửi:</p><ul>\n")
      for (i, name) in frame.addressees.enumerated() {
        out.element("li", "- \(name)\(i == frame.addressees.count - 1 ? "." : ";")")
      }
      out.raw("</ul></div>\n")
    }
    for line in frame.basisLines { out.element("p", line, "basis") }
    out.raw("</header>\n")
  }

  /// Recipients on the left, signature on the right (ô 7 and 9b).
  private mutating func signature(_ frame: Frame) {
    out.raw("<footer class=\"pair signature\">\n<div class=\"recipients\"><p>Nơi nhận:</p><ul>\n")
    for name in frame.recipients { out.element("li", "- \(name);") }
    out.element("li", "- Lưu: VT.")
    out.raw("</ul></div>\n<div class=\"signer\">")
    for line in frame.signature.lines { out.element("p", line) }
    if let name = frame.signature.name { out.element("p", name, "name") }
    out.raw("</div>\n</footer>\n")
  }

  private mutating func appendix(_ appendix: Appendix, _ index: Int) {
    let number = document.appendices.count > 1 ? "Phụ lục \(Roman.text(index + 1))" : "Phụ lục"
    part = "phu-luc-\(index + 1)"
    headings = [0, 0, 0]
    out.raw(
      "<section class=\"appendix\(appendix.isLandscape ? " landscape" : "")\" id=\"\(part)\">\n"
        + "<h2><span>\(number)</span> <span>")
    out.text(appendix.title)
    out.raw("</span></h2>\n")
    out.element("p", document.frame.tie, "tie")
    for (i, block) in appendix.blocks.enumerated() { self.block(block, "a\(index)-\(i)") }
    out.raw("</section>\n")
  }

  /// Footnotes, gathered where a page without a foot ends.
  private mutating func notes(_ notes: [[Block]]) {
    guard !notes.isEmpty else { return }
    out.raw("<section class=\"notes\" aria-label=\"Chú thích\">\n<ol>\n")
    for (i, blocks) in notes.enumerated() {
      out.raw("<li id=\"chu-thich-\(i + 1)\">")
      for (k, block) in blocks.enumerated() { self.block(block, "n\(i)-\(k)") }
      out.raw("</li>\n")
    }
    out.raw("</ol>\n</section>\n")
  }
}
