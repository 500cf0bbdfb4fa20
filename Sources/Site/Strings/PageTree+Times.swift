import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// Stretches of time and what is due, as the pages of a language say them.
///
/// Vietnamese pages have the words of the plan; others say the same days anew.
extension PageTree {
  private var keepsWords: Bool { language == .vietnamese }

  /// As in a sentence: `học kỳ I, năm học 2023-2024`, `first semester, school year 2023-2024`.
  func name(of period: Period) -> String {
    if keepsWords { return period.name }
    switch period {
    case .term(let term):
      let part: String? =
        switch term.part {
        case .first: "Học kỳ I"
        case .second: "Học kỳ II"
        case .whole: nil
        }
      let year = strings.say("năm học {years}", [("years", term.years)])
      return part.map { "\(strings.say($0)), \(year)" } ?? year
    case .year(let year): return String(year)
    case .years(let from, let to): return "\(from)–\(to)"
    }
  }

  /// For heads of tables: `HK I 2023-2024`, `Sem. 1 2023-2024`.
  func shortName(of period: Period) -> String {
    if keepsWords { return period.shortName }
    guard case .term(let term) = period else { return name(of: period) }
    return switch term.part {
    case .first: strings.say("HK I {years}", [("years", term.years)])
    case .second: strings.say("HK II {years}", [("years", term.years)])
    case .whole: strings.say("NH {years}", [("years", term.years)])
    }
  }

  func text(_ span: DateSpan) -> String {
    if keepsWords { return span.text }
    return span.from == span.to ? short(span.from) : "\(short(span.from)) – \(short(span.to))"
  }

  /// The time of a campaign: years where it takes whole years.
  func period(of campaign: Campaign) -> String {
    if keepsWords { return campaign.periodText }
    let (from, to) = (campaign.period.from, campaign.period.to)
    guard from.day == 1, from.month == 1, to.day == 31, to.month == 12 else {
      return text(campaign.period)
    }
    return from.year == to.year ? String(from.year) : "\(from.year)–\(to.year)"
  }

  /// `trước ngày 10/12/2024`, `before 10 Dec 2024`.
  func text(_ date: PartialDate) -> String {
    if keepsWords { return date.text }
    let when = stated(date)
    let key =
      switch date.bound {
      case .on: "{day}"
      case .before: "trước {day}"
      case .within: date.day == nil ? "trong {day}" : "{day}"
      case .byEnd: date.day == nil ? "đến hết {day}" : "đến ngày {day}"
      }
    let said = strings.say(key, [("day", when)])
    return date.tentative ? "\(said) (\(strings.say("dự kiến")))" : said
  }

  private func stated(_ date: PartialDate) -> String {
    guard let month = date.month else { return String(date.year) }
    guard let day = PlainDate(year: date.year, month: month, day: date.day ?? 1) else {
      return date.text
    }
    return date.day == nil ? self.month(of: day) : short(day)
  }

  /// `Tháng 12/2024`, `December 2024`.
  func month(of day: PlainDate) -> String {
    keepsWords
      ? "Tháng \(PlainDate.monthText(day.month))/\(day.year)"
      : long(day).split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// When a duty of a campaign is to be done, in the words of the plan or in days.
  func due(of duty: Campaign.Duty, in campaign: Campaign) -> String? {
    if keepsWords { return campaign.dueText(of: duty) }
    let words =
      duty.due.map(text) ?? campaign.event(of: duty)?.title ?? duty.event
      ?? (duty.isByRule ? strings.say("theo quy định") : nil)
    guard let every = duty.every.map({ strings.say($0.title) }) else { return words }
    return words.map { "\($0), \(every)" } ?? every
  }

  /// `Báo cáo định kỳ, năm 2024`: the kind of a duty, and of a repeated one the turn.
  func title(of turn: DutyTurn) -> String {
    if keepsWords { return turn.title }
    let duty = turn.duty
    if duty.kind == .other { return turn.title }
    let kind = strings.say(duty.kind.title)
    return turn.period.map { "\(kind), \(name(of: $0))" } ?? kind
  }

  /// How far a duty is, with its days.
  func title(of state: DutyState) -> String {
    if keepsWords { return state.title }
    func days(_ key: String, _ count: Int) -> String {
      strings.say(key, [("count", String(count))])
    }
    return switch state {
    case .sentLate(let count): days("Đã gửi, trễ {count} ngày", count)
    case .overdue(let count): days("Chưa gửi, quá hạn {count} ngày", count)
    case .pending(let count) where count > 0: days("Chưa đến hạn, còn {count} ngày", count)
    default: strings.say(state.title)
    }
  }
}
