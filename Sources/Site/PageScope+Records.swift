import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let awardShape = Shape([
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
  ])

  func award(_ award: Award) -> Value {
    .lazy(Self.awardShape) { name in
      switch name {
      case "form": .text(award.form.title)
      case "class": .text(award.awardClass.title)
      case "subject": .text(subject(of: award))
      case "subject_kind": .text(award.subjectKind.title)
      case "unit": unitLink(award.unit)
      case "basis": .text(award.basis.title)
      case "achievement": .text(award.achievement)
      case "period": .text(award.period?.shortName)
      case "decision": .text(award.decisionNumber)
      case "date": .shortDate(award.decisionDate)
      case "authority": .text(award.authority)
      case "campaign": campaignLink(award.campaign)
      case "is_posthumous": .bool(award.isPosthumous)
      default: .null
      }
    }
  }

  private func subject(of award: Award) -> String {
    if let id = award.person, let person = directory.person(id) {
      return name(of: person).capitalizedFirst
    }
    // A person's name in free text has no consent behind it.
    if award.subjectKind != .individual {
      return award.subject ?? directory.unit(award.unit)?.name ?? award.unit
    }
    return "Một cá nhân"
  }

  func awards(_ indices: [Int]?) -> Value {
    .some((indices ?? []).map { award(model.awards[$0]) })
  }

  static let inspectionShape = Shape([
    "date": .text("ngày kiểm tra"),
    "unit": .object("nơi được kiểm tra", linkShape),
    "by": .object("bên kiểm tra", linkShape),
    "campaign": .object("phong trào", linkShape),
    "findings": .text("kết luận"),
    "remedy": .text("kiến nghị khắc phục"),
    "closed": .text("ngày khắc phục xong"),
  ])

  func inspection(_ item: Inspection) -> Value {
    .record(
      Self.inspectionShape,
      [
        .shortDate(item.date), unitLink(item.unit), unitLink(item.by),
        campaignLink(item.campaign), .text(item.findings), .text(item.remedy),
        .shortDate(item.closedOn),
      ])
  }

  static let reportShape = Shape([
    "title": .text("tên báo cáo"),
    "heading": .text("loại báo cáo, làm tiêu đề của danh sách"),
    "unit": .object("đơn vị báo cáo", linkShape),
    "campaign": .object("phong trào", linkShape),
    "html": .text("địa chỉ bản xem trên trang"),
    "files": .list("các bản để tải: PDF, Word, Excel", of: fileShape),
    "sources": .text("địa chỉ tệp nguồn số liệu, cho máy đọc"),
  ])

  private static let fileShape = Shape([
    "name": .text("dạng tệp: PDF, Word hoặc Excel"),
    "url": .text("địa chỉ của tệp"),
    "size": .text("cỡ tệp, ví dụ 38 KB"),
  ])

  func reports(_ indices: [Int]?) -> Value {
    .some(
      (indices ?? []).map { i in
        let report = model.reports[i]
        return .record(
          Self.reportShape,
          [
            .text(report.title), .text(report.heading), unitLink(report.unit),
            campaignLink(report.campaign),
            report.html.map(href) ?? .null,
            .some(
              report.files.map { file in
                .record(
                  Self.fileShape,
                  [.text(file.name), href(file.path), .text(FileSize.text(file.size))])
              }),
            report.sources.map(href) ?? .null,
          ])
      })
  }

  func joined(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: ", ")
  }
}
