import Campaigns
import Templating
import Vietnamese

extension PageScope {
  private static let campaignCardShape = Shape([
    "title", "url", "kind", "origin", "owner", "period", "theme", "slogan", "targets", "units",
    "stories", "is_sample", "is_over",
  ])

  /// A campaign as lists show it.
  func campaignCard(_ campaign: Campaign) -> Value {
    .lazy(Self.campaignCardShape) { name in
      switch name {
      case "title": .text(campaign.title)
      case "url": href(Address.campaign(campaign.id))
      case "kind": .text(campaign.kind.title)
      case "origin": .text(campaign.origin.title)
      case "owner": unitLink(campaign.owner)
      case "period": .text(campaign.periodText)
      case "theme": .text(campaign.theme)
      case "slogan": .text(campaign.slogan ?? campaign.motto)
      case "targets": .int(campaign.targets.count)
      case "units": .int(directory.participants(of: campaign).count)
      case "stories": .int(directory.stories(ofCampaign: campaign.id).count)
      case "is_sample": .bool(campaign.isSample)
      case "is_over": .bool(campaign.period.to < model.now)
      default: .null
      }
    }
  }

  private static let campaignShape = Shape([
    "title", "facts", "owner", "theme", "motto", "motto_elements", "slogan", "method", "parent",
    "parts", "related", "basis", "subjects", "phases", "duties", "tasks", "table", "matrix",
    "exemplars", "track", "stories", "awards", "inspections", "registrations", "reports", "prose",
    "source", "is_sample", "participants",
  ])

  func campaign(_ campaign: Campaign, prose: Value) -> Value {
    .lazy(Self.campaignShape) { name in
      switch name {
      case "title": .text(campaign.title)
      case "facts": facts(of: campaign)
      case "owner": unitLink(campaign.owner)
      case "theme": .text(campaign.theme)
      case "motto": .text(campaign.motto)
      case "motto_elements": .some(campaign.mottoElements.map { .text($0) })
      case "slogan": .text(campaign.slogan)
      case "method": .text(campaign.method)
      case "parent": campaignLink(campaign.parent)
      case "parts": .some((model.childCampaigns[campaign.id] ?? []).map { campaignLink($0) })
      case "related":
        .some(campaign.related.filter { directory.campaign($0) != nil }.map(campaignLink))
      case "basis": .some(campaign.basis.compactMap(basis))
      case "subjects":
        labelled([
          ("Tập thể", campaign.collectiveSubjects), ("Cá nhân", campaign.individualSubjects),
          ("Hộ gia đình", campaign.householdSubjects),
        ])
      case "phases": .some(campaign.phases.map(phase))
      case "duties": .some(campaign.duties.map(duty))
      case "tasks": .some(campaign.tasks.map(task))
      case "table": directory.unit(campaign.owner).map { table(campaign, unit: $0) } ?? .null
      case "matrix": matrix(campaign)
      case "exemplars": .some(campaign.exemplars.map(exemplar))
      case "track": .text(campaign.track?.title)
      case "stories": .some(directory.stories(ofCampaign: campaign.id).prefix(12).map(card))
      case "awards": awards(model.awardsOfCampaign[campaign.id])
      case "inspections":
        .some(campaign.inspections.sorted { $0.date > $1.date }.map(inspection))
      case "registrations": .some(campaign.registrations.map(registration))
      case "reports": reports(model.reportsOfCampaign[campaign.id])
      case "prose": prose
      case "source": .text(campaign.source)
      case "is_sample": .bool(campaign.isSample)
      case "participants": .int(directory.participants(of: campaign).count)
      default: .null
      }
    }
  }

  private func facts(of campaign: Campaign) -> Value {
    // The event's own words often say the years and the date already.
    var anniversary = campaign.anniversary?.event
    if let event = campaign.anniversary {
      if let years = event.years, event.event.range(of: String(years)) == nil {
        anniversary = "\(years) năm \(event.event)"
      }
      if let date = event.date, event.event.range(of: date) == nil {
        anniversary?.append(" (\(date))")
      }
    }
    return labelled([
      ("Loại hình", campaign.kind.title), ("Cấp phát động", campaign.origin.title),
      ("Thời gian", campaign.periodText),
      ("Kỳ học", joined(campaign.terms.map { Period.term($0).shortName })),
      ("Chào mừng", anniversary), ("Theo dõi điển hình", campaign.track?.title),
    ])
  }

  private func basis(_ basis: Campaign.Basis) -> Value? {
    guard let document = directory.document(basis.document) else { return nil }
    return .record([
      ("text", .text(document.citation)), ("url", .text(Address.web(document.url))),
      ("is_implemented", .bool(basis.isImplemented)),
    ])
  }

  private func phase(_ phase: Campaign.Phase) -> Value {
    let state =
      phase.span.to < model.now ? "past" : phase.span.from > model.now ? "future" : "now"
    return .record([
      ("name", .text(phase.name)), ("span", .text(phase.span.text)),
      ("review", .text(phase.review?.title.capitalizedFirst)), ("due", .text(phase.due?.text)),
      ("state", .text(state)),
    ])
  }

  private func duty(_ duty: Campaign.Duty) -> Value {
    .record([
      ("kind", .text(duty.kind.title)), ("text", .text(duty.text)),
      ("due", .text(duty.due?.text)), ("event", .text(duty.event)), ("to", unitLink(duty.to)),
      ("via", .text(duty.via)),
    ])
  }

  private func task(_ task: Campaign.Assignment) -> Value {
    .record([
      ("text", .text(task.text)), ("lead", unitLink(task.lead)),
      ("coordinators", .some(task.coordinators.map { unitLink($0) })),
    ])
  }

  /// The front page: what runs, what is new, how much there is.
  func home() -> Value {
    let archive = model.archive
    return .lazy(["campaigns", "stories", "awards", "figures", "publisher", "units"]) { name in
      switch name {
      case "campaigns":
        .some(
          archive.campaigns.sorted { ($0.period.to, $1.id) > ($1.period.to, $0.id) }.prefix(6)
            .map(campaignCard))
      case "stories": .some(archive.stories.prefix(6).map(card))
      case "awards": .some(model.awards.prefix(6).map(award))
      case "figures":
        labelled([
          ("đơn vị", VNNumber(archive.units.count).text),
          ("phong trào thi đua", VNNumber(archive.campaigns.count).text),
          ("gương điển hình", VNNumber(archive.stories.count).text),
          ("lượt khen thưởng", VNNumber(model.awards.count).text),
        ])
      case "publisher": unitLink(model.settings.publisher)
      case "units":
        .some(archive.units.filter { $0.kind != .school }.prefix(12).map(brief))
      default: .null
      }
    }
  }
}
