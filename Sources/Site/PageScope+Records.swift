import Campaigns
import Templating
import Vietnamese

extension PageScope {
  private static let awardShape = Shape([
    "form", "class", "subject", "subject_kind", "unit", "basis", "achievement", "period",
    "decision", "date", "authority", "campaign", "is_posthumous",
  ])

  func award(_ award: Award) -> Value {
    .lazy(Self.awardShape) { name in
      switch name {
      case "form": .text(award.form.title)
      case "class": .text(award.awardClass.title)
      case "subject": .text(subject(of: award))
      case "subject_kind": .text(award.subjectKind.title)
      case "unit": unitLink(award.unit)
      case "basis": .text(award.basis.title)
      case "achievement": .text(award.achievement)
      case "period": .text(award.period?.shortName)
      case "decision": .text(award.decisionNumber)
      case "date": .shortDate(award.decisionDate)
      case "authority": .text(award.authority)
      case "campaign": campaignLink(award.campaign)
      case "is_posthumous": .bool(award.isPosthumous)
      default: .null
      }
    }
  }

  private func subject(of award: Award) -> String {
    if let id = award.person, let person = directory.person(id) {
      return name(of: person).capitalizedFirst
    }
    // A person's name in free text has no consent behind it.
    if award.subjectKind != .individual {
      return award.subject ?? directory.unit(award.unit)?.name ?? award.unit
    }
    return "Một cá nhân"
  }

  func awards(_ indices: [Int]?) -> Value {
    .some((indices ?? []).map { award(model.awards[$0]) })
  }

  private static let exemplarShape = Shape([
    "name", "kind", "unit", "person", "summary", "story", "campaign", "track", "steps",
    "followers", "is_closed",
  ])

  func exemplar(_ exemplar: Exemplar) -> Value {
    .lazy(Self.exemplarShape) { name in
      switch name {
      case "name": .text(exemplar.name)
      case "kind": .text(exemplar.kind.title)
      case "unit": unitLink(exemplar.unit)
      case "person":
        .text(
          exemplar.person.flatMap { directory.person($0) }
            .map { self.name(of: $0).capitalizedFirst })
      case "summary": .text(exemplar.summary)
      case "story":
        directory.story(ofExemplar: exemplar.id).map { link($0.title, Address.story($0.slug)) }
          ?? .null
      case "campaign": campaignLink(exemplar.campaign)
      case "track":
        .text(directory.campaign(exemplar.campaign)?.track.map(\.title))
      case "steps": steps(of: exemplar)
      case "followers":
        .some(
          exemplar.followers.map { follower in
            .record([
              ("unit", unitLink(follower.unit)), ("relation", .text(follower.relation.title)),
              ("date", .shortDate(follower.date)), ("note", .text(follower.note)),
            ])
          })
      case "is_closed": .bool(exemplar.isClosed)
      default: .null
      }
    }
  }

  private static let stepShape = Shape(["title", "date", "note", "by", "is_done"])

  /// All steps of the campaign's track, done or not; without a track only those in the log.
  private func steps(of exemplar: Exemplar) -> Value {
    let track = directory.campaign(exemplar.campaign)?.track
    let log = exemplar.steps.sorted { $0.date < $1.date }
    func value(_ step: Exemplar.Step, _ entry: Exemplar.LoggedStep?) -> Value {
      .record(
        Self.stepShape,
        [
          .text(step.title), .shortDate(entry?.date), .text(entry?.note), unitLink(entry?.by),
          .bool(entry != nil),
        ])
    }
    guard let track else { return .some(log.map { value($0.step, $0) }) }
    if log.isEmpty { return .null }
    return .some(
      Exemplar.Step.steps(of: track).map { step in
        value(step, log.first { $0.step == step })
      })
  }

  func registration(_ item: Registration) -> Value {
    .record([
      ("item", .text(item.item)), ("unit", unitLink(item.unit)),
      ("campaign", campaignLink(item.campaign)),
      ("start", .shortDate(item.start)), ("end", .shortDate(item.end)), ("lead", .text(item.lead)),
      ("coordinators", .text(joined(item.coordinators))), ("expected", .text(item.expected)),
      ("signed", .shortDate(item.signedOn)), ("status", .text(item.status?.title)),
      ("status_id", .text(item.status?.rawValue ?? "chua-ro")),
    ])
  }

  func inspection(_ item: Inspection) -> Value {
    .record([
      ("date", .shortDate(item.date)), ("unit", unitLink(item.unit)), ("by", unitLink(item.by)),
      ("campaign", campaignLink(item.campaign)), ("findings", .text(item.findings)),
      ("remedy", .text(item.remedy)), ("closed", .shortDate(item.closedOn)),
    ])
  }

  func reports(_ indices: [Int]?) -> Value {
    .some(
      (indices ?? []).map { i in
        let report = model.reports[i]
        return .record([
          ("title", .text(report.title)), ("unit", unitLink(report.unit)),
          ("campaign", campaignLink(report.campaign)),
          ("html", report.html.map(href) ?? .null), ("pdf", report.pdf.map(href) ?? .null),
          ("docx", report.docx.map(href) ?? .null),
        ])
      })
  }

  func joined(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: ", ")
  }
}
