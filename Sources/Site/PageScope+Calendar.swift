import Campaigns
import Templating
import Vietnamese

/// The calendar: duties, reviews and events by month.
extension PageScope {
  static let calendarShape = Shape([
    "upcoming": .list("các tháng sắp tới, gần nhất trước", of: monthShape),
    "past": .list("các tháng đã qua, gần nhất trước", of: monthShape),
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

  func calendar() -> Value {
    let items = model.calendar.items
    let split = items.firstIndex { $0.days.to >= model.now }
    let upcoming = split == nil ? [] : items.filter { $0.days.to >= model.now }
    let past = items.filter { $0.days.to < model.now }.reversed()
    return .record(
      Self.calendarShape,
      [
        .some(months(upcoming)), .some(months(Array(past))),
        items.isEmpty ? .null : href(Address.calendarFeed),
      ])
  }

  /// Neighbours of one month under its heading; dates known to the year alone stand by themselves.
  private func months(_ items: [SiteCalendar.Item]) -> [Value] {
    func heading(_ item: SiteCalendar.Item) -> String {
      let day = item.days.to
      return item.hasMonth
        ? "Tháng \(PlainDate.monthText(day.month))/\(day.year)"
        : "Năm \(day.year), chưa rõ tháng"
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
        .text(item.hasMonth ? item.days.text : "Năm \(item.days.to.year)"), .text(item.date),
        .text(kind), .text(item.kind.rawValue), .text(item.title),
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
