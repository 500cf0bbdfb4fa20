import Testing

@testable import Vietnamese

@Suite struct VNNumberTests {
  @Test(arguments: [
    ("79,63%", "79,63", true), ("79.63", "79,63", false), ("1.234.567,8", "1.234.567,8", false),
    ("100 %", "100", true), ("1 234", "1.234", false), ("1.234", "1.234", false),
    ("99,00", "99,00", false), ("99,00%", "99,00", true), ("1.2345", "1,2345", false),
    ("0.123", "0,123", false), ("1234.567", "1.234,567", false), ("1,234.5", "1.234,5", false),
    ("-0,05", "-0,05", false), ("+7", "7", false), ("344", "344", false), ("007", "7", false),
    ("1\u{A0}234,5", "1.234,5", false), ("1,234,567", "1.234.567", false), ("0,0", "0,0", false),
    ("-9223372036854775808", "-9.223.372.036.854.775.808", false),
  ])
  func formsAreReadAndWritten(_ text: String, _ written: String, _ isPercent: Bool) throws {
    let parsed = try VNNumber.parse(text).get()
    #expect(parsed.number.text == written)
    #expect(parsed.isPercent == isPercent)
    let again = try VNNumber.parse(parsed.number.text).get().number
    #expect(again.units == parsed.number.units && again.scale == parsed.number.scale)
  }

  @Test(arguments: [
    ("", NumberProblem.empty), ("  ", .empty), ("abc", .notANumber), ("12a", .notANumber),
    ("%", .notANumber), ("1,2,3", .notANumber), ("1.23.456", .notANumber), ("1..2", .notANumber),
    (",5", .notANumber), ("5,", .notANumber), ("1 23", .notANumber), ("--1", .notANumber),
    ("1-2", .notANumber), ("5%5", .notANumber), ("1.234.5,6,7", .notANumber),
    ("1.234%", .ambiguous), ("1 234.567", .ambiguous), ("9223372036854775808", .overflow),
    ("99999999999999999999999999", .overflow), ("0,1234567891", .tooPrecise),
  ])
  func problemsAreTold(_ text: String, _ problem: NumberProblem) {
    #expect(throws: problem) { try VNNumber.parse(text).get() }
  }

  @Test func equalityAndOrderGoByValue() {
    let long = VNNumber(units: 9900, scale: 2)
    #expect(long == VNNumber(99) && long.hashValue == VNNumber(99).hashValue)
    #expect(VNNumber(units: 9899, scale: 2) < VNNumber(99))
    #expect(VNNumber(.max) > VNNumber(units: .max, scale: 9))
    #expect(VNNumber(.min) < VNNumber(units: 1, scale: 9))
  }

  @Test func roundingIsHalfAwayFromZero() {
    #expect(VNNumber(units: 1235, scale: 3).rounded(to: 2).text == "1,24")
    #expect(VNNumber(units: 1234, scale: 3).rounded(to: 2).text == "1,23")
    #expect(VNNumber(units: -1235, scale: 3).rounded(to: 2).text == "-1,24")
    #expect(VNNumber(5).rounded(to: 2).text == "5,00")
    #expect(VNNumber(.max).rounded(to: 2) == VNNumber(.max))
    #expect(VNNumber(units: .min, scale: 9).rounded(to: 0).text == "-9.223.372.037")
  }

  @Test func arithmeticIsExactAndNeverTraps() {
    let a = VNNumber(units: 15, scale: 1)
    let b = VNNumber(units: 25, scale: 2)
    #expect(a.adding(b)?.text == "1,75")
    #expect(a.subtracting(b)?.text == "1,25")
    #expect(a.multiplying(by: b)?.text == "0,375")
    #expect(a.dividing(by: b, scale: 1)?.text == "6,0")
    #expect(VNNumber(.max).adding(VNNumber(1)) == nil)
    #expect(VNNumber(.min).subtracting(VNNumber(1)) == nil)
    #expect(VNNumber(.max).multiplying(by: VNNumber(2)) == nil)
    let tiny = VNNumber(units: 5, scale: 9)
    #expect(tiny.multiplying(by: tiny) == VNNumber(0))
    #expect(a.dividing(by: VNNumber(0), scale: 2) == nil)
  }

  @Test func percentages() {
    let part = VNNumber(2)
    let whole = VNNumber(3)
    #expect(
      VNNumber.percentage(numerator: part, denominator: whole, scale: 2)?.text == "66,67")
    #expect(VNNumber.percentage(numerator: whole, denominator: whole, scale: 2)?.text == "100,00")
    #expect(VNNumber.percentage(numerator: part, denominator: VNNumber(0), scale: 2) == nil)
    #expect(VNNumber.percentage(numerator: VNNumber(.max), denominator: part, scale: 9) == nil)
  }

  @Test func otherForms() {
    let number = VNNumber(units: 123_456_750, scale: 2)
    #expect(number.double == 1_234_567.5)
    #expect(number.plain == "1234567.50")
    #expect(number.text(groupedBy: " ") == "1 234 567,50")
  }
}

@Suite struct NumeralTests {
  @Test(arguments: [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (2024, "MMXXIV"), (0, "0")])
  func romanNumerals(_ number: Int, _ text: String) { #expect(Roman.text(number) == text) }

  @Test func listLettersFollowTheVietnameseAlphabet() {
    #expect((0..<7).map(ListLetter.text) == ["a", "b", "c", "d", "đ", "e", "g"])
    #expect([22, 23, 24].map(ListLetter.text) == ["y", "aa", "ab"])
    #expect(ListLetter.text(-1) == "")
  }
}
