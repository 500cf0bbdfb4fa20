import Campaigns
import Templating
import Vietnamese

/// The calendar: duties, reviews and events by month.
extension PageScope {
  static let calendarShape = Shape([
    "upcoming": .list(
      "các tháng sắp tới, gần nhất trước; ở trang của một năm thì trống",
      of: monthShape),
    "past": .list(
      "các tháng vừa qua, gần nhất trước; ở trang của một năm thì trống",
      of: monthShape),
    "year": .text("năm của trang; trống ở trang đầu của lịch"),
    "months": .list("các tháng của năm ấy", of: monthShape),
    "years": .list("các năm có mốc", of: filteredShape),
    "feed": .text("địa chỉ tệp lịch `.ics` để đăng ký trên điện thoại, máy tính"),
  ])

  static let monthShape = Shape([
    "title": .text("tháng, như “Tháng 12/2024”"),
    "items": .list("các mốc trong tháng", of: calendarItemShape),
  ])

  static let calendarItemShape = Shape([
    "day": .text("ngày, hoặc khoảng ngày"),
    "date": .text("thời gian như kế hoạch viết"),
    "kind": .text("“Hạn”, “Sơ kết, tổng kết” hoặc loại sự kiện"),
    "kind_id": .text("`duty`, `review` hoặc `event`"),
    "title": .text("tên việc, giai đoạn hoặc sự kiện"),
    "url": .text("trang nói rõ hơn"),
    "detail": .text("lời của kế hoạch, ghi chú"),
    "campaign": .object("phong trào", linkShape),
    "place": .text("nơi tổ chức"),
    "exemplars": .list("điển hình được giới thiệu", of: linkShape),
    "is_tentative": .flag("mới dự kiến"),
    "states": .list("bao nhiêu đơn vị đã gửi, gửi trễ, chưa gửi", of: dutyStateShape),
  ])

  /// Dates on the first page of the calendar, each way from today; all are on those of the years.
  private static let nearLimit = 60

  /// What is near; or all of one year.
  func calendar(of year: Int?) -> Value {
    let items = model.calendar.items
    let upcoming = items.filter { $0.days.to >= model.now }.prefix(Self.nearLimit)
    let past = items.filter { $0.days.to < model.now }.suffix(Self.nearLimit).reversed()
    let ofYear = year.map { year in items.filter { $0.days.to.year == year } } ?? []
    return .record(
      Self.calendarShape,
      [
        year == nil ? .some(months(Array(upcoming))) : .null,
        year == nil ? .some(months(Array(past))) : .null,
        .text(year.map(String.init)), .some(months(ofYear)), years(current: year),
        items.isEmpty ? .null : href(Address.calendarFeed),
      ])
  }

  private func years(current: Int?) -> Value {
    var counts: [Int: Int] = [:]
    for item in model.calendar.items { counts[item.days.to.year, default: 0] += 1 }
    return .some(
      model.calendar.years.map { year in
        .record(
          Self.filteredShape,
          [
            .text(String(year)), href(Address.calendar(year: year)),
            number(counts[year] ?? 0), .bool(year == current),
          ])
      })
  }

  /// Neighbours of one month under its heading; dates known to the year alone stand by themselves.
  private func months(_ items: [SiteCalendar.Item]) -> [Value] {
    func heading(_ item: SiteCalendar.Item) -> String {
      let day = item.days.to
      return item.hasMonth
        ? tree.month(of: day)
        : say("Năm {year}, chưa rõ tháng", ("year", String(day.year)))
    }
    var months: [(title: String, items: [Value])] = []
    for item in items {
      let title = heading(item)
      if months.last?.title == title {
        months[months.count - 1].items.append(value(item))
      } else {
        months.append((title, [value(item)]))
      }
    }
    return months.map { .record(Self.monthShape, [.text($0.title), .list($0.items)]) }
  }

  private func value(_ item: SiteCalendar.Item) -> Value {
    let event = item.event
    let column = item.column.flatMap { model.calendar.boards[item.campaign]?.columns[$0] }
    let kind =
      switch item.kind {
      case .duty: "Hạn"
      case .review: "Sơ kết, tổng kết"
      case .event: event.flatMap { $0.kind == .other ? nil : $0.kind.title } ?? "Sự kiện"
      }
    return .record(
      Self.calendarItemShape,
      [
        .text(
          item.hasMonth
            ? tree.text(item.days) : say("Năm {year}", ("year", String(item.days.to.year)))),
        .text(item.date),
        .text(say(kind)), .text(item.kind.rawValue), .text(item.title),
        href(
          item.kind == .duty ? Address.progress(item.campaign) : Address.campaign(item.campaign)),
        .text(item.detail), campaignLink(item.campaign), .text(event?.place),
        exemplars(event?.exemplars ?? []), .bool(item.isTentative),
        .some(column.map { states($0.entries.map(\.state)) } ?? []),
      ])
  }

  static let eventShape = Shape([
    "date": .text("ngày, như đã nhập"),
    "kind": .text("loại sự kiện"),
    "title": .text("tên sự kiện"),
    "place": .text("nơi tổ chức"),
    "unit": .object("đơn vị tổ chức", linkShape),
    "cluster": .object("cụm, khối tổ chức", linkShape),
    "campaign": .object("phong trào", linkShape),
    "exemplars": .list("điển hình được giới thiệu", of: linkShape),
    "is_tentative": .flag("mới dự kiến"),
    "is_past": .flag("đã qua"),
    "note": .text("ghi chú"),
  ])

  /// Newest first.
  func events(_ events: [Event]?) -> Value {
    .some(
      (events ?? []).sorted { ($0.date.last, $0.id) > ($1.date.last, $1.id) }.map { event in
        .record(
          Self.eventShape,
          [
            .text(event.date.text.capitalizedFirst), .text(event.kind.title), .text(event.title),
            .text(event.place), unitLink(event.unit),
            event.cluster.flatMap { directory.cluster($0) }
              .map { link($0.name, Address.cluster($0.id)) } ?? .null,
            campaignLink(event.campaign), exemplars(event.exemplars),
            .bool(event.date.tentative), .bool(event.date.last < model.now), .text(event.note),
          ])
      })
  }

  /// Those with a page; whoever refused to be shown has none, and an id would give the name away.
  private func exemplars(_ ids: [String]) -> Value {
    .some(
      ids.compactMap { model.exemplars[$0] }.map { link($0.name, Address.exemplar($0.id)) })
  }
}
