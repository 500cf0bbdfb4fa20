import Testing

@testable import Vietnamese

/// Texts from pieces that matter to the readers, the same on every run.
private struct Pieces: Sequence, IteratorProtocol {
  var state: UInt64 = 42
  var left: Int
  private static let pieces = [
    "1", "2", "12", "2024", "2025", "000", "999999999999999999", "/", "-", ".", "..", ",", " ", "%",
    "tháng ", "năm ", "ngày ", "trước ", "đến ", "hết ", "HK I ", "hk2", "năm học ", "–", "+",
    "a\u{302}", "\u{301}", "đ", "Ờ", "o\u{31B}", "\u{323}", "ß", "日", "\u{A0}", "x",
  ]

  init(_ count: Int) { left = count }

  private mutating func random(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return (0..<random(8)).map { _ in Pieces.pieces[random(Pieces.pieces.count)] }.joined()
  }
}

@Suite struct PropertyTests {
  @Test func whatIsReadIsWrittenAndReadAgain() {
    var count = 0
    for text in Pieces(20_000) {
      if let date = PlainDate.parse(text) {
        count += 1
        #expect(PlainDate.parse(date.short) == date || date.year < 1000)
        #expect(PlainDate.parse(date.iso) == date)
      }
      if let date = PartialDate.parse(text) { #expect(date.first <= date.last) }
      if let span = DateSpan.parse(text) {
        #expect(span.from <= span.to)
        #expect(DateSpan.parse(span.iso) == span)
      }
      if let term = SchoolTerm.parse(text) {
        count += 1
        #expect(SchoolTerm.parse(term.id) == term)
      }
      if case .success(let parsed) = VNNumber.parse(text) {
        count += 1
        let again = try? VNNumber.parse(parsed.number.text).get().number
        #expect(again?.units == parsed.number.units && again?.scale == parsed.number.scale)
      }
    }
    #expect(count > 500)
  }

  @Test func foldingIsStableAndBlindToNormalForm() {
    for text in Pieces(5000) {
      let composed = nfc(text)
      #expect(Array(nfc(composed).utf8) == Array(composed.utf8))
      #expect(composed == text)
      #expect(Fold.search(composed) == Fold.search(text))
      #expect(Fold.search(Fold.search(text)) == Fold.search(text))
      #expect(SortKey(composed) == SortKey(text))
      let slug = Fold.slug(text)
      #expect(Fold.slug(slug) == slug)
      #expect(slug.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
    }
  }
}
