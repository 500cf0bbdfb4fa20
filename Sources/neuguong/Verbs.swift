import Terminal

/// Everything that the program tells of itself; each verb is declared beside what it does.
extension Interface {
  static let neuguong = Interface(
    name: "neuguong", version: Program.version, date: Program.versionDay,
    summary: "trang nêu gương và báo cáo thi đua từ một thư mục dữ liệu",
    details: [
      "neuguong đọc một thư mục dữ liệu thi đua (bảng Excel hoặc CSV, bài viết Markdown) rồi tạo ra "
        + "trang web nêu gương và báo cáo theo thể thức của Nghị định 30/2020/NĐ-CP. Mọi chỗ sai "
        + "được nêu một lượt, kèm tệp, dòng hoặc ô, và cách sửa.",
      "Vấn đề và tiến độ in ra luồng lỗi chuẩn; kết quả để máy đọc (--format json, github, junit, sarif) "
        + "in ra luồng ra chuẩn. Chỉ khi luồng lỗi là màn hình mới có màu và dòng tiến độ.",
      "Ctrl-C, SIGTERM và SIGHUP dừng chương trình mà giữ nguyên mọi thứ như trước.",
    ],
    verbs: [
      .build, .preview, .check, .report, .bundle, .verify, .merge, .diff, .schema, .new, .import,
      .templates, .completions, .man, .liquidConformance,
    ],
    exits: Exit.allCases.map { Entry(String($0.rawValue), $0.meaning) },
    environment: [
      Entry(
        "NEUGUONG_LANGUAGE, LC_ALL, LC_MESSAGES",
        "tiếng của các lời nhắc: vi hoặc en; "
          + "biến đứng trước thắng"),
      Entry("SOURCE_DATE_EPOCH", "ngày lập khi không có --now, là số giây từ 1970-01-01"),
      Entry("NO_COLOR", "khác rỗng thì không tô màu"),
      Entry("TERM", "dumb thì không tô màu và không có dòng tiến độ"),
    ],
    files: [
      Entry(
        "content/", "thư mục nội dung khi không nêu tên; “neuguong schema” in định dạng các tệp"),
      Entry(
        "public/, bao-cao/, bundles/", "nơi ghi của build, report và bundle khi không có --output"),
      Entry(
        ".public.neuguong-cache/",
        "cạnh nơi ghi: ảnh, thẻ và PDF giữ lại cho lần sau; xóa lúc nào cũng được"),
      Entry(
        ".public.neuguong-staging-*/, .public.neuguong-lock",
        "chỉ có trong lúc chạy; sót lại sau khi máy tắt đột ngột thì lần chạy sau dọn"),
    ])
}
