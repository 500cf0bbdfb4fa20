import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Reads the tables that the whole folder shares, and the rule packs.
extension Reading {
  mutating func shared(into archive: inout Archive) {
    for (path, role) in layout.files {
      switch role {
      case .consents:
        archive.consents += rows(of: path, as: Schemas.consents)
          .compactMap { findings.consent($0) }
      case .indicators:
        archive.indicators += keep(rows(of: path, as: Schemas.indicators), .indicator) {
          $0.indicator($1)
        }
      case .memberships:
        archive.memberships += rows(of: path, as: Schemas.memberships)
          .compactMap { findings.membership($0) }
      case .parents:
        archive.superiors += rows(of: path, as: Schemas.parents)
          .compactMap { findings.superior($0) }
      case .criteria:
        archive.criteria += rows(of: path, as: Schemas.criteria)
          .compactMap { findings.criterion($0) }
      case .scores:
        archive.scores += rows(of: path, as: Schemas.scores).compactMap { findings.score($0) }
      case .waivers:
        archive.waivers += rows(of: path, as: Schemas.waivers).compactMap { findings.waiver($0) }
      case .synonyms:
        archive.synonyms += rows(of: path, as: Schemas.synonyms).compactMap { row in
          row.string("term").map { [$0] + row.list("same_as").map(\.value) }
        }
      case .rules(let id):
        if let pack = rulePack(id, path) { archive.rulePacks.append(pack) }
      default: break
      }
    }
  }

  private mutating func rulePack(_ id: String, _ path: String) -> RulePack? {
    guard let bytes = source.read(path, into: &findings.bag),
      MarkdownFile.isText(bytes, of: path, into: &findings.bag),
      let node = YAML.parse(bytes, file: path, into: &findings.bag),
      let record = Schemas.rules.read(node, into: &findings.bag)
    else { return nil }
    return findings.rulePack(record, id: id)
  }
}

extension Findings {
  mutating func consent(_ row: Record) -> Consent? {
    let person = id(.person, "person", of: row)
    guard let person, let giver: Consent.Giver = row.choice("given_by"), let date = row.day("date")
    else { return nil }
    var consent = Consent(
      person: person,
      classes: row.strings("classes").compactMap(Consent.DataClass.init(rawValue:)),
      channel: row.choice("channel") ?? .both, giver: giver, date: date,
      location: row.location(of: "person"))
    consent.validUntil = row.day("valid_until")
    consent.withdrawnOn = row.day("withdrawn_on")
    return consent
  }

  mutating func indicator(_ row: Record) -> Indicator? {
    guard let id = row.string("id"), let name = row.string("name"),
      let measure = row.string("unit_of_measure"),
      let direction: Indicator.Direction = row.choice("direction")
    else { return nil }
    var indicator = Indicator(
      id: id, name: name, unitOfMeasure: measure, direction: direction,
      location: row.location(of: "id"))
    indicator.numerator = row.string("numerator")
    indicator.denominator = row.string("denominator")
    indicator.source = row.string("source")
    indicator.note = row.string("note")
    return indicator
  }

  mutating func membership(_ row: Record) -> Membership? {
    let cluster = id(.cluster, "cluster", of: row)
    let unit = id(.unit, "unit", of: row)
    guard let cluster, let unit else { return nil }
    return Membership(
      cluster: cluster, unit: unit, from: row.day("from"), to: row.day("to"),
      isLeader: row.flag("leader") ?? false, location: row.location(of: "unit"))
  }

  mutating func superior(_ row: Record) -> Superior? {
    let unit = id(.unit, "unit", of: row)
    let parent = id(.unit, "parent", of: row)
    guard let unit, let parent, let kind: Superior.Kind = row.choice("kind") else { return nil }
    return Superior(
      unit: unit, parent: parent, kind: kind, from: row.day("from"), to: row.day("to"),
      location: row.location(of: "unit"))
  }

  mutating func criterion(_ row: Record) -> Criterion? {
    let cluster = id(.cluster, "cluster", of: row)
    let period = period("period", of: row)
    guard let cluster, let period, let id = row.string("id"), let text = row.string("text") else {
      return nil
    }
    var criterion = Criterion(
      cluster: cluster, period: period, id: id, text: text, kind: row.choice("kind") ?? .base,
      max: row.value("max"), needsEvidence: row.flag("evidence") ?? false,
      location: row.location(of: "id"))
    criterion.parent = row.string("parent")
    criterion.least = row.value("least")
    return criterion
  }

  mutating func score(_ row: Record) -> Score? {
    let cluster = id(.cluster, "cluster", of: row)
    let unit = id(.unit, "unit", of: row)
    let period = period("period", of: row)
    guard let cluster, let unit, let period, let criterion = row.string("criterion") else {
      return nil
    }
    var score = Score(
      cluster: cluster, period: period, criterion: criterion, unit: unit,
      location: row.location(of: "criterion"))
    score.own = row.value("own")
    score.given = row.value("given")
    score.evidence = row.string("evidence")
    return score
  }

  mutating func waiver(_ row: Record) -> Waiver? {
    guard let check = row.string("check"), let record = row.string("record"),
      let reason = row.string("reason")
    else { return nil }
    return Waiver(
      check: check, record: record, reason: reason, by: row.string("by"), until: row.day("until"),
      location: row.location(of: "check"))
  }

  mutating func submission(_ row: Record, campaign: String) -> Submission? {
    let unit = id(.unit, "unit", of: row)
    guard let duty = row.string("duty"), let unit, let sentOn = row.day("sent_on") else {
      return nil
    }
    refer(.duty(campaign: campaign), duty, at: row.location(of: "duty"))
    var submission = Submission(
      campaign: campaign, duty: duty, unit: unit, sentOn: sentOn,
      location: row.location(of: "sent_on"))
    submission.number = row.string("number")
    submission.period = period("period", of: row)
    submission.note = row.string("note")
    return submission
  }

  mutating func event(_ row: Record, campaign: String) -> Event? {
    guard let id = row.string("id"), let kind: Event.Kind = row.choice("kind"),
      let title = row.string("title"), let date = row.partialDate("date")?.value
    else { return nil }
    var event = Event(
      id: id, campaign: campaign, kind: kind, title: title, date: date,
      location: row.location(of: "id"))
    event.place = row.string("place")
    event.unit = self.id(.unit, "unit", of: row)
    event.cluster = self.id(.cluster, "cluster", of: row)
    event.exemplars = ids(.exemplar, "exemplars", of: row)
    event.note = row.string("note")
    return event
  }

  mutating func rulePack(_ record: Record, id: String) -> RulePack? {
    let act = self.id(.document, "act", of: record)
    guard let title = record.string("title"), let act, let from = record.day("from") else {
      return nil
    }
    var pack = RulePack(
      id: id, title: title, act: act, from: from, to: record.day("to"),
      scope: ids(.unit, "scope", of: record), location: record.location(of: "title"))
    pack.quotas = record.records("quotas").compactMap { item in
      guard let form: Award.Form = item.choice("form"),
        let base: RulePack.Quota.Base = item.choice("base"), let maximum = item.value("max"),
        let article = item.string("article")
      else { return nil }
      return RulePack.Quota(
        form: form, base: base, holders: item.choice("holders"), maximum: maximum,
        isError: item.string("severity") == "error", article: article,
        location: item.location(of: "form"))
    }
    pack.authorities = record.records("authority").compactMap { item in
      guard let office = item.string("office"), let article = item.string("article") else {
        return nil
      }
      return RulePack.Authority(
        office: office, forms: item.strings("forms").compactMap(Award.Form.init(rawValue:)),
        article: article, location: item.location(of: "office"))
    }
    pack.standards = record.records("standards").compactMap { item in
      guard let form: Award.Form = item.choice("form"), let article = item.string("article") else {
        return nil
      }
      return RulePack.Standard(
        form: form, requires: item.choice("requires"),
        consecutive: item.integer("consecutive")?.value, share: item.value("share"),
        members: item.integer("members")?.value, article: article,
        location: item.location(of: "form"))
    }
    pack.orderArticle = record.string("order")
    pack.note = record.string("note")
    return pack
  }
}
