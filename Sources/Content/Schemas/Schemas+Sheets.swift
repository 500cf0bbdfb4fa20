import Campaigns
import Records

extension Schemas {
  static let targets = Schema(
    name: "campaigns/<id>/targets.csv", title: "Chỉ tiêu", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã chỉ tiêu, duy nhất trong phong trào."),
      field(
        "verbatim", "Chỉ tiêu", required: true, "Nguyên văn câu chỉ tiêu, đúng từng chữ."),
      field("name", "Tên gọn", "Tên ngắn dùng trong bảng; bỏ trống thì dùng nguyên văn."),
      field("group", "Nhóm", "Nhóm chỉ tiêu."),
      field(
        "comparator", "So sánh", choices(Comparator.self, \.title), required: true,
        "Cách so kết quả với chỉ tiêu."),
      field("value", "Giá trị", .number, "Giá trị phải đạt, hoặc giá trị thấp của khoảng."),
      field("value_high", "Giá trị cao", .number, "Giá trị cao của khoảng."),
      field("unit_of_measure", "Đơn vị tính", "%, trường, giải …"),
      field("ordinal", "Mức tối thiểu", "Mức xếp loại tối thiểu, ví dụ Khá."),
      field("dimension", "Chiều", "Phạm vi đo, ví dụ level=th, age=3-5 hoặc subject=Toán."),
      field("baseline", "Mốc so sánh", .number, "Giá trị tại mốc so sánh."),
      field("baseline_at", "Thời điểm mốc", "Thời điểm của mốc, ví dụ năm học 2022-2023."),
      field(
        "direction", "Chiều hướng",
        .choice([
          Choice(id: "up", aliases: ["tăng"]), Choice(id: "down", aliases: ["giảm"]),
          Choice(id: "keep", aliases: ["giữ"]),
        ]), "Tăng hay giảm là tốt."),
      field(
        "window", "Cách tính",
        .choice([
          Choice(id: "atDate", aliases: ["tại thời điểm"]),
          Choice(id: "overPeriod", aliases: ["cả giai đoạn"]),
          Choice(id: "everyYear", aliases: ["từng năm", "hằng năm"]),
          Choice(id: "averagePerYear", aliases: ["bình quân năm"]),
        ]),
        "Lấy số tại thời điểm (mặc định), cộng cả giai đoạn (tỷ lệ thì lấy số cuối), xét từng năm "
          + "hay chia bình quân năm."),
      field(
        "years", "Số năm", .integer,
        "Số năm phải tính, khi “2020-2025” có thể hiểu là 5 hoặc 6 năm."),
      field(
        "measure", "Tính theo",
        .choice([
          Choice(id: "points", aliases: ["điểm phần trăm"]),
          Choice(id: "percent", aliases: ["phần trăm"]),
        ]), "Tăng, giảm bao nhiêu % là điểm phần trăm hay phần trăm của mốc."),
      field("deadline", "Thời hạn", .partialDate, "Thời hạn phải đạt."),
      field(
        "parent", "Trong đó của", .reference("target"), "Mã chỉ tiêu lớn (quan hệ “trong đó”)."),
      field(
        "joint", "Giao của", .reference("target"), list: true,
        "Mã các chỉ tiêu phải cùng đạt."),
      field(
        "excludes", "Loại trừ với", .reference("target"), list: true,
        "Mã các chỉ tiêu mà không đối tượng nào vừa thuộc cái này vừa thuộc cái kia."),
      field(
        "indicator", "Chỉ số",
        "Mã chỉ số dùng chung giữa các phong trào; có indicators.csv thì phải có ở đó."),
      field(
        "applies_to", "Áp dụng cho", .text, list: true,
        "Mã đơn vị hoặc loại đơn vị; bỏ trống là mọi đơn vị tham gia."),
      field(
        "rollup", "Cộng dồn",
        .choice([
          Choice(id: "sum", aliases: ["cộng"]), Choice(id: "none", aliases: ["không"]),
        ]), "Có cộng dồn lên cấp trên hay không."),
      field("owner", "Chịu trách nhiệm", .reference("unit"), "Mã đơn vị chịu trách nhiệm."),
      field(
        "source", "Nguồn", .reference("document"),
        "Mã văn bản giao chỉ tiêu, ví dụ nghị quyết của HĐND."),
      field("strict", "Lớn hơn hẳn", .bool, "“có” nếu phải vượt hẳn giá trị (trên 80%)."),
      note,
    ], keyFields: ["id"])

  private static let resultFields = [
    field("target", "Chỉ tiêu", .reference("target"), required: true, "Mã chỉ tiêu."),
    field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị báo cáo."),
    field(
      "period", "Kỳ", required: true,
      "Kỳ báo cáo: HK I 2023-2024, năm học 2023-2024 hoặc 2024."),
    field("value", "Giá trị", .number, "Giá trị đạt được."),
    field("numerator", "Tử số", .number, "Số đạt."),
    field("denominator", "Mẫu số", .number, "Tổng số."),
    field("as_of", "Ngày chốt", .date, "Ngày chốt số liệu."),
    field(
      "status", "Trạng thái",
      .choice([
        Choice(id: "confirmed", aliases: ["đã xác nhận"]),
        Choice(id: "draft", aliases: ["bản nháp", "chưa xác nhận"]),
      ]),
      "Số liệu đã xác nhận hay còn là nháp; mặc định là đã xác nhận. Số nháp được hiện là “tạm "
        + "tính” và không làm chỉ tiêu đạt hay không đạt."),
    field("evidence", "Minh chứng", "Văn bản, hồ sơ làm minh chứng; không công bố."),
    note,
  ]
  private static let campaignField = field(
    "campaign", "Phong trào", .reference("campaign"), required: true, "Mã phong trào.")

  static let results = Schema(
    name: "campaigns/<id>/results.csv", title: "Kết quả thực hiện", kind: .table,
    fields: resultFields, keyFields: ["target", "unit", "period"])
  static let unitResults = Schema(
    name: "units/<id>/results.csv", title: "Kết quả của đơn vị", kind: .table,
    fields: [campaignField] + resultFields.map(optionalUnit),
    keyFields: ["campaign", "target", "unit", "period"])

  static let registrations = Schema(
    name: "campaigns/<id>/registrations.csv", title: "Đăng ký thi đua", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã đăng ký."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Đơn vị đăng ký."),
      field("item", "Nội dung đăng ký", required: true, "Việc đăng ký thực hiện."),
      field("start", "Bắt đầu", .date, "Ngày bắt đầu."),
      field("end", "Kết thúc", .date, "Ngày kết thúc."),
      field("lead", "Chủ trì", "Người hoặc bộ phận chủ trì."),
      field("coordinators", "Phối hợp", list: true, "Các bộ phận phối hợp."),
      field("expected", "Kết quả dự kiến", "Kết quả dự kiến."),
      field("signed_on", "Ngày ký", .date, "Ngày ký cam kết."),
      field(
        "counterparties", "Ký với", list: true,
        "Ký kết với ai: mã cụm, khối, mã đơn vị, “noi-bo” (trong nội bộ) hoặc tên gọi."),
      field(
        "status", "Trạng thái", choices(Registration.Status.self, \.title), "Tình trạng."),
      field("achieved", "Kết quả đạt được", "Kết quả đạt được, để so với kết quả dự kiến."),
      field("done_on", "Ngày hoàn thành", .date, "Ngày hoàn thành."),
    ], keyFields: ["id"])

  private static let awardFields = [
    field("id", "Mã", .id, required: true, "Mã khen thưởng."),
    field(
      "class", "Phân loại", choices(Award.Class.self, \.title), required: true,
      "Danh hiệu thi đua hay hình thức khen thưởng."),
    field(
      "form", "Danh hiệu, hình thức", choices(Award.Form.self, \.title), required: true,
      "Danh hiệu hoặc hình thức cụ thể."),
    field(
      "subject_kind", "Đối tượng", choices(Award.SubjectKind.self, \.title), required: true,
      "Tập thể, hộ gia đình hay cá nhân."),
    field("person", "Cá nhân", .reference("person"), "Mã người được khen."),
    field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị."),
    field("subject", "Tên đối tượng", "Tên tập thể không có trong units.csv."),
    field(
      "basis", "Căn cứ", choices(Award.Basis.self, \.title), required: true,
      "Loại hình khen thưởng."),
    field("achievement", "Thành tích", "Thành tích được khen."),
    field(
      "achievement_id", "Mã thành tích", .id, "Mã chung của các khen thưởng cho một thành tích."),
    field("achieved_on", "Ngày lập thành tích", .date, "Ngày lập thành tích."),
    field(
      "proposed_on", "Ngày đề nghị", .date,
      "Ngày đề nghị khen thưởng; chưa có quyết định thì chỉ là “đang đề nghị”, không được tính."),
    field(
      "notice_until", "Công khai đến", .date,
      "Ngày cuối công khai đề nghị để lấy ý kiến; bỏ trống thì không hiện đề nghị trên trang."),
    field("period", "Kỳ", "Năm hoặc năm học được xét."),
    field("decision_number", "Số quyết định", "Số quyết định khen thưởng."),
    field("decision_date", "Ngày quyết định", .date, "Ngày quyết định."),
    field("authority", "Cấp có thẩm quyền", "Cơ quan quyết định."),
    field("signer", "Người ký", "Người ký quyết định."),
    field("posthumous", "Truy tặng", .bool, "Truy tặng."),
    field("revoked_on", "Ngày hủy", .date, "Ngày quyết định bị hủy bỏ."),
    note,
  ]

  static let awards = Schema(
    name: "campaigns/<id>/awards.csv", title: "Khen thưởng", kind: .table,
    fields: awardFields, keyFields: ["id"])
  static let unitAwards = Schema(
    name: "units/<id>/awards.csv", title: "Khen thưởng của đơn vị", kind: .table,
    fields: [
      field(
        "campaign", "Phong trào", .reference("campaign"), "Mã phong trào; bỏ trống nếu không thuộc."
      )
    ] + awardFields.map(optionalUnit), keyFields: ["id"])

  /// In a unit's own sheet the folder already says whose row it is.
  private static func optionalUnit(_ field: Field) -> Field {
    guard field.id == "unit" else { return field }
    return Self.field(
      "unit", "Đơn vị", .reference("unit"), "Mã đơn vị; bỏ trống là đơn vị của thư mục.")
  }

  static let exemplars = Schema(
    name: "campaigns/<id>/exemplars.csv", title: "Điển hình tiên tiến", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã điển hình, duy nhất trong cả thư mục."),
      field("name", "Tên điển hình", required: true, "Tên người, tập thể hoặc mô hình."),
      field(
        "kind", "Loại", choices(Exemplar.Kind.self, \.title), required: true, "Loại điển hình."),
      field("person", "Cá nhân", .reference("person"), "Mã người, nếu là cá nhân."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị."),
      field("summary", "Tóm tắt", "Việc làm nổi bật, trong một hai câu."),
      field(
        "status", "Trạng thái",
        .choice([
          Choice(id: "active", aliases: ["đang theo dõi"]),
          Choice(id: "closed", aliases: ["đã kết thúc"]),
        ]), "Còn theo dõi hay đã kết thúc."),
      field("aliases", "Mã cũ", .id, list: true, "Mã cũ; địa chỉ theo mã ấy dẫn tới trang này."),
    ], keyFields: ["id"])

  static let steps = Schema(
    name: "campaigns/<id>/steps.csv", title: "Các bước xây dựng điển hình", kind: .table,
    fields: [
      field("exemplar", "Điển hình", .reference("exemplar"), required: true, "Mã điển hình."),
      field(
        "step", "Bước", choices(Exemplar.Step.self, \.title), required: true, "Bước thực hiện."),
      field("date", "Ngày", .date, required: true, "Ngày thực hiện."),
      note,
      field("by", "Đơn vị", .reference("unit"), "Đơn vị thực hiện."),
      field("evidence", "Minh chứng", "Văn bản, hồ sơ làm minh chứng; không hiện ra trang."),
    ], keyFields: [])

  static let followers = Schema(
    name: "campaigns/<id>/followers.csv", title: "Học tập điển hình", kind: .table,
    fields: [
      field("exemplar", "Điển hình", .reference("exemplar"), required: true, "Mã điển hình."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Đơn vị học tập."),
      field(
        "relation", "Quan hệ", choices(Exemplar.Relation.self, \.title), required: true,
        "Học tập, bắt kịp hay vượt qua."),
      field("date", "Ngày", .date, "Ngày ghi nhận."),
      note,
    ], keyFields: [])

  static let inspections = Schema(
    name: "campaigns/<id>/inspections.csv", title: "Kiểm tra, giám sát", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã cuộc kiểm tra."),
      field("date", "Ngày", .date, required: true, "Ngày kiểm tra."),
      field("by", "Đơn vị kiểm tra", .reference("unit"), "Đơn vị kiểm tra."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Đơn vị được kiểm tra."),
      field("findings", "Kết luận", "Kết luận kiểm tra."),
      field("remedy", "Kiến nghị khắc phục", "Việc phải khắc phục."),
      field("closed_on", "Ngày khắc phục xong", .date, "Ngày khắc phục xong."),
    ], keyFields: ["id"])
}
