import Content
import Documents
import Terminal

/// The verbs that read a whole content folder and render it.
extension Verb {
  static let build = Verb(
    name: "build", summary: "tạo trang web và báo cáo",
    details: [
      "Đọc nội dung, kiểm tra, rồi ghi cả trang web cùng báo cáo vào một thư mục tạm cạnh nơi ghi; "
        + "chỉ khi không có lỗi nào mới thay trang cũ, trong một bước. Có lỗi hoặc bị dừng giữa "
        + "chừng (Ctrl-C) thì trang cũ giữ nguyên.",
      "Cùng nội dung và cùng ngày lập thì kết quả giống nhau từng byte, trên máy nào cũng vậy.",
    ],
    examples: [
      Example("build content --output public", "cả trang, vào thư mục public"),
      Example(
        "build content --unit thcs-x --output mini --base-url https://thcs-x.example.vn/thi-dua",
        "trang nhỏ của một đơn vị, để đặt ở địa chỉ riêng"),
      Example(
        "build content --now 2025-05-31 --no-reports",
        "lập cho một ngày nhất định, không in báo cáo"),
    ],
    operands: [.content],
    options: [
      .output("public"), .templates,
      Option(name: "base-url", value: "ĐỊA CHỈ", help: "địa chỉ của trang, thay baseURL"),
      Option(
        name: "unit", value: "MÃ",
        help: "chỉ tạo trang nhỏ của đơn vị này và các đơn vị trực thuộc, đứng riêng được; "
          + "--base-url khi ấy là địa chỉ của trang nhỏ"),
      .now, .undefined, .strict, .format, .language, .jobs,
      Option(name: "no-reports", help: "chỉ tạo trang web, không tạo báo cáo"),
      ReportForm.option, .fonts, .cache, .quiet,
    ])

  static let check = Verb(
    name: "check", summary: "kiểm tra nội dung và mẫu, không ghi gì",
    details: [
      "Tìm mọi vấn đề mà build sẽ gặp, kể cả liên kết hỏng, và in tất cả một lượt: tệp, dòng hoặc ô, "
        + "điều sai và cách sửa."
    ],
    examples: [
      Example("check content --strict", "cảnh báo cũng là lỗi"),
      Example("check --explain L07", "một kiểm tra xem gì, căn cứ vào đâu"),
      Example("check content --format sarif > neuguong.sarif", "cho hệ thống CI"),
    ],
    operands: [.content],
    options: [
      Option(
        name: "explain",
        value: .free("MÃ|all|table") { Check.all.map(\.code) + ["all", "table"] },
        help: "giải thích một kiểm tra, ví dụ L07, liệt kê tất cả, hoặc in thành bảng Markdown; "
          + "không đọc nội dung"),
      Option(name: "notes", help: "in cả các lưu ý"), ExternalCheck.option,
      ExternalCheck.localOption, .templates, .now, .undefined, .strict, .format, .language, .jobs,
      .quiet,
    ])

  static let report = Verb(
    name: "report", summary: "chỉ tạo báo cáo (trang web, PDF, Word, Excel)",
    examples: [
      Example("report content --unit thpt-da-bia", "mọi báo cáo của một đơn vị, vào bao-cao"),
      Example(
        "report content --kind tong-hop --period 2023-2024-hk2 --as pdf,xlsx --output tong-hop",
        "báo cáo tổng hợp của một kỳ, hai dạng"),
    ],
    operands: [.content],
    options: [
      Option(name: "kind", value: .word(ReportKind.self), help: "chỉ loại này"),
      Option(name: "unit", value: "MÃ", help: "chỉ đơn vị này"),
      Option(name: "campaign", value: "MÃ", help: "chỉ phong trào này"),
      Option(name: "period", value: "KỲ", help: "chỉ kỳ này, ví dụ 2023-2024-hk2"),
      ReportForm.option, .fonts, .output("bao-cao"), .templates, .now, .undefined, .strict, .format,
      .language, .jobs, .quiet,
    ])
}
