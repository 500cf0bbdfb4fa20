import Diagnostics
import Documents

extension WebPage {
  /// Cells of one figure that are shown; the file beside the page has all.
  private static let shownCells = 8

  /// Opens the link from a figure to its entry; the first place is where the entry leads back to.
  mutating func openFigure(_ source: Int) {
    out.raw("<a class=\"figure\" href=\"#nguon-\(source + 1)\"")
    if traced.insert(source).inserted { out.raw(" id=\"so-\(source + 1)\"") }
    out.raw(">")
  }

  /// Where each figure comes from: on the screen only, for it is no part of the document.
  mutating func sources() {
    guard !document.sources.isEmpty else { return }
    out.raw(
      "<section class=\"sources\" id=\"nguon\" aria-labelledby=\"nguon-tieu-de\">\n"
        + "<h2 id=\"nguon-tieu-de\">Nguồn số liệu</h2>\n<p>Mỗi số trong báo cáo dẫn tới ô dữ liệu "
        + "mà nó được lấy hoặc được tính từ đó. Phần này không in ra giấy.")
    if let file = links.sources {
      out.raw(" Bản đầy đủ cho máy đọc: ")
      link(file, "tệp JSON")
      out.raw(".")
    }
    out.raw("</p>\n<ol>\n")
    for (i, source) in document.sources.enumerated() { entry(source, i) }
    out.raw("</ol>\n</section>\n")
  }

  private mutating func entry(_ source: FigureSource, _ index: Int) {
    out.raw("<li id=\"nguon-\(index + 1)\">")
    if traced.contains(index) {
      out.raw("<a href=\"#so-\(index + 1)\">")
      out.text(source.text)
      out.raw("</a>")
    } else {
      out.text(source.text)
    }
    out.text(": \(source.meaning)")
    if let rule = source.rule { out.text("; \(rule)") }
    out.raw(".")
    if !source.cells.isEmpty {
      out.raw(" <span class=\"cells\">")
      let shown = source.cells.prefix(Self.shownCells)
      out.text(Self.places(shown))
      let rest = source.cells.count - shown.count
      if rest > 0 { out.text("; và \(rest) ô khác") }
      out.raw("</span>")
    }
    out.raw("</li>\n")
  }

  /// `results.csv: E7, E8 (Giá trị), F8 (Mẫu số); units.csv: dòng 3`, each file and heading once for
  /// cells that follow each other.
  private static func places(_ cells: ArraySlice<Location>) -> String {
    var text = ""
    var last: Location?
    for place in cells {
      if let last {
        let isSameFile = last.file == place.file
        if !isSameFile || last.cell?.heading != place.cell?.heading { text += heading(of: last) }
        text += isSameFile ? ", " : "; "
      }
      if last?.file != place.file { text += place.file + ": " }
      text += place.cell?.name ?? "dòng \(place.line)"
      last = place
    }
    return text + (last.map(heading) ?? "")
  }

  private static func heading(of place: Location) -> String {
    guard let heading = place.cell?.heading, !heading.isEmpty else { return "" }
    return " (\(heading))"
  }
}
