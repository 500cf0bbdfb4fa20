import Documents
import Glibc
import Print
import Testing

/// What a clerk finds in the Word file.
@Suite(.enabled(if: unsafe access("/usr/bin/unzip", X_OK) == 0, "cần unzip"))
struct WordTests {
  private func part(
    _ name: String, _ report: String, profile: PageProfile = .decree30
  ) throws -> String {
    let writer = try WordWriter(fonts: FontSet(), profile: profile)
    let docx = try writer.docx(try Fixture.document(report))
    return try Tool.run("unzip -p", on: docx, name)
  }

  @Test func letterAfterDIsNotLeftToWord() throws {
    let report =
      "## A\n\n### B\n\n" + (1...5).map { "#### Ý \($0)\n\n" }.joined()
      + (1...6).map { "\($0)) điểm\n" }.joined()
    let numbering = try part("word/numbering.xml", report)
    // One for the fifth heading, two for the fifth and sixth items.
    for (label, count) in [("đ)", 2), ("e)", 1), ("d)", 0)] {
      #expect(numbering.ranges(of: "<w:lvlText w:val=\"\(label)\"/>").count == count, "\(label)")
    }
    #expect(numbering.contains("<w:pStyle w:val=\"Heading3\"/>"))
  }

  @Test func listsCountApartAndByDepth() throws {
    let report = "3. ba\n4. bốn\n   1. một\n\nx\n\n1. lại\n"
    let body = try part("word/document.xml", report)
    let numbering = try part("word/numbering.xml", report)
    #expect(body.contains("<w:ilvl w:val=\"1\"/>"))
    #expect(numbering.contains("<w:startOverride w:val=\"3\"/>"))
    // The body's headings and three lists, on four ways of counting.
    #expect(numbering.ranges(of: "<w:num ").count == 4)
    #expect(numbering.ranges(of: "<w:abstractNum ").count == 4)
  }

  @Test func tablesAreAsWideAsTheirPage() throws {
    let table = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    let body = try part(
      "word/document.xml",
      "\(table)\n```phu-luc-ngang\nA\n```\n\n\(table)\n```phu-luc\nB\n```\n\n"
        + table)
    let widths = body.ranges(of: "<w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"").map {
      Int(body[$0.upperBound...].prefix { $0.isNumber })
    }
    // 160, 257 and 160 mm.
    #expect(widths == [9071, 14570, 9071])
    var sums: [Int] = []
    for grid in body.ranges(of: "<w:tblGrid>") {
      let end = try #require(body[grid.upperBound...].firstRange(of: "</w:tblGrid>"))
      let columns = body[grid.upperBound..<end.lowerBound].split(separator: "\"")
      sums.append(columns.compactMap { Int($0) }.reduce(0, +))
    }
    #expect(sums.filter { $0 == 14570 }.count == 1 && sums.filter { $0 == 9071 }.count == 5)
  }

  @Test func notesKeepTheirLinksAndLists() throws {
    let report =
      "Chữ[^a].\n\n[^a]: Theo [sở](https://vi.du) và [x](javascript:alert(1))\n\n    - một\n"
    let notes = try part("word/footnotes.xml", report)
    #expect(notes.ranges(of: "<w:hyperlink ").count == 1 && notes.contains("- "))
    let links = try part("word/_rels/footnotes.xml.rels", report)
    #expect(links.contains("Target=\"https://vi.du\"") && !links.contains("javascript"))
  }

  @Test func wordsStayWithWhatTheyLeadTo() throws {
    let table = "| a |\n|---|\n| 1 |\n"
    func kept(_ report: String) throws -> Int {
      let body = try part("word/document.xml", report)
      let end = try #require(body.firstRange(of: "Nơi nhận"))
      return body[..<end.lowerBound].ranges(of: "<w:keepNext/>").count
    }
    // The last block always stays with the signature.
    #expect(try kept("Một.\n\nHai.\n") == 1)
    #expect(try kept("Như sau\n\n\(table)\nHết.\n") == 2)
    #expect(try kept("Như sau:\n\n- a\n- b\n\nHết.\n") == 2)
    #expect(try kept("Như sau.\n\n- a\n- b\n\nHết.\n") == 1)
    // The last item; the last row and the line of no height below it.
    #expect(try kept("Hết.\n\n- a\n- b\n") == 1)
    #expect(try kept("Hết.\n\n\(table)") == 3)
  }

  @Test func gapAndQuoteKeepTheSignatureCompany() throws {
    for last in ["```can-bo-sung\nKiến nghị\n```\n", "> Lời hứa\n", "    mã\n"] {
      let body = try part("word/document.xml", "Một.\n\n" + last)
      let end = try #require(body.firstRange(of: "Nơi nhận"))
      #expect(body[..<end.lowerBound].ranges(of: "<w:keepNext/>").count == 1, "\(last)")
    }
  }

  @Test func onlyTallRowsMayBreak() throws {
    func whole(_ words: Int) throws -> Int {
      let cell = repeatElement("chữ", count: words).joined(separator: " ")
      let body = try part("word/document.xml", "| a | b |\n|---|---|\n| 1 | \(cell) |\n\nHết.\n")
      return body.ranges(of: "<w:cantSplit/>").count
    }
    // The head, the signature, and the row as long as it is short.
    #expect(try whole(20) == 3)
    #expect(try whole(400) == 2)
  }

  @Test func headFollowsTheProfile() throws {
    /// Length of each rule: what its indents leave of the column or page that it stands in.
    func rules(_ profile: PageProfile) throws -> [Double] {
      let body = try part("word/document.xml", "Một.\n", profile: profile)
      var columns = body.ranges(of: "<w:gridCol w:w=\"").prefix(2).compactMap {
        Double(body[$0.upperBound...].prefix { $0.isNumber })
      }
      try #require(columns.count == 2)
      columns[0] -= profile.head.gutter * 20
      columns.append((profile.width - profile.left - profile.right) / 25.4 * 1440)
      let indents = body.ranges(of: "<w:pBdr><w:top ").compactMap { border in
        body[border.upperBound...].firstRange(of: "<w:ind w:left=\"").flatMap {
          Double(body[$0.upperBound...].prefix { $0.isNumber })
        }
      }
      return zip(columns, indents).map { $0 - 2 * $1 }
    }
    var short = PageProfile.decree30
    short.head.ruleShare = 1 / 3
    var long = short
    long.head.ruleShare = 1 / 2
    long.head.mottoRuleShare = 1 / 2
    let (shorts, longs) = (try rules(short), try rules(long))
    try #require(shorts.count == 3 && longs.count == 3)
    #expect(abs(longs[0] / shorts[0] - 1.5) < 0.01)
    #expect(abs(longs[1] / shorts[1] - 0.5) < 0.01)
    #expect(abs(longs[2] / shorts[2] - 1.5) < 0.01)
  }

  @Test func stylesFollowTheProfile() throws {
    var profile = PageProfile.decree30
    profile.symbolSize = 12
    profile.signerSize = 13
    profile.noteSize = 10
    profile.signature.room = 60
    profile.head.subjectShare = 0.8
    let styles = try part("word/styles.xml", "Một.\n", profile: profile)
    func style(_ id: String) throws -> Substring {
      let start = try #require(styles.firstRange(of: "w:styleId=\"\(id)\""))
      let end = try #require(styles[start.upperBound...].firstRange(of: "</w:style>"))
      return styles[start.upperBound..<end.lowerBound]
    }
    for (id, size) in [("Symbol", 24), ("Signer", 26), ("FootnoteText", 20)] {
      #expect(try style(id).contains("<w:sz w:val=\"\(size)\"/>"), "\(id)")
    }
    #expect(try style("SignerName").contains("w:before=\"1200\""))
    // A tenth of 160 mm on either side.
    #expect(try style("Subtitle").contains("w:left=\"907\" w:right=\"907\""))
  }

  /// Multiple of the line's height, in parts of 240, at which the body is set.
  private func lineSpacing(_ report: String) throws -> Int {
    let styles = try part("word/styles.xml", report)
    let normal = try #require(styles.firstRange(of: "w:styleId=\"Normal\""))
    let line = try #require(styles[normal.upperBound...].firstRange(of: "w:line=\""))
    return try #require(Int(styles[line.upperBound...].prefix { $0.isNumber }))
  }

  @Test func noPageEndsFarAboveItsFoot() throws {
    let words = repeatElement("chữ nghĩa", count: 60).joined(separator: " ")
    // Text that may break anywhere fills its pages by itself.
    #expect(try lineSpacing(repeatElement(words + "\n\n", count: 12).joined() + "Hết.\n") == 276)
    // A row to sign in that does not fit any more leaves the page to be filled by looser lines.
    let row = "\n| Ký |\n|---|\n| a<br><br><br><br><br>b |\n\nHết.\n"
    let spacings = try (12...24).map {
      try lineSpacing(repeatElement("Một.\n\n", count: $0).joined() + row)
    }
    #expect(spacings.contains(276) && spacings.contains { $0 > 276 }, "\(spacings)")
    #expect(spacings.allSatisfy { (240...360).contains($0) }, "\(spacings)")
  }

  @Test func linesOfTheSubjectAreAboutAsLong() throws {
    func inset(_ share: Double) throws -> Int {
      var profile = PageProfile.decree30
      profile.head.subjectShare = share
      let body = try part("word/document.xml", "Một.\n", profile: profile)
      let style = try #require(body.firstRange(of: "<w:pStyle w:val=\"Subtitle\"/>"))
      let left = try #require(body[style.upperBound...].firstRange(of: "w:left=\""))
      return try #require(Int(body[left.upperBound...].prefix { $0.isNumber }))
    }
    // One line needs no more room on either side than the profile leaves: 7 % of 160 mm.
    #expect(try inset(0.86) == 635)
    // Two lines are as narrow as they can be.
    let share = 0.45
    #expect(try inset(share) > Int((1 - share) / 2 * 9071) + 200)
  }
}
