import Campaigns
import Diagnostics
import Vietnamese

/// The data files: what a unit's page says, for the programs of other portals.
struct UnitData: Sendable {
  /// Raised when a member is taken away or changes its meaning.
  static let version = 1

  let plan: SitePlan
  let scope: PageScope

  var model: SiteModel { plan.model }

  init(_ plan: SitePlan) {
    self.plan = plan
    scope = PageScope(model: plan.model, root: "", tree: .vietnamese)
  }

  static let schema = DataSchema(
    title: "Dữ liệu thi đua của đơn vị",
    meaning: "Những gì trang của đơn vị công bố: phong trào, chỉ tiêu, kết quả, gương điển hình, "
      + "khen thưởng, báo cáo. Chỉ có điều đã được phép công bố.",
    roots: [unitFile.schema, indexFile.schema])

  func schemaFile() -> [UInt8] { Self.schema.value(id: address(Address.dataSchema)).file }

  func index() -> [UInt8] { Self.indexFile.value(of: self).file }

  func file(of unit: Unit) -> [UInt8] { Self.unitFile.value(of: In(unit, self)).file }

  /// Something together with the site that it is told of.
  struct In<Item: Sendable>: Sendable {
    let it: Item
    let data: UnitData

    init(_ item: Item, _ data: UnitData) {
      it = item
      self.data = data
    }

    func with<Other>(_ other: Other) -> In<Other> { In<Other>(other, data) }

    var model: SiteModel { data.plan.model }
    var directory: Directory { data.plan.model.directory }
  }

  /// The full address where the site knows its own, else the way from the root of the site.
  func address(_ path: String) -> String? { model.absolute(path) ?? path }

  /// Where the picture of a story lies; what is wrong with it is told where its own page is made.
  func picture(_ story: Story) -> String? {
    let page = PlannedPage(Address.home, .home, "")
    return story.image.flatMap {
      ProseWriter(plan: plan, page: page, root: "").imagePath($0, at: story.location)
    }
  }

  // MARK: Files

  private static func head<Subject>(
    _ data: @escaping @Sendable (Subject) -> UnitData
  ) -> [DataField<Subject>] {
    [
      .address("luoc_do", "địa chỉ lược đồ của tệp này") {
        data($0).address(Address.dataSchema)
      },
      .count("phien_ban", "số phiên bản của lược đồ; tăng khi một mục bị bỏ hoặc đổi nghĩa") { _ in
        version
      },
      .date("cap_nhat", "ngày tạo tệp") { data($0).model.now },
      .text("trang_web", "tên trang web") { data($0).model.settings.title },
    ]
  }

  static let indexFile = DataShape<UnitData>(
    "tep_danh_sach", "Tệp du-lieu/index.json: mọi đơn vị.",
    head { $0 } + [
      .list("don_vi", "các đơn vị, theo mã", listed) { data in
        data.model.archive.units.sorted { $0.id < $1.id }.map { In($0, data) }
      }
    ])

  private static let listed = DataShape<In<Unit>>(
    "don_vi_tom_tat", "Một đơn vị trong danh sách.",
    [
      .text("ma", "mã đơn vị") { $0.it.id },
      .text("ten", "tên đơn vị") { $0.it.name },
      .text("loai", "loại đơn vị") { $0.it.kind.title },
      .address("tep", "địa chỉ tệp dữ liệu của đơn vị") { $0.data.address(Address.data($0.it.id)) },
      .address("trang", "địa chỉ trang của đơn vị") { $0.data.address(Address.unit($0.it.id)) },
      .count("so_guong", "số gương điển hình") { $0.directory.stories(of: $0.it.id).count },
      .count("so_khen_thuong", "số khen thưởng còn hiệu lực") {
        $0.model.awardsOfUnit[$0.it.id]?.count ?? 0
      },
    ])

  static let unitFile = DataShape<In<Unit>>(
    "tep_don_vi", "Tệp du-lieu/<mã đơn vị>.json: một đơn vị.",
    head { $0.data } + [
      .object("don_vi", "đơn vị", identity) { $0 },
      .list("phong_trao", "các phong trào đơn vị phát động, tham gia", campaign) { unit in
        unit.directory.campaigns(of: unit.it.id).map { unit.with(Taking($0, unit.it)) }
      },
      .list("guong", "gương điển hình, mới nhất trước", story) { unit in
        unit.directory.stories(of: unit.it.id).map { unit.with($0) }
      },
      .list("dien_hinh", "điển hình được theo dõi", exemplar) { unit in
        (unit.model.exemplarsOfUnit[unit.it.id] ?? []).map { unit.with($0) }
      },
      .list("khen_thuong", "khen thưởng còn hiệu lực, theo thứ tự trao tặng", award) { unit in
        (unit.model.awardsOfUnit[unit.it.id] ?? []).map { unit.with(unit.model.awards[$0]) }
      },
      .list("bao_cao", "báo cáo của đơn vị", report) { unit in
        (unit.model.reportsOfUnit[unit.it.id] ?? []).map { unit.with(unit.model.reports[$0]) }
      },
    ])

  private static let identity = DataShape<In<Unit>>(
    "don_vi", "Đơn vị là ai.",
    [
      .text("ma", "mã đơn vị") { $0.it.id },
      .text("ten", "tên đơn vị") { $0.it.name },
      .maybeText("ten_gon", "tên gọn") { $0.it.shortName },
      .text("loai", "loại đơn vị") { $0.it.kind.title },
      .texts("cap_hoc", "các cấp học") { $0.it.levels.map(\.title) },
      .maybeText("dia_danh", "địa danh") { $0.it.place },
      .address("trang", "địa chỉ trang của đơn vị") { $0.data.address(Address.unit($0.it.id)) },
      .object("cap_tren", "cấp trên hiện nay", named) { unit in
        unit.directory.superior(of: unit.it.id, on: unit.model.now).map { unit.with($0) }
      },
      .date("tu_ngay", "ngày bắt đầu hoạt động; null khi không ghi") { $0.it.validFrom },
      .date("den_ngay", "ngày cuối hoạt động; null khi còn hoạt động") { $0.it.validTo },
      .count("hoc_sinh", "số học sinh, học viên; null khi chưa rõ") { $0.it.headcount.pupils },
      .count("lop", "số lớp, nhóm lớp; null khi chưa rõ") { $0.it.headcount.classes },
      .count("giao_vien", "số giáo viên; null khi chưa rõ") { $0.it.headcount.teachers },
      .count("nhan_su", "số cán bộ, giáo viên, nhân viên; null khi chưa rõ") {
        $0.it.headcount.staff
      },
      .flag("minh_hoa", "là dữ liệu minh họa, không có thật") { $0.it.isSample },
    ])

  private static let named = DataShape<In<Unit>>(
    "don_vi_khac", "Một đơn vị được nhắc đến.",
    [
      .text("ma", "mã đơn vị") { $0.it.id },
      .text("ten", "tên đơn vị") { $0.it.name },
      .address("trang", "địa chỉ trang của đơn vị") { $0.data.address(Address.unit($0.it.id)) },
    ])
}
