import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let inspectionShape = Shape([
    "date": .text("ngày kiểm tra"),
    "unit": .object("nơi được kiểm tra", linkShape),
    "by": .object("bên kiểm tra", linkShape),
    "campaign": .object("phong trào", linkShape),
    "findings": .text("kết luận"),
    "remedy": .text("kiến nghị khắc phục"),
    "closed": .text("ngày khắc phục xong"),
    "is_open": .flag("đã kiến nghị mà chưa khắc phục xong"),
    "days_open": .text("số ngày từ hôm kiểm tra, khi chưa khắc phục"),
  ])

  func inspection(_ item: Inspection) -> Value {
    // A remedy that was asked for stays open until the day on which it was done.
    let closed = item.closedOn.flatMap { $0 <= model.now ? $0 : nil }
    let isOpen = item.remedy != nil && closed == nil && item.date <= model.now
    let days = isOpen ? model.now.dayNumber - item.date.dayNumber : nil
    return .record(
      Self.inspectionShape,
      [
        shortDate(item.date), unitLink(item.unit), unitLink(item.by),
        campaignLink(item.campaign), .text(item.findings), .text(item.remedy),
        shortDate(closed), .bool(isOpen), days.map { number($0) } ?? .null,
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

  static let fileShape = Shape([
    "name": .text("dạng tệp: PDF, Word hoặc Excel"),
    "url": .text("địa chỉ của tệp"),
    "size": .text("cỡ tệp, ví dụ 38 KB; trống khi xem trước, lúc tệp chưa được tạo"),
  ])

  static func size(_ bytes: Int?) -> Value { bytes.map { .text(FileSize.text($0)) } ?? .null }

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
                  [.text(file.name), href(file.path), Self.size(file.size)])
              }),
            report.sources.map(href) ?? .null,
          ])
      })
  }

  func joined(_ list: [String]) -> String? {
    list.isEmpty ? nil : list.joined(separator: ", ")
  }
}
