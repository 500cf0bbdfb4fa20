import Testing

@testable import Vietnamese

private func date(_ year: Int, _ month: Int, _ day: Int) throws -> PlainDate {
  try #require(PlainDate(year: year, month: month, day: day))
}

@Suite struct PlainDateTests {
  @Test func onlyRealDaysExist() {
    #expect(PlainDate(year: 2024, month: 2, day: 29) != nil)
    for (y, m, d) in [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (0, 1, 1)] {
      #expect(PlainDate(year: y, month: m, day: d) == nil)
    }
    #expect(PlainDate(year: 2024, month: 1, day: .min) == nil)
  }

  @Test func officialTextPadsOnlySmallDaysAndFirstTwoMonths() throws {
    #expect(try date(2024, 9, 5).official == "ngày 05 tháng 9 năm 2024")
    #expect(try date(2025, 1, 20).official == "ngày 20 tháng 01 năm 2025")
    #expect(try date(2024, 2, 5).short == "05/02/2024")
    #expect(try date(2024, 12, 31).short == "31/12/2024")
    #expect(try date(987, 9, 5).iso == "0987-09-05")
  }

  @Test(arguments: [
    "05/9/2024", "5-9-2024", "5.9.2024", "2024-09-05", "05/09/2024", " 5/9/2024 ",
    "ngày 05 tháng 9 năm 2024", "Ngày 5/9/2024",
  ])
  func everyUsualFormIsRead(_ text: String) throws {
    #expect(PlainDate.parse(text) == (try date(2024, 9, 5)))
  }

  @Test(arguments: [
    "", "9/2024", "31/4/2024", "5/9/24", "5/9-2024", "2024/09/05", "5 9 2024", "5/9/2024 x",
    "99999999999999999999/1/2024", "5//9/2024", "5/9/2024!",
  ])
  func otherFormsAreNot(_ text: String) {
    #expect(PlainDate.parse(text) == nil)
  }

  @Test func dayNumbersCountFromTheEpoch() throws {
    #expect(try date(1970, 1, 1).dayNumber == 0)
    #expect(try date(2000, 3, 1).dayNumber == 11017)
    #expect(try date(1, 1, 1).dayNumber == -719_162)
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      let day = PlainDate(dayNumber: number)
      #expect(day.dayNumber == number)
      #expect(PlainDate(year: day.year, month: day.month, day: day.day) == day)
    }
    #expect(PlainDate(dayNumber: .max).iso == "9999-12-31")
    #expect(PlainDate(dayNumber: .min).iso == "0001-01-01")
    #expect(try date(2024, 12, 31).adding(days: 60).iso == "2025-03-01")
    #expect(try date(2024, 12, 31).adding(days: .max).iso == "9999-12-31")
  }

  @Test func weekdaysAreRight() throws {
    #expect(try date(2024, 9, 5).weekday == .thursday)
    #expect(try date(1945, 9, 2).weekday.name == "Chủ nhật")
  }
}

@Suite struct PartialDateTests {
  struct Sample: Sendable {
    var text: String
    var first: String
    var last: String
    var bound: PartialDate.Bound = .on
    var tentative = false
  }

  @Test(arguments: [
    Sample(text: "tháng 12/2024", first: "2024-12-01", last: "2024-12-31"),
    Sample(text: "12/2024", first: "2024-12-01", last: "2024-12-31"),
    Sample(text: "tháng 02 năm 2024", first: "2024-02-01", last: "2024-02-29"),
    Sample(text: "ngày tháng 02 năm 2024", first: "2024-02-01", last: "2024-02-29"),
    Sample(text: "2024-12", first: "2024-12-01", last: "2024-12-31"),
    Sample(text: "2025", first: "2025-01-01", last: "2025-12-31"),
    Sample(text: "năm 2025", first: "2025-01-01", last: "2025-12-31"),
    Sample(
      text: "trước ngày 10/12/2024", first: "2024-12-09", last: "2024-12-09", bound: .before),
    Sample(text: "trước năm 2025", first: "2024-12-31", last: "2024-12-31", bound: .before),
    Sample(text: "trong tháng 10/2025", first: "2025-10-01", last: "2025-10-31", bound: .within),
    Sample(text: "cuối năm 2023", first: "2023-12-31", last: "2023-12-31", bound: .byEnd),
    Sample(text: "Đến hết năm 2025", first: "2025-12-31", last: "2025-12-31", bound: .byEnd),
    Sample(text: "đến năm 2025", first: "2025-12-31", last: "2025-12-31", bound: .byEnd),
    Sample(
      text: "chậm nhất ngày 31/5/2025", first: "2025-05-31", last: "2025-05-31", bound: .byEnd),
    Sample(
      text: "dự kiến tháng 12/2024", first: "2024-12-01", last: "2024-12-31", tentative: true),
    Sample(text: "05/9/2024", first: "2024-09-05", last: "2024-09-05"),
    Sample(text: "trước 01/01/0001", first: "0001-01-01", last: "0001-01-01", bound: .before),
  ])
  func mediumIsUnderstood(_ sample: Sample) throws {
    let parsed = try #require(PartialDate.parse(sample.text))
    #expect(parsed.first.iso == sample.first)
    #expect(parsed.last.iso == sample.last)
    #expect(parsed.bound == sample.bound)
    #expect(parsed.tentative == sample.tentative)
    #expect(parsed.text == sample.text)
  }

  @Test(arguments: [
    "", "sau năm 2024", "tháng 13/2024", "2024-2025", "31/02/2024", "tháng 5", "24",
  ])
  func nonsenseIsNot(_ text: String) {
    #expect(PartialDate.parse(text) == nil)
  }

  @Test func aDayNeedsAMonth() {
    #expect(PartialDate(year: 2024, day: 3, text: "") == nil)
  }
}

@Suite struct DateSpanTests {
  @Test(arguments: [
    ("2020-2025", "2020-01-01..2025-12-31"), ("2020 - 2025", "2020-01-01..2025-12-31"),
    ("2020 – 2025", "2020-01-01..2025-12-31"), ("2020 -2025", "2020-01-01..2025-12-31"),
    ("giai đoạn 2021-2025", "2021-01-01..2025-12-31"),
    ("05/9/2024 - 31/5/2025", "2024-09-05..2025-05-31"),
    ("5-9-2024-31-5-2025", "2024-09-05..2025-05-31"),
    ("2024-09-05..2025-05-31", "2024-09-05..2025-05-31"),
    ("từ ngày 05/9/2024 đến ngày 31/5/2025", "2024-09-05..2025-05-31"),
    ("tháng 9/2024 - tháng 5/2025", "2024-09-01..2025-05-31"),
    ("2024", "2024-01-01..2024-12-31"), ("05/9/2024", "2024-09-05..2024-09-05"),
    ("năm học 2024-2025", "2024-09-01..2025-05-31"),
  ])
  func formsAreRead(_ text: String, _ iso: String) {
    #expect(DateSpan.parse(text)?.iso == iso)
  }

  @Test(arguments: ["2025-2020", "", "2020-", "-", "31/5/2025 - 05/9/2024", "2020-2025-2030"])
  func reversedOrBrokenSpansAreNot(_ text: String) {
    #expect(DateSpan.parse(text) == nil)
  }

  @Test func endsBelongToTheSpan() throws {
    let span = try #require(DateSpan.parse("05/9/2024 - 31/5/2025"))
    #expect(span.contains(span.from) && span.contains(span.to))
    #expect(!span.contains(span.to.adding(days: 1)))
    #expect(span.overlaps(try #require(DateSpan.parse("31/5/2025 - 01/6/2025"))))
    #expect(!span.overlaps(try #require(DateSpan.parse("01/6/2025 - 02/6/2025"))))
    #expect(span.text == "05/9/2024 - 31/5/2025")
    #expect(DateSpan(from: span.to, to: span.from) == nil)
  }
}

@Suite struct SchoolTermTests {
  @Test(arguments: [
    ("HK I 2023-2024", "2023-2024-hk1"), ("HKII, 2023 – 2024", "2023-2024-hk2"),
    ("học kỳ 2 năm học 2023-2024", "2023-2024-hk2"), ("học kì I 2023-2024", "2023-2024-hk1"),
    ("2023-2024-hk1", "2023-2024-hk1"), ("năm học 2023-2024", "2023-2024"),
    ("2023-2024", "2023-2024"), ("Học kỳ I, năm học 2023-2024", "2023-2024-hk1"),
    ("HK2 (2023-2024)", "2023-2024-hk2"), ("2023-2024 HK1", "2023-2024-hk1"),
  ])
  func formsAreRead(_ text: String, _ id: String) throws {
    let term = try #require(SchoolTerm.parse(text))
    #expect(term.id == id)
    #expect(SchoolTerm.parse(term.name) == term && SchoolTerm.parse(term.id) == term)
  }

  @Test(arguments: ["2023-2025", "2024-2023", "HK III 2023-2024", "2023", "hk1 2023-2024-hk2", ""])
  func otherFormsAreNot(_ text: String) {
    #expect(SchoolTerm.parse(text) == nil)
  }

  @Test func termsFillTheYearInOrder() throws {
    let first = try #require(SchoolTerm(startYear: 2023, part: .first))
    let second = try #require(SchoolTerm(startYear: 2023, part: .second))
    let whole = try #require(SchoolTerm(startYear: 2023, part: .whole))
    #expect(first < second && second < whole)
    #expect(first.span.to.adding(days: 1) == second.span.from)
    #expect(whole.span.iso == "2023-09-01..2024-05-31")
    #expect(second.name == "học kỳ II, năm học 2023-2024")
    #expect(SchoolTerm(startYear: 9999, part: .whole) == nil)
  }
}
