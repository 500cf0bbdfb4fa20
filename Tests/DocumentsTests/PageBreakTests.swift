import Diagnostics
import Documents
import Drawing
import Glibc
import Print
import Testing

/// What stays together where a page ends, and how full pages are.
@Suite(.enabled(if: unsafe access("/usr/bin/pdftotext", X_OK) == 0, "cần poppler-utils"))
struct PageBreakTests {
  private static let profile = PageProfile.decree30

  /// A document of such blocks.
  private func document(_ blocks: [Block]) throws -> Document {
    var document = try Fixture.document("x")
    document.body = blocks
    return document
  }

  private func pages(_ blocks: [Block]) throws -> PageLines {
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(try document(blocks), name: "a.pdf", into: &bag)
    return PageLines(try PageBoxes(try #require(bytes, "\(bag.sorted)")))
  }

  /// A paragraph whose every word says which one it is.
  private static func paragraph(_ name: String, words: Int, end: String = "") -> Block {
    let text = (0..<words).map { "\(name)w\($0)" }.joined(separator: " ")
    return .paragraph([Run(text + end)])
  }

  /// Every cell has as many lines as its row is told, all of them with the name of the row.
  private static func table(_ name: String, rows: [Int]) -> Block {
    .table(
      DocumentTable(
        columns: [
          DocumentTable.Column(.left, share: 0.3), DocumentTable.Column(.left, share: 0.7),
        ],
        head: [[DocumentTable.Cell([Run("\(name)hA")]), DocumentTable.Cell([Run("\(name)hB")])]],
        rows: rows.enumerated().map { r, lines in
          let text = (0..<lines).map { "\(name)r\(r)l\($0)" }.joined(separator: "\n")
          return [DocumentTable.Cell([Run("\(name)r\(r)")]), DocumentTable.Cell([Run(text)])]
        }))
  }

  @Test func aWordWithoutEndIsBrokenAndStaysWhole() throws {
    // Pango would measure such a word to its end for every line.
    let word = String(repeating: "ươ", count: 20_000)
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(
      try document([.paragraph([Run(word)])]), name: "a.pdf", into: &bag)
    let letters = try PageBoxes(try #require(bytes, "\(bag.sorted)")).pages
      .flatMap(\.words).map(\.text).joined().unicodeScalars.filter {
        "ươ".unicodeScalars.contains($0)
      }
    #expect(letters.count >= 40_000)
  }

  @Test func aLeadInLineGoesWithItsTable() throws {
    // Whatever stands above, lead-in, head and first row are on one page; so with a list.
    for count in stride(from: 17, to: 34, by: 1) {
      let filler = (0..<count).map { Self.paragraph("p\($0)", words: 3) }
      let table = try pages(
        filler + [
          Self.paragraph("dan", words: 3), Self.table("t", rows: [2, 2]),
          Self.paragraph("cuối", words: 30),
        ])
      #expect(table.page(of: "danw0") == table.page(of: "tr0l0"), "\(count)")
      let list = try pages(
        filler + [
          Self.paragraph("dan", words: 3, end: ":"),
          .list(
            DocumentList(
              marker: .dash,
              items: [[Self.paragraph("mot", words: 4)], [Self.paragraph("hai", words: 60)]])),
        ])
      #expect(list.page(of: "danw0") == list.page(of: "motw0"), "\(count)")
    }
  }

  @Test func theLastLinesOfALongLeadInGoWithWhatFollows() throws {
    for count in 14..<30 {
      let filler = (0..<count).map { Self.paragraph("p\($0)", words: 3) }
      let set = try pages(
        filler + [Self.paragraph("dan", words: 70, end: ":"), Self.table("t", rows: [3])])
      let lead = set.lines(of: "danw")
      #expect(lead.count > 4)
      let last = try #require(lead.last)
      #expect(last.page == set.page(of: "tr0l0"), "\(count)")
      #expect(lead.filter { $0.page == last.page }.count >= 2, "\(count)")
      let first = try #require(lead.first)
      #expect(lead.filter { $0.page == first.page }.count >= 2, "\(count)")
      // Torn or not, the lines have one distance within a page.
      for (upper, lower) in zip(lead, lead.dropFirst()) where upper.page == lower.page {
        let pitch = lower.baseline - upper.baseline
        #expect(pitch > 1.149 * Self.profile.bodySize * Self.profile.lineSpacing - 0.2)
      }
    }
  }

  @Test func aSignatureTakesTwoLinesOrOneRowAlong() throws {
    for count in 24..<34 {
      let filler = (0..<count).map { Self.paragraph("p\($0)", words: 3) }
      let text = try pages(filler + [Self.paragraph("cuối", words: 70)])
      let signature = try #require(text.page(of: "Nơi"))
      let lines = text.lines(of: "cuốiw").filter { $0.page == signature }
      #expect(lines.count >= 2, "\(count)")
    }
    // The first row that the signature does not fit below is the only one that goes with it.
    for count in 8..<30 {
      let rows = try pages([Self.table("t", rows: Array(repeating: 1, count: count))])
      guard rows.page(of: "Nơi") == 1 else { continue }
      #expect(rows.page(of: "tr\(count - 1)l0") == 1)
      #expect(rows.page(of: "tr\(count - 2)l0") == 0)
      #expect(rows.pages[1].first?.text == "thA thB")
      return
    }
    Issue.record("chữ ký không sang trang")
  }

  @Test func aTallLastRowIsTornRatherThanMoved() throws {
    let rows = [10, 30]
    let set = try pages([
      Self.paragraph("p", words: 120), Self.table("t", rows: rows),
    ])
    let lines = set.lines(of: "tr1l")
    let signature = try #require(set.page(of: "Nơi"))
    #expect(signature == 1 && lines.count == 30)
    let upper = lines.filter { $0.page == 0 }.count
    #expect(upper >= 3 && lines.count - upper >= 3, "\(upper)")
    // The head is shown again above the rest.
    #expect(set.pages[1].contains { $0.text.hasPrefix("thA") })
  }

  @Test func noDateIsBrokenInANarrowColumn() throws {
    let table = """
      ```cot
      6 34 15 15 15 15 15
      ```

      | TT | Điển hình, đơn vị | Xây dựng | Nhân rộng | Học tập | Bình xét | Khen thưởng |
      |:-:|---|:-:|:-:|:-:|:-:|:-:|
      | 12 | Trung tâm nghề | 15/5/2024 | 20/9/2024 | 08/11/2024 | 05/12/2024 | 128/QĐ-UBND |
      """
    let body = try Fixture.document(table).body
    guard case .table(let made)? = body.first else {
      Issue.record("không có bảng")
      return
    }
    #expect(abs(made.columns.map(\.share).reduce(0, +) - 1) < 1e-9)
    let words = try pages(body).lines.flatMap { $0.text.split(separator: " ").map(String.init) }
    for word in ["TT", "12", "15/5/2024", "08/11/2024", "05/12/2024", "128/QĐ-"] {
      #expect(words.contains(word), "\(word): \(words)")
    }
  }

  @Test func aFullPageEndsAtItsFoot() throws {
    let blocks = (0..<40).map { Self.paragraph("p\($0)", words: 25) }
    let set = try pages(blocks)
    try #require(set.pages.count > 2)
    let foot = (Self.profile.height - Self.profile.bottom) * 72 / 25.4
    for page in set.pages.dropLast() {
      let last = try #require(page.last)
      #expect(abs(last.bottom - foot) < 2, "\(last)")
    }
  }

  @Test(arguments: 0..<24)
  func pagesBreakWellWhateverStandsOnThem(_ seed: Int) throws {
    var random = Shuffle(seed: UInt64(seed))
    var blocks: [Block] = []
    for i in 0..<Int(random.next(in: 12...40)) {
      switch random.next(in: 0...9) {
      case 0: blocks.append(.heading(Heading(level: 1, number: "\(i).", title: [Run("d\(i)w0")])))
      case 1, 2:
        let rows = (0..<random.next(in: 1...6)).map { _ in random.next(in: 1...6) }
        blocks.append(Self.paragraph("q\(i)", words: 4, end: ":"))
        blocks.append(Self.table("t\(i)", rows: rows))
      default: blocks.append(Self.paragraph("p\(i)", words: random.next(in: 3...60)))
      }
    }
    blocks.append(Self.paragraph("cuối", words: random.next(in: 3...40)))
    let set = try pages(blocks)
    for (i, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let runs):
        let name = runs.text.prefix { $0 != "w" } + "w"
        let lines = set.lines(of: String(name))
        for page in Set(lines.map(\.page)) where lines.count > 1 {
          #expect(lines.filter { $0.page == page }.count >= 2, "\(name) \(page)")
        }
      case .heading(let heading):
        // The next block begins below it on the same page.
        guard case .paragraph(let runs)? = blocks.dropFirst(i + 1).first else { continue }
        let name = heading.title.map(\.text).joined()
        let next = runs.text.prefix { $0 != " " }
        #expect(set.page(of: name) == set.page(of: String(next)), "\(name)")
      default: continue
      }
    }
    // The signature never stands alone.
    let signature = try #require(set.page(of: "Nơi"))
    #expect(set.pages[signature].first?.text.hasPrefix("Nơi") == false)
    #expect(set.page(of: "cuốiw0") != nil)
    // No page ends emptier than what follows would have needed.
    let foot = (Self.profile.height - Self.profile.bottom) * 72 / 25.4
    for page in set.pages.indices.dropLast() {
      let last = try #require(set.pages[page].last)
      let needed = set.heightOfFirstPart(on: page + 1)
      #expect(foot - last.bottom < needed, "\(page): \(last.text), \(needed)")
    }
  }
}

/// Numbers that are the same in every run.
private struct Shuffle {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return range.lowerBound + Int(state % UInt64(range.count))
  }
}

/// The lines of the pages without their numbers, from the top down; words side by side are one line.
private struct PageLines {
  struct Line {
    var page: Int
    var text: String
    var baseline: Double
    var bottom: Double
  }

  var pages: [[Line]] = []

  init(_ boxes: PageBoxes) {
    let top = PageProfile.decree30.top * 72 / 25.4
    for (number, page) in boxes.pages.enumerated() {
      var lines: [Line] = []
      for (text, box) in page.words.sorted(by: { $0.box.baseline < $1.box.baseline })
      where box.top > top - 2 {
        if let last = lines.last, abs(last.baseline - box.baseline) < 1 {
          lines[lines.count - 1].text += " " + text
        } else {
          lines.append(
            Line(page: number, text: text, baseline: box.baseline, bottom: box.bottom))
        }
      }
      pages.append(lines)
    }
  }

  var lines: [Line] { Array(pages.joined()) }

  /// The lines with a word that begins so.
  func lines(of prefix: some StringProtocol) -> [Line] {
    lines.filter { $0.text.split(separator: " ").contains { $0.hasPrefix(prefix) } }
  }

  /// Where a word stands first.
  func page(of word: String) -> Int? {
    pages.joined().first { $0.text.split(separator: " ").contains { $0.hasPrefix(word) } }?.page
  }

  /// How high what begins a page is that cannot be parted, with the distance above it: headings and
  /// lead-in lines, then a row with its head or the lines that stay together, and the signature if
  /// it follows.
  func heightOfFirstPart(on page: Int) -> Double {
    let lines = pages[page]
    var end = 0
    while end < lines.count, isLead(lines[end]) { end += 1 }
    if end < lines.count {
      let name = lines[end].text.prefix { $0 != "l" && $0 != "w" && $0 != " " }
      let rest = lines[end...].prefix { $0.text.hasPrefix(name) }.count
      let isRow = name.hasPrefix("t")
      let isWhole = self.lines(of: name + "w").first?.page == page
      end += isRow ? rest : isWhole ? (rest > 3 ? 2 : rest) : min(rest, 3)
    }
    let isLast = end < lines.count && lines[end].text.hasPrefix("Nơi")
    let bottom = isLast ? (lines.last?.bottom ?? 0) : lines[end - 1].bottom
    return bottom - (lines.first?.baseline ?? 0) + 48
  }

  /// A heading, a lead-in line or the head of a table.
  private func isLead(_ line: Line) -> Bool {
    line.text.hasPrefix("q") || line.text.contains("hA ") || line.text.contains(". d")
  }
}
