import Campaigns
import Templating
import Vietnamese

/// Sheets of the lists of units, reports and campaigns.
extension PageScope {
  static let directoryShape = Shape(
    members: listMembers + [
      ("groups", .list("các đơn vị trên tờ này theo vần", of: letterShape))
    ])

  static let letterShape = Shape([
    "letter": .text("vần, như `Đ`; `#` khi tên riêng không bắt đầu bằng chữ"),
    "units": .list("các đơn vị", of: unitRowShape),
  ])

  static let unitRowShape = Shape([
    "generic": .text("phần đầu của tên, chỉ loại đơn vị: “Trường THCS ”"),
    "proper": .text("tên riêng, dùng để xếp vần: “Nguyễn Du”"),
    "url": .text("địa chỉ trang của đơn vị"),
    "kind": .text("loại đơn vị hoặc cấp học"),
    "superior": .text("tên gọn của cơ quan quản lý"),
    "place": .text("địa danh"),
    "stories": .number("số gương điển hình"),
    "awards": .number("số khen thưởng"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "starts": .text("ngày bắt đầu hoạt động, khi chưa tới"),
    "closed_on": .text("ngày đầu không còn hoạt động"),
  ])

  /// One sheet of a list of the directory.
  func directory(_ list: Register.List, _ sheet: Int) -> Value {
    let view = ListView(
      register: model.unitLists.register, list: list, sheet: sheet,
      address: { Address.directory($0, sheet: $1) })
    return .lazy(Self.directoryShape) { name in
      name == "groups" ? groups(view.items) : member(name, of: view)
    }
  }

  private func groups(_ items: ArraySlice<Int>) -> Value {
    let lists = model.unitLists
    var groups: [(letter: String, units: [Value])] = []
    for i in items {
      let letter = lists.names[i].letter
      if groups.last?.letter != letter { groups.append((letter, [])) }
      groups[groups.count - 1].units.append(entry(lists.units[i], lists.names[i]))
    }
    return .some(
      groups.map { .record(Self.letterShape, [.text($0.letter), .list($0.units)]) })
  }

  private func entry(_ unit: Unit, _ name: UnitName) -> Value {
    .lazy(Self.unitRowShape) { member in
      switch member {
      case "generic": .text(name.generic)
      case "proper": .text(name.proper)
      case "url": href(Address.unit(unit.id))
      case "kind":
        .text(
          unit.kind == .school && !unit.levels.isEmpty
            ? joined(unit.levels.map { say($0.title) }) : say(unit.kind.title))
      case "superior":
        .text(
          directory.superior(of: unit.id, on: model.now).map {
            tree.shortName(of: $0) ?? tree.name(of: $0)
          })
      case "place": .text(unit.place)
      case "stories": .int(directory.stories(of: unit.id).count)
      case "awards": .int(model.awardsOfUnit[unit.id]?.count ?? 0)
      case "is_sample": .bool(unit.isSample)
      case "starts": shortDate(unit.validFrom.flatMap { model.now < $0 ? $0 : nil })
      case "closed_on": isClosed(unit) ? shortDate(unit.validTo?.adding(days: 1)) : .null
      default: .null
      }
    }
  }

  static let reportSheetShape = Shape(
    members: listMembers + [("reports", .list("các báo cáo trên tờ này", of: reportShape))])

  /// One sheet of a list of reports.
  func reports(_ list: Register.List, _ sheet: Int) -> Value {
    let view = ListView(
      register: model.reportLists, list: list, sheet: sheet,
      address: { Address.reports($0, sheet: $1) })
    return .lazy(Self.reportSheetShape) { name in
      name == "reports" ? reports(Array(view.items)) : member(name, of: view)
    }
  }

  static let campaignSheetShape = Shape(
    members: listMembers + [
      (
        "campaigns",
        .list(
          "các phong trào trên tờ này, có chỉ tiêu trước, rồi mới nhất trước",
          of: campaignCardShape)
      )
    ])

  /// One sheet of a list of campaigns.
  func campaigns(_ list: Register.List, _ sheet: Int) -> Value {
    let view = ListView(
      register: model.campaignLists.register, list: list, sheet: sheet,
      address: { Address.campaigns($0, sheet: $1) })
    return .lazy(Self.campaignSheetShape) { name in
      name == "campaigns"
        ? .some(view.items.map { campaignCard(model.campaignLists.campaigns[$0]) })
        : member(name, of: view)
    }
  }

  /// The way to a sheet: none to the first of all, else over that.
  func trail(
    _ page: PlannedPage, _ address: (String, Int) -> String, _ name: String
  ) -> [Value] {
    let whole = address("", 1)
    return page.localPath == whole ? [] : [link(name, whole)]
  }
}
