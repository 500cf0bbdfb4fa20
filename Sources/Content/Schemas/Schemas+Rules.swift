import Campaigns
import Records

/// Tables that the whole folder shares: consents, indicators, clusters' scores, rules, waivers.
extension Schemas {
  static let consents = Schema(
    name: "consents.csv", title: "Đồng ý công bố", kind: .table,
    fields: [
      field("person", "Người", .reference("person"), required: true, "Mã người (people.csv)."),
      field(
        "classes", "Loại dữ liệu", choices(Consent.DataClass.self, \.title), required: true,
        list: true, "Những loại dữ liệu được công bố, cách nhau bằng dấu chấm phẩy."),
      field(
        "channel", "Kênh", choices(Consent.Channel.self, \.title),
        "Công bố ở đâu; mặc định là cả trang thông tin và bản in."),
      field(
        "given_by", "Người đồng ý", choices(Consent.Giver.self, \.title), required: true,
        "Bản thân, cha, mẹ hay người giám hộ."),
      field("date", "Ngày", .date, required: true, "Ngày ký văn bản đồng ý."),
      field("valid_until", "Hiệu lực đến", .date, "Ngày cuối còn hiệu lực."),
      field("withdrawn_on", "Ngày rút", .date, "Ngày rút lại sự đồng ý."),
      field("evidence", "Minh chứng", "Nơi lưu văn bản; không bao giờ được đọc hay công bố."),
    ], keyFields: ["person", "given_by", "date"])

  static let indicators = Schema(
    name: "indicators.csv", title: "Chỉ số", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã chỉ số, dùng ở cột “indicator” của targets.csv."),
      field("name", "Tên chỉ số", required: true, "Tên chỉ số."),
      field("unit_of_measure", "Đơn vị tính", required: true, "%, trường, điểm …"),
      field(
        "direction", "Chiều hướng", choices(Indicator.Direction.self, \.title), required: true,
        "Cao hay thấp là tốt."),
      field("numerator", "Tử số", "Đếm những gì."),
      field("denominator", "Mẫu số", "Trên tổng số nào."),
      field("source", "Nguồn", "Số liệu lấy từ đâu."),
      note,
    ], keyFields: ["id"])

  static let memberships = Schema(
    name: "memberships.csv", title: "Thành viên cụm, khối", kind: .table,
    fields: [
      field("cluster", "Cụm, khối", .reference("cluster"), required: true, "Mã cụm, khối."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị."),
      field("from", "Từ ngày", .date, "Ngày vào cụm, khối."),
      field("to", "Đến ngày", .date, "Ngày cuối ở trong cụm, khối."),
      field("leader", "Trưởng cụm", .bool, "“có” nếu là trưởng cụm, khối trong thời gian đó."),
    ], keyFields: ["cluster", "unit", "from"])

  static let parents = Schema(
    name: "parents.csv", title: "Cấp trên theo thời gian", kind: .table,
    fields: [
      field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị."),
      field("parent", "Cấp trên", .reference("unit"), required: true, "Mã đơn vị cấp trên."),
      field(
        "kind", "Loại", choices(Superior.Kind.self, \.title), required: true,
        "Cơ quan chủ quản hay cấp trên chuyên môn."),
      field("from", "Từ ngày", .date, "Ngày đầu thuộc cấp trên đó."),
      field("to", "Đến ngày", .date, "Ngày cuối thuộc cấp trên đó."),
    ], keyFields: ["unit", "kind", "from"])

  static let criteria = Schema(
    name: "criteria.csv", title: "Thang bảng điểm", kind: .table,
    fields: [
      field("cluster", "Cụm, khối", .reference("cluster"), required: true, "Mã cụm, khối."),
      field("period", "Kỳ", required: true, "Kỳ xét: năm học 2023-2024 hoặc 2024."),
      field("id", "Mã", .id, required: true, "Mã tiêu chí, duy nhất trong bảng của cụm và kỳ."),
      field("parent", "Thuộc mục", .id, "Mã mục lớn."),
      field("text", "Tiêu chí", required: true, "Nội dung tiêu chí."),
      field(
        "kind", "Loại điểm", choices(Criterion.Kind.self, \.title),
        "Điểm chuẩn, cộng hay trừ, mặc định là điểm chuẩn; hoặc một mức xếp loại."),
      field("max", "Điểm tối đa", .number, "Số điểm nhiều nhất của tiêu chí hoặc của mục."),
      field("least", "Từ điểm", .number, "Tổng điểm thấp nhất của mức xếp loại."),
      field("evidence", "Cần minh chứng", .bool, "“có” nếu chấm điểm phải kèm minh chứng."),
    ], keyFields: ["cluster", "period", "id"])

  static let scores = Schema(
    name: "scores.csv", title: "Điểm thi đua", kind: .table,
    fields: [
      field("cluster", "Cụm, khối", .reference("cluster"), required: true, "Mã cụm, khối."),
      field("period", "Kỳ", required: true, "Kỳ xét như trong criteria.csv."),
      field("criterion", "Tiêu chí", .id, required: true, "Mã tiêu chí."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Mã đơn vị."),
      field("own", "Tự chấm", .number, "Điểm đơn vị tự chấm; điểm trừ ghi số dương."),
      field(
        "given", "Cụm chấm", .number,
        "Điểm cụm, khối chấm; không có thì ghi 0, bỏ trống là chưa chấm."),
      field("evidence", "Minh chứng", "Minh chứng kèm theo."),
    ], keyFields: ["cluster", "period", "criterion", "unit"])

  static let waivers = Schema(
    name: "waivers.csv", title: "Miễn nhắc", kind: .table,
    fields: [
      field("check", "Kiểm tra", required: true, "Mã kiểm tra, ví dụ L05."),
      field("record", "Đối tượng", required: true, "Mã của dòng được nhắc, như lời nhắc đã ghi."),
      field("reason", "Lý do", required: true, "Vì sao để nguyên."),
      field("by", "Người quyết định", "Ai quyết định."),
      field("until", "Đến ngày", .date, "Ngày cuối còn hiệu lực; bỏ trống là không thời hạn."),
    ], keyFields: ["check", "record"])

  static let synonyms = Schema(
    name: "synonyms.csv", title: "Từ đồng nghĩa khi tìm kiếm", kind: .table,
    fields: [
      field("term", "Từ", required: true, "Từ, cụm từ hoặc chữ viết tắt, ví dụ TNCS."),
      field(
        "same_as", "Cũng là", required: true, list: true,
        "Những cách viết khác mà việc tìm kiếm coi là một."),
    ], keyFields: ["term"])

  static let submissions = Schema(
    name: "campaigns/<id>/submissions.csv", title: "Văn bản đã gửi", kind: .table,
    fields: [
      field("duty", "Việc", .id, required: true, "Mã việc ở “duties” của campaign.md."),
      field("unit", "Đơn vị", .reference("unit"), required: true, "Đơn vị gửi."),
      field("sent_on", "Ngày gửi", .date, required: true, "Ngày gửi."),
      field("number", "Số, ký hiệu", "Số, ký hiệu văn bản, ví dụ 45/BC-THCS."),
      field("period", "Kỳ", "Kỳ của việc lặp lại: 2023, HK I 2023-2024; bỏ trống là kỳ gần nhất."),
      note,
    ], keyFields: ["duty", "unit", "sent_on"])

  static let events = Schema(
    name: "campaigns/<id>/events.csv", title: "Sự kiện", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã sự kiện."),
      field("kind", "Loại", choices(Event.Kind.self, \.title), required: true, "Loại sự kiện."),
      field("title", "Tên", required: true, "Tên sự kiện."),
      field("date", "Ngày", .partialDate, required: true, "Ngày, hoặc “dự kiến tháng 12/2024”."),
      field("place", "Địa điểm", "Nơi tổ chức."),
      field("unit", "Đơn vị", .reference("unit"), "Đơn vị tổ chức."),
      field("cluster", "Cụm, khối", .reference("cluster"), "Cụm, khối tổ chức."),
      field(
        "exemplars", "Điển hình", .reference("exemplar"), list: true,
        "Mã các điển hình được giới thiệu."),
      note,
    ], keyFields: ["id"])

  static let rules = Schema(
    name: "rules/<tên>.yaml", title: "Bộ quy tắc", kind: .yaml,
    fields: [
      field("title", "", required: true, "Tên bộ quy tắc."),
      field("act", "", .reference("document"), required: true, "Mã văn bản (documents.csv)."),
      field("from", "", .date, required: true, "Ngày đầu áp dụng."),
      field("to", "", .date, "Ngày cuối áp dụng."),
      field(
        "scope", "", .reference("unit"), list: true,
        "Các đơn vị chịu ràng buộc, kể cả cấp dưới; bỏ trống là cả nước."),
      field("quotas", "", .mappings(quotaFields), "Tỷ lệ tối đa."),
      field("authority", "", .mappings(authorityFields), "Thẩm quyền quyết định."),
      field("standards", "", .mappings(standardFields), "Tiêu chuẩn."),
      field("order", "", "Điều, khoản quy định thứ tự trao tặng, ví dụ “khoản 5 Điều 29”."),
      field("note", "", "Ghi chú: nguồn, điều chưa kiểm chứng."),
    ], keyFields: [])

  private static let article = field(
    "article", "", required: true, "Điều, khoản của văn bản, ví dụ “Điều 27”.")
  private static let quotaFields = [
    field("form", "", choices(Award.Form.self, \.title), required: true, "Danh hiệu, hình thức."),
    field(
      "base", "",
      .choice([
        Choice(id: "tong-so", aliases: ["tổng số"]),
        Choice(id: "nguoi-dat", aliases: ["người đạt"]),
        Choice(id: "dan-dau-cum", aliases: ["dẫn đầu cụm"]),
      ]), required: true, "Tính trên tổng số, trên người đạt danh hiệu khác, hay đơn vị dẫn đầu."),
    field("holders", "", choices(Award.Form.self, \.title), "Danh hiệu làm mẫu số."),
    field("max", "", .number, required: true, "Tỷ lệ tối đa, tính bằng %."),
    field(
      "severity", "",
      .choice([
        Choice(id: "error", aliases: ["lỗi"]), Choice(id: "warning", aliases: ["cảnh báo"]),
      ]), "Vượt là lỗi hay cảnh báo; mặc định là cảnh báo."),
    article,
  ]
  private static let authorityFields = [
    field(
      "office", "", required: true,
      "Chức vụ, ví dụ “Giám đốc Sở”; nhiều tên cách nhau bằng dấu gạch đứng."),
    field(
      "forms", "", choices(Award.Form.self, \.title), list: true,
      "Những danh hiệu, hình thức được quyết định; bỏ trống là chức vụ không còn."),
    article,
  ]
  private static let standardFields = [
    field("form", "", choices(Award.Form.self, \.title), required: true, "Danh hiệu."),
    field("requires", "", choices(Award.Form.self, \.title), "Danh hiệu phải có trước."),
    field("consecutive", "", .integer, "Số lần liên tục của danh hiệu đó."),
    field("share", "", .number, "Tỷ lệ % thành viên tối thiểu đạt danh hiệu đó."),
    field("members", "", .integer, "Số thành viên ít nhất đạt danh hiệu đó."),
    article,
  ]
}
