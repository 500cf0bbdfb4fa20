import Content
import DefaultTemplates
import Records
import Templating
import Terminal

/// The verbs that help in writing content and templates.
extension Verb {
  static let schema = Verb(
    name: "schema", summary: "in định dạng của các tệp dữ liệu",
    examples: [
      Example("schema units.csv", "các cột của bảng đơn vị"),
      Example("schema --json", "JSON Schema của mọi tệp, cho trình soạn thảo"),
    ],
    operands: [
      .optional(.free("TÊN") { Schemas.all.map(\.name) }, "tên một tệp (mặc định: mọi tệp)")
    ],
    options: [Option(name: "json", help: "JSON Schema thay cho Markdown")])

  static let templates = Verb(
    name: "templates", summary: "xem, kiểm tra và chép các mẫu",
    parts: [
      Verb(
        name: "templates list", summary: "liệt kê các mẫu, mẫu nào dùng mẫu nào",
        options: [.templates]),
      Verb(
        name: "templates show", summary: "in một mẫu",
        operands: [.required(template, "tên mẫu; “neuguong templates list” liệt kê các tên")],
        options: [.templates]),
      Verb(
        name: "templates check", summary: "kiểm tra mẫu: lỗi, lời nhắc và mọi chỗ dùng raw",
        operands: [.optional(.folder("THƯ MỤC MẪU"), "mẫu của bạn (mặc định: chỉ mẫu có sẵn)")],
        options: [.strict, .format, .quiet]),
      Verb(
        name: "templates eject",
        summary: "chép mẫu có sẵn ra một thư mục để sửa; không nêu tên thì chép tất cả",
        examples: [
          Example("templates eject home.html mau", "chép home.html vào mau"),
          Example("templates eject mau", "chép mọi mẫu"),
        ],
        operands: [
          .any(template, "các mẫu cần chép"),
          .required(.folder(), "nơi chép vào, tạo ra nếu chưa có"),
        ],
        options: [.replace, .quiet]),
      Verb(
        name: "templates reference",
        summary: "in mọi thẻ, bộ lọc và các tên mà từng mẫu thấy", options: [.json]),
    ])

  private static let template = Value.free("TÊN MẪU") { DefaultTemplates.all.map(\.name).sorted() }

  static let liquidConformance = Verb(
    name: "liquid-conformance", summary: "chạy một bộ trường hợp thử của ngôn ngữ mẫu",
    operands: [.required(.file("TỆP JSON", of: ["json"]), "các trường hợp thử")],
    options: [
      Option(
        name: "dialect", value: .word(Dialect.self), help: "phương ngữ của mẫu (mặc định: plain)"),
      Option(
        name: "classes", value: .file("TỆP JSON", of: ["json"]),
        help: "xếp loại các trường hợp: tên → loại"),
      Option(
        name: "now", value: "LÚC",
        help: "giờ hiện tại, ví dụ 2024-01-01T00:01:58Z (mặc định: SOURCE_DATE_EPOCH)"),
    ])
}
