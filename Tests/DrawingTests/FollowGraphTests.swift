import Testing

@testable import Drawing

/// Who learns from whom, and time lines: what must hold of any such picture.
@Suite struct FollowGraphTests {
  private func graph(_ bonds: [(Int, Int, FollowGraph.Stroke)], followers: Int = 6) -> FollowGraph {
    FollowGraph(
      title: "Ai học ai",
      sources: ["Thư viện ghe dừa", "Tổ Toán & sổ <lỗi>", "Lớp phụ đạo đêm của trung tâm Ba Lai"],
      followers: (0..<followers).map { "Trường Trung học cơ sở Rạch Dừa số \($0)" },
      bonds: bonds.map { FollowGraph.Bond(source: $0, follower: $1, stroke: $2) },
      meanings: ["học tập", "bắt kịp", "vượt qua"], heads: ("Điển hình", "Đơn vị"))
  }

  private static let bonds: [(Int, Int, FollowGraph.Stroke)] = [
    (0, 3, .dashed), (1, 0, .plain), (2, 5, .heavy), (0, 0, .heavy), (1, 4, .dashed),
    (2, 1, .dashed), (0, 2, .plain),
  ]

  private func boxes(_ drawing: Drawing) -> [(x: Double, y: Double, width: Double, height: Double)]
  {
    drawing.items.compactMap { item in
      guard case .rectangle(let x, let y, let width, let height, let ink) = item, ink != .paper
      else { return nil }
      return (x, y, width, height)
    }
  }

  @Test func everythingLiesWithinAndNoBoxMeetsAnother() {
    let drawing = graph(Self.bonds).drawing()
    let boxes = boxes(drawing)
    #expect(boxes.count == 9)
    for (index, a) in boxes.enumerated() {
      #expect(a.x >= 0 && a.x + a.width <= drawing.width)
      #expect(a.y >= 0 && a.y + a.height <= drawing.height)
      for b in boxes[..<index] where a.x == b.x {
        #expect(a.y + a.height <= b.y || b.y + b.height <= a.y)
      }
    }
  }

  @Test func wordsTellEveryBond() {
    let drawing = graph(Self.bonds).drawing()
    #expect(drawing.data.count == Self.bonds.count + 1)
    #expect(drawing.description.contains("số 5 (vượt qua)"))
    #expect(SVGWriter().svg(drawing, id: "x").contains("Tổ Toán &amp; sổ &lt;lỗi&gt;"))
  }

  /// A legend line for each kind of bond that is drawn and for no other.
  @Test func legendHasOnlyWhatIsDrawn() {
    func words(_ drawing: Drawing) -> [String] {
      drawing.items.compactMap {
        guard case .text(let text, _, _, _, _, _, _) = $0 else { return nil }
        return text
      }
    }
    let one = words(graph([(0, 0, .plain)]).drawing())
    #expect(one.contains("bắt kịp"))
    #expect(!one.contains("học tập"))
    #expect(words(graph(Self.bonds).drawing()).filter { $0 == "vượt qua" }.count == 1)
  }

  @Test func bondsToNobodyAreLeftOut() {
    let drawing = graph([(0, 0, .plain), (7, 0, .plain), (0, -1, .plain)]).drawing()
    #expect(drawing.data.count == 2)
  }

  @Test func timeLineKeepsDaysInOrder() throws {
    let line = TimeLine(
      title: "Tiến trình",
      stretches: [
        .init(name: "Một", from: 100, to: 200, time: "a"),
        .init(name: "Hai", from: 200, to: 500, time: "b"),
      ], moments: [.init(name: "Sơ kết", day: 190, time: "c", isReview: true)],
      ticks: [(100, "2024"), (101, "trùng"), (400, "2025")], today: 300)
    let drawing = line.drawing()
    let bars = boxes(drawing)
    #expect(bars.count == 2)
    #expect(abs(bars[0].x + bars[0].width - bars[1].x) < 0.01)
    #expect(bars[1].width > 2.9 * bars[0].width)
    let svg = SVGWriter().svg(drawing, id: "x")
    #expect(svg.contains("hôm nay"))
    #expect(!svg.contains(">trùng<"), "a tick that has no room is not written")
    #expect(drawing.description == "Một: a; Hai: b; Sơ kết: c")
    var past = line
    past.today = 900
    #expect(!SVGWriter().svg(past.drawing(), id: "x").contains("hôm nay"))
  }
}
