import Testing

@testable import Vietnamese

@Suite struct FoldTests {
  @Test(arguments: ["Hòa", "hoà", "HOÀ", "hoa\u{300}", "ho\u{300}a", "hoa"])
  func tonesAndTheirPlaceDoNotMatterInSearch(_ text: String) {
    #expect(Fold.search(text) == "hoa")
  }

  @Test(arguments: [
    ("Đắk Lắk", "dak lak"), ("Trường THCS Nguyễn Huệ", "truong thcs nguyen hue"),
    ("ƯỚC MƠ", "uoc mo"), ("ABC xyz", "abc xyz"), ("\u{D0}à", "da"), ("ΣΩ", "σω"),
    ("", ""),
  ])
  func search(_ text: String, _ folded: String) { #expect(Fold.search(text) == folded) }

  @Test(arguments: [
    ("Tổng kết năm học 2023–2024", "tong-ket-nam-hoc-2023-2024"), ("Đường Đi", "duong-di"),
    ("  --A/B!! ", "a-b"), ("…", ""), ("日本 a", "a"), ("Đ\u{301}", "d"),
  ])
  func slug(_ text: String, _ slug: String) { #expect(Fold.slug(text) == slug) }

  @Test(arguments: [
    ("Tỷ lệ (%)", "ty le"), ("TỶ  LỆ", "ty le"), ("\u{FEFF}Mã đơn vị", "ma don vi"),
    ("Họ\nvà_tên", "ho va ten"), ("%", ""),
  ])
  func heading(_ text: String, _ key: String) { #expect(Fold.heading(text) == key) }
}

@Suite struct NFCTests {
  /// Every letter through every spelling of its parts comes out as one scalar.
  @Test func allLettersCompose() {
    let letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    for scalar in (letters + letters.uppercased()).unicodeScalars {
      guard let letter = LetterTable.decompose(scalar) else {
        Issue.record("no letter \(scalar)")
        continue
      }
      let base = Unicode.Scalar(letter.isUpper ? letter.base - 32 : letter.base)
      let mark: [Letter.Mark: Unicode.Scalar] = [
        .breve: "\u{306}", .circumflex: "\u{302}", .horn: "\u{31B}",
      ]
      let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
      var parts: [Unicode.Scalar] = []
      if let found = mark[letter.mark] { parts.append(found) }
      if letter.tone > 0 { parts.append(tones[Int(letter.tone) - 1]) }
      for order in [parts, parts.reversed()] {
        var view = String.UnicodeScalarView([base])
        view.append(contentsOf: order)
        #expect(Array(nfc(String(view)).unicodeScalars) == [scalar])
      }
    }
  }

  @Test func otherMarksStay() {
    for text in ["n\u{303}", "\u{301}", "b\u{302}", "e\u{306}", "Ä\u{301}"] {
      #expect(Array(nfc(text).unicodeScalars) == Array(text.unicodeScalars))
    }
    #expect(Array(nfc("a\u{301}\u{300}").utf8) == Array("á\u{300}".utf8))
    #expect(Array(nfc("xAE\u{302}\u{301}d").utf8) == Array("xAẾd".utf8))
  }
}

@Suite struct SortKeyTests {
  private func sorted(_ texts: [String]) -> [String] { texts.sorted { SortKey($0) < SortKey($1) } }

  @Test(arguments: [
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ"], ["Hoa Sen", "Hòa An"], ["hoa", "Hoa", "HOA", "hòa"],
    ["An", "An Bình", "Ân", "Bình"], ["mạ", "măng", "mẹ"], ["Lớp 2", "Lớp 9", "Lớp 10", "Lớp A"],
    ["THCS Ea Kao", "THCS Ê Đê", "THCS Êđê"], ["da", "đa", "e"], ["1", "a"],
  ])
  func dictionaryOrder(_ expected: [String]) {
    #expect(sorted(expected.reversed()) == expected)
  }

  @Test func decomposedTextSortsTheSame() {
    #expect(SortKey("e\u{302}\u{301}") == SortKey("ế"))
    #expect(SortKey("o\u{31B}\u{300}") == SortKey("ờ"))
    #expect(SortKey("hoà") == SortKey("hòa"))
    #expect(SortKey("\u{301}a 0") < SortKey("a 1"))
  }

  @Test func namesSortByGivenNameThenFamilyThenMiddle() {
    let expected = [
      "Thầy Lê Văn An", "Nguyễn Bá An", "Cô Nguyễn Thị An", "Bình", "ThS. Trần Văn Bình",
      "PGS.TS. Ông Thị Đào", "NGƯT La Thị Thuý",
    ]
    let shuffled = Array(expected.reversed())
    #expect(shuffled.sorted { SortKey.name($0) < SortKey.name($1) } == expected)
    #expect(SortKey.name("") == SortKey(""))
    #expect(SortKey.name("Cô") == SortKey("Cô"))
  }
}

@Suite struct LegacyEncodingTests {
  @Test(arguments: [
    ([UInt8]("Trường".utf8), LegacyEncoding.utf8), ([0xEF, 0xBB, 0xBF, 0x61], .utf8BOM),
    ([0xFF, 0xFE, 0x61, 0], .utf16LE), ([0xFE, 0xFF, 0, 0x61], .utf16BE),
    ([0x61, 0, 0x62, 0, 0x63, 0], .utf16LE), ([0, 0x61, 0, 0x62, 0, 0x63], .utf16BE),
    ([], .utf8), ([0x80, 0x81, 0x82], .unknown),
    // Trường Tiểu học, Đơn vị
    (bytes("Tr\u{AD}êng TiÓu häc §¬n vÞ §¹t"), .tcvn3),
    (bytes("Tröôøng Tieåu hoïc Ñôn vò Ñaït"), .vni),
    (bytes("Trý\u{F5}\u{CC}ng Ti\u{EA}\u{D2}u ho\u{F2}c Ð\u{F5}n vi\u{F2}"), .windows1258),
  ])
  func detection(_ bytes: [UInt8], _ encoding: LegacyEncoding) {
    #expect(LegacyEncoding.detect(bytes) == encoding)
    #expect(!encoding.name.isEmpty)
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
