/// A term (học kỳ) or the whole of a school year (năm học), named by its two years.
package struct SchoolTerm: Sendable, Hashable {
  package enum Part: Int, Sendable, Hashable, CaseIterable { case first = 1, second, whole }

  package let startYear: Int
  package let part: Part

  /// Nil unless both years lie in 1 to 9999.
  package init?(startYear: Int, part: Part) {
    guard (1...9998).contains(startYear) else { return nil }
    self.startYear = startYear
    self.part = part
  }

  /// The term, or the whole year, in which a day lies by the usual calendar: a new year begins on
  /// 1 August, the second term on 16 January.
  ///
  /// July is still the summer of the old year, with its results and its awards. See `span` on why
  /// such days are nominal.
  package init(containing day: PlainDate, whole: Bool) {
    let isAutumn = day.month >= 8
    startYear = min(max(isAutumn ? day.year : day.year - 1, 1), 9998)
    let isFirst = isAutumn || (day.month == 1 && day.day <= 15)
    part = whole ? .whole : isFirst ? .first : .second
  }

  /// `2023-2024-hk1`, `2023-2024-hk2`, `2023-2024`: stable, for addresses and data.
  package var id: String {
    switch part {
    case .first: "\(years)-hk1"
    case .second: "\(years)-hk2"
    case .whole: years
    }
  }

  /// `học kỳ I, năm học 2023-2024`.
  package var name: String {
    switch part {
    case .first, .second: "\(partName), năm học \(years)"
    case .whole: "năm học \(years)"
    }
  }

  /// `học kỳ I`, `học kỳ II`, `cả năm`.
  package var partName: String {
    switch part {
    case .first: "học kỳ I"
    case .second: "học kỳ II"
    case .whole: "cả năm"
    }
  }

  /// `2023-2024`.
  package var years: String { "\(startYear)-\(startYear + 1)" }

  /// The nominal days: 1 September to 15 January, 16 January to 31 May.
  ///
  /// The real calendar is set each year by the ministry and the province (quyết định khung kế hoạch
  /// thời gian năm học), so a check must not hang on a single day of this span.
  package var span: DateSpan {
    let september = PlainDate(known: startYear, 9, 1)
    let may = PlainDate(known: startYear + 1, 5, 31)
    return switch part {
    case .first: DateSpan(known: september, PlainDate(known: startYear + 1, 1, 15))
    case .second: DateSpan(known: PlainDate(known: startYear + 1, 1, 16), may)
    case .whole: DateSpan(known: september, may)
    }
  }

  /// Reads `HK I 2023-2024`, `học kỳ 2 năm học 2023-2024`, `2023-2024-hk1`, `năm học 2023-2024`.
  ///
  /// The years must follow one another.
  package static func parse(_ text: String) -> SchoolTerm? {
    var rest = DateTokens(text)
    let before = takePart(&rest)
    if !rest.take("nam", "hoc") { _ = rest.take("nh") }
    let years = Array(rest.tokens.prefix(3))
    guard years.count == 3, case .number(let start, 4) = years[0],
      years[1] == .mark(UInt8(ascii: "-")) || years[1] == .mark(UInt8(ascii: "/")),
      case .number(let end, 4) = years[2], end == start + 1
    else { return nil }
    rest.tokens = rest.tokens.dropFirst(3)
    if rest.tokens.isEmpty { return SchoolTerm(startYear: start, part: before ?? .whole) }
    if rest.tokens.first == .mark(UInt8(ascii: "-")) { rest.tokens = rest.tokens.dropFirst() }
    guard before == nil, let after = takePart(&rest), rest.tokens.isEmpty else { return nil }
    return SchoolTerm(startYear: start, part: after)
  }

  private static func takePart(_ rest: inout DateTokens) -> Part? {
    if rest.take("hki") { return .first }
    if rest.take("hkii") { return .second }
    if rest.take("ca", "nam") { return .whole }
    let saved = rest
    guard rest.take("hoc", "ky") || rest.take("hoc", "ki") || rest.take("hk") else { return nil }
    defer { if rest.tokens.first == .mark(UInt8(ascii: "-")) { rest.tokens.removeFirst() } }
    switch rest.tokens.first {
    case .word("i"), .number(1, digits: 1):
      rest.tokens.removeFirst()
      return .first
    case .word("ii"), .number(2, digits: 1):
      rest.tokens.removeFirst()
      return .second
    default:
      rest = saved
      return nil
    }
  }
}

extension SchoolTerm: Comparable {
  /// By year; the whole year after its terms.
  package static func < (a: SchoolTerm, b: SchoolTerm) -> Bool {
    (a.startYear, a.part.rawValue) < (b.startYear, b.part.rawValue)
  }
}
