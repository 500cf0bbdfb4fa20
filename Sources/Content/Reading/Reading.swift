import Campaigns
import Diagnostics
import Records

/// One run over the files of a folder, with what was found beside the records.
struct Reading {
  let source: ContentSource
  let layout: ContentLayout
  var findings = Findings()

  init(source: ContentSource, layout: ContentLayout) {
    self.source = source
    self.layout = layout
  }

  func finish(into bag: inout DiagnosticBag) { bag.add(contentsOf: findings.bag) }

  mutating func settings() -> SiteSettings? {
    guard let path = layout.path(of: .settings) else {
      findings.bag.error(
        "content.missing-file", at: Location(file: "site.yaml"), "Thiếu tệp “site.yaml”.",
        help: "Tạo tệp site.yaml, ít nhất có dòng “title: Tên trang”.")
      return nil
    }
    guard let bytes = source.read(path, into: &findings.bag),
      MarkdownFile.isText(bytes, of: path, into: &findings.bag),
      let node = YAML.parse(bytes, file: path, into: &findings.bag),
      let record = Schemas.site.read(node, into: &findings.bag)
    else { return nil }
    return findings.settings(record)
  }

  /// False after having told that there is no list of units.
  mutating func directory(into archive: inout Archive) -> Bool {
    guard let units = layout.path(of: .units) else {
      findings.bag.error(
        "content.missing-file", at: Location(file: "units.csv"), "Thiếu tệp “units.csv”.",
        help: "Tạo bảng units.csv với các cột bắt buộc: id (Mã), name (Tên đơn vị), kind (Loại).")
      return false
    }
    archive.units = keep(rows(of: units, as: Schemas.units), .unit) { $0.unit($1) }
    if let path = layout.path(of: .clusters) {
      archive.clusters = keep(rows(of: path, as: Schemas.clusters), .cluster) { $0.cluster($1) }
    }
    if let path = layout.path(of: .people) {
      archive.people = keep(rows(of: path, as: Schemas.people), .person) { $0.person($1) }
    }
    if let path = layout.path(of: .documents) {
      archive.documents = keep(rows(of: path, as: Schemas.documents), .document) { $0.document($1) }
    }
    return true
  }

  mutating func campaigns(into archive: inout Archive) {
    for (path, role) in layout.files {
      guard case .campaign(let id) = role,
        ContentLayout.slug(id, of: path, into: &findings.bag) != nil,
        let file = MarkdownFile(path, from: source, as: Schemas.campaign, into: &findings.bag),
        let campaign = findings.campaign(file, id: id)
      else { continue }
      archive.campaigns.append(campaign)
    }
    var places: [String: Int] = [:]
    for (index, campaign) in archive.campaigns.enumerated() { places[campaign.id] = index }
    for (path, role) in layout.files {
      guard case .campaignSheet(let id, let sheet) = role else { continue }
      guard let place = places[id] else {
        if layout.path(of: .campaign(id)) == nil { tellNoCampaign(id, path) }
        continue
      }
      read(sheet, path, into: &archive.campaigns[place])
    }
  }

  /// What the rows give; the ids of rows that give nothing are noted, so that one wrong cell is not
  /// told of again wherever its row is named.
  mutating func keep<Value>(
    _ rows: [Record], _ kind: ReferenceKind, _ read: (inout Findings, Record) -> Value?
  ) -> [Value] {
    var kept: [Value] = []
    kept.reserveCapacity(rows.count)
    for row in rows {
      if let value = read(&findings, row) {
        kept.append(value)
      } else if let id = row.string("id") {
        findings.spoilt[kind, default: []].insert(id)
      }
    }
    return kept
  }

  private mutating func tellNoCampaign(_ id: String, _ path: String) {
    findings.bag.error(
      "content.missing-file", at: Location(file: "campaigns/\(id)/campaign.md"),
      "Thư mục “campaigns/\(id)” có bảng nhưng thiếu “campaign.md”.",
      help: "Tạo tệp campaign.md với phần khai báo: title, kind, origin, owner, period.",
      notes: [.init("Bảng chưa dùng được.", at: Location(file: path))])
  }

  private mutating func read(_ sheet: CampaignSheet, _ path: String, into campaign: inout Campaign)
  {
    let id = campaign.id
    switch sheet {
    case .targets:
      campaign.targets += keep(rows(of: path, as: Schemas.targets), .target(campaign: id)) {
        $0.target($1, campaign: id)
      }
    case .results:
      campaign.results += rows(of: path, as: Schemas.results)
        .compactMap { findings.result($0, campaign: id, unit: nil) }
    case .registrations:
      campaign.registrations += rows(of: path, as: Schemas.registrations)
        .compactMap { findings.registration($0, campaign: id) }
    case .awards:
      campaign.awards += rows(of: path, as: Schemas.awards)
        .compactMap { findings.award($0, campaign: id, unit: nil) }
    case .exemplars:
      // Steps and followers come later in the order of names, so the exemplars are there.
      campaign.exemplars += keep(rows(of: path, as: Schemas.exemplars), .exemplar) {
        $0.exemplar($1, campaign: id)
      }
    case .steps:
      for (exemplar, step) in rows(of: path, as: Schemas.steps).compactMap({ findings.step($0) }) {
        with(exemplar, in: &campaign) { $0.steps.append(step) }
      }
    case .followers:
      for (exemplar, follower) in rows(of: path, as: Schemas.followers)
        .compactMap({ findings.follower($0) })
      {
        with(exemplar, in: &campaign) { $0.followers.append(follower) }
      }
    case .inspections:
      campaign.inspections += rows(of: path, as: Schemas.inspections)
        .compactMap { findings.inspection($0, campaign: id) }
    case .submissions:
      campaign.submissions += rows(of: path, as: Schemas.submissions)
        .compactMap { findings.submission($0, campaign: id) }
    case .events:
      campaign.events += rows(of: path, as: Schemas.events)
        .compactMap { findings.event($0, campaign: id) }
    }
  }

  private func with(
    _ exemplar: String, in campaign: inout Campaign, _ change: (inout Exemplar) -> Void
  ) {
    guard let place = campaign.exemplars.firstIndex(where: { $0.id == exemplar }) else { return }
    change(&campaign.exemplars[place])
  }

  mutating func rows(of path: String, as schema: Schema) -> [Record] {
    guard let bytes = source.read(path, into: &findings.bag),
      let table = TableFile.parse(bytes, file: path, into: &findings.bag)
    else { return [] }
    return schema.read(table, into: &findings.bag)
  }
}
