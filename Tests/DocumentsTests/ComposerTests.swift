import Campaigns
import Documents
import Drawing
import Testing

/// Markdown of a template to blocks of a document.
@Suite struct ComposerTests {
  @Test func headingsParagraphsAndLooks() throws {
    let document = try Fixture.document(
      "## I. MỤC\n\n### 1. Ý\n\nChữ **đậm** và *nghiêng* ~~bỏ~~ `mã` [nối](https://vi.du).\n\n> Lời\n"
    )
    guard document.body.count == 4, case .heading(let first) = document.body[0],
      case .heading(let second) = document.body[1],
      case .paragraph(let runs) = document.body[2], case .quote(let quote) = document.body[3]
    else {
      Issue.record("\(document.body)")
      return
    }
    #expect((first.level, first.number, first.title.text) == (1, "I.", "MỤC"))
    #expect((second.level, second.text) == (2, "1. Ý"))
    #expect(runs.text == "Chữ đậm và nghiêng bỏ mã nối.")
    #expect(runs.first { $0.isBold }?.text == "đậm")
    #expect(runs.first { $0.isItalic }?.text == "nghiêng")
    #expect(runs.first { $0.isStruck }?.text == "bỏ")
    #expect(runs.first { $0.isCode }?.text == "mã")
    #expect(runs.first { $0.link == "https://vi.du" }?.text == "nối")
    #expect(quote.count == 1)
  }

  @Test func lists() throws {
    let document = try Fixture.document("3. ba\n4. bốn\n   - con\n\n- một\n- hai\n")
    guard document.body.count == 2,
      case .list(let ordered) = document.body[0],
      case .list(let bullets) = document.body[1]
    else {
      Issue.record("\(document.body)")
      return
    }
    #expect(ordered.items.count == 2 && ordered.items[1].count == 2)
    #expect((0..<2).map { ordered.label(of: $0) } == ["3.", "4."])
    #expect(bullets.items.count == 2 && bullets.label(of: 1) == "-")
  }

  @Test func tablesTakeTheWidthsBeforeThem() throws {
    let table = "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n"
    let document = try Fixture.document(
      "```cot\n1 2 1\n```\n\n\(table)\n\n\(table)\n\n```cot\n1 2\n```\n\n\(table)")
    let tables = document.body.compactMap { block -> DocumentTable? in
      if case .table(let table) = block { table } else { nil }
    }
    try #require(tables.count == 3)
    #expect(tables[0].columns.map(\.share) == [0.25, 0.5, 0.25])
    #expect(tables[0].columns.map(\.alignment) == [.left, .center, .right])
    #expect(tables[0].head.map { $0.map { $0?.runs.text } } == [["a", "b", "c"]])
    #expect(tables[0].rows.map { $0.map { $0?.runs.text } } == [["1", "2", "3"]])
    // Widths serve one table, and only one with as many columns.
    let even = Array(repeating: 1 / 3.0, count: 3)
    for table in tables[1...] { #expect(table.columns.map(\.share) == even) }
  }

  @Test func headingsAreCountedWhateverTheirAuthorWrote() throws {
    let document = try Fixture.document(
      "## MỘT\n\n### 9. Hai\n\n#### Ba\n\n#### đ) Bốn\n\n## I. NĂM\n\n### 5 trường đạt\n\n"
        + "```phu-luc\nA\n```\n\n## SÁU\n")
    let texts = (document.body + document.appendices[0].blocks).compactMap { block -> String? in
      if case .heading(let heading) = block { heading.text } else { nil }
    }
    #expect(
      texts == ["I. MỘT", "1. Hai", "a) Ba", "b) Bốn", "II. NĂM", "1. 5 trường đạt", "I. SÁU"])
  }

  @Test func headsOfSeveralRowsJoinTheirCells() throws {
    let document = try Fixture.document(
      """
      ```chu-thich
      Kết quả theo trường
      ```

      ```cot
      10 20 20d 20d
      ```

      ```dau-bang
      | TT | Trường | Kết quả | < |
      ```

      | ^ | ^ | Kế hoạch | Thực hiện |
      |---|---|---|---|
      | 1 | A | 8,50 | 9 |
      """)
    guard case .table(let table) = document.body.first else {
      Issue.record("\(document.body)")
      return
    }
    #expect(table.caption?.runs.text == "Bảng 1. Kết quả theo trường")
    #expect(table.columns.map(\.alignment) == [.left, .left, .decimal, .decimal])
    #expect(
      table.head.map { $0.map { $0?.runs.text } } == [
        ["TT", "Trường", "Kết quả", nil], [nil, nil, "Kế hoạch", "Thực hiện"],
      ])
    #expect(table.head[0].map { $0?.rows } == [2, 2, 1, nil])
    #expect(table.head[0][2]?.columns == 2)
  }

  @Test func notesAndSourcesAreKeptApartFromLinks() throws {
    let document = try Fixture.document("Đạt [98,5%](nguon:3)[^a].\n\n[^a]: Theo báo cáo.\n")
    guard case .paragraph(let runs) = document.body.first else {
      Issue.record("\(document.body)")
      return
    }
    #expect(runs.first { $0.source == 0 }?.text == "98,5%")
    #expect(runs.allSatisfy { $0.link == nil })
    #expect(runs.first { $0.note == 1 }?.text == "1")
    #expect(document.notes.count == 1)
  }

  @Test func fencesOfOurOwn() throws {
    let document = try Fixture.document(
      """
      ```can-bo-sung
      Bài học
      ```

      ```ngat-trang
      ```

      ```bieu-do
      Biểu <đồ>
      Sĩ số | 90% | 90 | 80 | good
      Nề nếp | chưa có | | |
      ```

      ```swift
      let a = 1
      ```

      ```phu-luc-ngang
      BẢNG SỐ
      ```

      Một.

      ```phu-luc
      DANH SÁCH
      ```

      Hai.
      """)
    guard document.body.count == 4, case .gap("Bài học") = document.body[0],
      case .pageBreak = document.body[1], case .figure(let figure) = document.body[2],
      case .drawing(let drawing) = figure.picture,
      case .code("let a = 1\n") = document.body[3]
    else {
      Issue.record("\(document.body)")
      return
    }
    #expect(drawing.title == "Biểu <đồ>")
    #expect(drawing.description.contains("90%"))
    #expect(document.appendices.map(\.title) == ["BẢNG SỐ", "DANH SÁCH"])
    #expect(document.appendices.map(\.isLandscape) == [true, false])
    #expect(document.appendices.allSatisfy { $0.blocks.count == 1 })
  }
}
