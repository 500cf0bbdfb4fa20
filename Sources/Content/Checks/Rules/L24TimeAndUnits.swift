import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let timeAndUnits = Check(
    "L24", .warning, Phrase("Thời gian và đơn vị", en: "Time and units"),
    explanation: Phrase(
      "Các giai đoạn nối tiếp nhau trong thời gian của phong trào; phong trào không bắt đầu trước "
        + "văn bản mà nó thực hiện; đơn vị chỉ được dùng trong thời gian hoạt động, có đơn vị kế "
        + "thừa và cấp trên liền ngày, không ở một cụm hai lần cùng lúc.",
      en: "Phases follow one another within the campaign; a unit is used only while it exists, its "
        + "successors and superiors follow without a gap, and it is in a cluster once at a time."),
    remedy: Phrase("Sửa mốc thời gian hoặc đơn vị.", en: "Mend the dates or the unit."),
    citation:
      "Kế hoạch Đắk Nông 2020-2025 (hai giai đoạn trùng năm 2023); việc sáp nhập từ 01/7/2025"
  ) { context, log in
    for campaign in context.archive.campaigns {
      phases(of: campaign, into: &log)
      validity(of: campaign, context.directory, into: &log)
      start(of: campaign, context, into: &log)
    }
    UnitsInTime(context).check(into: &log)
    for story in context.archive.stories {
      guard let unit = story.unit.flatMap({ context.directory.unit($0) }),
        !unit.exists(on: story.date)
      else {
        continue
      }
      tell(story, unit, into: &log)
    }
  }

  private static func tell(_ story: Story, _ unit: Unit, into log: inout CheckLog) {
    if let end = unit.validTo, end < story.date {
      let heirs = unit.successors.joined(separator: ", ")
      log.tell(
        "unit.outside-validity", at: story.location, record: story.slug,
        Phrase(
          "Bài “\(story.title)” (\(story.date.short)) gắn với đơn vị đã thôi hoạt động sau "
            + "\(end.short).",
          en: "Story “\(story.title)” (\(story.date.short)) names a unit that ended on "
            + "\(end.short)."),
        help: heirs.isEmpty
          ? Phrase(
            "Kiểm tra ngày đăng, hoặc ghi đơn vị kế thừa vào units.csv.",
            en: "Check the date, or write the unit's successor into units.csv.")
          : Phrase("Dùng đơn vị kế thừa: \(heirs).", en: "Use the successor: \(heirs)."))
    } else if let start = unit.validFrom {
      log.tell(
        "unit.outside-validity", at: story.location, record: story.slug,
        Phrase(
          "Bài “\(story.title)” (\(story.date.short)) gắn với đơn vị đến \(start.short) mới hoạt "
            + "động.",
          en: "Story “\(story.title)” (\(story.date.short)) names a unit that starts on "
            + "\(start.short)."),
        help: Phrase(
          "Dùng đơn vị tiền thân, hoặc sửa “valid_from” trong units.csv.",
          en: "Use its predecessor, or mend “valid_from” in units.csv."))
    }
  }

  private static func phases(of campaign: Campaign, into log: inout CheckLog) {
    for phase in campaign.phases
    where phase.span.from < campaign.period.from || phase.span.to > campaign.period.to {
      log.tell(
        "campaign.phase-outside", at: phase.location, record: "\(campaign.id)/\(phase.id)",
        Phrase(
          "Giai đoạn “\(phase.name)” (\(phase.span.text)) vượt ra ngoài thời gian của phong trào "
            + "(\(campaign.period.text)).",
          en: "Phase “\(phase.name)” (\(phase.span.text)) reaches beyond the campaign "
            + "(\(campaign.period.text))."),
        help: Phrase(
          "Sửa mốc của giai đoạn hoặc “period” của phong trào.",
          en: "Mend the phase's dates or the campaign's “period”."))
    }
    let phases = campaign.phases.sorted {
      ($0.span.from, $0.span.to, $0.id) < ($1.span.from, $1.span.to, $1.id)
    }
    for (index, b) in phases.enumerated() {
      for a in phases[..<index] where a.span.overlaps(b.span) {
        tell(a, b, record: "\(campaign.id)/\(b.id)", into: &log)
      }
    }
  }

  /// A campaign that starts before the act it carries out, and phases that leave days between them.
  private static func start(
    of campaign: Campaign, _ context: CheckContext, into log: inout CheckLog
  ) {
    for entry in campaign.basis where entry.isImplemented {
      guard let document = context.directory.document(entry.document), let date = document.date,
        campaign.period.from < date.first.adding(days: -31)
      else { continue }
      log.tell(
        "campaign.before-basis", at: campaign.location, record: "\(campaign.id)/\(document.id)",
        Phrase(
          "Phong trào bắt đầu \(campaign.period.from.short), trước văn bản mà nó thực hiện "
            + "(“\(document.id)”, \(date.text)).",
          en: "The campaign starts on \(campaign.period.from.short), before the act it carries out "
            + "(“\(document.id)”, \(date.text))."),
        help: Phrase(
          "Kiểm tra “period” và ngày của văn bản; kế hoạch ghi đúng như vậy thì miễn nhắc.",
          en: "Check “period” and the act's date; if the plan says so, waive it."))
    }
    let phases = campaign.phases.sorted { ($0.span.from, $0.id) < ($1.span.from, $1.id) }
    for (a, b) in zip(phases, phases.dropFirst()) where a.span.to.adding(days: 1) < b.span.from {
      log.tell(
        "campaign.phase-gap", at: b.location, record: "\(campaign.id)/\(b.id)",
        Phrase(
          "Giữa giai đoạn “\(a.name)” và “\(b.name)” có ngày không thuộc giai đoạn nào.",
          en: "Between phases “\(a.name)” and “\(b.name)” some days belong to none."),
        help: Phrase(
          "Sửa “from” hoặc “to” cho liền nhau.", en: "Mend “from” or “to” so that they meet."))
    }
  }

  /// Plans cut by years often name the boundary year twice (2021-2023, 2023-2025): that is told,
  /// but does not stop anything.
  private static func tell(
    _ a: Campaign.Phase, _ b: Campaign.Phase, record: String, into log: inout CheckLog
  ) {
    let isBoundaryYear =
      isWholeYears(a.span) && isWholeYears(b.span) && a.span.to.year == b.span.from.year
      && a.span.from < b.span.from && a.span.to < b.span.to
    let until = min(a.span.to, b.span.to)
    let year = b.span.from.year
    log.tell(
      isBoundaryYear ? "campaign.phases-share-year" : "campaign.phases-overlap",
      isBoundaryYear ? .warning : .error, at: b.location, record: record,
      Phrase(
        "Hai giai đoạn “\(a.name)” và “\(b.name)” trùng nhau "
          + (isBoundaryYear ? "năm \(year)." : "từ \(b.span.from.short) đến \(until.short)."),
        en: "Phases “\(a.name)” and “\(b.name)” overlap "
          + (isBoundaryYear ? "in \(year)." : "from \(b.span.from.short) to \(until.short).")),
      help: isBoundaryYear
        ? Phrase(
          "Nếu kế hoạch ghi đúng như vậy thì để nguyên; nếu không, sửa năm giáp ranh.",
          en: "If the plan says so, let it stand; otherwise mend the shared year.")
        : Phrase(
          "Sửa “from” hoặc “to” để giai đoạn sau bắt đầu khi giai đoạn trước đã hết.",
          en: "Mend “from” or “to” so that the later phase starts when the earlier has ended."),
      notes: [
        (
          Phrase(
            "Giai đoạn “\(a.name)” ở \(a.location).", en: "Phase “\(a.name)” is at \(a.location)."),
          a.location
        )
      ])
  }

  private static func isWholeYears(_ span: DateSpan) -> Bool {
    span.from.month == 1 && span.from.day == 1 && span.to.month == 12 && span.to.day == 31
  }

  private static func validity(
    of campaign: Campaign, _ directory: Directory, into log: inout CheckLog
  ) {
    func examine(
      _ unit: String, in span: DateSpan?, _ what: Phrase, at place: Location, record: String
    ) {
      guard let unit = directory.unit(unit), let span, !unit.exists(in: span) else { return }
      let heirs = unit.successors.joined(separator: ", ")
      log.tell(
        "unit.outside-validity", at: place, record: record,
        Phrase(
          "\(what.vietnamese) gắn với đơn vị “\(unit.id)” vào lúc đơn vị này không hoạt động.",
          en: "\(what.english) names unit “\(unit.id)” at a time when it did not exist."),
        help: heirs.isEmpty
          ? Phrase(
            "Kiểm tra lại đơn vị, kỳ, hoặc thời gian hoạt động trong units.csv.",
            en: "Check the unit, the period, or the unit's dates in units.csv.")
          : Phrase("Dùng đơn vị kế thừa: \(heirs).", en: "Use the successor: \(heirs)."),
        notes: [
          (
            Phrase(
              "Đơn vị được khai ở \(unit.location).", en: "The unit stands at \(unit.location)."),
            unit.location
          )
        ])
    }
    for result in campaign.results {
      examine(
        result.unit, in: result.period.span,
        Phrase("Kết quả \(result.period.name)", en: "The result of \(result.period.id)"),
        at: result.location, record: result.key)
    }
    for award in campaign.awards {
      examine(
        award.unit, in: award.period?.span,
        Phrase("Khen thưởng “\(award.id)”", en: "Award “\(award.id)”"), at: award.location,
        record: award.id)
    }
    examine(
      campaign.owner, in: campaign.period, Phrase("Phong trào", en: "The campaign"),
      at: campaign.location, record: campaign.id)
  }
}
