import Diagnostics
import Documents
import Drawing
import Glibc
import Print
import Testing

/// Charts from their fenced block to the picture.
@Suite struct ChartTests {
  static let bars = """
    ```bieu-do
    Tỷ lệ thực hiện các chỉ tiêu (năm học 2024-2025)
    Tỷ lệ học sinh hoàn thành chương trình lớp học đúng độ tuổi, không lưu ban, không bỏ học giữa \
    chừng trong năm học | 96,5% | 96.5 | 95 | good
    Trường đạt chuẩn quốc gia | 62% | 62 | 70 | poor
    Học sinh biết bơi | 48,25% | 48,25 | | unknown
    Thư viện đạt mức độ 1 | chưa có | | 80 | unknown
    Giáo viên dạy giỏi | 112% | 112 | 100 | good
    ```
    """
  static let groups = """
    ```bieu-do-nhom
    Tỷ lệ thực hiện theo đơn vị (%)
    Đơn vị | Chỉ tiêu 1 | Chỉ tiêu 2 | Chỉ tiêu 3
    Kế hoạch | 80 | 90 | 50
    Trường Trung học cơ sở Dân tộc nội trú Minh họa huyện Mẫu | 71,5 | 95 | 60
    Trường B | 88 | | 45,2
    ```
    """
  static let lines = """
    ```bieu-do-duong
    Tiến độ thực hiện chỉ tiêu 3 (%)
    Kỳ | Khối tiểu học | Khối trung học cơ sở | Kế hoạch
    Học kỳ I 2022-2023 | 61,5 | 60 | 70
    Học kỳ II 2022-2023 | 66 | 66,2 | 70
    Học kỳ I 2023-2024 | | 71 | 75
    Học kỳ II 2023-2024 | 78,25 | 74 | 75
    Học kỳ I 2024-2025 | 81 | 83 | 80
    ```
    """

  private func drawing(_ text: String) throws -> Drawing {
    let blocks = try Fixture.document(text).body
    guard case .figure(let figure)? = blocks.first, case .drawing(let drawing) = figure.picture
    else { throw Missing() }
    return drawing
  }

  private struct Missing: Error {}

  private func texts(_ drawing: Drawing) -> [String] {
    drawing.items.compactMap {
      if case .text(let text, _, _, _, _, _, _) = $0 { text } else { nil }
    }
  }

  @Test func barsSayLabelsGoalsAndVerdicts() throws {
    let drawing = try drawing(Self.bars)
    let texts = texts(drawing)
    // A long label goes on in lines of its own.
    #expect(texts.contains("Trường đạt chuẩn quốc gia"))
    #expect(!texts.contains { $0.hasPrefix("Trường") && $0.hasSuffix("…") })
    for legend in ["Đạt", "Chưa đạt", "Chưa đánh giá", "Kế hoạch"] {
      #expect(texts.contains(legend), "\(legend)")
    }
    // Beyond the usual end of the scale there is a scale too.
    #expect(texts.contains("0") && texts.contains("150%"), "\(texts)")
    #expect(drawing.description.contains("Trường đạt chuẩn quốc gia: 62%, kế hoạch 70%, chưa đạt"))
    #expect(drawing.data.first == ["", "Thực hiện", "Kế hoạch"])
    #expect(drawing.data.count == 6)
    #expect(drawing.data[3] == ["Học sinh biết bơi", "48,25%", ""])
  }

  @Test func groupsHaveABarOfEachSeries() throws {
    let drawing = try drawing(Self.groups)
    let texts = texts(drawing)
    for word in ["Chỉ tiêu 1", "Chỉ tiêu 3", "71,5%", "chưa có số liệu", "Kế hoạch", "100%"] {
      #expect(texts.contains(word), "\(word)")
    }
    #expect(drawing.description.contains("Trường B: Chỉ tiêu 1 88%, kế hoạch 80%; Chỉ tiêu 2 chưa"))
    #expect(drawing.data.contains(["Trường B", "Chỉ tiêu 3", "45,2%", "50%"]))
  }

  @Test func lineLeavesAGapWhereThereIsNoFigure() throws {
    let drawing = try drawing(Self.lines)
    #expect(drawing.description.contains("Học kỳ I 2023-2024 chưa có số liệu"))
    #expect(drawing.description.contains("Kế hoạch: Học kỳ I 2022-2023 70%"))
    #expect(drawing.data[3] == ["Học kỳ I 2023-2024", "", "71%", "75%"])
    func strokes(_ ink: Drawing.Ink) -> Int {
      drawing.items.count {
        if case .line(_, _, _, _, ink, 1.5) = $0 { true } else { false }
      }
    }
    // Five points make four strokes; the gap takes two of the first line. The legend adds one each.
    #expect(strokes(.accent) == 3)
    #expect(strokes(.poor) == 5)
    #expect(texts(drawing).contains("78,25%"))
  }

  @Test func textsStayInsideAndApart() throws {
    for source in [Self.bars, Self.groups, Self.lines] {
      let drawing = try drawing(source)
      var boxes: [(text: String, left: Double, right: Double, top: Double, bottom: Double)] = []
      for case .text(let text, let x, let y, let size, let anchor, _, _) in drawing.items {
        let width = Double(text.count) * size * 0.42
        let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
        #expect(left >= -4 && left + width <= drawing.width + 4, "\(text)")
        #expect(y <= drawing.height, "\(text)")
        for box in boxes {
          let meets =
            left < box.right && box.left < left + width && y - size * 0.7 < box.bottom
            && box.top < y
          #expect(!meets, "\(text) / \(box.text)")
        }
        boxes.append((text, left, left + width, y - size * 0.7, y))
      }
    }
  }

  @Test func oddInputIsDrawnOrLeftOut() throws {
    for text in [
      "A\nB\n", "A\n| | |\n| | |\n", "A (%)\nB|C\nD|99999999999999999999\n",
      "A\nx | y | 1e-320 | 1e300\n",
      "A\nx | y | nan | inf\n", "A (giờ)\nKỳ | Kế hoạch\n1 | 2\n", "A\nKỳ | B\n1 | -5\n2 | 7\n",
    ] {
      for fence in ["bieu-do", "bieu-do-nhom", "bieu-do-duong"] {
        let document = try Fixture.document("```\(fence)\n\(text)```\n")
        for case .figure(let figure) in document.body {
          guard case .drawing(let drawing) = figure.picture else { continue }
          #expect(!SVGWriter().svg(drawing, id: "a").contains("nan"))
        }
      }
    }
  }

  @Test func everyWriterDrawsThem() throws {
    let document = try Fixture.document(
      [Self.bars, Self.groups, Self.lines].joined(separator: "\n\n"))
    var bag = DiagnosticBag()
    let fonts = try FontSet()
    let made = try PDFWriter(fonts: fonts).pdf(document, name: "a.pdf", into: &bag)
    let pdf = try #require(made, "\(bag.sorted)")
    #expect(try WordWriter(fonts: fonts).docx(document).count > 1000)
    if unsafe access("/usr/bin/pdftotext", X_OK) == 0 {
      let text = try Tool.run("pdftotext -layout", on: pdf, "-")
      for word in ["Kế hoạch", "78,25%", "Chưa đạt", "chưa có số liệu"] {
        #expect(text.contains(word), "\(word)")
      }
    }
    if let path = unsafe getenv("NG_CHARTS") {
      let folder = unsafe String(cString: path)
      for (index, source) in [Self.bars, Self.groups, Self.lines].enumerated() {
        let bytes = try DrawingRaster(fonts: fonts).png(drawing(source))
        let file = unsafe fopen("\(folder)/chart\(index).png", "w")
        unsafe fwrite(bytes, 1, bytes.count, file)
        unsafe fclose(file)
      }
    }
  }
}
