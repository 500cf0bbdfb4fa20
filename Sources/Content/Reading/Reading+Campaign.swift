import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Reader of `campaign.md`.
extension Findings {
  mutating func campaign(_ file: MarkdownFile, id: String) -> Campaign? {
    let head = file.record
    let owner = self.id(.unit, "owner", of: head)
    let period = span(head)
    guard let title = head.string("title"), let kind: Campaign.Kind = head.choice("kind"),
      let origin: Campaign.Origin = head.choice("origin"), let owner, let period
    else { return nil }
    var campaign = Campaign(
      id: id, title: title, kind: kind, origin: origin, owner: owner, period: period.span,
      periodText: period.text, prose: file.prose, location: head.location(of: "title"))
    campaign.shortTitle = head.string("short_title")
    campaign.titleEnglish = head.string("title_en")
    campaign.terms = head.terms("terms").map(\.value)
    campaign.theme = head.string("theme")
    campaign.motto = head.string("motto")
    campaign.mottoElements = head.strings("motto_elements")
    campaign.method = head.string("method")
    campaign.slogan = head.string("slogan")
    campaign.parent = self.id(.campaign, "parent", of: head)
    campaign.related = ids(.campaign, "related", of: head)
    campaign.basis = head.records("basis").compactMap { entry in
      self.id(.document, "document", of: entry).map {
        Campaign.Basis(document: $0, isImplemented: entry.string("role") == "implements")
      }
    }
    let subjects = head.record("subjects")
    campaign.collectiveSubjects = subjects?.string("collective")
    campaign.individualSubjects = subjects?.string("individual")
    campaign.householdSubjects = subjects?.string("household")
    campaign.phases = head.records("phases").compactMap { phase($0) }
    campaign.anniversary = head.record("anniversary").flatMap { entry in
      entry.string("event").map {
        Campaign.Anniversary(
          event: $0, date: entry.string("date"), years: entry.integer("years")?.value)
      }
    }
    campaign.track = head.choice("track")
    campaign.duties = head.records("duties").compactMap { duty($0) }
    campaign.tasks = head.records("tasks").compactMap { entry in
      entry.string("text").map {
        Campaign.Assignment(
          text: $0, lead: entry.string("lead"), coordinators: entry.strings("coordinators"),
          location: entry.location(of: "text"))
      }
    }
    campaign.participants = ids(.unit, "participants", of: head)
    campaign.signatory = head.record("signatory").map { entry in
      mode(entry.text("mode"))
      return Campaign.Signatory(
        name: entry.string("name"), position: entry.string("position"),
        mode: entry.string("mode"))
    }
    campaign.recipients = head.records("recipients").compactMap { entry in
      entry.string("name").map {
        Campaign.Recipient(name: $0, purpose: entry.string("purpose"))
      }
    }
    campaign.source = head.string("source")
    campaign.aliases = head.strings("aliases")
    campaign.isSample = head.flag("sample") ?? false
    schoolYears(head.terms("terms"))
    return campaign
  }

  /// The dates for reckoning and the words for showing: `2021-2025` is not shown as two dates.
  private func span(_ head: Record) -> (span: DateSpan, text: String)? {
    guard let span = head.span("period")?.value else { return nil }
    guard span.from.month == 1, span.from.day == 1, span.to.month == 12, span.to.day == 31 else {
      return (span, span.text)
    }
    return span.from.year == span.to.year
      ? (span, "năm \(span.from.year)")
      : (span, "giai đoạn \(span.from.year)-\(span.to.year)")
  }

  private mutating func phase(_ entry: Record) -> Campaign.Phase? {
    guard let id = entry.string("id"), let name = entry.string("name"),
      let from = edge("from", of: entry), let to = edge("to", of: entry)
    else { return nil }
    guard let span = DateSpan(from: from.first, to: to.last) else {
      bag.error(
        "campaign.phase-order", at: entry.location(of: "to"),
        "Giai đoạn “\(name)” kết thúc trước khi bắt đầu.",
        help: "Kiểm tra lại hai mốc “from” và “to”.")
      return nil
    }
    var place = entry.location(of: "from")
    place.length = 0
    return Campaign.Phase(
      id: id, name: name, span: span, review: entry.choice("review"),
      due: entry.partialDate("due")?.value, location: place)
  }

  private mutating func edge(_ field: String, of entry: Record) -> PartialDate? {
    guard let found = entry.text(field) else { return nil }
    if let date = PartialDate.parse(found.value) { return date }
    bag.error(
      "schema.type", at: found.location, "Mốc “\(found.value)” không đọc được.",
      help: "Ghi ngày (05/9/2024), tháng (tháng 12/2024) hoặc năm (2024).")
    return nil
  }

  private mutating func duty(_ entry: Record) -> Campaign.Duty? {
    guard let id = entry.string("id"), let kind: Campaign.Duty.Kind = entry.choice("kind"),
      let text = entry.string("text")
    else { return nil }
    var duty = Campaign.Duty(
      id: id, kind: kind, text: text, due: nil, event: entry.string("event"),
      to: entry.string("to"), via: entry.string("via"), location: entry.location(of: "id"))
    duty.every = entry.choice("every")
    duty.from = ids(.unitOrKind, "from", of: entry)
    for found in entry.list("due") {
      if Campaign.Duty.isRule(found.value) {
        duty.isByRule = true
      } else if let date = PartialDate.parse(found.value) {
        duty.dues.append(date)
      } else {
        bag.error(
          "schema.type", at: found.location, "Hạn “\(found.value)” không đọc được.",
          help: "Ghi như “trước ngày 10/12/2024”, “trong tháng 10/2025”, “cuối năm 2023” hoặc "
            + "“theo quy định”.")
      }
    }
    if duty.dues.isEmpty, duty.event == nil, duty.every == nil, !duty.isByRule {
      bag.add(
        Diagnostic(
          "campaign.duty-without-date", .note, at: entry.location(of: "id"),
          "Việc “\(id)” không có hạn.",
          help: "Kế hoạch có nêu hạn thì ghi vào “due”, hoặc ghi sự kiện vào “event”."))
    }
    return duty
  }

  /// `TM.`, `KT.` … end with a stop (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7).
  private mutating func mode(_ found: Located<String>?) {
    let modes = ["TM.", "KT.", "TL.", "TUQ.", "Q."]
    guard let found, !modes.contains(found.value) else { return }
    bag.warning(
      "campaign.signing-mode", at: found.location,
      "Quyền hạn ký “\(found.value)” không đúng thể thức.",
      help: "Ghi một trong: \(modes.joined(separator: " ")) (Nghị định 30/2020/NĐ-CP).")
  }

  private mutating func schoolYears(_ terms: [Located<SchoolTerm>]) {
    for (a, b) in zip(terms, terms.dropFirst())
    where b.value.startYear > a.value.startYear + 1 || b.value.startYear < a.value.startYear {
      bag.warning(
        "campaign.terms-not-consecutive", at: b.location,
        "Năm học “\(b.value.name)” không liền sau “\(a.value.name)”.",
        help: "Kiểm tra lại danh sách “terms”: các năm học phải liên tục, tăng dần.")
    }
  }
}
