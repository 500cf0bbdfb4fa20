import Testing

@testable import Vietnamese

@Suite struct DecimalDigitsTests {
  @Test(arguments: [
    ("0", "0"), ("8.50", "8,50"), ("8,50", "8,50"), ("-1234.5", "-1.234,5"), ("+7", "7"),
    ("1.234.567", "1.234.567"), ("1 234,5", "1.234,5"), ("007.10", "7,10"), ("0.05", "0,05"),
    ("1e3", "1.000"), ("1.5e3", "1.500"), ("1.0e20", "100.000.000.000.000.000.000"),
    ("12.5E-3", "0,0125"), ("1e-12", "0,000000000001"), ("-0.0", "0,0"),
    ("99999999999999999999.25", "99.999.999.999.999.999.999,25"),
  ])
  func anyNumberIsReadAndWritten(_ text: String, _ written: String) {
    #expect(DecimalDigits(text)?.text == written)
  }

  @Test(arguments: ["", "-", "abc", "1.", ".5", "1e", "1e999", "1x", "79,63%", "1,2,3", "1e5x"])
  func whatIsNoNumberIsNone(_ text: String) { #expect(DecimalDigits(text) == nil) }

  @Test func doublesGiveTheirFewestDigits() {
    let cases: [(Double, String)] = [
      (8.5, "8,5"), (8, "8"), (0.285, "0,285"), (-0.0, "0"),
      (1e22, "10.000.000.000.000.000.000.000"),
      (1.5e-7, "0,00000015"), (123_456_789.25, "123.456.789,25"),
    ]
    for (double, text) in cases { #expect(DecimalDigits(double)?.text == text) }
    #expect(DecimalDigits(Double.greatestFiniteMagnitude)?.length == 309)
    for double in [Double.nan, .infinity, -.infinity] { #expect(DecimalDigits(double) == nil) }
  }

  @Test func wholeNumbersAndDecimalsOfTheModel() {
    #expect(DecimalDigits(Int.min).text == "-9.223.372.036.854.775.808")
    #expect(DecimalDigits(0).length == 1)
    for (units, scale, text) in [
      (9900, 2, "99,00"), (5, 3, "0,005"), (-5, 1, "-0,5"), (0, 2, "0,00"),
    ] {
      #expect(DecimalDigits(VNNumber(units: units, scale: scale)).text == text)
    }
  }

  @Test(arguments: [
    ("0.285", 2, "0,29"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.5", 0, "1"), ("0.4", 0, "0"),
    ("9.995", 2, "10,00"), ("999.99", 1, "1.000,0"), ("-0.004", 2, "0,00"), ("8", 2, "8,00"),
    ("1.005", 2, "1,01"), ("7.25", -1, "7"), ("1e-20", 3, "0,000"),
  ])
  func roundsHalfUpFromDecimalDigits(_ text: String, _ scale: Int, _ rounded: String) {
    #expect(DecimalDigits(text)?.rounded(to: scale).text == rounded)
  }
}

@Suite struct NumberWordsTests {
  @Test(arguments: [
    ("0", "không"), ("1", "một"), ("4", "bốn"), ("5", "năm"), ("10", "mười"), ("11", "mười một"),
    ("14", "mười bốn"), ("15", "mười lăm"), ("20", "hai mươi"), ("21", "hai mươi mốt"),
    ("24", "hai mươi tư"), ("25", "hai mươi lăm"), ("55", "năm mươi lăm"), ("100", "một trăm"),
    ("101", "một trăm linh một"), ("104", "một trăm linh bốn"), ("105", "một trăm linh năm"),
    ("110", "một trăm mười"), ("111", "một trăm mười một"), ("115", "một trăm mười lăm"),
    ("121", "một trăm hai mươi mốt"), ("555", "năm trăm năm mươi lăm"), ("1000", "một nghìn"),
    ("1001", "một nghìn không trăm linh một"), ("1010", "một nghìn không trăm mười"),
    ("2024", "hai nghìn không trăm hai mươi tư"), ("10005", "mười nghìn không trăm linh năm"),
    ("1250000", "một triệu hai trăm năm mươi nghìn"),
    ("1000001", "một triệu không trăm linh một"),
    ("1000000000", "một tỷ"), ("2000000015", "hai tỷ không trăm mười lăm"),
    ("1000000000000", "một nghìn tỷ"), ("1500000000000000", "một triệu năm trăm nghìn tỷ"),
    ("1000000000000000000", "một tỷ tỷ"),
    ("3000000001000000000", "ba tỷ không trăm linh một tỷ"),
    ("-7", "âm bảy"), ("-0.0", "không phẩy không"), ("8.5", "tám phẩy năm"),
    ("8.05", "tám phẩy không năm"), ("8.50", "tám phẩy năm mươi"),
    ("79.63", "bảy mươi chín phẩy sáu mươi ba"), ("0.125", "không phẩy một trăm hai mươi lăm"),
    ("3.14159", "ba phẩy một bốn một năm chín"), ("99.00", "chín mươi chín phẩy không không"),
  ])
  func northernWords(_ number: String, _ words: String) throws {
    #expect(NumberWords().text(try #require(DecimalDigits(number))) == words)
  }

  @Test func southernWords() throws {
    let number = try #require(DecimalDigits("1104000"))
    #expect(NumberWords(.south).text(number) == "một triệu một trăm lẻ bốn ngàn")
  }

  @Test func nobodyFollowsMoreThanThirtySixDigits() throws {
    for (text, isRead) in [("1e35", true), ("1e36", false), ("1e-36", true), ("1e-37", false)] {
      #expect((NumberWords().text(try #require(DecimalDigits(text))) != nil) == isRead)
    }
  }
}
