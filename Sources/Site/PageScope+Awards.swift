import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let awardShape = Shape([
    "anchor": .text("tên để liên kết tới dòng này, duy nhất trên trang"),
    "form": .text("danh hiệu hoặc hình thức khen thưởng"),
    "class": .text("“Danh hiệu thi đua” hoặc “Hình thức khen thưởng”"),
    "subject": .text("tên người hoặc tập thể được khen; người chưa đồng ý thì không nêu tên"),
    "subject_kind": .text("loại đối tượng: tập thể, cá nhân, hộ gia đình"),
    "unit": .object("đơn vị của người, tập thể được khen", linkShape),
    "basis": .text("căn cứ: thường xuyên, chuyên đề…"),
    "achievement": .text("thành tích"),
    "period": .text("kỳ, như “năm học 2023-2024”"),
    "decision": .text("số quyết định"),
    "date": .text("ngày quyết định, như `05/9/2024`"),
    "authority": .text("cấp ra quyết định"),
    "campaign": .object("phong trào", linkShape),
    "is_posthumous": .flag("truy tặng"),
    "achieved": .text("ngày lập thành tích"),
    "days": .text("số ngày từ khi lập thành tích đến quyết định"),
    "revoked": .text("ngày hủy bỏ quyết định; trống khi còn hiệu lực"),
    "notice_until": .text("ngày cuối công khai đề nghị; chỉ ở danh sách đang đề nghị"),
  ])

  func award(_ award: Award) -> Value {
    .lazy(Self.awardShape) { name in
      switch name {
      case "anchor": .text(Self.anchor(of: award))
      case "form": .text(award.form.title)
      case "class": .text(award.awardClass.title)
      case "subject": .text(subject(of: award))
      case "subject_kind": .text(award.subjectKind.title)
      case "unit": unitLink(award.unit)
      case "basis": .text(award.basis.title)
      case "achievement": .text(award.achievement)
      case "period": .text(award.period.map(tree.shortName))
      case "decision": .text(award.decisionNumber)
      case "date": shortDate(award.decisionDate)
      case "authority": .text(award.authority)
      case "campaign": campaignLink(award.campaign)
      case "is_posthumous": .bool(award.isPosthumous)
      case "achieved": shortDate(award.achievedOn)
      case "days": award.daysToDecision.map(Value.number) ?? .null
      case "revoked": shortDate(award.revokedOn)
      case "notice_until": shortDate(award.noticeUntil)
      default: .null
      }
    }
  }

  static func anchor(of award: Award) -> String { "kt-\(award.id)" }

  func subject(of award: Award) -> String {
    if let id = award.person, let person = directory.person(id) {
      return name(of: person).capitalizedFirst
    }
    if award.subjectKind != .individual {
      return award.subject ?? tree.name(ofUnit: award.unit, in: directory) ?? award.unit
    }
    // A person's name in free text has no consent behind it: the edition that is published has the
    // words for a role there.
    return (award.subject ?? say("một cá nhân")).capitalizedFirst
  }

  func awards(_ indices: [Int]?) -> Value {
    .some((indices ?? []).map { award(model.awards[$0]) })
  }

  static let registerShape = Shape(
    members: listMembers + [
      ("awards", .list("các khen thưởng trên tờ này, theo thứ tự trao tặng", of: awardShape)),
      ("figures", .list("các con số của danh sách, ở tờ đầu", of: labelShape)),
      ("revoked", .list("những quyết định đã hủy bỏ, ở tờ đầu", of: awardShape)),
      ("nominees", .list("đang đề nghị và còn công khai, ở tờ đầu của sổ", of: awardShape)),
      ("order", .text("điều khoản mà danh sách được xếp theo")),
      ("rules", .text("địa chỉ trang quy tắc")),
    ])

  /// One sheet of a list of the register.
  func register(_ list: Register.List, sheet: Int) -> Value {
    let view = ListView(
      register: model.register.register, list: list, sheet: sheet,
      address: { Address.awards($0, sheet: $1) })
    return .lazy(Self.registerShape) { name in
      switch name {
      case "awards": awards(Array(view.items))
      case "figures": sheet == 1 ? figures(of: list) : .null
      case "revoked":
        sheet == 1 ? .some(list.apart.map { award(model.register.revoked[$0]) }) : .null
      case "nominees":
        list.cut == nil && sheet == 1 ? .some(model.register.nominees.map(award)) : .null
      case "order": .text(order)
      case "rules": model.archive.rulePacks.isEmpty ? .null : href(Address.rules)
      default: member(name, of: view)
      }
    }
  }

  /// The rule in force today, else the last one: the register shows the awards of many years.
  private var order: String? {
    let packs = model.archive.rulePacks.filter { $0.orderArticle != nil }
    guard let pack = packs.last(where: { $0.holds(on: model.now) }) ?? packs.last,
      let article = pack.orderArticle, let act = directory.document(pack.act)
    else { return nil }
    return [article, act.kind.title, act.symbol.map { "số \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }

  private func figures(of list: Register.List) -> Value {
    let figures = AwardFigures(list.items.lazy.map { model.awards[$0] }, in: directory)
    let unclear = say("chưa rõ")
    func share(_ share: AwardFigures.Share, of whom: String) -> String? {
      guard share.known + share.unknown > 0 else { return nil }
      guard let percentage = share.percentage else { return unclear }
      let unknown = share.unknown > 0 ? "; \(unclear) \(tree.text(share.unknown))" : ""
      return say(
        whom, ("count", tree.text(share.count)), ("all", tree.text(share.known)),
        ("share", tree.text(percentage))) + unknown
    }
    let subjects = figures.bySubject.filter { $0.count > 0 }
      .map { "\(tree.text($0.count)) \(say($0.kind.title).lowercased())" }
    let days = figures.medianDays.map { median in
      say(
        "một nửa trong vòng {median} ngày, lâu nhất {longest} ngày "
          + "({known} khen thưởng có đủ ngày; chưa rõ {unknown})",
        ("median", tree.text(median)), ("longest", tree.text(figures.days.last ?? median)),
        ("known", tree.text(figures.days.count)),
        ("unknown", tree.text(figures.total - figures.days.count)))
    }
    return labelled([
      (
        "Lượt khen thưởng",
        say(
          "{total}: {titles} danh hiệu, {forms} hình thức khen thưởng",
          ("total", tree.text(figures.total)), ("titles", tree.text(figures.titles)),
          ("forms", tree.text(figures.total - figures.titles)))
      ),
      ("Đối tượng", subjects.isEmpty ? nil : subjects.joined(separator: ", ")),
      (
        "Người trực tiếp lao động",
        share(figures.direct, of: "{count} trong {all} cá nhân ({share}%)")
      ),
      (
        "Tập thể nhỏ", share(figures.smallCollectives, of: "{count} trong {all} tập thể ({share}%)")
      ),
      ("Khen thưởng đột xuất", share(figures.adHoc, of: "{count} trong {all} lượt ({share}%)")),
      ("Từ thành tích đến quyết định", figures.total > 0 ? days ?? unclear : nil),
    ])
  }
}
