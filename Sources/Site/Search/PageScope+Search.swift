import Templating

extension PageScope {
  static let searchShape = Shape([
    "url": .text("địa chỉ trang tìm kiếm"),
    "script": .text("địa chỉ tệp JavaScript của trang tìm kiếm"),
    "kinds": .list("các loại kết quả để lọc", of: searchKindShape),
    "lists": .list("các danh mục, cho khi không tìm theo từ được", of: linkShape),
  ])

  static let searchKindShape = Shape([
    "id": .text("mã của loại, như `don-vi`"),
    "title": .text("tên của loại"),
  ])

  func search(_ plan: SitePlan) -> Value {
    let kinds = Set(SearchDocuments(plan: plan, tree: tree).items.map(\.kind))
    let lists = [
      ("Đơn vị", Address.units), ("Phong trào thi đua", Address.campaigns),
      ("Gương điển hình", Address.stories(sheet: 1)), ("Điển hình tiên tiến", Address.exemplars),
      ("Cụm, khối thi đua", Address.clusters), ("Khen thưởng", Address.awards),
      ("Chỉ số", Address.indicators), ("Báo cáo", Address.reports), ("Lịch", Address.calendar),
    ]
    return .record(
      Self.searchShape,
      [
        href(Address.search), href(Address.searchScript),
        .list(
          SearchKind.allCases.filter(kinds.contains).map {
            .record(Self.searchKindShape, [.text($0.rawValue), .text(say($0.title))])
          }),
        .list(
          lists.filter { plan.paths.contains(tree.folder + $0.1) }.map { link(say($0.0), $0.1) }),
      ])
  }
}
