import Campaigns
import Diagnostics

/// Where a short text belongs: what a finding in it is called, and whose it is.
struct TextPlace {
  var location: Location
  /// By which `waivers.csv` names it.
  var record: String
  var unit: String?
  /// Whom the record is about.
  var person: String?
  /// An achievement of that person is told there.
  var tellsAchievement = false
  var language = Language.vietnamese
}

/// The short texts of a kind of record that pages and reports show.
struct ShownTexts<Record>: Sendable {
  var always: [any WritableKeyPath<Record, String> & Sendable] = []
  var maybe: [any WritableKeyPath<Record, String?> & Sendable] = []
  var lists: [any WritableKeyPath<Record, [String]> & Sendable] = []

  func each(of record: Record, _ body: (String) -> Void) {
    for path in always { body(record[keyPath: path]) }
    for path in maybe { if let text = record[keyPath: path] { body(text) } }
    for path in lists { record[keyPath: path].forEach(body) }
  }

  /// - Parameter change: the new text, or nil to leave it as it is.
  func rewrite(_ record: inout Record, _ change: (String) -> String?) {
    for path in always {
      if let text = change(record[keyPath: path]) { record[keyPath: path] = text }
    }
    for path in maybe {
      if let text = record[keyPath: path].flatMap(change) { record[keyPath: path] = text }
    }
    for path in lists {
      for index in record[keyPath: path].indices {
        if let text = change(record[keyPath: path][index]) { record[keyPath: path][index] = text }
      }
    }
  }
}

extension ShownTexts<Story> {
  static let ofStory = ShownTexts(
    always: [\.title], maybe: [\.author, \.summary, \.quote, \.imageAlt, \.imageCredit, \.source],
    lists: [\.tags])
}
extension ShownTexts<Story.Translation> {
  static let ofTranslation = ShownTexts(
    always: [\.title], maybe: [\.summary, \.quote, \.imageAlt, \.translator])
}
extension ShownTexts<Story.Fact> {
  static let ofFact = ShownTexts(always: [\.label, \.value])
}
extension ShownTexts<Campaign> {
  static let ofCampaign = ShownTexts(
    always: [\.title],
    maybe: [
      \.shortTitle, \.titleEnglish, \.theme, \.motto, \.method, \.slogan, \.collectiveSubjects,
      \.individualSubjects, \.householdSubjects, \.source,
    ], lists: [\.mottoElements])
}
extension ShownTexts<Campaign.Signatory> {
  static let ofSignatory = ShownTexts(maybe: [\.name, \.position])
}
extension ShownTexts<Campaign.Recipient> {
  static let ofRecipient = ShownTexts(always: [\.name])
}
extension ShownTexts<Campaign.Duty> {
  static let ofDuty = ShownTexts(always: [\.text], maybe: [\.to, \.via])
}
extension ShownTexts<Campaign.Assignment> {
  static let ofTask = ShownTexts(always: [\.text], maybe: [\.lead], lists: [\.coordinators])
}
extension ShownTexts<Target> {
  static let ofTarget = ShownTexts(
    always: [\.verbatim, \.name], maybe: [\.group, \.owner, \.source, \.note])
}
extension ShownTexts<TargetResult> {
  static let ofResult = ShownTexts(maybe: [\.note])
}
extension ShownTexts<Registration> {
  static let ofRegistration = ShownTexts(
    always: [\.item], maybe: [\.lead, \.expected, \.achieved],
    lists: [\.coordinators, \.counterparties])
}
extension ShownTexts<Award> {
  static let ofAward = ShownTexts(
    maybe: [\.subject, \.achievement, \.authority, \.signer, \.note])
}
extension ShownTexts<Exemplar> {
  static let ofExemplar = ShownTexts(always: [\.name], maybe: [\.summary])
}
extension ShownTexts<Exemplar.LoggedStep> {
  static let ofStep = ShownTexts(maybe: [\.note])
}
extension ShownTexts<Exemplar.Follower> {
  static let ofFollower = ShownTexts(maybe: [\.note])
}
extension ShownTexts<Inspection> {
  static let ofInspection = ShownTexts(maybe: [\.by, \.findings, \.remedy])
}
extension ShownTexts<Submission> {
  static let ofSubmission = ShownTexts(maybe: [\.note])
}
extension ShownTexts<Event> {
  static let ofEvent = ShownTexts(always: [\.title], maybe: [\.place, \.note])
}

extension ShownTexts<FreePage> {
  static let ofPage = ShownTexts(always: [\.title])
}

extension Story {
  var textPlace: TextPlace {
    TextPlace(location: location, record: slug, unit: unit, person: person)
  }

  func textPlace(of translation: Translation) -> TextPlace {
    var place = textPlace
    place.location = translation.location
    place.language = translation.language
    return place
  }
}

extension Story.Translation {
  /// What stands above the text.
  var heads: [String] {
    [title, summary, quote, imageAlt].compactMap { $0 } + facts.flatMap { [$0.label, $0.value] }
  }
}

extension Archive {
  /// All short texts that are shown: heads of stories, cells of sheets, fields of plans.
  func eachShownText(_ body: (String, TextPlace) -> Void) {
    func each<Record>(_ texts: ShownTexts<Record>, _ record: Record, _ place: TextPlace) {
      texts.each(of: record) { body($0, place) }
    }
    for story in stories {
      each(.ofStory, story, story.textPlace)
      for fact in story.facts { each(.ofFact, fact, story.textPlace) }
      for text in story.translations {
        each(.ofTranslation, text, story.textPlace(of: text))
        for fact in text.facts { each(.ofFact, fact, story.textPlace(of: text)) }
      }
    }
    for page in pages { each(.ofPage, page, page.textPlace) }
    for award in awards { each(.ofAward, award, award.textPlace) }
    for campaign in campaigns {
      let own = campaign.textPlace
      each(.ofCampaign, campaign, own)
      if let signatory = campaign.signatory { each(.ofSignatory, signatory, own) }
      for task in campaign.tasks { each(.ofTask, task, own) }
      for recipient in campaign.recipients { each(.ofRecipient, recipient, own) }
      for duty in campaign.duties { each(.ofDuty, duty, own) }
      for target in campaign.targets { each(.ofTarget, target, campaign.textPlace(target)) }
      for item in campaign.results { each(.ofResult, item, item.textPlace) }
      for item in campaign.registrations { each(.ofRegistration, item, item.textPlace) }
      for item in campaign.awards { each(.ofAward, item, item.textPlace) }
      for item in campaign.exemplars {
        each(.ofExemplar, item, item.textPlace)
        for step in item.steps { each(.ofStep, step, item.textPlace) }
        for follower in item.followers { each(.ofFollower, follower, item.textPlace) }
      }
      for item in campaign.inspections { each(.ofInspection, item, item.textPlace) }
      for item in campaign.submissions { each(.ofSubmission, item, item.textPlace) }
      for item in campaign.events { each(.ofEvent, item, item.textPlace(in: campaign)) }
    }
  }

  /// Changes those texts for which `change` has another.
  mutating func rewriteShownTexts(_ change: (String, TextPlace) -> String?) {
    func all<Record>(
      _ texts: ShownTexts<Record>, _ records: inout [Record], _ place: (Record) -> TextPlace
    ) {
      for index in records.indices {
        let own = place(records[index])
        texts.rewrite(&records[index]) { change($0, own) }
      }
    }
    all(.ofStory, &stories, \.textPlace)
    for index in stories.indices where !stories[index].facts.isEmpty {
      let own = stories[index].textPlace
      all(.ofFact, &stories[index].facts) { _ in own }
    }
    for index in stories.indices where !stories[index].translations.isEmpty {
      let story = stories[index]
      for (place, text) in story.translations.enumerated() {
        let own = story.textPlace(of: text)
        ShownTexts.ofTranslation.rewrite(&stories[index].translations[place]) { change($0, own) }
        all(.ofFact, &stories[index].translations[place].facts) { _ in own }
      }
    }
    all(.ofPage, &pages, \.textPlace)
    all(.ofAward, &awards, \.textPlace)
    all(.ofCampaign, &campaigns, \.textPlace)
    for index in campaigns.indices {
      let campaign = campaigns[index]
      if var signatory = campaign.signatory {
        ShownTexts.ofSignatory.rewrite(&signatory) { change($0, campaign.textPlace) }
        campaigns[index].signatory = signatory
      }
      all(.ofTask, &campaigns[index].tasks) { _ in campaign.textPlace }
      all(.ofRecipient, &campaigns[index].recipients) { _ in campaign.textPlace }
      all(.ofDuty, &campaigns[index].duties) { _ in campaign.textPlace }
      all(.ofTarget, &campaigns[index].targets, campaign.textPlace)
      all(.ofResult, &campaigns[index].results, \.textPlace)
      all(.ofRegistration, &campaigns[index].registrations, \.textPlace)
      all(.ofAward, &campaigns[index].awards, \.textPlace)
      for place in campaign.exemplars.indices {
        let own = campaign.exemplars[place].textPlace
        all(.ofStep, &campaigns[index].exemplars[place].steps) { _ in own }
        all(.ofFollower, &campaigns[index].exemplars[place].followers) { _ in own }
      }
      all(.ofExemplar, &campaigns[index].exemplars, \.textPlace)
      all(.ofInspection, &campaigns[index].inspections, \.textPlace)
      all(.ofSubmission, &campaigns[index].submissions, \.textPlace)
      all(.ofEvent, &campaigns[index].events) { $0.textPlace(in: campaign) }
    }
  }
}

extension FreePage {
  var textPlace: TextPlace { TextPlace(location: prose.location, record: slug) }
}
extension Campaign {
  var textPlace: TextPlace { TextPlace(location: location, record: id, unit: owner) }
  func textPlace(_ target: Target) -> TextPlace {
    TextPlace(location: target.location, record: "\(id)/\(target.id)", unit: owner)
  }
}
extension TargetResult {
  var textPlace: TextPlace {
    TextPlace(location: location, record: "\(campaign)/\(target)", unit: unit)
  }
}
extension Registration {
  var textPlace: TextPlace { TextPlace(location: location, record: id, unit: unit) }
}
extension Award {
  var textPlace: TextPlace {
    TextPlace(
      location: location, record: id, unit: unit, person: person,
      tellsAchievement: true)
  }
}
extension Exemplar {
  var textPlace: TextPlace {
    TextPlace(
      location: location, record: id, unit: unit, person: person,
      tellsAchievement: true)
  }
}
extension Inspection {
  var textPlace: TextPlace { TextPlace(location: location, record: id, unit: unit) }
}
extension Submission {
  var textPlace: TextPlace { TextPlace(location: location, record: duty, unit: unit) }
}
extension Event {
  func textPlace(in campaign: Campaign) -> TextPlace {
    TextPlace(location: location, record: id, unit: unit ?? campaign.owner)
  }
}
