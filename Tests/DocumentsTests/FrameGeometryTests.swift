import Diagnostics
import Documents
import Glibc
import Print
import Testing
import Vietnamese

/// Every component of the frame lies in the PDF where the profile wants it, in its size: within half
/// a millimetre and a tenth of a point.
@Suite(
  .enabled(
    if: unsafe access("/usr/bin/pdftotext", X_OK) == 0 && access("/usr/bin/qpdf", X_OK) == 0,
    "cần poppler-utils và qpdf"))
struct FrameGeometryTests {
  private static let tiers = [PageProfile.decree30, .decree30Small]
  private static let words = String(
    repeating: "Đơn vị tổ chức phát động phong trào thi đua đến từng lớp học. ", count: 12)

  private func document(addressees: [String]) throws -> Document {
    let frame = Frame(
      superior: "UBND PHƯỜNG B", issuer: "TRƯỜNG TIỂU HỌC A", symbol: "15/BC-THA",
      place: "Bến Tre", date: try #require(PlainDate.parse("05/6/2024")), kind: "BÁO CÁO",
      subject: "Sơ kết phong trào thi đua", addressees: addressees,
      signature: Frame.Signature(lines: ["KT. HIỆU TRƯỞNG"], name: "Nguyễn Thị Hoa"),
      recipients: ["Như trên"])
    let paragraphs = (0..<9).map { Block.paragraph([Run("Đoạn \($0). " + Self.words)]) }
    let appendices = [false, true].map {
      Appendix(
        title: $0 ? "BIỂU NGANG" : "BIỂU DỌC", isLandscape: $0,
        blocks: [.paragraph([Run("Số liệu.")])])
    }
    return Document(frame: frame, body: paragraphs, appendices: appendices, title: "Báo cáo")
  }

  private func boxes(_ profile: PageProfile, addressees: [String] = ["Sở Giáo dục"]) throws
    -> PageBoxes
  {
    var bag = DiagnosticBag()
    let pdf = try PDFWriter(fonts: FontSet(), profile: profile).pdf(
      document(addressees: addressees), name: "a.pdf", into: &bag)
    return try PageBoxes(try #require(pdf, "\(bag.sorted)"))
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.5 * 72 / 25.4 }

  private func hasSize(_ box: Box, _ size: Double) -> Bool { abs(box.size - size) <= 0.1 }

  private func mm(_ value: Double) -> Double { value * 72 / 25.4 }

  @Test(arguments: tiers)
  func tierIsOneOfTheDecree(_ profile: PageProfile) {
    #expect(profile.decree == "30/2020/NĐ-CP" && !profile.name.isEmpty)
    #expect(
      [[12, 13, 13], [13, 14, 14]].contains([
        profile.nationSize, profile.mottoSize, profile.dateSize,
      ]))
    #expect((20...25).contains(profile.top) && (20...25).contains(profile.bottom))
    #expect((30...35).contains(profile.left) && (15...20).contains(profile.right))
    #expect([10, 12.7].contains(profile.firstLineIndent) && profile.paragraphSpacing >= 6)
    #expect((1...1.5).contains(profile.lineSpacing) && (13...14).contains(profile.bodySize))
    #expect(profile.looserLineSpacings.allSatisfy { (1...1.5).contains($0) })
    #expect((1.0 / 3...1.0 / 2).contains(profile.head.ruleShare))
  }

  @Test(arguments: tiers)
  func headOfTheFirstPage(_ profile: PageProfile) throws {
    let pdf = try boxes(profile)
    let (left, right) = (mm(profile.left), pdf.pages[0].width - mm(profile.right))
    let nation = try pdf.box(of: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", on: 0)
    let motto = try pdf.box(of: "Độc lập - Tự do - Hạnh phúc", on: 0)
    #expect(hasSize(nation, profile.nationSize) && hasSize(motto, profile.mottoSize))
    #expect(isNear(nation.top, mm(profile.top)) && nation.right <= right + 0.5)
    #expect(isNear(nation.middle, motto.middle))
    let under = try pdf.rule(below: motto, on: 0)
    #expect(isNear(under.left, motto.left) && isNear(under.right, motto.right))

    let superior = try pdf.box(of: "UBND PHƯỜNG B", on: 0)
    let issuer = try pdf.box(of: "TRƯỜNG TIỂU HỌC A", on: 0)
    #expect(hasSize(superior, profile.nationSize) && hasSize(issuer, profile.nationSize))
    #expect(isNear(superior.middle, issuer.middle) && superior.left >= left - 0.5)
    #expect(isNear(superior.top, nation.top))
    let short = try pdf.rule(below: issuer, on: 0)
    #expect((1.0 / 3...1.0 / 2).contains(short.width / issuer.width))
    #expect(isNear(short.middle, issuer.middle))

    let symbol = try pdf.box(of: "Số: 15/BC-THA", on: 0)
    let date = try pdf.box(of: "Bến Tre, ngày 05 tháng 6 năm 2024", on: 0)
    #expect(hasSize(symbol, profile.symbolSize) && hasSize(date, profile.dateSize))
    #expect(isNear(symbol.baseline, date.baseline))
    #expect(isNear(symbol.middle, issuer.middle) && isNear(date.middle, motto.middle))

    let kind = try pdf.box(of: "BÁO CÁO", on: 0)
    let subject = try pdf.box(of: "Sơ kết phong trào thi đua", on: 0)
    let rule = try pdf.rule(below: subject, on: 0)
    #expect(hasSize(kind, profile.titleSize) && hasSize(subject, profile.titleSize))
    for middle in [kind.middle, subject.middle, rule.middle] {
      #expect(isNear(middle, (left + right) / 2))
    }
    #expect((1.0 / 3...1.0 / 2).contains(rule.width / subject.width))
  }

  @Test(arguments: tiers)
  func addressees(_ profile: PageProfile) throws {
    let one = try boxes(profile).box(of: "Kính gửi: Sở Giáo dục", on: 0)
    #expect(hasSize(one, profile.bodySize))
    let (left, right) = (mm(profile.left), mm(profile.width - profile.right))
    #expect(isNear(one.middle, (left + right) / 2))

    let pdf = try boxes(profile, addressees: ["Sở Giáo dục", "Sở Nội vụ"])
    let lead = try pdf.box(of: "Kính gửi:", on: 0)
    let first = try pdf.box(of: "- Sở Giáo dục;", on: 0)
    let last = try pdf.box(of: "- Sở Nội vụ.", on: 0)
    // The colon is 0.278 of its size wide.
    let colon = lead.right - 0.278 * profile.bodySize
    for box in [first, last] {
      #expect(hasSize(box, profile.bodySize) && isNear(box.left, colon))
    }
    #expect(lead.bottom <= first.top + 1 && first.bottom <= last.top + 1)
  }

  @Test(arguments: tiers)
  func body(_ profile: PageProfile) throws {
    let pdf = try boxes(profile)
    let (left, right) = (mm(profile.left), mm(profile.width - profile.right))
    let first = try pdf.box(of: "Đoạn 0.", on: 0)
    let next = try pdf.box(of: "Đoạn 1.", on: 0)
    #expect(hasSize(first, profile.bodySize))
    #expect(isNear(first.left, left + mm(profile.firstLineIndent)))
    let between = pdf.pages[0].words.map(\.box).filter {
      $0.top > first.top - 1 && $0.top < next.top - 1
    }
    let lines = Set(between.map { ($0.baseline * 10).rounded() / 10 }).sorted()
    try #require(lines.count > 4)
    // Single spacing of these letters is 1.149 of their size.
    let single = 1.149 * profile.bodySize
    for (upper, lower) in zip(lines, lines.dropFirst()) {
      let spacing = (lower - upper) / single
      #expect(abs(spacing - profile.lineSpacing) < 0.02, "\(spacing)")
    }
    let gap = next.baseline - (lines.last ?? 0) - single * profile.lineSpacing
    // A full page may have wider distances, for its last line to stand at the foot.
    let least = max(profile.paragraphSpacing, 6)
    #expect(gap >= least - 0.1 && gap <= profile.largestSpacing + 0.1, "\(gap)")
    // Justified: lines begin and end at the margins.
    let second = between.filter { abs($0.baseline - lines[1]) < 1 }
    #expect(isNear(second.map(\.left).min() ?? 0, left))
    #expect(isNear(second.map(\.right).max() ?? 0, right))
    for (i, page) in pdf.pages.enumerated() {
      let margins = profile.margins(isLandscape: page.width > page.height)
      for (text, box) in page.words where text != String(i + 1) {
        #expect(box.left >= mm(margins.left) - 0.5, "\(text)")
        #expect(box.right <= page.width - mm(margins.right) + 0.5, "\(text)")
        #expect(box.top >= mm(margins.top) - 1.4, "\(text)")
        #expect(box.bottom <= page.height - mm(margins.bottom) + 1.4, "\(text)")
      }
    }
  }

  @Test(arguments: tiers)
  func signature(_ profile: PageProfile) throws {
    let pdf = try boxes(profile)
    let page = try #require(
      pdf.pages.indices.first { i in pdf.pages[i].words.contains { $0.text == "nhận:" } })
    let position = try pdf.box(of: "KT. HIỆU TRƯỞNG", on: page)
    let name = try pdf.box(of: "Nguyễn Thị Hoa", on: page)
    let title = try pdf.box(of: "Nơi nhận:", on: page)
    let line = try pdf.box(of: "- Như trên;", on: page)
    let end = try pdf.box(of: "- Lưu: VT.", on: page)
    #expect(hasSize(position, profile.signerSize) && hasSize(name, profile.signerSize))
    #expect(isNear(position.middle, name.middle))
    #expect(isNear(name.top - position.bottom, profile.signature.room))
    #expect(hasSize(title, 12) && isNear(title.top, position.top))
    for box in [line, end] { #expect(hasSize(box, 11)) }
    for box in [title, line, end] { #expect(isNear(box.left, mm(profile.left))) }
    // Never alone on its page.
    #expect(pdf.pages[page].words.contains { $0.text.hasPrefix("lớp") })
  }

  @Test(arguments: tiers)
  func appendicesAndNumbersOfPages(_ profile: PageProfile) throws {
    let pdf = try boxes(profile)
    let count = pdf.pages.count
    try #require(count >= 4)
    for (page, title, name) in [
      (count - 2, "BIỂU DỌC", "Phụ lục I"), (count - 1, "BIỂU NGANG", "Phụ lục II"),
    ] {
      let isLandscape = page == count - 1
      #expect(isNear(pdf.pages[page].width, mm(isLandscape ? 297 : 210)))
      let margins = profile.margins(isLandscape: isLandscape)
      let middle = (mm(margins.left) + pdf.pages[page].width - mm(margins.right)) / 2
      let number = try pdf.box(of: name, on: page)
      let heading = try pdf.box(of: title, on: page)
      let tie = try pdf.box(of: "(Kèm theo Báo cáo số", on: page)
      #expect(hasSize(number, 14) && hasSize(heading, profile.appendixTitleSize))
      #expect(hasSize(tie, profile.tieSize))
      #expect(isNear(number.middle, middle) && isNear(heading.middle, middle))
      #expect(number.bottom <= heading.top + 1 && heading.bottom <= tie.top + 1)
    }
    #expect(!pdf.pages[0].words.contains { $0.text == "1" })
    for page in 1..<count {
      let box = try pdf.box(of: String(page + 1), on: page)
      let isLandscape = pdf.pages[page].width > pdf.pages[page].height
      #expect(hasSize(box, profile.pageNumberSize))
      #expect(box.top > 0 && box.bottom < mm(profile.margins(isLandscape: isLandscape).top))
      #expect(isNear(box.middle, pdf.pages[page].width / 2))
    }
  }

  @Test func looksOfTheFrame() throws {
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(
      document(addressees: ["Sở Giáo dục"]), name: "a.pdf", into: &bag)
    let text = try Tool.run("pdftohtml -xml -i -stdout", on: try #require(bytes))
    for words in [
      "<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>", "<b>Độc lập - Tự do - Hạnh phúc</b>",
      ">UBND PHƯỜNG B<", "<b>TRƯỜNG TIỂU HỌC A</b>", ">Số: 15/BC-THA<",
      "<i>Bến Tre, ngày 05 tháng 6 năm 2024</i>", "<b>BÁO CÁO", "Sơ kết phong trào thi đua</b>",
      "<i><b>Nơi nhận:</b></i>", "<b>KT. HIỆU TRƯỞNG</b>", "<b>Nguyễn Thị Hoa</b>",
      "<b>Phụ lục II", "BIỂU NGANG</b>", "<i>(Kèm theo",
    ] { #expect(text.contains(words), "\(words)") }
  }
}
