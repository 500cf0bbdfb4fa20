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
    guard document.body.count == 4, case .heading(1, let first) = document.body[0],
      case .heading(2, let second) = document.body[1],
      case .paragraph(let runs) = document.body[2], case .quote(let quote) = document.body[3]
    else {
      Issue.record("\(document.body)")
      return
    }
    #expect(first.text == "I. MỤC")
    #expect(second.text == "1. Ý")
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
      case .list(isOrdered: true, start: 3, let ordered) = document.body[0],
      case .list(isOrdered: false, start: _, let bullets) = document.body[1]
    else {
      Issue.record("\(document.body)")
      return
    }
    #expect(ordered.count == 2 && ordered[1].count == 2)
    #expect(bullets.count == 2)
  }

  @Test func tablesTakeTheWidthsBeforeThem() throws {
    let table = "| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n"
    let document = try Fixture.document(
      "```cot\n1 2 1\n```\n\n\(table)\n\n\(table)\n\n```cot\n1 2\n```\n\n\(table)")
    let tables = document.body.compactMap { block -> DocumentTable? in
      if case .table(let table) = block { table } else { nil }
    }
    try #require(tables.count == 3)
    #expect(tables[0].widths == [0.25, 0.5, 0.25])
    #expect(tables[0].alignments == [.left, .center, .right])
    #expect(tables[0].head.map(\.text) == ["a", "b", "c"])
    #expect(tables[0].rows.map { $0.map(\.text) } == [["1", "2", "3"]])
    // Widths serve one table, and only one with as many columns.
    let even = Array(repeating: 1 / 3.0, count: 3)
    for table in tables[1...] { #expect(table.widths == even) }
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
      case .pageBreak = document.body[1], case .figure(let drawing) = document.body[2],
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
