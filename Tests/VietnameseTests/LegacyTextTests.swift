import Testing

@testable import Vietnamese

@Suite("Text of the encodings of before Unicode")
struct LegacyTextTests {
  private static let text =
    "Trường Trung học phổ thông Cao Nguyên Xanh, Đắk Lắk: đạt 79,63%; đẫy đủ, kỹ lưỡng, "
    + "ngượng nghịu, ỷ lại, quẳng, nghĩ, ổn, ắt, ữ, ỡ"

  /// The bytes as letters of Latin-1; those of TCVN3 and Windows-1258 were made by iconv and Python.
  private static let coded: [(LegacyEncoding, String)] = [
    (
      .tcvn3,
      "Tr\u{AD}\u{EA}ng Trung h\u{E4}c ph\u{E6} th\u{AB}ng Cao Nguy\u{AA}n Xanh, "
        + "\u{A7}\u{BE}k L\u{BE}k: \u{AE}\u{B9}t 79,63%; \u{AE}\u{C9}y \u{AE}\u{F1}, k"
        + "\u{FC} l\u{AD}\u{EC}ng, ng\u{AD}\u{EE}ng ngh\u{DE}u, \u{FB} l\u{B9}i, qu\u{BC}"
        + "ng, ngh\u{DC}, \u{E6}n, \u{BE}t, \u{F7}, \u{EC}"
    ),
    (
      .windows1258,
      "Tr\u{FD}\u{F5}\u{CC}ng Trung ho\u{F2}c ph\u{F4}\u{D2} th\u{F4}ng Cao Nguy"
        + "\u{EA}n Xanh, \u{D0}\u{E3}\u{EC}k L\u{E3}\u{EC}k: \u{F0}a\u{F2}t 79,63%; "
        + "\u{F0}\u{E2}\u{DE}y \u{F0}u\u{D2}, ky\u{DE} l\u{FD}\u{F5}\u{DE}ng, ng\u{FD}"
        + "\u{F5}\u{F2}ng nghi\u{F2}u, y\u{D2} la\u{F2}i, qu\u{E3}\u{D2}ng, nghi\u{DE}, "
        + "\u{F4}\u{D2}n, \u{E3}\u{EC}t, \u{FD}\u{DE}, \u{F5}\u{DE}"
    ),
    (
      .vni,
      "Tr\u{F6}\u{F4}\u{F8}ng Trung ho\u{EF}c pho\u{E5} tho\u{E2}ng Cao Nguye\u{E2}n "
        + "Xanh, \u{D1}a\u{E9}k La\u{E9}k: \u{F1}a\u{EF}t 79,63%; \u{F1}a\u{E3}y \u{F1}u"
        + "\u{FB}, ky\u{F5} l\u{F6}\u{F4}\u{F5}ng, ng\u{F6}\u{F4}\u{EF}ng ngh\u{F2}u, y"
        + "\u{FB} la\u{EF}i, qua\u{FA}ng, ngh\u{F3}, o\u{E5}n, a\u{E9}t, \u{F6}\u{F5}, "
        + "\u{F4}\u{F5}"
    ),
  ]

  @Test("becomes what was meant", arguments: coded)
  func decodes(_ encoding: LegacyEncoding, _ letters: String) throws {
    let bytes = try #require(LegacyText.bytes(of: letters))
    #expect(LegacyEncoding.detect(bytes) == encoding)
    let text = try #require(LegacyText.decode(bytes, as: encoding))
    #expect(Array(text.unicodeScalars) == Array(Self.text.unicodeScalars))
  }

  @Test("has capitals in VNI")
  func capitals() {
    let letters =
      "TR\u{D6}\u{D4}\u{D8}NG TIE\u{C5}U HO\u{CF}C \u{D1}A\u{C9}K LA\u{C9}K, A\u{C1}P"
      + " Y\u{DB}"
    #expect(LegacyText.decode(letters, as: .vni) == "TRƯỜNG TIỂU HỌC ĐẮK LẮK, ẤP Ỷ")
  }

  @Test("is known by its font, and left alone where it is Unicode already")
  func fonts() {
    #expect(LegacyText.encoding(ofFont: ".VnTime")?.encoding == .tcvn3)
    #expect(LegacyText.encoding(ofFont: ".VnTimeH")?.isUpper == true)
    #expect(LegacyText.encoding(ofFont: "VNI-Times")?.encoding == .vni)
    #expect(LegacyText.encoding(ofFont: "Times New Roman") == nil)
    #expect(LegacyText.decode("Trường", as: .tcvn3) == nil)
    #expect(LegacyText.decode("a – b", as: .vni) == "a – b")
  }
}
