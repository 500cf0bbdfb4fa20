import Testing

@testable import Vietnamese

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Nguyễn Văn An", nil, "Nguyễn", "Văn", "An", "N.V.A.", "A"),
    ("ThS. Đặng Thị  Đào", nil, "Đặng", "Thị", "Đào", "Đ.T.Đ.", "Đ"),
    ("Lê Hoàng Bảo An", "Bảo An", "Lê", "Hoàng", "Bảo An", "L.H.B.A.", "B"),
    ("Lê Bảo An", "bao an", "Lê", "", "Bảo An", "L.B.A.", "B"),
    ("Lê Bảo An", "Cúc", "Lê", "Bảo", "An", "L.B.A.", "A"),
    ("Lê An", "Lê An", "Lê", "", "An", "L.A.", "A"), ("An", nil, "", "", "An", "A.", "A"),
    ("Trần Thị Ánh", nil, "Trần", "Thị", "Ánh", "T.T.Á.", "A"),
    ("Hồ Văn Ân", nil, "Hồ", "Văn", "Ân", "H.V.Â.", "Â"), ("", nil, "", "", "", "", "#"),
    ("Y 3", nil, "Y", "", "3", "Y.3.", "#"), ("Lý Яна", nil, "Lý", "", "Яна", "L.Я.", "Я"),
  ])
  func partsInitialsAndLetter(
    _ text: String, _ told: String?, _ family: String, _ middle: String, _ given: String,
    _ initials: String, _ letter: String
  ) {
    let name = PersonName(text, given: told)
    #expect([name.family, name.middle, name.given] == [family, middle, given])
    #expect(name.initials == initials)
    #expect(name.letter == letter)
  }

  @Test(arguments: [
    ("NGUYỄN VĂN AN", "Nguyễn Văn An"), ("nguyễn thị ánh", "Nguyễn Thị Ánh"),
    ("H'HEN NIÊ", "H'Hen Niê"), ("kpă-y thu", "Kpă-Y Thu"), ("Y Blốk Êban", "Y Blốk Êban"),
    ("McDonald", "McDonald"), ("đặng  đào", "Đặng  Đào"), ("", ""),
  ])
  func capitalLettersWhereANameHasThem(_ text: String, _ name: String) {
    #expect(PersonName.capitalized(text) == name)
  }

  @Test func aTwoWordGivenNameDecidesTheOrder() {
    #expect(SortKey.name("Lê Bảo An", given: "Bảo An") < SortKey.name("Lê Văn Bình"))
    #expect(SortKey.name("Lê Bảo Yên", given: "Bảo Yên") < SortKey.name("Lê Văn Bình"))
    #expect(SortKey.name("Lê Bảo Yên") > SortKey.name("Lê Văn Bình"))
  }
}

@Suite struct SchoolYearOfADayTests {
  @Test(arguments: [
    ("2023-08-01", "2023-2024", "học kỳ I"), ("2023-07-31", "2022-2023", "học kỳ II"),
    ("2024-01-15", "2023-2024", "học kỳ I"), ("2024-01-16", "2023-2024", "học kỳ II"),
    ("2024-12-31", "2024-2025", "học kỳ I"), ("0001-03-01", "1-2", "học kỳ II"),
    ("9999-12-31", "9998-9999", "học kỳ I"),
  ])
  func aDayLiesInItsTerm(_ day: String, _ years: String, _ part: String) throws {
    let day = try #require(PlainDate.parse(day))
    let term = SchoolTerm(containing: day, whole: false)
    #expect(term.years == years && term.partName == part)
    #expect(SchoolTerm(containing: day, whole: true).partName == "cả năm")
  }

  @Test(arguments: [
    ("2024-09-05", "2025-05-31", "từ ngày 05 tháng 9 năm 2024 đến ngày 31 tháng 5 năm 2025"),
    ("2024-09-05", "2024-10-20", "từ ngày 05 tháng 9 đến ngày 20 tháng 10 năm 2024"),
    ("2024-09-05", "2024-09-10", "từ ngày 05 đến ngày 10 tháng 9 năm 2024"),
    ("2024-02-05", "2024-02-05", "ngày 05 tháng 02 năm 2024"),
  ])
  func aSpanSaysOnceWhatItsEndsShare(_ from: String, _ to: String, _ text: String) throws {
    let span = DateSpan(
      from: try #require(PlainDate.parse(from)), to: try #require(PlainDate.parse(to)))
    #expect(span?.official == text)
  }
}
