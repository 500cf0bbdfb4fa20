import Campaigns
import Vietnamese

/// All awards, cut in every way for which the register has pages.
struct AwardRegister: Sendable {
  /// Awards on one sheet.
  static let perSheet = 100

  /// By what a list of the register is cut, in the order of its filters.
  enum Cut: Int, CaseIterable {
    case schoolYear, year, awardClass, title, form, basis, subject, place, campaign

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
      case .campaign: "Phong trào"
      }
    }
  }

  static func list(ofCampaign id: String) -> String { "phong-trao/\(id)" }

  /// Those in force, in the order of conferring: alone these count.
  let granted: [Award]
  let revoked: [Award]
  /// Proposals whose public notice is running: nothing that was awarded.
  let nominees: [Award]
  /// Numbers on its lists are places in `granted`; those that stand apart are places in `revoked`.
  let register: Register

  init(_ archive: Archive, _ directory: Directory, now: PlainDate) {
    let all = archive.allAwards.sorted(by: Award.inOrderOfConferring)
    granted = all.filter { $0.status == .granted }
    revoked = all.filter { $0.status == .revoked }
    nominees = all.filter { award in
      award.status == .proposed && award.noticeUntil.map { $0 >= now } == true
    }
    var sorter = Register.Sorter(
      Cut.allCases.map(\.heading), perSheet: Self.perSheet, label: "Tất cả", title: "Khen thưởng")
    for (awards, isApart) in [(granted, false), (revoked, true)] {
      for (i, award) in awards.enumerated() {
        sorter.put(i, apart: isApart)
        Self.sort(award, directory) { cut, order, id, names in
          sorter.put(i, apart: isApart, cut: cut.rawValue, order: order, id: id, names)
        }
      }
    }
    register = sorter.register()
  }

  /// Tells the lists besides that of all on which an award stands, with their order in the cut.
  private static func sort(
    _ award: Award, _ directory: Directory,
    _ put: (Cut, Int, String, () -> (label: Phrase, title: Phrase)) -> Void
  ) {
    if case .term(let term) = award.period {
      put(.schoolYear, -term.startYear, term.years) {
        (Phrase(term.years), Phrase("Khen thưởng năm học {years}", ("years", .text(term.years))))
      }
    }
    if let year = award.decisionDate?.year {
      put(.year, -year, String(year)) {
        (
          Phrase(String(year)),
          Phrase("Khen thưởng theo quyết định năm {year}", ("year", .text(String(year))))
        )
      }
    }
    let form = award.form
    let awardClass: Award.Class = form.isTitle ? .title : .form
    put(.awardClass, form.isTitle ? 0 : 1, awardClass.rawValue) {
      (Phrase(awardClass.title), Phrase(awardClass.title))
    }
    put(
      form.isTitle ? .title : .form, Award.Form.inOrderOfConferring.firstIndex(of: form) ?? 0,
      form.rawValue
    ) {
      (
        Phrase(form.title),
        form.isTitle
          ? Phrase("Danh hiệu thi đua: {form}", ("form", .title(form.title)))
          : Phrase("Hình thức khen thưởng: {form}", ("form", .title(form.title)))
      )
    }
    let basis = award.basis
    put(.basis, Award.Basis.allCases.firstIndex(of: basis) ?? 0, basis.rawValue) {
      (Phrase(basis.title), Phrase("Khen thưởng {basis}", ("basis", .said(basis.title))))
    }
    let kind = award.subjectKind
    put(.subject, Award.SubjectKind.allCases.firstIndex(of: kind) ?? 0, kind.rawValue) {
      (Phrase(kind.title), Phrase("Khen thưởng {kind}", ("kind", .said(kind.title))))
    }
    if let id = award.campaign, let title = directory.title(ofCampaign: id) {
      put(.campaign, 0, list(ofCampaign: id)) {
        let part = Phrase.Part.campaign(id: id, title: title)
        return (
          .title(ofCampaign: id, title), Phrase("Khen thưởng: {campaign}", ("campaign", part))
        )
      }
    }
    guard let unit = directory.unit(award.unit) else { return }
    for place in Register.places(of: unit) {
      put(.place, place.order, place.id) {
        (
          Phrase(place.title),
          place.id == "co-quan"
            ? "Khen thưởng ở cơ quan quản lý"
            : Phrase("Khen thưởng cấp {level}", ("level", .title(place.title)))
        )
      }
    }
  }
}
