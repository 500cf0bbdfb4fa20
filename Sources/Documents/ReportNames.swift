import Campaigns
package import Templating

extension ReportBuilder {
  /// The names that the template of a report sees.
  package static var vocabulary: Vocabulary {
    Vocabulary(
      template: template, meaning: "báo cáo, viết bằng Markdown", globals: ReportView.shape)
  }
}

/// What each name means; the views fill them in the same order.
extension ReportView {
  static let shape = Shape([
    "unit": .object("đơn vị báo cáo", unitShape),
    "campaign": .object("phong trào", campaignShape),
    "period": .object("kỳ báo cáo", periodShape),
    "review": .object("sơ kết hay tổng kết", reviewShape),
    "basis": .texts("văn bản mà phong trào thực hiện"),
    "headcount": .texts("quy mô đơn vị: số lớp, số học sinh…"),
    "narrative": .object("phần lời do đơn vị viết (Markdown)", narrativeShape),
    "registrations": .list("nội dung đã đăng ký", of: itemShape),
    "inspections": .list("các lần kiểm tra", of: itemShape),
    "counts": .object("số chỉ tiêu theo đánh giá", countsShape),
    "targets": .list("các chỉ tiêu", of: targetShape),
    "missed": .list("các chỉ tiêu chưa đạt", of: targetShape),
    "missing": .texts("đơn vị chưa gửi đủ số liệu"),
    "chart": .safe("các dòng của khối `bieu-do`"),
    "exemplars": .list("điển hình được theo dõi", of: exemplarShape),
    "awards": .list("khen thưởng trong kỳ", of: awardShape),
    "award_counts": .texts("số lượng theo hình thức khen thưởng"),
    "annex": .object("cách gọi các phụ lục", annexShape),
  ])

  static let unitShape = Shape([
    "id": .text("mã đơn vị"),
    "name": .text("tên đơn vị"),
  ])

  static let campaignShape = Shape([
    "id": .text("mã phong trào"),
    "title": .text("tên đầy đủ"),
    "short_title": .text("tên gọn"),
    "theme": .text("chủ đề"),
  ])

  static let periodShape = Shape([
    "id": .text("mã kỳ"),
    "name": .text("tên kỳ, như “học kỳ I năm học 2023-2024”"),
  ])

  static let reviewShape = Shape([
    "id": .text("mã"),
    "title": .text("“sơ kết” hoặc “tổng kết”"),
  ])

  static let narrativeShape = Shape(
    members: NarrativeSections.known.map { part in
      (part.name, .safe("phần “\(part.title)”, hoặc chỗ trống cần bổ sung"))
    })

  static let itemShape = Shape([
    "text": .text("lời"),
    "mark": .text("dấu cuối dòng: chấm phẩy, dòng cuối là dấu chấm"),
  ])

  static let countsShape = Shape(
    members: [("total", .number("tổng số"))]
      + TargetState.allCases.map { ($0.id, .number("số chỉ tiêu: \($0.title.lowercased())")) })

  static let targetShape = Shape([
    "id": .text("mã chỉ tiêu"),
    "name": .text("tên gọn"),
    "mark": .text("dấu cuối dòng, trong danh sách chưa đạt"),
    "verbatim": .text("nguyên văn"),
    "group": .text("nhóm"),
    "demand": .text("yêu cầu"),
    "value": .text("kết quả"),
    "fraction": .text("tử số và mẫu số, như `412/418`"),
    "state": .text("đánh giá bằng lời"),
    "state_id": .text("mã đánh giá"),
    "reason": .text("vì sao đánh giá như vậy"),
    "reason_short": .text("lý do để viết giữa câu"),
    "is_draft": .flag("số liệu chưa xác nhận"),
  ])

  static let exemplarShape = Shape([
    "name": .text("tên điển hình"),
    "kind": .text("loại"),
    "unit": .text("tên đơn vị"),
    "steps": .text("các bước đã làm, kèm ngày"),
  ])

  static let awardShape = Shape([
    "subject": .text("người hoặc tập thể được khen, kèm đơn vị"),
    "form": .text("danh hiệu, hình thức"),
    "class": .text("phân loại"),
    "decision": .text("số, ngày, cấp ra quyết định"),
  ])

  static let annexShape = Shape([
    "targets": .text("cách gọi phụ lục chỉ tiêu"),
    "awards": .text("cách gọi phụ lục khen thưởng"),
    "exemplars": .text("cách gọi phụ lục điển hình"),
  ])
}
