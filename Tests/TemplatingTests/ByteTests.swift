import Testing

@testable import Templating

/// The quick ways through bytes against the plain ones.
@Suite struct ByteTests {
  private static let words = [
    "", "a", "Z9", "đ", "Đ", "ữ", "Nguyễn", "thi đua yêu nước", "TRƯỜNG THPT BẢO HÀ", "toan_hoc",
    "Ngu\u{0302}ye\u{0303}n", "đường Nguyễn Huệ, số 12 – Ủy ban “Ánh Dương”", "ß và ﬁ và ı",
    "Ωμέγα и мир", "漢字 hòa", "🌸 hoa 🌸",
  ]

  @Test func changesCaseAsUnicodeDoes() {
    for code: UInt32 in 0..<0x2200 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(LetterCase.upper(bytes) == Array(scalar.properties.uppercaseMapping.utf8))
      #expect(LetterCase.lower(bytes) == Array(scalar.properties.lowercaseMapping.utf8))
    }
    for word in Self.words {
      let upper = word.unicodeScalars.map(\.properties.uppercaseMapping).joined()
      #expect(LetterCase.upper(Array(word.utf8)) == Array(upper.utf8))
    }
  }

  @Test func repairsBrokenTextWhenItChangesCase() {
    let letter = Array("ữ".utf8)
    for broken in [[0xC3], [0x80], [0xE1, 0x41, 0x42], Array(letter.dropLast()), [0xC0, 0x80]] {
      let bytes = Array("ab".utf8) + broken
      let text = String(decoding: LetterCase.upper(bytes), as: UTF8.self)
      #expect(text.hasPrefix("AB") && text.contains("\u{FFFD}"))
    }
  }

  @Test func findsLettersByNumberAcrossWords() {
    let text = "aữb–đ" + "Một chuỗi dài hơn tám byte" + "漢🌸x"
    for length in 0...text.unicodeScalars.count {
      let part = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      let bytes = Array(part.utf8)
      for index in 0...(length + 2) {
        let wanted = String(String.UnicodeScalarView(part.unicodeScalars.prefix(index))).utf8.count
        #expect(bytes.offset(ofScalar: index) == wanted)
      }
    }
  }

  @Test func findsPartsAtBothEnds() {
    let bytes = Array("đđa".utf8)
    #expect(bytes.position(of: Array("đ".utf8)) == 0)
    #expect(bytes.position(of: Array("đ".utf8), from: 1) == 2)
    #expect(bytes.position(of: Array("a".utf8)) == 4)
    #expect(bytes.position(of: Array("ab".utf8)) == nil)
    #expect(bytes.position(of: bytes) == 0)
    #expect(bytes.position(of: bytes + [1]) == nil)
    #expect([UInt8]().position(of: [1]) == nil)
    #expect(bytes.position(of: [], from: 5) == 5)
  }
}
