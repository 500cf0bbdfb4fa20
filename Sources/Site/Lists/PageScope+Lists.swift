import Templating
import Vietnamese

/// One sheet of a list of a register, and how its lists are reached.
struct ListView: Sendable {
  let register: Register
  let list: Register.List
  /// Counted from 1.
  let sheet: Int
  /// The path of a sheet of the list of an id.
  let address: @Sendable (_ list: String, _ sheet: Int) -> String
  /// Cuts that are reached from elsewhere, having too many lists for a filter.
  var hidden: Set<Int> = []
  /// The path of the page that tells all lists of a cut.
  var overview: @Sendable (_ cut: Int) -> String? = { _ in nil }

  var items: ArraySlice<Int> { register.items(list, sheet: sheet) }
  var sheets: Int { register.sheets(list) }
}

/// What the templates of all lists see: the filters, the sheets, where in the list one is.
extension PageScope {
  /// Lists of a cut that a filter shows; of more it shows the biggest.
  static let filterLimit = 24

  static let listMembers: [(String, Member)] = [
    ("title", .text("tên danh sách")),
    ("total", .text("tổng số mục của danh sách")),
    ("first", .number("số thứ tự đứng ngay trước mục đầu tiên của tờ")),
    ("is_whole", .flag("là danh sách đầy đủ, không lọc")),
    ("clear_url", .text("địa chỉ danh sách đầy đủ; trống khi đang xem nó")),
    ("filters", .list("các bộ lọc, ở tờ đầu", of: filterShape)),
    ("filters_url", .text("địa chỉ tờ đầu, nơi có các bộ lọc; trống ở tờ đầu")),
    ("opens_filters", .flag("các bộ lọc mở sẵn: ở tờ đầu của danh sách đầy đủ")),
    ("number", .number("tờ thứ mấy")),
    ("count", .number("có mấy tờ")),
    ("previous", .text("địa chỉ tờ trước")),
    ("next", .text("địa chỉ tờ sau")),
    ("sheets", .list("liên kết đến các tờ; chỗ bỏ qua không có địa chỉ", of: linkShape)),
  ]

  static let filterShape = Shape([
    "heading": .text("lọc theo gì, như “Năm học được xét”"),
    "lists": .list("các danh sách", of: filteredShape),
    "more": .text("địa chỉ trang kể mọi danh sách, khi chỉ kể những danh sách nhiều mục nhất"),
    "all": .text("có bao nhiêu danh sách"),
  ])

  static let filteredShape = Shape([
    "name": .text("tên"),
    "url": .text("địa chỉ"),
    "count": .text("số mục"),
    "is_current": .flag("là danh sách đang xem"),
  ])

  /// A name of `listMembers`.
  func member(_ name: String, of view: ListView) -> Value {
    let list = view.list
    return switch name {
    case "title": .text(said(list.title))
    case "total": number(list.items.count)
    case "first": .int((view.sheet - 1) * view.register.size(ofSheetsIn: list))
    case "is_whole": .bool(list.cut == nil)
    case "clear_url": list.cut == nil ? .null : href(view.address("", 1))
    case "filters": view.sheet == 1 ? filters(view) : .null
    case "filters_url": view.sheet == 1 ? .null : href(view.address(list.id, 1))
    case "opens_filters": .bool(list.cut == nil && view.sheet == 1)
    case "number": .int(view.sheet)
    case "count": .int(view.sheets)
    case "previous": view.sheet > 1 ? href(view.address(list.id, view.sheet - 1)) : .null
    case "next": view.sheet < view.sheets ? href(view.address(list.id, view.sheet + 1)) : .null
    case "sheets":
      .some(sheetLinks(around: view.sheet, view.sheets) { view.address(list.id, $0) })
    default: .null
    }
  }

  /// The parts of the list at hand first, then every cut of the whole.
  private func filters(_ view: ListView) -> Value {
    let register = view.register
    let whole = view.list.within ?? view.list.id
    var filters: [Value] = []
    let parts = whole.isEmpty ? [] : register.parts(of: whole)
    if let cut = parts.first?.cut {
      let heading = say(
        "{heading}, trong “{list}”", ("heading", say(register.headings[cut])),
        ("list", said(register.list(whole).label)))
      filters.append(filter(heading, parts, view, more: nil, all: parts.count))
    }
    for (cut, heading) in register.headings.enumerated() where !view.hidden.contains(cut) {
      let lists = register.lists(ofCut: cut)
      if lists.isEmpty { continue }
      let shown = Self.biggest(lists, current: whole)
      filters.append(
        filter(
          heading, shown, view,
          more: shown.count < lists.count ? view.overview(cut) : nil,
          all: lists.count))
    }
    return .some(filters)
  }

  /// At most `filterLimit` lists, in their order; the one at hand is always among them.
  private static func biggest(_ lists: [Register.List], current: String) -> [Register.List] {
    if lists.count <= filterLimit { return lists }
    let order = lists.indices.sorted { a, b in
      let (x, y) = (lists[a].items.count, lists[b].items.count)
      return x == y ? a < b : x > y
    }
    let kept = Set(order.prefix(filterLimit))
    return lists.enumerated().filter { kept.contains($0) || $1.id == current }.map(\.element)
  }

  private func filter(
    _ heading: String, _ lists: [Register.List], _ view: ListView, more: String?, all: Int
  ) -> Value {
    .record(
      Self.filterShape,
      [
        .text(say(heading)), .list(lists.map { filtered($0, view) }), more.map(href) ?? .null,
        number(all),
      ])
  }

  /// A list as a filter shows it.
  func filtered(_ list: Register.List, _ view: ListView) -> Value {
    .record(
      Self.filteredShape,
      [
        .text(said(list.label)), href(view.address(list.id, 1)), number(list.items.count),
        .bool(list.id == view.list.id),
      ])
  }

  /// All lists of a cut, where a filter shows only the biggest.
  func overview(of view: ListView, cut: Int) -> Value {
    let lists = view.register.lists(ofCut: cut)
    return filter(view.register.headings[cut], lists, view, more: nil, all: lists.count)
  }

  /// First, last and the nearest sheets; a gap is a link without address.
  func sheetLinks(
    around number: Int, _ count: Int, _ address: (Int) -> String
  ) -> [Value] {
    guard count > 1 else { return [] }
    var links: [Value] = []
    var last = 0
    for sheet in Set([1, count] + Array(max(1, number - 2)...min(count, number + 2))).sorted() {
      if sheet > last + 1 { links.append(link("…", nil)) }
      links.append(link(String(sheet), address(sheet)))
      last = sheet
    }
    return links
  }
}
