import Testing

@testable import Drawing

/// Widths without a font, against those that HarfBuzz measured with Liberation Serif at 10 points.
@Suite struct TextWidthTests {
  @Test func isCloseToTheFont() {
    let measured: [(String, Bool, Double)] = [
      ("Tỷ lệ học sinh hoàn thành chương trình lớp học", false, 190.1),
      ("TRƯỜNG TRUNG HỌC CƠ SỞ ĐẠ HUOAI", false, 185.9),
      ("78,25% – Kế hoạch (ước)", false, 103.2),
      ("Vườn rau, bữa ăn: ưỡn ẹo", false, 102.9),
      ("Tỷ lệ học sinh hoàn thành chương trình lớp học", true, 203.0),
      ("TRƯỜNG TRUNG HỌC CƠ SỞ ĐẠ HUOAI", true, 195.0),
      ("78,25% – Kế hoạch (ước)", true, 107.9),
      ("Vườn rau, bữa ăn: ưỡn ẹo", true, 111.3),
    ]
    for (text, isBold, width) in measured {
      let guess = TextWidth(size: 10, isBold: isBold).of(text)
      #expect(abs(guess - width) < 0.02 * width, "\(text): \(guess) / \(width)")
    }
  }

  @Test func breaksAtSpacesAndCutsOnlyTheLast() {
    let measure = TextWidth(size: 10)
    let text = "Tỷ lệ học sinh hoàn thành chương trình tiểu học đúng độ tuổi"
    let lines = measure.lines(text, width: 150, limit: 3)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { measure.of($0) <= 150 })
    let cut = measure.lines(text, width: 80, limit: 2)
    #expect(cut.count == 2 && cut[1].hasSuffix("…") && !cut[0].hasSuffix("…"))
    #expect(cut.allSatisfy { measure.of($0) <= 80 })
    let word = measure.lines(String(repeating: "dài", count: 40), width: 60, limit: 2)
    #expect(word.count == 1 && word[0].hasSuffix("…") && measure.of(word[0]) <= 60)
    #expect(measure.lines("", width: 10, limit: 2).isEmpty)
  }
}

@Suite struct ValueAxisTests {
  @Test(
    arguments: [
      ([12.0, 87], 100.0, true, 0.0, 100.0), ([112], 100, true, 0, 150),
      ([61.5, 83], nil, false, 60, 85),
      ([0], nil, false, 0, 1), ([-5, 7], nil, false, -10, 10),
      ([.infinity, .nan], nil, true, 0, 1),
      ([1e-300], nil, true, 0, 1), ([3e11], nil, true, 0, 3e11),
    ] as [([Double], Double?, Bool, Double, Double)])
  func hasRoundEnds(values: [Double], reach: Double?, zero: Bool, low: Double, high: Double) {
    let axis = ValueAxis(values, atLeast: reach, startsAtZero: zero)
    #expect(abs(axis.low - low) < 1e-9 && abs(axis.high - high) < 1e-3, "\(axis)")
    #expect((2...8).contains(axis.ticks.count))
  }

  @Test func writesNumbersAsClerksDo() {
    #expect(ValueAxis.text(71.5) == "71,5")
    #expect(ValueAxis.text(1_234_567) == "1.234.567")
    #expect(ValueAxis.text(-0.004) == "0")
    #expect(ValueAxis.text(12, unit: "giờ") == "12 giờ")
    #expect(ValueAxis.text(.nan) == "–")
  }
}
