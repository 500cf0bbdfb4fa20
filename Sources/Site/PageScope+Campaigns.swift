import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let campaignCardShape = Shape([
    "title": .text("tên phong trào"),
    "url": .text("địa chỉ trang của phong trào"),
    "kind": .text("loại hình, như “Thi đua theo chuyên đề”"),
    "origin": .text("cấp phát động"),
    "owner": .object("đơn vị phát động", linkShape),
    "period": .text("thời gian, như “2021-2025”"),
    "theme": .text("chủ đề"),
    "slogan": .text("khẩu hiệu, nếu không có thì phương châm"),
    "targets": .number("số chỉ tiêu"),
    "units": .number("số đơn vị tham gia"),
    "stories": .number("số gương điển hình"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "is_over": .flag("đã kết thúc"),
  ])

  /// A campaign as lists show it.
  func campaignCard(_ campaign: Campaign) -> Value {
    .lazy(Self.campaignCardShape) { name in
      switch name {
      case "title": .text(tree.title(of: campaign))
      case "url": href(Address.campaign(campaign.id))
      case "kind": .text(campaign.kind.title)
      case "origin": .text(campaign.origin.title)
      case "owner": unitLink(campaign.owner)
      case "period": .text(tree.period(of: campaign))
      case "theme": .text(campaign.theme)
      case "slogan": .text(campaign.slogan ?? campaign.motto)
      case "targets": .int(campaign.targets.count)
      case "units": .int(directory.participantCount(of: campaign))
      case "stories": .int(directory.stories(ofCampaign: campaign.id).count)
      case "is_sample": .bool(campaign.isSample)
      case "is_over": .bool(campaign.period.to < model.now)
      default: .null
      }
    }
  }

  /// Reports that the page of a campaign names.
  private static let reportLimit = 30
  /// Awards that the page of a campaign names.
  private static let awardLimit = 30

  static let campaignShape = Shape([
    "title": .text("tên đầy đủ của phong trào"),
    "facts": .list("các mục thông tin chung: loại hình, thời gian…", of: labelShape),
    "owner": .object("đơn vị phát động", linkShape),
    "theme": .text("chủ đề"),
    "motto": .text("phương châm"),
    "motto_elements": .texts("các ý của phương châm"),
    "slogan": .text("khẩu hiệu"),
    "method": .text("cách làm"),
    "parent": .object("phong trào mà phong trào này thuộc về", linkShape),
    "parts": .list("các phong trào thành phần", of: linkShape),
    "related": .list("các phong trào liên quan", of: linkShape),
    "kin": .list("các phong trào cấp trên, thành phần, liên quan cả hai chiều", of: kinShape),
    "inherited": .object(
      "chỉ tiêu của phong trào cấp trên giao cho đơn vị phát động phong trào này", tableShape),
    "course": .object("tiến trình: giai đoạn, sơ kết, tổng kết, sự kiện", courseShape),
    "influence": .object("ai học ai; trống khi chưa đơn vị nào học theo", influenceShape),
    "basis": .list("văn bản làm căn cứ", of: basisShape),
    "subjects": .list("đối tượng: tập thể, cá nhân, hộ gia đình", of: labelShape),
    "phases": .list("các giai đoạn", of: phaseShape),
    "duties": .list("việc phải làm, phải báo cáo", of: dutyShape),
    "progress": .text("địa chỉ bảng ai đã gửi, ai trễ; trống khi kế hoạch không giao việc nào"),
    "tasks": .list("phân công nhiệm vụ", of: taskShape),
    "table": .object("bảng chỉ tiêu của đơn vị phát động", tableShape),
    "slices": .list("kết quả qua các kỳ, theo năm học và theo năm", of: sliceShape),
    "matrix": .object("bảng kết quả theo đơn vị", matrixShape),
    "exemplars": .list("điển hình được theo dõi", of: exemplarShape),
    "exemplars_url": .text("địa chỉ danh sách đủ, khi có hơn 12 điển hình"),
    "track": .text("cách theo dõi điển hình"),
    "stories": .list("gương điển hình, mới nhất trước, nhiều nhất 12", of: cardShape),
    "story_count": .number("tổng số gương điển hình"),
    "stories_url": .text("địa chỉ danh sách đủ, khi có hơn 12 bài"),
    "awards": .list("khen thưởng trong phong trào, nhiều nhất 30", of: awardShape),
    "awards_url": .text("địa chỉ danh sách đủ, khi có hơn 30 khen thưởng"),
    "inspections": .list("các lần kiểm tra, mới nhất trước, nhiều nhất 60", of: inspectionShape),
    "inspections_cut": .flag("có hơn 60 lần kiểm tra"),
    "registrations": .list("nội dung các đơn vị đăng ký, nhiều nhất 60", of: registrationShape),
    "registrations_cut": .flag("có hơn 60 nội dung đăng ký"),
    "reports": .list("báo cáo", of: reportShape),
    "reports_url": .text("địa chỉ danh sách đủ, khi có hơn 30 báo cáo"),
    "prose": .safe("nội dung kế hoạch (HTML)"),
    "source": .text("nguồn của kế hoạch"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "participants": .number("số đơn vị tham gia"),
  ])

  func campaign(_ campaign: Campaign, prose: Value) -> Value {
    .lazy(Self.campaignShape) { name in
      switch name {
      case "title": .text(tree.title(of: campaign))
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
      case "kin": kin(of: campaign)
      case "inherited": inherited(by: campaign)
      case "course": course(of: campaign)
      case "influence":
        influence(
          of: campaign.exemplars,
          say("Ai học ai: {campaign}", ("campaign", tree.displayTitle(of: campaign))),
          campaign: campaign.id)
      case "basis": .some(campaign.basis.compactMap(basis))
      case "subjects":
        labelled([
          ("Tập thể", campaign.collectiveSubjects), ("Cá nhân", campaign.individualSubjects),
          ("Hộ gia đình", campaign.householdSubjects),
        ])
      case "phases": .some(campaign.phases.map(phase))
      case "duties": .some(campaign.duties.map { duty($0, of: campaign) })
      case "progress":
        campaign.duties.isEmpty ? .null : href(Address.progress(campaign.id))
      case "tasks": .some(campaign.tasks.map(task))
      case "table": directory.subject(of: campaign).map { table(campaign, unit: $0) } ?? .null
      case "slices": slices(of: campaign)
      case "matrix": matrix(campaign)
      case "exemplars":
        .some(campaign.exemplars.prefix(SitePlan.shownOnPage).map(exemplar))
      case "exemplars_url":
        campaign.exemplars.count > SitePlan.shownOnPage
          ? href(Address.exemplars(ExemplarLists.list(ofCampaign: campaign.id), sheet: 1)) : .null
      case "track": .text(campaign.track?.title)
      case "stories":
        .some(
          directory.stories(ofCampaign: campaign.id).prefix(SitePlan.shownOnPage).map(card))
      case "story_count": .int(directory.stories(ofCampaign: campaign.id).count)
      case "stories_url":
        directory.stories(ofCampaign: campaign.id).count > SitePlan.shownOnPage
          ? href(Address.stories(StoryCut.list(ofCampaign: campaign.id), sheet: 1)) : .null
      case "awards":
        awards(model.awardsOfCampaign[campaign.id].map { Array($0.prefix(Self.awardLimit)) })
      case "awards_url":
        (model.awardsOfCampaign[campaign.id]?.count ?? 0) > Self.awardLimit
          ? href(Address.awards(AwardRegister.list(ofCampaign: campaign.id), sheet: 1)) : .null
      case "inspections":
        .some(
          campaign.inspections.sorted { $0.date > $1.date }.prefix(SitePlan.rowsPerSheet)
            .map(inspection))
      case "inspections_cut": .bool(campaign.inspections.count > SitePlan.rowsPerSheet)
      case "registrations":
        .some(campaign.registrations.prefix(SitePlan.rowsPerSheet).map(registration))
      case "registrations_cut": .bool(campaign.registrations.count > SitePlan.rowsPerSheet)
      case "reports":
        reports(model.reportsOfCampaign[campaign.id].map { Array($0.prefix(Self.reportLimit)) })
      case "reports_url":
        (model.reportsOfCampaign[campaign.id]?.count ?? 0) > Self.reportLimit
          ? href(Address.reports(ReportCut.list(ofCampaign: campaign.id), sheet: 1)) : .null
      case "prose": prose
      case "source": .text(campaign.source)
      case "is_sample": .bool(campaign.isSample)
      case "participants": .int(directory.participantCount(of: campaign))
      default: .null
      }
    }
  }

  private func facts(of campaign: Campaign) -> Value {
    // The event's own words often say the years and the date already.
    var anniversary = campaign.anniversary?.event
    if let event = campaign.anniversary {
      if let years = event.years, event.event.range(of: String(years)) == nil {
        anniversary = say("{years} năm {event}", ("years", String(years)), ("event", event.event))
      }
      if let date = event.date, event.event.range(of: date) == nil {
        anniversary?.append(" (\(date))")
      }
    }
    return labelled([
      ("Loại hình", say(campaign.kind.title)), ("Cấp phát động", say(campaign.origin.title)),
      ("Thời gian", tree.period(of: campaign).capitalizedFirst),
      ("Kỳ học", joined(campaign.terms.map { tree.shortName(of: .term($0)) })),
      ("Chào mừng", anniversary), ("Theo dõi điển hình", campaign.track.map { say($0.title) }),
    ])
  }

  static let basisShape = Shape([
    "text": .text("tên văn bản, đủ số, ngày, nơi ban hành"),
    "url": .text("địa chỉ của văn bản"),
    "is_implemented": .flag("phong trào thực hiện văn bản này, không chỉ viện dẫn"),
  ])

  private func basis(_ basis: Campaign.Basis) -> Value? {
    guard let document = directory.document(basis.document) else { return nil }
    return .record(
      Self.basisShape,
      [
        .text(document.citation), .text(Address.web(document.url)), .bool(basis.isImplemented),
      ])
  }

  static let phaseShape = Shape([
    "name": .text("tên giai đoạn"),
    "span": .text("từ ngày nào đến ngày nào"),
    "review": .text("“Sơ kết” hoặc “Tổng kết” cuối giai đoạn"),
    "due": .text("hạn sơ kết, tổng kết"),
    "state": .text("`past`, `now` hoặc `future`"),
  ])

  private func phase(_ phase: Campaign.Phase) -> Value {
    let state =
      phase.span.to < model.now ? "past" : phase.span.from > model.now ? "future" : "now"
    return .record(
      Self.phaseShape,
      [
        .text(phase.name), .text(tree.text(phase.span)),
        .text(phase.review.map { say($0.title.capitalizedFirst) }),
        .text(phase.due.map(tree.text)), .text(state),
      ])
  }

  static let dutyShape = Shape([
    "kind": .text("loại việc"),
    "text": .text("lời của kế hoạch"),
    "due": .text("hạn, hoặc sự kiện, quy định thay cho hạn"),
    "event": .text("sự kiện gắn với hạn, khi không có ngày"),
    "to": .object("nơi nhận", linkShape),
    "via": .text("gửi qua đâu"),
  ])

  private func duty(_ duty: Campaign.Duty, of campaign: Campaign) -> Value {
    .record(
      Self.dutyShape,
      [
        .text(duty.kind.title), .text(duty.text), .text(campaign.dueText(of: duty)),
        .text(campaign.event(of: duty)?.title ?? duty.event),
        unitLink(duty.to), .text(duty.via),
      ])
  }

  static let taskShape = Shape([
    "text": .text("nhiệm vụ"),
    "lead": .object("đơn vị chủ trì", linkShape),
    "coordinators": .list("các đơn vị phối hợp", of: linkShape),
  ])

  private func task(_ task: Campaign.Assignment) -> Value {
    .record(
      Self.taskShape,
      [.text(task.text), unitLink(task.lead), .some(task.coordinators.map { unitLink($0) })])
  }

  static let homeShape = Shape([
    "campaigns": .list("sáu phong trào mới nhất", of: campaignCardShape),
    "stories": .list("sáu gương điển hình mới nhất", of: cardShape),
    "awards": .list("sáu khen thưởng mới nhất", of: awardShape),
    "figures": .list("các con số chung: số đơn vị, số phong trào…", of: labelShape),
    "publisher": .object("đơn vị chủ trang", linkShape),
    "units": .list("các cơ quan, đơn vị không phải trường, nhiều nhất 12", of: briefShape),
  ])

  /// Campaigns with targets before movements that a plan only names, then the newest first.
  static func comesFirst(_ a: Campaign, _ b: Campaign) -> Bool {
    if a.targets.isEmpty != b.targets.isEmpty { return b.targets.isEmpty }
    return a.period.to == b.period.to ? a.id < b.id : a.period.to > b.period.to
  }

  /// The front page: what runs, what is new, how much there is.
  func home() -> Value {
    let archive = model.archive
    return .lazy(Self.homeShape) { name in
      switch name {
      case "campaigns":
        .some(
          archive.campaigns.sorted(by: Self.comesFirst).prefix(6).map(campaignCard))
      case "stories": .some(archive.stories.indices.prefix(6).map(card))
      case "awards": .some(model.awards.prefix(6).map(award))
      case "figures":
        labelled([
          ("đơn vị", tree.text(archive.units.count)),
          ("phong trào thi đua", tree.text(archive.campaigns.count)),
          ("gương điển hình", tree.text(archive.stories.count)),
          ("lượt khen thưởng", tree.text(model.awards.count)),
        ])
      case "publisher": unitLink(model.settings.publisher)
      case "units":
        .some(archive.units.filter { $0.kind != .school }.prefix(12).map { brief($0) })
      default: .null
      }
    }
  }
}
