import Campaigns
import Templating
import Vietnamese

/// The names that the texts of starters see.
struct StarterScope {
  let answers: StarterAnswers
  let calendar: StarterCalendar

  /// How names of tables end.
  let ending: String

  init(_ answers: StarterAnswers, ending: String) {
    self.answers = answers
    self.ending = ending
    calendar = StarterCalendar(today: answers.today, year: answers.year)
  }

  var globals: Value {
    .record([
      "kind": .text(answers.kind.rawValue),
      "unit": unit,
      "parent": parent,
      "year": year,
      "term1": .record([
        "as_of": .text(calendar.firstTermAsOf.short),
        "status": .text(calendar.isFirstTermOver ? "đã xác nhận" : "bản nháp"),
        "is_over": .bool(calendar.isFirstTermOver),
        "reported": .text(calendar.firstTermReported.short),
      ]),
      "started": .bool(calendar.isStarted),
      "consented": .text(calendar.consented.short),
      "today": .text(answers.today.iso),
      "ending": .text(ending),
      "form": .text(Starter.form),
    ])
  }

  private var unit: Value {
    let unit = answers.unit
    let levels =
      unit.naming.levels.isEmpty && unit.kind == .school
      ? [Unit.Level.primary] : unit.naming.levels
    return .record([
      "id": .text(unit.id), "name": .text(unit.name), "short_name": .text(unit.naming.shortName),
      "kind": .text(unit.kind.title),
      "level": .text(levels.map(\.title).joined(separator: "; ")),
      "code": .text(unit.naming.code), "place": .text(answers.place),
      "head_title": .text(unit.naming.headTitle ?? ""), "authority": .text(authority),
      "office": .text(answers.kind == .department ? "Văn phòng Sở" : "Phòng Văn hóa - Xã hội"),
    ])
  }

  /// Who decides on the unit's own commendations.
  private var authority: String {
    switch answers.unit.kind {
    case .school: "Hiệu trưởng"
    case .department: "Giám đốc Sở"
    case .committee: "Chủ tịch \(answers.unit.naming.shortName)"
    default: "Giám đốc"
    }
  }

  private var parent: Value {
    let parent = answers.parent
    return .record([
      "id": .text(parent?.id ?? ""), "name": .text(parent?.name ?? ""),
      "short_name": .text(parent?.naming.shortName ?? ""),
      "kind": .text(parent?.kind.title ?? ""), "code": .text(parent?.naming.code ?? ""),
      "head_title": .text(parent?.naming.headTitle ?? ""),
    ])
  }

  private var year: Value {
    .record([
      "name": .text(answers.year.years), "first": .int(answers.year.startYear),
      "second": .int(answers.year.startYear + 1), "start": .text(calendar.start.short),
      "end": .text(calendar.end.short), "registered": .text(calendar.registered.short),
      "reported": .text(calendar.yearReported.short), "is_over": .bool(calendar.isOver),
    ])
  }

  /// `{{ 30 | days_ago }}`: a day for an example.
  var filters: [HostFilter] {
    let calendar = calendar
    return [
      HostFilter(
        FilterReference(
          name: "days_ago", summary: "Ngày cách đây bấy nhiêu ngày, trong năm học.",
          example: "{{ 30 | days_ago }}", result: "23/10/2026")
      ) { value, _ in
        guard case .int(let days) = value else { return .null }
        return .text(calendar.daysAgo(days).short)
      }
    ]
  }
}
