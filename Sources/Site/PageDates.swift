import Campaigns
import Vietnamese

/// When each page last changed, as far as the content tells: never the day of the build.
struct PageDates {
  private let model: SiteModel
  private var ofUnit: [String: PlainDate] = [:]
  private var ofCampaign: [String: PlainDate] = [:]
  private var ofIndicator: [String: PlainDate] = [:]
  private var ofStories: PlainDate?
  private var ofExemplars: PlainDate?

  /// One pass over everything that has a day.
  init(_ model: SiteModel) {
    self.model = model
    for place in model.stories.indices {
      let day = model.stories[place].changed
      ofStories = newest(ofStories, day)
      note(day, unit: model.stories[place].unit, campaign: model.stories[place].campaign)
    }
    for award in model.awards {
      note(award.decisionDate, unit: award.unit, campaign: award.campaign)
    }
    for award in model.register.revoked {
      note(award.revokedOn, unit: award.unit, campaign: award.campaign)
    }
    for campaign in model.archive.campaigns { note(campaign) }
  }

  private mutating func note(_ campaign: Campaign) {
    let indicators = Dictionary(
      campaign.targets.compactMap { target in target.indicator.map { (target.id, $0) } }
    ) { first, _ in first }
    for result in campaign.results {
      note(result.asOf, unit: result.unit, campaign: campaign.id)
      if let indicator = indicators[result.target] {
        ofIndicator[indicator] = newest(ofIndicator[indicator], result.asOf)
      }
    }
    for sent in campaign.submissions { note(sent.sentOn, unit: sent.unit, campaign: campaign.id) }
    for visit in campaign.inspections {
      note(newest(visit.date, visit.closedOn), unit: visit.unit, campaign: campaign.id)
    }
    for exemplar in campaign.exemplars {
      let day = Self.newest(of: exemplar, on: model.now)
      ofExemplars = newest(ofExemplars, day)
      note(day, unit: exemplar.unit, campaign: campaign.id)
    }
  }

  private mutating func note(_ day: PlainDate?, unit: String?, campaign: String?) {
    if let unit { ofUnit[unit] = newest(ofUnit[unit], day) }
    if let campaign { ofCampaign[campaign] = newest(ofCampaign[campaign], day) }
  }

  private static func newest(of exemplar: Exemplar, on now: PlainDate) -> PlainDate? {
    (exemplar.steps.map(\.date) + exemplar.followers.compactMap(\.date)).filter { $0 <= now }.max()
  }

  /// A day to come is that of a plan, not of a change.
  private func newest(_ a: PlainDate?, _ b: PlainDate?) -> PlainDate? {
    let days = [a, b].compactMap(\.self).filter { $0 <= model.now }
    return days.max()
  }

  /// The day of the last change of what the page shows; nil where the content tells none.
  func changed(_ page: PlannedPage) -> PlainDate? {
    if let told = page.modified { return newest(told, nil) }
    switch page.kind {
    case .story(let place): return newest(model.stories[place].changed, nil)
    case .unit(let id): return ofUnit[id]
    case .campaign(let id), .progress(let id, _), .influence(let id): return ofCampaign[id]
    case .home, .stories, .storyLists: return ofStories
    case .exemplars, .exemplarList: return ofExemplars
    case .exemplar(let id):
      return model.exemplars[id].flatMap { Self.newest(of: $0, on: model.now) }
    case .campaigns: return ofCampaign.values.max()
    case .indicators: return ofIndicator.values.max()
    case .indicator(let id, _): return ofIndicator[id]
    case .awards(let id, _):
      let list = model.register.register.list(id)
      return
        (list.items.compactMap { model.register.granted[$0].decisionDate }
        + list.apart.compactMap { model.register.revoked[$0].revokedOn })
        .filter { $0 <= model.now }.max()
    case .free(let place): return newest(model.archive.pages[place].updated, nil)
    case .reports: return reports
    default: return nil
    }
  }

  /// The day that reports bear, where the content names one.
  var reports: PlainDate? { model.settings.reportDate }
}
