import Campaigns
import Vietnamese

/// Every date that the site knows of: last days of duties, reviews of phases, events; worked out once.
struct SiteCalendar: Sendable {
  struct Item: Sendable {
    enum Kind: String, Sendable { case duty, review, event }

    var kind: Kind
    /// Stable over builds; the name of the item in calendars.
    var id: String
    var campaign: String
    var title: String
    /// The words of the plan.
    var detail: String?
    var days: DateSpan
    /// The date as the content tells it.
    var date: String
    /// Known to the month at least.
    var hasMonth = true
    var isTentative = false
    /// The column of the campaign's board, of a duty.
    var column: Int?
    var event: Event?

    /// By the last day; what is known to the year alone comes after all of that year.
    fileprivate var order: (Int, Int, Int, String) {
      (days.to.dayNumber, hasMonth ? 0 : 1, days.from.dayNumber, id)
    }
  }

  /// Where one thing owed by a unit stands.
  struct Owed: Sendable {
    var campaign: String
    var column: Int
    var entry: Int
  }

  let boards: [String: DutyBoard]
  /// By day.
  let items: [Item]
  let owedBy: [String: [Owed]]
  /// Places in `items` of what concerns a unit.
  let itemsOfUnit: [String: [Int]]
  let eventsOfUnit: [String: [Event]]
  let eventsOfCluster: [String: [Event]]

  init(_ directory: Directory, exemplars: [String: Exemplar], now: PlainDate) {
    var boards: [String: DutyBoard] = [:]
    var items: [Item] = []
    var owedBy: [String: [Owed]] = [:]
    for campaign in directory.archive.campaigns {
      let board = DutyBoard(campaign, in: directory, now: now)
      boards[campaign.id] = board
      items += Self.duties(board, of: campaign) + Self.reviews(of: campaign)
      items += campaign.events.compactMap { Self.item($0) }
      for (place, column) in board.columns.enumerated() {
        for (i, entry) in column.entries.enumerated() {
          owedBy[entry.unit, default: []]
            .append(Owed(campaign: campaign.id, column: place, entry: i))
        }
      }
    }
    items.sort { $0.order < $1.order }
    self.boards = boards
    self.items = items
    self.owedBy = owedBy
    itemsOfUnit = Self.byUnit(items, boards, directory)
    let events = items.compactMap(\.event)
    var ofUnit: [String: [Event]] = [:]
    var ofCluster: [String: [Event]] = [:]
    for event in events {
      let hosts = [event.unit].compactMap(\.self)
      let shown = event.exemplars.compactMap { exemplars[$0]?.unit }
      for unit in Set(hosts + shown) { ofUnit[unit, default: []].append(event) }
      if let cluster = event.cluster { ofCluster[cluster, default: []].append(event) }
    }
    eventsOfUnit = ofUnit
    eventsOfCluster = ofCluster
  }

  /// Years in which something falls, newest first.
  var years: [Int] { Set(items.map(\.days.to.year)).sorted(by: >) }

  /// Paths of the calendar files: the site's, and one for each unit that has dates.
  var feeds: [String] {
    items.isEmpty
      ? [] : [Address.calendarFeed] + itemsOfUnit.keys.sorted().map(Address.calendarFeed)
  }

  private static func duties(_ board: DutyBoard, of campaign: Campaign) -> [Item] {
    board.columns.enumerated().compactMap { place, column in
      let turn = column.turn
      // A duty bound to an event falls on its day, which the calendar has already.
      if case .event = turn.source { return nil }
      guard let due = turn.due, let day = DateSpan(from: due.last, to: due.last) else { return nil }
      return Item(
        kind: .duty, id: "\(campaign.id).viec.\(turn.id)", campaign: campaign.id,
        title: turn.title, detail: turn.duty.text, days: day, date: due.text,
        hasMonth: due.month != nil || due.bound != .on, isTentative: due.tentative, column: place)
    }
  }

  /// A phase that ends with a review: on the day that the plan sets, else on its last.
  private static func reviews(of campaign: Campaign) -> [Item] {
    campaign.phases.compactMap { phase in
      guard let review = phase.review else { return nil }
      let last = phase.due?.last ?? phase.span.to
      return DateSpan(from: last, to: last).map { day in
        Item(
          kind: .review, id: "\(campaign.id).giai-doan.\(phase.id)", campaign: campaign.id,
          title: "\(review.title.capitalizedFirst): \(phase.name)", detail: nil, days: day,
          date: phase.due?.text ?? "ngày cuối giai đoạn, \(phase.span.to.short)",
          isTentative: phase.due?.tentative ?? false)
      }
    }
  }

  private static func item(_ event: Event) -> Item? {
    let date = event.date
    return DateSpan(from: date.first, to: date.last).map { days in
      Item(
        kind: .event, id: "\(event.campaign).su-kien.\(event.id)", campaign: event.campaign,
        title: event.title, detail: event.note, days: days, date: date.text,
        hasMonth: date.month != nil, isTentative: date.tentative, event: event)
    }
  }

  /// A unit is concerned by what it owes, by the reviews of its campaigns, by events that it or its
  /// cluster holds, and by those that the owner holds for all.
  private static func byUnit(
    _ items: [Item], _ boards: [String: DutyBoard], _ directory: Directory
  ) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    var taking: [String: [Unit]] = [:]
    for (place, item) in items.enumerated() {
      if let column = item.column {
        for entry in boards[item.campaign]?.columns[column].entries ?? [] {
          found[entry.unit, default: []].append(place)
        }
        continue
      }
      guard let campaign = directory.campaign(item.campaign) else { continue }
      let units = taking[campaign.id] ?? directory.participants(of: campaign)
      taking[campaign.id] = units
      let isForAll =
        item.event.map { event in
          event.cluster == nil && (event.unit ?? campaign.owner) == campaign.owner
        } ?? true
      for unit in units {
        let isOwn = item.event.map { event in
          event.unit == unit.id || event.cluster.map(unit.clusters.contains) == true
        }
        if isForAll || isOwn == true { found[unit.id, default: []].append(place) }
      }
    }
    return found
  }
}

extension DutyTurn {
  /// `Sơ kết`, `Tổng kết, năm 2023`; a duty of no kind by its own words.
  var title: String {
    let name =
      duty.kind == .other ? duty.text.capitalizedFirst.shortened(to: 60) : duty.kind.title
    return period.map { "\(name), \($0.name)" } ?? name
  }
}
