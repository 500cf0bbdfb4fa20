import Campaigns
import Records

extension Schemas {
  static let campaign = Schema(
    name: "campaigns/<id>/campaign.md", title: "Phong trào thi đua", kind: .frontMatter,
    fields: [
      field("title", "", required: true, "Tên đầy đủ của phong trào."),
      field("short_title", "", "Tên gọn."),
      field("title_en", "", "Tên trên trang tiếng Anh."),
      field("kind", "", choices(Campaign.Kind.self, \.title), required: true, "Hình thức tổ chức."),
      field("origin", "", choices(Campaign.Origin.self, \.title), required: true, "Cấp phát động."),
      field("owner", "", .reference("unit"), required: true, "Mã đơn vị tổ chức."),
      field(
        "period", "", .span, required: true,
        "Thời gian: “2024”, “2021-2025” hoặc “01/4/2024 - 31/10/2025”."),
      field("terms", "", .terms, list: true, "Các năm học, học kỳ: 2023-2024, 2024-2025-hk1."),
      field("theme", "", "Chủ đề."),
      field("motto", "", "Phương châm."),
      field("motto_elements", "", list: true, "Từng ý của phương châm."),
      field("method", "", "Cách làm."),
      field("slogan", "", "Khẩu hiệu."),
      field("parent", "", .reference("campaign"), "Phong trào cấp trên."),
      field("related", "", .reference("campaign"), list: true, "Các phong trào liên quan."),
      field(
        "basis", "",
        .mappings([
          field("document", "", .reference("document"), required: true, "Mã văn bản."),
          field(
            "role", "",
            .choice([
              Choice(id: "implements", aliases: ["thực hiện"]),
              Choice(id: "cites", aliases: ["căn cứ"]),
            ]), "Thực hiện văn bản hay chỉ dẫn làm căn cứ."),
        ]), "Văn bản căn cứ."),
      field(
        "subjects", "",
        .mapping([
          field("collective", "", "Đối tượng tập thể."),
          field("individual", "", "Đối tượng cá nhân."),
          field("household", "", "Đối tượng hộ gia đình."),
        ]), "Đối tượng thi đua."),
      field("phases", "", .mappings(phaseFields), "Các giai đoạn."),
      field(
        "anniversary", "",
        .mapping([
          field("event", "", required: true, "Sự kiện kỷ niệm."), field("date", "", "Ngày."),
          field("years", "", .integer, "Số năm."),
        ]), "Dịp kỷ niệm mà phong trào hướng tới."),
      field(
        "track", "",
        .choice([
          Choice(id: "four-stages", aliases: ["4 khâu"]),
          Choice(id: "five-steps", aliases: ["5 bước"]),
        ]), "Quy trình xây dựng điển hình."),
      field("duties", "", .mappings(dutyFields), "Các việc phải báo cáo, phải nộp."),
      field(
        "tasks", "",
        .mappings([
          field("text", "", required: true, "Nhiệm vụ."), field("lead", "", "Bộ phận chủ trì."),
          field("coordinators", "", list: true, "Các bộ phận phối hợp."),
        ]), "Phân công nhiệm vụ."),
      field(
        "participants", "", .reference("unit"), list: true,
        "Đơn vị tham gia; bỏ trống là đơn vị tổ chức và mọi đơn vị trực thuộc."),
      field(
        "signatory", "",
        .mapping([
          field("name", "", "Họ tên người ký."), field("position", "", "Chức vụ."),
          field("mode", "", "Quyền hạn ký: TM., KT., TL., TUQ., Q."),
        ]), "Người ký kế hoạch."),
      field(
        "recipients", "",
        .mappings([
          field("name", "", required: true, "Nơi nhận."), field("purpose", "", "Để làm gì."),
        ]), "Nơi nhận."),
      field("source", "", "Trích từ kế hoạch nào."),
      field("aliases", "", list: true, "Mã cũ hoặc địa chỉ cũ của phong trào."),
      sample,
    ], keyFields: [])

  private static let phaseFields = [
    field("id", "", .id, required: true, "Mã giai đoạn."),
    field("name", "", required: true, "Tên giai đoạn."),
    field("from", "", required: true, "Bắt đầu: ngày, tháng hoặc năm."),
    field("to", "", required: true, "Kết thúc: ngày, tháng hoặc năm."),
    field(
      "review", "", choices(Campaign.Review.self, \.title), "Cuối giai đoạn sơ kết hay tổng kết."),
    field("due", "", .partialDate, "Hạn sơ kết, tổng kết."),
  ]
  private static let dutyFields = [
    field("id", "", .id, required: true, "Mã việc."),
    field("kind", "", choices(Campaign.Duty.Kind.self, \.title), required: true, "Loại việc."),
    field("text", "", required: true, "Nguyên văn yêu cầu."),
    field(
      "due", "", list: true,
      "Hạn: “trước ngày 10/12/2024”, “trong tháng 10/2025”, “theo quy định”; việc lặp lại thì ghi "
        + "hạn của kỳ đầu (việc mỗi học kỳ: của hai kỳ đầu)."),
    field(
      "every", "", choices(Campaign.Duty.Repetition.self, \.title),
      "Lặp lại mỗi năm, năm học hay học kỳ của phong trào."),
    field("event", "", "Sự kiện làm hạn, khi không có ngày: mã ở events.csv, hoặc lời."),
    field(
      "from", "", list: true,
      "Ai phải làm: mã đơn vị, loại đơn vị hoặc cấp học; bỏ trống là mọi đơn vị tham gia, trừ nơi "
        + "nhận."),
    field("to", "", "Nơi nhận: mã đơn vị hoặc tên cơ quan."),
    field("via", "", "Gửi qua bộ phận nào."),
  ]

  static let story = Schema(
    name: "stories/<năm>/<tên>.md", title: "Gương điển hình", kind: .frontMatter,
    fields: [
      field("title", "", required: true, "Tựa bài."),
      field("date", "", .date, required: true, "Ngày đăng."),
      field("updated", "", .date, "Ngày sửa lần cuối, khi bài đã đăng được sửa đáng kể."),
      field("author", "", "Người viết."),
      field("summary", "", "Tóm tắt trong một hai câu."),
      field("unit", "", .reference("unit"), "Mã đơn vị."),
      field("person", "", .reference("person"), "Mã người được nêu gương."),
      field("exemplar", "", .reference("exemplar"), "Mã điển hình."),
      field("campaign", "", .reference("campaign"), "Mã phong trào."),
      field("kind", "", choices(Story.Kind.self, \.title), "Cá nhân, tập thể hay mô hình."),
      field("tags", "", list: true, "Thẻ chủ đề."),
      field("quote", "", "Câu nói được trích nổi bật."),
      field(
        "facts", "",
        .mappings([
          field("label", "", required: true, "Tên số liệu."),
          field("value", "", required: true, "Con số, kèm đơn vị."),
        ]), "Con số cụ thể của việc làm."),
      field("image", "", "Tệp ảnh trong thư mục nội dung."),
      field("image_alt", "", "Lời tả ảnh cho người không nhìn thấy ảnh."),
      field("image_credit", "", "Ai chụp, ai vẽ: “Ảnh: tổ truyền thông nhà trường”."),
      field(
        "image_people", "", .reference("person"), list: true,
        "Mã những người nhận ra được trong ảnh; bỏ trống là người của bài."),
      sample,
      field("draft", "", .bool, "“có” khi bài chưa được đăng."),
      field(
        "approval", "", choices(Story.Approval.self, \.title),
        "Bản nháp không bao giờ được đăng; đã duyệt thì ghi cả người và ngày duyệt."),
      field("approved_by", "", "Người duyệt."),
      field("approved_on", "", .date, "Ngày duyệt."),
      field(
        "sensitivity", "", choices(Story.Sensitivity.self, \.title),
        "Bài nội bộ không được đăng; bài nhạy cảm chỉ đăng khi đã duyệt."),
      field("source", "", "Nguồn của bài, nếu đăng lại của nơi khác."),
      field("aliases", "", list: true, "Địa chỉ cũ của bài."),
    ], keyFields: [])

  static let translation = Schema(
    name: "stories/<năm>/<tên>.en.md", title: "Bản dịch của bài", kind: .frontMatter,
    fields: [
      field("title", "", required: true, "Tựa bài đã dịch."),
      field("date", "", .date, "Ngày đăng; nếu ghi thì phải như bài gốc."),
      field("translator", "", "Người dịch."),
      field("summary", "", "Tóm tắt đã dịch."),
      field("quote", "", "Câu nói được trích, đã dịch."),
      field(
        "facts", "",
        .mappings([
          field("label", "", required: true, "Tên số liệu."),
          field("value", "", required: true, "Con số, kèm đơn vị."),
        ]), "Các con số, đã dịch."),
      field("image_alt", "", "Lời tả ảnh, đã dịch."),
      field("draft", "", .bool, "“có” khi bản dịch chưa được đăng."),
    ], keyFields: [])

  static let page = Schema(
    name: "pages/<tên>.md", title: "Trang riêng", kind: .frontMatter,
    fields: [
      field("title", "", required: true, "Tên trang."),
      field("menu", "", .bool, "Có hiện trên thanh điều hướng hay không."),
      field("order", "", .integer, "Thứ tự trên thanh điều hướng."),
      field("updated", "", .date, "Ngày sửa lần cuối."),
      field("aliases", "", list: true, "Địa chỉ cũ của trang."),
    ], keyFields: [])

  static let about = Schema(
    name: "units/<id>/about.md", title: "Giới thiệu đơn vị", kind: .frontMatter,
    fields: [field("title", "", "Tên phần giới thiệu."), sample], keyFields: [])

  static let narrative = Schema(
    name: "units/<id>/reports/<phong trào>.md", title: "Phần tự viết của báo cáo",
    kind: .frontMatter,
    fields: [
      field("campaign", "", .reference("campaign"), "Mã phong trào; mặc định là tên tệp."),
      field(
        "period", "", choices(Campaign.Review.self, \.title),
        "Dùng cho báo cáo sơ kết hay tổng kết; bỏ trống là dùng cho mọi báo cáo."),
      sample,
    ], keyFields: [])
}
