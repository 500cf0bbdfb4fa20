import Campaigns
import Vietnamese

/// All awards, cut in every way for which the register has pages.
struct AwardRegister: Sendable {
  /// By what a list of the register is cut, in the order of its filters.
  enum Cut: Int, CaseIterable {
    case schoolYear, year, awardClass, title, form, basis, subject, place

    var heading: String {
      switch self {
      case .schoolYear: "Năm học được xét"
      case .year: "Năm quyết định"
      case .awardClass: "Phân loại"
      case .title: "Danh hiệu"
      case .form: "Hình thức"
      case .basis: "Căn cứ"
      case .subject: "Đối tượng"
      case .place: "Nơi công tác"
      }
    }
  }

  /// One list of the register.
  struct List: Sendable {
    let cut: Cut?
    /// Its part of the address; empty for the list of all.
    let id: String
    let label: String
    let title: String
    /// Places in `granted` and in `revoked`.
    var granted: [Int] = []
    var revoked: [Int] = []
  }

  /// Those in force, in the order of conferring: alone these count.
  let granted: [Award]
  let revoked: [Award]
  /// Proposals whose public notice is running: nothing that was awarded.
  let nominees: [Award]
  /// That of all awards first, then those of each cut in turn.
  let lists: [List]
  private let places: [String: Int]

  init(_ archive: Archive, _ directory: Directory, now: PlainDate) {
    let all = archive.allAwards.sorted(by: Award.inOrderOfConferring)
    granted = all.filter { $0.status == .granted }
    revoked = all.filter { $0.status == .revoked }
    nominees = all.filter { award in
      award.status == .proposed && award.noticeUntil.map { $0 >= now } == true
    }
    var found: [String: (order: Int, list: List)] = [:]
    func put(_ award: Award, _ add: (inout List) -> Void) {
      for (order, list) in Self.lists(of: award, directory) {
        add(&found[list.id, default: (order, list)].list)
      }
    }
    for (i, award) in granted.enumerated() { put(award) { $0.granted.append(i) } }
    for (i, award) in revoked.enumerated() { put(award) { $0.revoked.append(i) } }
    let whole = List(
      cut: nil, id: "", label: "Tất cả", title: "Khen thưởng", granted: Array(granted.indices),
      revoked: Array(revoked.indices))
    // Ids differ, so the order is total.
    lists =
      [whole]
      + found.values.map { (($0.list.cut?.rawValue ?? 0, $0.order, $0.list.id), $0.list) }
      .sorted { $0.0 < $1.0 }.map(\.1)
    var places: [String: Int] = [:]
    for (i, list) in lists.enumerated() { places[list.id] = i }
    self.places = places
  }

  func list(_ id: String) -> List { lists[places[id] ?? 0] }

  /// The lists besides that of all on which an award stands, with their order within the cut.
  private static func lists(of award: Award, _ directory: Directory) -> [(Int, List)] {
    var lists: [(Int, List)] = []
    func add(_ cut: Cut, _ order: Int, _ id: String, _ label: String, _ title: String) {
      lists.append((order, List(cut: cut, id: id, label: label, title: title)))
    }
    if case .term(let term) = award.period {
      add(
        .schoolYear, -term.startYear, term.years, term.years, "Khen thưởng năm học \(term.years)")
    }
    if let year = award.decisionDate?.year {
      add(.year, -year, String(year), String(year), "Khen thưởng theo quyết định năm \(year)")
    }
    let form = award.form
    let awardClass: Award.Class = form.isTitle ? .title : .form
    add(
      .awardClass, form.isTitle ? 0 : 1, awardClass.rawValue, awardClass.title, awardClass.title)
    add(
      form.isTitle ? .title : .form, Award.Form.inOrderOfConferring.firstIndex(of: form) ?? 0,
      form.rawValue, form.title, "\(awardClass.title): \(form.title)")
    let basis = award.basis
    add(
      .basis, Award.Basis.allCases.firstIndex(of: basis) ?? 0, basis.rawValue, basis.title,
      "Khen thưởng \(basis.title.lowercased())")
    let kind = award.subjectKind
    add(
      .subject, Award.SubjectKind.allCases.firstIndex(of: kind) ?? 0, kind.rawValue, kind.title,
      "Khen thưởng \(kind.title.lowercased())")
    if let unit = directory.unit(award.unit) {
      if unit.kind == .school || unit.kind == .centre {
        for level in unit.levels {
          add(
            .place, Unit.Level.allCases.firstIndex(of: level) ?? 0, level.rawValue, level.title,
            "Khen thưởng cấp \(level.title)")
        }
      } else {
        add(
          .place, Unit.Level.allCases.count, "co-quan", "Cơ quan quản lý",
          "Khen thưởng ở cơ quan quản lý")
      }
    }
    return lists
  }
}
