import Campaigns
import Diagnostics
import Markdown
import Vietnamese

/// The parts of a report that a unit writes itself, cut out of its Markdown by heading.
struct NarrativeSections {
  /// The names that templates see, the words of the heading (folded), and what a gap asks for.
  static let known: [(name: String, heading: String, title: String)] = [
    ("thuan_loi", "thuan loi", "Thuận lợi"),
    ("kho_khan", "kho khan", "Khó khăn"),
    ("chi_dao", "chi dao to chuc thuc hien", "Công tác chỉ đạo, tổ chức thực hiện"),
    ("han_che", "han che nguyen nhan", "Hạn chế, nguyên nhân"),
    ("bai_hoc", "bai hoc kinh nghiem", "Bài học kinh nghiệm"),
    ("phuong_huong", "phuong huong nhiem vu", "Phương hướng, nhiệm vụ"),
    ("kien_nghi", "kien nghi de xuat", "Kiến nghị, đề xuất"),
  ]

  private var sections: [String: String] = [:]
  /// The pictures that the text shows, by their addresses in it.
  private(set) var images: [String: DocumentImage] = [:]

  /// Cuts at headings of level 2; text before the first one is nobody's section.
  init(
    _ prose: Prose?, parser: MarkdownParser, images: ReportImages? = nil,
    into bag: inout DiagnosticBag
  ) {
    guard let prose else { return }
    let document = parser.parse(
      prose.bytes, file: prose.location.file, firstLine: prose.location.line, into: &bag)
    self.images = images?.images(of: document, in: prose.location.file, into: &bag) ?? [:]
    let cuts: [(line: Int, name: String?)] = document.headings.filter { $0.level <= 2 }.map {
      let folded = Fold.heading($0.text)
      return ($0.location.line, Self.known.first { folded.hasPrefix($0.heading) }?.name)
    }
    let lines = prose.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (i, cut) in cuts.enumerated() {
      guard let name = cut.name else { continue }
      let from = cut.line - prose.location.line + 1
      let to = i + 1 < cuts.count ? cuts[i + 1].line - prose.location.line : lines.count
      guard from >= 0, from < to, to <= lines.count else { continue }
      let text = String(decoding: Array(lines[from..<to].joined(separator: [0x0A])), as: UTF8.self)
      if text.contains(where: { !$0.isWhitespace }) { sections[name] = text }
    }
  }

  /// The unit's text, or a block that shows what is still to be written.
  func markdown(_ name: String) -> String {
    // Prose cannot pass itself off as a figure with a source.
    if let text = sections[name] { return text.replacing(SourceLedger.scheme, with: "") }
    let title = Self.known.first { $0.name == name }?.title ?? name
    return "```can-bo-sung\n\(title)\n```"
  }
}
