import Vietnamese

/// Names of days and months as the filter `date` writes them.
struct DateNames: Sendable {
  var weekdays: [String]
  var shortWeekdays: [String]
  var months: [String]
  var shortMonths: [String]

  static let english = DateNames(
    weekdays: DateReader.weekdays, shortWeekdays: DateReader.weekdays.map { String($0.prefix(3)) },
    months: DateReader.months, shortMonths: DateReader.months.map { String($0.prefix(3)) })

  /// `Thứ Năm`, `T5`, `tháng 9`, `thg 9`; months with the zeros of official dates.
  static let vietnamese = DateNames(
    weekdays: PlainDate.Weekday.allCases.map {
      $0.name.prefix(1).uppercased() + $0.name.dropFirst()
    },
    shortWeekdays: (2...7).map { "T\($0)" } + ["CN"],
    months: (1...12).map { "tháng \(PlainDate.monthText($0))" },
    shortMonths: (1...12).map { "thg \($0)" })
}

extension TemplateOptions {
  /// The language in which `date` names days and months; plain Liquid knows English only.
  package enum Language: Sendable { case english, vietnamese }

  var dateNames: DateNames {
    dialect == .extended && language == .vietnamese ? .vietnamese : .english
  }
}
