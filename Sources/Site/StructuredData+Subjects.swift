import Campaigns
import Diagnostics
import Vietnamese

/// What stories, units and campaigns are in the words of schema.org.
extension StructuredData {
  // MARK: Stories

  func article(_ place: Int) -> Members {
    let story = model.stories[place]
    let unit = story.unit.flatMap { model.directory.unit($0) }
    let campaign = story.campaign.flatMap { model.directory.campaign($0) }
    let text = scope.tree.translation(at: place, of: model)
    // A text that is not translated is in its own language on every page.
    let spoken = text == nil ? Language.vietnamese : scope.tree.language
    return [
      ("@type", .text("Article")), ("headline", .text(text?.title ?? story.title)),
      ("description", .text(text?.summary ?? story.summary)), ("url", .text(address)),
      ("mainEntityOfPage", .text(address)), ("image", image),
      ("datePublished", .text(story.date.iso)), ("dateModified", .text(story.changed.iso)),
      ("author", author(story)), ("publisher", publisher),
      ("inLanguage", .text(spoken.rawValue)),
      ("articleSection", .text((story.kind?.title).map { scope.say($0) })),
      ("keywords", .texts(story.tags)),
      ("about", unit.map { named($0) }), ("mentions", campaign.map { named($0) }),
      ("isPartOf", site),
    ]
  }

  private func author(_ story: Story) -> JSONOutput {
    guard let name = story.author else { return publisher }
    return .object([
      ("@type", .text(Self.isGroup(name) ? "Organization" : "Person")), ("name", .text(name)),
    ])
  }

  /// With what names of groups begin that sign a story.
  private static let groups = [
    "ban ", "bộ phận ", "câu lạc bộ ", "chi bộ ", "chi đoàn ", "chi hội ", "công đoàn ", "cụm ",
    "đoàn thanh niên ", "đoàn trường ", "hội ", "khối ", "liên đội ", "lớp ", "nhóm ", "phòng ",
    "sở ", "tập thể ", "thư viện ", "tổ ", "tòa soạn ", "trung tâm ", "trường ", "ủy ban ",
    "văn phòng ",
  ]

  private static func isGroup(_ name: String) -> Bool {
    let low = nfc(name).lowercased()
    return groups.contains { low.hasPrefix($0) }
  }

  // MARK: Organizations

  /// Whom the site is of: the unit in charge, else the site by its own name.
  var publisher: JSONOutput {
    if let owner { return named(owner) }
    return .object([
      ("@type", .text("Organization")), ("name", .text(model.settings.title)),
      ("url", .text(base)),
    ])
  }

  private var owner: Unit? { model.settings.publisher.flatMap { model.directory.unit($0) } }

  var organization: Members {
    if let owner { return members(of: owner) }
    let settings = model.settings
    return [
      ("@type", .text("Organization")), ("name", .text(settings.title)), ("url", .text(base)),
      ("email", .text(settings.email)), ("telephone", .text(settings.phone)),
      ("address", postal(settings.address, nil)),
    ]
  }

  /// A unit as others name it.
  private func named(_ unit: Unit) -> JSONOutput {
    .object(head(of: unit))
  }

  private func head(of unit: Unit) -> Members {
    let path = Address.unit(unit.id)
    return [
      ("@type", .text(Self.type(of: unit))), ("@id", .text(address(of: path) + "#don-vi")),
      ("name", .text(unit.name)), ("url", .text(address(ofOwn: path))),
    ]
  }

  /// All that the page of a unit tells of it and that schema.org has a word for.
  func members(of unit: Unit) -> Members {
    let superior = model.directory.lineage(of: unit.id, on: model.now).dropLast().last
    let staff: JSONOutput? = unit.headcount.staff.map {
      .object([("@type", .text("QuantitativeValue")), ("value", .number($0))])
    }
    let rest: Members = [
      ("alternateName", .text(unit.shortName == unit.name ? nil : unit.shortName)),
      ("sameAs", .text(Address.web(unit.website).map(WebAddress.encoded))),
      ("email", .text(unit.email)), ("telephone", .text(unit.phone)),
      ("address", postal(unit.address, unit.place)),
      ("parentOrganization", superior.map { named($0) }),
      ("foundingDate", .text(unit.validFrom?.iso)),
      ("dissolutionDate", .text(unit.validTo?.iso)), ("numberOfEmployees", staff),
      ("award", .texts(awards(of: unit))),
    ]
    return head(of: unit) + rest
  }

  /// What kind of organization a unit is; a school of one level by that level.
  private static func type(of unit: Unit) -> String {
    switch unit.kind {
    case .government, .ministry, .committee, .department, .division: "GovernmentOrganization"
    case .section: "Organization"
    case .centre: "EducationalOrganization"
    case .school:
      switch unit.levels {
      case [.preschool]: "Preschool"
      case [.primary]: "ElementarySchool"
      case [.lowerSecondary]: "MiddleSchool"
      case [.upperSecondary]: "HighSchool"
      default: "School"
      }
    }
  }

  private func postal(_ address: String?, _ place: String?) -> JSONOutput? {
    if address == nil, place == nil { return nil }
    return .object([
      ("@type", .text("PostalAddress")), ("streetAddress", .text(address)),
      ("addressLocality", .text(place)), ("addressCountry", .text("VN")),
    ])
  }

  /// The unit's own awards: those of its people are told by the page alone.
  private func awards(of unit: Unit) -> [String] {
    var told: [String] = []
    for place in model.awardsOfUnit[unit.id] ?? [] where told.count < 20 {
      let award = model.awards[place]
      let isOwn = award.subjectKind == .collective && award.person == nil && award.subject == nil
      guard isOwn else { continue }
      let words: [String?] = [award.form.title, award.decisionNumber, award.decisionDate?.short]
      told.append(words.compactMap(\.self).joined(separator: ", "))
    }
    return told
  }

  // MARK: Campaigns

  /// A campaign is something that takes place from one day to another and that someone holds.
  func event(_ campaign: Campaign) -> Members {
    let owner = model.directory.unit(campaign.owner)
    let whole = campaign.parent.flatMap { model.directory.campaign($0) }
    let parts = (model.childCampaigns[campaign.id] ?? []).compactMap {
      model.directory.campaign($0)
    }
    let place: JSONOutput? = owner?.place.map { name in
      let members: Members = [
        ("@type", .text("Place")), ("name", .text(name)), ("address", postal(nil, name)),
      ]
      return .object(members)
    }
    let description = campaign.theme ?? campaign.slogan ?? campaign.motto
    let subEvents: [JSONOutput] = parts.map { named($0) }
    let superEvent: JSONOutput? = whole.map { named($0) }
    let organizer: JSONOutput? = owner.map { named($0) }
    let rest: Members = [
      ("description", JSONOutput.text(description)),
      ("endDate", .text(campaign.period.to.iso)), ("inLanguage", language),
      ("organizer", organizer), ("location", place), ("superEvent", superEvent),
      ("subEvent", JSONOutput.some(subEvents)),
    ]
    return head(of: campaign) + rest
  }

  private func head(of campaign: Campaign) -> Members {
    let path = Address.campaign(campaign.id)
    return [
      ("@type", .text("Event")), ("@id", .text(address(of: path) + "#phong-trao")),
      ("name", .text(campaign.title)), ("url", .text(address(ofOwn: path))),
      ("startDate", .text(campaign.period.from.iso)),
    ]
  }

  private func named(_ campaign: Campaign) -> JSONOutput { .object(head(of: campaign)) }
}
