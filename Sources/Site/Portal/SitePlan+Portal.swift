import Campaigns

extension PageDraft {
  /// What other portals show of units: frames, fragments, data.
  mutating func portal() {
    let units = model.archive.units
    if units.isEmpty { return }
    for unit in units {
      add(PlannedPage(Address.embed(unit.id), .embed(unit.id), "Thi đua ở \(unit.name)"))
      add(PlannedPage(Address.embedFragment(unit.id), .embedFragment(unit.id), unit.name))
      add(
        PlannedPage(
          Address.embedGuide(unit.id), .embedGuide(unit.id),
          "Nhúng vào trang của \(unit.shortName ?? unit.name)"))
      add(PlannedPage(Address.data(unit.id), .data(unit.id), "Dữ liệu: \(unit.name)"))
    }
    add(PlannedPage(Address.dataIndex, .data(nil), "Dữ liệu của mọi đơn vị"))
    add(PlannedPage(Address.dataSchema, .dataSchema, "Lược đồ dữ liệu"))
  }
}

extension SitePlan {
  /// The bytes of a file that no template makes; nil for pages.
  func data(_ kind: PageKind) -> [UInt8]? {
    switch kind {
    case .data(let id?): model.directory.unit(id).map { UnitData(self).file(of: $0) }
    case .data(nil): UnitData(self).index()
    case .dataSchema: UnitData(self).schemaFile()
    default: nil
    }
  }
}
