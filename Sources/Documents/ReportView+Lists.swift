import Campaigns
import Templating
import Vietnamese

/// Awards in the order of law, and exemplars with their steps.
extension ReportView {
  static let lists: [ReportName] = [
    ReportName("exemplars", .list("điển hình được theo dõi", of: exemplarShape)) { view in
      .list(view.shownExemplars.map(view.exemplar))
    },
    ReportName("track", .texts("các khâu, các bước mà phong trào bồi dưỡng điển hình")) {
      .list($0.trackSteps.map { .text($0.title) })
    },
    ReportName("awards", .list("khen thưởng trong thời gian báo cáo", of: awardShape)) { view in
      .list(view.shownAwards.map(view.award))
    },
    ReportName("award_groups", .list("khen thưởng theo hình thức", of: awardGroupShape)) {
      .list($0.awardGroups)
    },
    ReportName("award_counts", .safeTexts("số lượng theo hình thức khen thưởng")) { view in
      .list(view.forms.map { .html("\(view.number(of: $0.awards, $0.form)) \($0.form.title)") })
    },
    ReportName("order_rule", .text("quy định mà danh sách khen thưởng được xếp theo")) {
      .text($0.orderRule)
    },
    ReportName("annex", .object("cách gọi các phụ lục", annexShape)) { $0.annex },
  ]

  static let exemplarShape = Shape([
    "name": .text("tên điển hình"),
    "kind": .text("loại"),
    "unit": .text("tên đơn vị"),
    "summary": .text("tóm tắt"),
    "steps": .text("các bước đã làm, kèm ngày"),
    "log": .list("từng bước đã làm", of: stepShape),
    "days": .texts("ngày của từng khâu, từng bước trong `track`; chưa làm thì gạch ngang"),
    "followers": .text("đơn vị học tập, bắt kịp, vượt qua"),
  ])

  static let stepShape = Shape([
    "title": .text("tên bước"),
    "date": .text("ngày"),
    "note": .text("việc đã làm"),
    "unit": .text("đơn vị thực hiện"),
    "mark": .text("dấu cuối dòng"),
  ])

  static let awardShape = Shape([
    "subject": .text("người hoặc tập thể được khen, kèm đơn vị"),
    "subject_kind": .text("tập thể, hộ gia đình hay cá nhân"),
    "form": .text("danh hiệu, hình thức"),
    "class": .text("phân loại"),
    "basis": .text("thường xuyên, chuyên đề, đột xuất hay cống hiến"),
    "achievement": .text("thành tích"),
    "decision": .text("số, ngày, cấp ra quyết định"),
    "is_posthumous": .flag("truy tặng"),
  ])

  static let awardGroupShape = Shape([
    "form": .text("danh hiệu, hình thức"),
    "class": .text("phân loại"),
    "count": .figure("số lượng"),
    "awards": .list("những khen thưởng này", of: awardShape),
  ])

  static let annexShape = Shape([
    "targets": .text("cách gọi phụ lục chỉ tiêu"),
    "awards": .text("cách gọi phụ lục khen thưởng"),
    "exemplars": .text("cách gọi phụ lục điển hình"),
  ])

  // MARK: Exemplars

  var shownExemplars: [Exemplar] { campaign.exemplars.filter { isInScope($0.unit) } }

  private var trackSteps: [Exemplar.Step] { campaign.track.map(Exemplar.Step.steps) ?? [] }

  private func exemplar(_ exemplar: Exemplar) -> Value {
    let steps = exemplar.steps.map { "\($0.step.title) (\($0.date.short))" }
    let days = trackSteps.map { step in
      exemplar.steps.first { $0.step == step }?.date.short ?? "–"
    }
    let followers = exemplar.followers.map { follower in
      let name = directory.name(ofUnit: follower.unit) ?? follower.unit
      let day = follower.date.map { " từ \($0.short)" } ?? ""
      return "\(name) (\(follower.relation.title.lowercased())\(day))"
    }
    return .record(
      Self.exemplarShape,
      [
        .text(exemplar.name), .text(exemplar.kind.title),
        .text(directory.unit(exemplar.unit)?.name), .text(exemplar.summary.map(Self.withoutStop)),
        .text(steps.joined(separator: "; ")), .list(marked(exemplar.steps, step)),
        .list(days.map { .text($0) }), .text(followers.joined(separator: "; ")),
      ])
  }

  private func step(_ step: Exemplar.LoggedStep, mark: String) -> Value {
    .record(
      Self.stepShape,
      [
        .text(step.step.title), .text(step.date.short), .text(step.note.map(Self.withoutStop)),
        .text(step.by.flatMap(directory.name(ofUnit:))), .text(mark),
      ])
  }

  // MARK: Awards

  /// In the order of conferring, then by name; those of the whole campaign in a list of awards.
  var shownAwards: [Award] {
    let isList = key.kind == .awards
    return campaign.awards
      .filter { $0.status == .granted && isInScope($0.unit) && (isList || isInTime($0)) }
      .map { (award: $0, rank: $0.rankOfConferring, name: SortKey(subject(of: $0))) }
      .sorted { a, b in
        if a.rank != b.rank { return a.rank.lexicographicallyPrecedes(b.rank) }
        return a.name == b.name ? a.award.id < b.award.id : a.name < b.name
      }
      .map(\.award)
  }

  private func isInTime(_ award: Award) -> Bool {
    if let date = award.decisionDate { return isInTime(date) }
    return award.period == key.period || award.period == key.told
  }

  /// The order in which awards are conferred, as the rules in force on the document's date say it.
  private var orderRule: String {
    for pack in directory.archive.rulePacks where pack.holds(on: date) {
      if let article = pack.orderArticle, let act = directory.document(pack.act) {
        let name = [act.kind.title, act.symbol.map { "số \($0)" }].compactMap(\.self)
        return "quy định tại \(article) \(name.joined(separator: " "))"
      }
    }
    return "quy định của pháp luật về thi đua, khen thưởng"
  }

  private var forms: [(form: Award.Form, awards: [Award])] {
    let awards = shownAwards
    return Award.Form.inOrderOfConferring.compactMap { form in
      let own = awards.filter { $0.form == form }
      return own.isEmpty ? nil : (form, own)
    }
  }

  private func number(of awards: [Award], _ form: Award.Form) -> String {
    ledger.traced(
      SourceLedger.text(awards.count),
      SourceLedger.Origin(
        "Số lượng \(form.title), \(whose), \(time)", rule: "đếm \(awards.count) dòng",
        cells: awards.map(\.location)))
  }

  private var awardGroups: [Value] {
    forms.map { form, awards in
      .record(
        Self.awardGroupShape,
        [
          .text(form.title), .text((form.isTitle ? Award.Class.title : .form).title),
          .figure(awards.count, shown: number(of: awards, form)),
          .list(awards.map(award)),
        ])
    }
  }

  private func subject(of award: Award) -> String {
    let person = award.person.flatMap(directory.person)?.publicName
    let unitName = directory.unit(award.unit)?.name
    var subject = person ?? award.subject ?? unitName ?? award.unit
    if person != nil || award.subject != nil, let unitName { subject += ", \(unitName)" }
    return subject.prefix(1).uppercased() + subject.dropFirst()
  }

  private func award(_ award: Award) -> Value {
    var decision = award.decisionNumber.map { "Số \($0)" } ?? ""
    if let date = award.decisionDate { decision += " ngày \(date.short)" }
    if let authority = award.authority { decision += " của \(authority)" }
    return .record(
      Self.awardShape,
      [
        .text(subject(of: award)), .text(award.subjectKind.title), .text(award.form.title),
        .text(award.awardClass.title), .text(award.basis.title), .text(award.achievement),
        .text(decision), .bool(award.isPosthumous),
      ])
  }

  // MARK: Appendices

  /// How the text calls each appendix: numbered in Roman where there are two or more, as the
  /// headings of the appendices are.
  private var annex: Value {
    let areThere = [!assessments.isEmpty, !shownAwards.isEmpty, !shownExemplars.isEmpty]
    let count = areThere.count { $0 }
    var number = 0
    return .record(
      Self.annexShape,
      areThere.map { isThere in
        if isThere { number += 1 }
        return .text(count > 1 ? "Phụ lục \(Roman.text(number))" : "Phụ lục")
      })
  }
}
