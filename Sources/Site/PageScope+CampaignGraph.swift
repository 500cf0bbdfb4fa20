import Campaigns
import Drawing
import Templating
import Vietnamese

/// A campaign among others, and its course through time.
extension PageScope {
  static let kinShape = Shape([
    "campaign": .object("phong trào kia", linkShape),
    "relation": .text("“Phong trào cấp trên”, “Phong trào thành phần” hoặc “Liên quan”"),
    "kind": .text("loại hình"),
    "origin": .text("cấp phát động"),
    "owner": .object("đơn vị tổ chức", linkShape),
    "period": .text("thời gian"),
  ])

  /// The campaigns that one stands with: those it is part of, those that are parts of it, and those
  /// that either of two calls related.
  func kin(of campaign: Campaign) -> Value {
    var seen: Set<String> = [campaign.id]
    func rows(_ ids: [String], _ relation: String) -> [Value] {
      ids.compactMap { id in
        guard seen.insert(id).inserted, let other = directory.campaign(id) else { return nil }
        return .record(
          Self.kinShape,
          [
            campaignLink(id), .text(say(relation)), .text(say(other.kind.title)),
            .text(say(other.origin.title)), unitLink(other.owner), .text(tree.period(of: other)),
          ])
      }
    }
    return .some(
      rows(ancestors(of: campaign), "Phong trào cấp trên")
        + rows(model.childCampaigns[campaign.id] ?? [], "Phong trào thành phần")
        + rows(campaign.related + (model.relatedCampaigns[campaign.id] ?? []), "Liên quan"))
  }

  /// From the nearest upwards; a loop in the data ends the walk.
  private func ancestors(of campaign: Campaign) -> [String] {
    var line: [String] = []
    var next = campaign.parent
    while let id = next, id != campaign.id, !line.contains(id) {
      line.append(id)
      next = directory.campaign(id)?.parent
    }
    return line
  }

  /// What the parent campaign asks of the unit that made a campaign of its own out of it.
  func inherited(by campaign: Campaign) -> Value {
    guard let id = campaign.parent, let parent = directory.campaign(id), !parent.targets.isEmpty,
      parent.owner != campaign.owner, directory.takesPart(campaign.owner, in: id),
      let unit = directory.unit(campaign.owner)
    else { return .null }
    return table(parent, unit: unit)
  }

  // MARK: Course

  static let courseShape = Shape([
    "graph": .safe("hình vẽ dòng thời gian (SVG)"),
    "entries": .list("các mốc theo thứ tự thời gian", of: entryShape),
  ])

  static let entryShape = Shape([
    "kind": .text("“Giai đoạn”, “Sơ kết”, “Tổng kết” hoặc loại sự kiện"),
    "title": .text("tên giai đoạn, sự kiện"),
    "when": .text("thời gian"),
    "state": .text("`past`, `now` hoặc `future`"),
    "place": .text("địa điểm của sự kiện"),
    "unit": .object("đơn vị tổ chức sự kiện", linkShape),
    "exemplars": .list("điển hình được giới thiệu", of: linkShape),
    "note": .text("ghi chú"),
  ])

  /// A phase, its review, or something that is held.
  private struct Entry {
    var kind: String
    var title: String
    var when: String
    var from: PlainDate
    var to: PlainDate
    var isPhase = false
    var isReview = false
    var event: Event?
  }

  private func entries(of campaign: Campaign) -> [Entry] {
    var entries = campaign.phases.map { phase in
      Entry(
        kind: say("Giai đoạn"), title: phase.name, when: tree.text(phase.span),
        from: phase.span.from,
        to: phase.span.to, isPhase: true)
    }
    entries += campaign.phases.compactMap { phase in
      guard let review = phase.review else { return nil }
      return Entry(
        kind: say(review.title.capitalizedFirst), title: phase.name,
        when: phase.due.map(tree.text)
          ?? say("hết {day}", ("day", tree.short(phase.span.to))),
        from: phase.due?.last ?? phase.span.to, to: phase.due?.last ?? phase.span.to,
        isReview: true)
    }
    entries += campaign.events.map { event in
      Entry(
        kind: say(event.kind.title), title: event.title, when: tree.text(event.date),
        from: event.date.first, to: event.date.last, event: event)
    }
    return entries.enumerated().sorted { a, b in
      (a.element.from, a.offset) < (b.element.from, b.offset)
    }.map(\.element)
  }

  /// Null for a campaign that its plan does not divide and in which nothing was held.
  func course(of campaign: Campaign) -> Value {
    let entries = entries(of: campaign)
    if entries.isEmpty { return .null }
    return .lazy(Self.courseShape) { name in
      switch name {
      case "graph":
        .html(SVGWriter().svg(timeLine(entries, of: campaign).drawing(), id: "tien-trinh"))
      case "entries": .list(entries.map(entry))
      default: .null
      }
    }
  }

  private func entry(_ entry: Entry) -> Value {
    let state = entry.to < model.now ? "past" : entry.from > model.now ? "future" : "now"
    let shown = entry.event?.exemplars.compactMap { model.exemplars[$0] } ?? []
    return .record(
      Self.entryShape,
      [
        .text(entry.kind), .text(entry.title), .text(entry.when), .text(state),
        .text(entry.event?.place), unitLink(entry.event?.unit),
        .some(shown.map { link($0.name, Address.exemplar($0.id)) }), .text(entry.event?.note),
      ])
  }

  private func timeLine(_ entries: [Entry], of campaign: Campaign) -> TimeLine {
    let years = campaign.period.from.year...max(campaign.period.from.year, campaign.period.to.year)
    // Short campaigns are told apart by months.
    let months = years.count > 3 ? [1] : [1, 4, 7, 10]
    let ticks = years.prefix(40).flatMap { year in
      months.compactMap { month in
        PlainDate(year: year, month: month, day: 1).map { day in
          (day: day.dayNumber, name: months.count == 1 ? "\(year)" : "\(month)/\(year)")
        }
      }
    }
    return TimeLine(
      title: say("Tiến trình {campaign}", ("campaign", tree.displayTitle(of: campaign))),
      stretches: entries.filter(\.isPhase).map {
        TimeLine.Stretch(
          name: $0.title, from: $0.from.dayNumber, to: $0.to.dayNumber, time: $0.when)
      },
      moments: entries.filter { !$0.isPhase }.map {
        TimeLine.Moment(
          name: $0.isReview ? "\($0.kind) – \($0.title)" : $0.title, day: $0.from.dayNumber,
          time: $0.when, isReview: $0.isReview)
      },
      ticks: ticks, today: model.now.dayNumber)
  }
}
