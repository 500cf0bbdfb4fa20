import Campaigns
import Templating
import Vietnamese

extension PageScope {
  private static let unitShape = Shape([
    "name", "short_name", "kind", "levels", "url", "is_sample", "place", "facts", "contact",
    "head", "introduction", "parent", "professional_parent", "clusters", "children",
    "predecessors", "successors", "valid_to", "is_closed", "campaigns", "stories", "story_count",
    "awards", "exemplars", "inspections", "reports",
  ])

  /// The centre of the site: all that is known of one unit.
  func unit(_ unit: Unit, introduction: Value) -> Value {
    .lazy(Self.unitShape) { name in
      switch name {
      case "name": .text(unit.name)
      case "short_name": .text(unit.shortName ?? unit.name)
      case "kind": .text(unit.kind.title)
      case "levels": .text(joined(unit.levels.map(\.title)))
      case "url": href(Address.unit(unit.id))
      case "is_sample": .bool(unit.isSample)
      case "place": .text(unit.place)
      case "facts": facts(of: unit)
      case "contact": contact(of: unit)
      case "head": head(of: unit)
      case "introduction": introduction
      case "parent": unitLink(unit.parent)
      case "professional_parent":
        unit.professionalParent == unit.parent ? .null : unitLink(unit.professionalParent)
      case "clusters":
        .some(
          unit.clusters.compactMap { id in
            directory.cluster(id).map { link($0.name, Address.cluster(id)) }
          })
      case "children": .some(directory.children(of: unit.id).map(brief))
      case "predecessors": .some((model.predecessors[unit.id] ?? []).map { unitLink($0) })
      case "successors": .some(unit.successors.map { unitLink($0) })
      case "valid_to": .shortDate(unit.validTo)
      case "is_closed": .bool(unit.validTo.map { $0 < model.now } ?? false)
      case "campaigns": .some(directory.campaigns(of: unit.id).map { panel($0, unit: unit) })
      case "stories": .some(directory.stories(of: unit.id).prefix(12).map(card))
      case "story_count": .int(directory.stories(of: unit.id).count)
      case "awards": awards(model.awardsOfUnit[unit.id])
      case "exemplars": .some((model.exemplarsOfUnit[unit.id] ?? []).map(exemplar))
      case "inspections": .some((model.inspections[unit.id] ?? []).map(inspection))
      case "reports": reports(model.reportsOfUnit[unit.id])
      default: .null
      }
    }
  }

  private func facts(of unit: Unit) -> Value {
    func number(_ n: Int?) -> String? { n.map { VNNumber($0).text } }
    return labelled([
      ("Học sinh, học viên", number(unit.headcount.pupils)),
      ("Lớp, nhóm lớp", number(unit.headcount.classes)),
      ("Giáo viên", number(unit.headcount.teachers)),
      ("Cán bộ, giáo viên, nhân viên", number(unit.headcount.staff)),
    ])
  }

  private func contact(of unit: Unit) -> Value {
    let website = Address.web(unit.website)
    if unit.address == nil, unit.phone == nil, unit.email == nil, website == nil { return .null }
    return .record([
      ("address", .text(unit.address)), ("phone", .text(unit.phone)),
      ("phone_url", .text(unit.phone.map(Self.dialled))), ("email", .text(unit.email)),
      ("website", .text(website)), ("website_text", .text(unit.website)),
    ])
  }

  static func dialled(_ phone: String) -> String {
    "tel:" + phone.filter { $0.isASCII && ($0.isNumber || $0 == "+") }
  }

  private func head(of unit: Unit) -> Value {
    guard let id = unit.head, let person = directory.person(id), person.consents == true else {
      return .null
    }
    return .record([
      ("name", .text(name(of: person).capitalizedFirst)),
      (
        "title",
        .text((unit.headTitle ?? person.position ?? "Thủ trưởng").lowercased().capitalizedFirst)
      ),
    ])
  }

  private static let panelShape = Shape([
    "id", "title", "url", "period", "role", "slogan", "table", "registrations", "reports",
  ])

  /// One campaign as it concerns one unit.
  private func panel(_ campaign: Campaign, unit: Unit) -> Value {
    .lazy(Self.panelShape) { name in
      switch name {
      case "id": .text(campaign.id)
      case "title": .text(campaign.displayTitle)
      case "url": href(Address.campaign(campaign.id))
      case "period": .text(campaign.periodText)
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

  private static let briefShape = Shape([
    "name", "url", "kind", "levels", "place", "is_sample", "is_closed", "children", "stories",
    "awards",
  ])

  /// A unit as lists and the tree show it.
  func brief(_ unit: Unit) -> Value {
    .lazy(Self.briefShape) { name in
      switch name {
      case "name": .text(unit.name)
      case "url": href(Address.unit(unit.id))
      case "kind": .text(unit.kind.title)
      case "levels": .text(joined(unit.levels.map(\.title)))
      case "place": .text(unit.place)
      case "is_sample": .bool(unit.isSample)
      case "is_closed": .bool(unit.validTo.map { $0 < model.now } ?? false)
      case "children": .some(directory.children(of: unit.id).map(brief))
      case "stories": .int(directory.stories(of: unit.id).count)
      case "awards": .int(model.awardsOfUnit[unit.id]?.count ?? 0)
      default: .null
      }
    }
  }

  /// The tree of units with, beside it, the same units by level of schooling.
  func unitIndex() -> Value {
    let units = model.archive.units
    let roots = units.filter { unit in
      unit.reportsTo.map { directory.unit($0) == nil } ?? true
    }
    return .lazy(["tree", "levels", "clusters", "total"]) { name in
      switch name {
      case "tree": .some(roots.map(brief))
      case "levels":
        .some(
          Unit.Level.allCases.compactMap { level in
            let found = units.filter { $0.levels.contains(level) && $0.kind == .school }
            return found.isEmpty
              ? nil
              : .record([
                ("id", .text(level.rawValue)), ("title", .text(level.title)),
                ("count", .number(found.count)),
                ("units", .list(found.map { link($0.name, Address.unit($0.id)) })),
              ])
          })
      case "clusters": .some(model.archive.clusters.map(clusterBrief))
      case "total": .number(units.count)
      default: .null
      }
    }
  }

  private func clusterBrief(_ cluster: Cluster) -> Value {
    .record([
      ("name", .text(cluster.name)), ("url", href(Address.cluster(cluster.id))),
      ("count", .number(directory.members(of: cluster.id).count)),
    ])
  }

  private static let clusterShape = Shape(["name", "owner", "rhythm", "is_sample", "members"])

  func cluster(_ cluster: Cluster) -> Value {
    .lazy(Self.clusterShape) { name in
      switch name {
      case "name": .text(cluster.name)
      case "owner": unitLink(cluster.owner)
      case "rhythm": .text(cluster.isSchoolYear ? "theo năm học" : "theo năm")
      case "is_sample": .bool(cluster.isSample)
      case "members":
        .some(
          directory.members(of: cluster.id).map { unit in
            .record([
              ("unit", brief(unit)),
              (
                "campaigns",
                .some(directory.campaigns(of: unit.id).map { clusterRow($0, unit: unit) })
              ),
            ])
          })
      default: .null
      }
    }
  }

  private func clusterRow(_ campaign: Campaign, unit: Unit) -> Value {
    .record([
      ("campaign", link(campaign.displayTitle, Address.campaign(campaign.id))),
      ("table", table(campaign, unit: unit)),
    ])
  }
}
