import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let unitShape = Shape([
    "name": .text("tên đơn vị"),
    "short_name": .text("tên gọn"),
    "kind": .text("loại đơn vị"),
    "levels": .text("cấp học"),
    "url": .text("địa chỉ trang của đơn vị"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "place": .text("địa danh"),
    "glance": .list("tình hình của đơn vị bằng vài con số", of: tileShape),
    "facts": .list("các con số: học sinh, lớp, giáo viên…", of: labelShape),
    "contact": .object("liên hệ", contactShape),
    "head": .object("thủ trưởng, khi đã đồng ý công bố", headOfUnitShape),
    "introduction": .safe("bài giới thiệu (HTML)"),
    "parent": .object("cơ quan chủ quản", linkShape),
    "professional_parent": .object("cấp trên về chuyên môn, khi khác cơ quan chủ quản", linkShape),
    "superiors": .list("cấp trên từng thời gian, khi có thay đổi", of: superiorShape),
    "clusters": .list("cụm, khối thi đua", of: linkShape),
    "children": .list("đơn vị trực thuộc, nhiều nhất 60", of: briefShape),
    "child_count": .number("số đơn vị trực thuộc đang hoạt động"),
    "children_url": .text("địa chỉ danh sách đơn vị trực thuộc, khi có hơn 60"),
    "predecessors": .list("các đơn vị tiền thân", of: linkShape),
    "successors": .list("các đơn vị kế thừa", of: linkShape),
    "valid_from": .text("ngày bắt đầu hoạt động"),
    "valid_to": .text("ngày cuối còn hoạt động"),
    "closed_on": .text("ngày đầu không còn hoạt động"),
    "aliases": .texts("các mã cũ"),
    "is_closed": .flag("đã sắp xếp lại"),
    "campaigns": .list("các phong trào, mới nhất trước", of: panelShape),
    "movements": .list("phong trào tham gia mà không có chỉ tiêu, đăng ký riêng", of: linkShape),
    "follows": .list("điển hình mà đơn vị học tập, bắt kịp, vượt qua", of: bondShape),
    "stories": .list("gương điển hình, mới nhất trước, nhiều nhất 12", of: cardShape),
    "story_count": .number("tổng số gương điển hình"),
    "stories_url": .text("địa chỉ danh sách đủ, khi có hơn 12 bài"),
    "awards": .list("khen thưởng", of: awardShape),
    "exemplars": .list("điển hình được theo dõi", of: exemplarShape),
    "inspections": .list("các lần kiểm tra", of: inspectionShape),
    "duties": .list("việc phải gửi, hạn muộn nhất trước", of: owedShape),
    "events": .list("sự kiện do đơn vị tổ chức hoặc có điển hình của đơn vị", of: eventShape),
    "calendar": .text("địa chỉ tệp lịch `.ics` của đơn vị; trống khi không có mốc nào"),
    "reports": .list("báo cáo", of: reportShape),
    "embedding": .text("địa chỉ trang hướng dẫn nhúng; trống ở trang nhỏ của một đơn vị"),
  ])

  /// The centre of the site: all that is known of one unit.
  func unit(_ unit: Unit, introduction: Value) -> Value {
    .lazy(Self.unitShape) { name in
      switch name {
      case "name": .text(tree.name(of: unit))
      case "short_name": .text(unit.shortName ?? unit.name)
      case "kind": .text(unit.kind.title)
      case "levels": .text(joined(unit.levels.map { say($0.title) }))
      case "url": href(Address.unit(unit.id))
      case "is_sample": .bool(unit.isSample)
      case "place": .text(unit.place)
      case "glance": glance(unit)
      case "facts": facts(of: unit)
      case "contact": contact(of: unit)
      case "head": head(of: unit)
      case "introduction": introduction
      case "parent": unitLink(superior(of: unit, .administrative))
      case "professional_parent":
        superior(of: unit, .professional) == superior(of: unit, .administrative)
          ? .null : unitLink(superior(of: unit, .professional))
      case "superiors": superiors(of: unit)
      case "clusters": clusters(of: unit)
      case "children": .some(children(of: unit).prefix(Self.childLimit).map { brief($0) })
      case "child_count": .int(standing(children(of: unit)).count)
      case "children_url":
        model.unitLists.register.contains(UnitLists.list(below: unit.id))
          && children(of: unit).count > Self.childLimit
          ? href(Address.directory(UnitLists.list(below: unit.id), sheet: 1)) : .null
      case "predecessors": .some((model.predecessors[unit.id] ?? []).map { unitLink($0) })
      case "successors": .some(unit.successors.map { unitLink($0) })
      case "valid_from": shortDate(unit.validFrom)
      case "valid_to": shortDate(unit.validTo)
      case "closed_on": shortDate(unit.validTo?.adding(days: 1))
      case "aliases": .some(unit.aliases.map { .text($0) })
      case "is_closed": .bool(isClosed(unit))
      case "campaigns":
        .some(
          directory.campaigns(of: unit.id).filter { hasPanel($0, of: unit.id) }
            .map { panel($0, unit: unit) })
      case "movements":
        .some(
          directory.campaigns(of: unit.id).filter { !hasPanel($0, of: unit.id) }
            .map { campaignLink($0.id) })
      case "follows": follows(of: unit.id)
      case "stories": .some(directory.stories(of: unit.id).prefix(SitePlan.shownOnPage).map(card))
      case "story_count": .int(directory.stories(of: unit.id).count)
      case "stories_url":
        directory.stories(of: unit.id).count > SitePlan.shownOnPage
          ? href(Address.stories(StoryCut.list(ofUnit: unit.id), sheet: 1)) : .null
      case "awards": awards(model.awardsOfUnit[unit.id])
      case "exemplars": .some((model.exemplarsOfUnit[unit.id] ?? []).map(exemplar))
      case "duties": owed(by: unit.id)
      case "events": events(model.calendar.eventsOfUnit[unit.id])
      case "calendar":
        model.calendar.itemsOfUnit[unit.id] == nil ? .null : href(Address.calendarFeed(unit.id))
      case "inspections": .some((model.inspections[unit.id] ?? []).map(inspection))
      case "reports": reports(model.reportsOfUnit[unit.id])
      // The guide is there once, for all languages.
      case "embedding":
        model.part == nil ? .text(root + Address.embedGuide(unit.id)) : .null
      default: .null
      }
    }
  }

  /// Units below one that its page names.
  private static let childLimit = 60

  private func children(of unit: Unit) -> [Unit] {
    directory.children(of: unit.id, on: unit.day(nearestTo: model.now))
  }

  private func facts(of unit: Unit) -> Value {
    func number(_ n: Int?) -> String? { n.map { tree.text($0) } }
    return labelled([
      ("Học sinh, học viên", number(unit.headcount.pupils)),
      ("Lớp, nhóm lớp", number(unit.headcount.classes)),
      ("Giáo viên", number(unit.headcount.teachers)),
      ("Cán bộ, giáo viên, nhân viên", number(unit.headcount.staff)),
    ])
  }

  static let contactShape = Shape([
    "address": .text("địa chỉ bưu điện"),
    "phone": .text("điện thoại"),
    "phone_url": .text("địa chỉ `tel:` của điện thoại"),
    "email": .text("thư điện tử"),
    "website": .text("địa chỉ trang web"),
    "website_text": .text("trang web như đã nhập"),
  ])

  private func contact(of unit: Unit) -> Value {
    let website = Address.web(unit.website)
    if unit.address == nil, unit.phone == nil, unit.email == nil, website == nil { return .null }
    return .record(
      Self.contactShape,
      [
        .text(unit.address), .text(unit.phone), .text(unit.phone.map(Self.dialled)),
        .text(unit.email), .text(website), .text(unit.website),
      ])
  }

  static func dialled(_ phone: String) -> String {
    "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
  }

  static let headOfUnitShape = Shape([
    "name": .text("danh xưng và họ tên"),
    "title": .text("chức vụ"),
  ])

  private func head(of unit: Unit) -> Value {
    guard let id = unit.head, let person = directory.person(id), person.consents == true else {
      return .null
    }
    let title = unit.headTitle ?? person.position ?? "Thủ trưởng"
    return .record(
      Self.headOfUnitShape,
      [.text(name(of: person).capitalizedFirst), .text(title.lowercased().capitalizedFirst)])
  }

  /// Whether the campaign asks something of the unit that a panel could show.
  private func hasPanel(_ campaign: Campaign, of unit: String) -> Bool {
    !campaign.targets.isEmpty
      || model.registrations[unit]?.contains { $0.campaign == campaign.id } ?? false
  }

  static let panelShape = Shape([
    "id": .text("mã phong trào"),
    "title": .text("tên phong trào"),
    "url": .text("địa chỉ trang của phong trào"),
    "period": .text("thời gian"),
    "role": .text("“Đơn vị phát động” hoặc “Đơn vị tham gia”"),
    "slogan": .text("khẩu hiệu"),
    "table": .object("bảng chỉ tiêu của đơn vị này", tableShape),
    "registrations": .list("nội dung đơn vị đăng ký", of: registrationShape),
    "reports": .list("báo cáo của đơn vị", of: reportShape),
  ])

  /// One campaign as it concerns one unit.
  private func panel(_ campaign: Campaign, unit: Unit) -> Value {
    .lazy(Self.panelShape) { name in
      switch name {
      case "id": .text(campaign.id)
      case "title": .text(tree.displayTitle(of: campaign))
      case "url": href(Address.campaign(campaign.id))
      case "period": .text(tree.period(of: campaign))
      case "role": .text(campaign.owner == unit.id ? "Đơn vị phát động" : "Đơn vị tham gia")
      case "slogan": .text(campaign.slogan)
      case "table": table(campaign, unit: unit)
      case "registrations":
        .some(
          (model.registrations[unit.id] ?? []).filter { $0.campaign == campaign.id }
            .map(registration))
      case "reports":
        reports(
          (model.reportsOfUnit[unit.id] ?? []).filter {
            model.reports[$0].campaign == campaign.id
          })
      default: .null
      }
    }
  }

  static let briefShape: Shape = Shape([
    "name": .text("tên đơn vị"),
    "url": .text("địa chỉ trang của đơn vị"),
    "kind": .text("loại đơn vị"),
    "levels": .text("cấp học"),
    "place": .text("địa danh"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "is_closed": .flag("đã sắp xếp lại"),
    "starts": .text("ngày bắt đầu hoạt động, khi chưa tới"),
    "children": .list(
      "đơn vị trực thuộc đang hoạt động; ở trang có trên 150 đơn vị, chỉ những cơ quan quản lý",
      of: briefShape),
    "child_count": .number("số đơn vị trực thuộc đang hoạt động"),
    "children_url": .text("địa chỉ danh sách đơn vị trực thuộc; trống khi không có"),
    "stories": .number("số gương điển hình"),
    "awards": .number("số khen thưởng"),
  ])

  /// A unit as lists and the tree show it.
  ///
  /// - Parameter isShort: below it only units that have units below themselves.
  func brief(_ unit: Unit, isShort: Bool = false) -> Value {
    .lazy(Self.briefShape) { name in
      switch name {
      case "name": .text(tree.name(of: unit))
      case "url": href(Address.unit(unit.id))
      case "kind": .text(unit.kind.title)
      case "levels": .text(joined(unit.levels.map { say($0.title) }))
      case "place": .text(unit.place)
      case "is_sample": .bool(unit.isSample)
      case "is_closed": .bool(isClosed(unit))
      case "starts":
        shortDate(unit.validFrom.flatMap { model.now < $0 ? $0 : nil })
      case "children":
        .some(
          standing(directory.children(of: unit.id, on: model.now))
            .filter { !isShort || manages($0) }.map { brief($0, isShort: isShort) })
      case "child_count":
        .int(
          manages(unit)
            ? model.unitLists.register.list(UnitLists.list(below: unit.id)).items.count : 0)
      case "children_url":
        manages(unit) ? href(Address.directory(UnitLists.list(below: unit.id), sheet: 1)) : .null
      case "stories": .int(directory.stories(of: unit.id).count)
      case "awards": .int(model.awardsOfUnit[unit.id]?.count ?? 0)
      default: .null
      }
    }
  }

  private func manages(_ unit: Unit) -> Bool {
    model.unitLists.register.contains(UnitLists.list(below: unit.id))
  }

  static let unitIndexShape = Shape([
    "tree": .list("các đơn vị đứng đầu, kèm đơn vị trực thuộc", of: briefShape),
    "is_short": .flag("cây đơn vị chỉ có những cơ quan quản lý, vì có trên 150 đơn vị"),
    "letters": .list("các vần của danh bạ", of: filteredShape),
    "kinds": .list("các loại đơn vị, cấp học", of: filteredShape),
    "directory": .text("địa chỉ danh bạ xếp theo vần"),
    "clusters": .list("cụm, khối thi đua", of: clusterBriefShape),
    "clusters_url": .text("địa chỉ danh sách cụm, khối"),
    "ended": .list("đơn vị đã sắp xếp lại, mới nhất trước, nhiều nhất 60", of: endedShape),
    "ended_url": .text("địa chỉ danh sách đơn vị đã sắp xếp lại, khi có hơn 60"),
    "total": .text("số đơn vị đang hoạt động"),
  ])

  /// Above this many units the tree keeps to those that manage others.
  private static let treeLimit = 150

  /// The tree of units with, beside it, the ways into their directory.
  func unitIndex() -> Value {
    let register = model.unitLists.register
    let units = standing(model.archive.units)
    let isShort = units.count > Self.treeLimit
    let roots = units.filter {
      directory.superior(of: $0.id, on: model.now) == nil && (!isShort || manages($0))
    }
    let view = ListView(
      register: register, list: register.list(UnitLists.ended), sheet: 1,
      address: { Address.directory($0, sheet: $1) })
    @Sendable func lists(of cut: UnitLists.Cut) -> Value {
      .some(register.lists(ofCut: cut.rawValue).map { filtered($0, view) })
    }
    return .lazy(Self.unitIndexShape) { name in
      switch name {
      case "tree": .some(roots.map { brief($0, isShort: isShort) })
      case "is_short": .bool(isShort)
      case "letters": lists(of: .letter)
      case "kinds": lists(of: .kind)
      case "directory": href(Address.directory("", sheet: 1))
      case "clusters": .some(model.archive.clusters.map(clusterBrief))
      case "clusters_url": model.archive.clusters.isEmpty ? .null : href(Address.clusters)
      case "ended": .some(ended.prefix(SitePlan.rowsPerSheet).map(ended))
      case "ended_url":
        ended.count > SitePlan.rowsPerSheet
          ? href(Address.directory(UnitLists.ended, sheet: 1)) : .null
      case "total": number(units.count)
      default: .null
      }
    }
  }
}
