import Documents

/// An option of a verb: its name, what follows it, and what it is for.
struct Option: Sendable {
  var name: String
  /// Placeholder of the value, or nil for a switch.
  var value: String?
  var help: String
}

/// One thing that the program can do; help, parsing and errors all come from these declarations.
struct Verb: Sendable {
  var name: String
  var argument: String?
  /// Whether more than one word may be given beside the options.
  var takesMany = false
  var summary: String
  var options: [Option] = []
  /// What can be done, where the verb alone does nothing: their names begin with its name.
  var parts: [Verb] = []

  static let format = Option(
    name: "format", value: "text|json|github|sarif", help: "cách in các vấn đề (mặc định: text)")
  static let now = Option(
    name: "now", value: "NGÀY",
    help: "ngày lập, ví dụ 2025-05-31 (mặc định: SOURCE_DATE_EPOCH, rồi đến hôm nay)")
  static let templates = Option(
    name: "templates", value: "THƯ MỤC", help: "mẫu của riêng bạn, thay cho mẫu cùng tên có sẵn")
  static let undefined = Option(
    name: "undefined", value: "error|warn|empty",
    help: "mẫu gọi tên không có thì báo lỗi (mặc định), cảnh báo hay coi là trống")
  static let strict = Option(name: "strict", value: nil, help: "coi cảnh báo là lỗi")
  static let quiet = Option(name: "quiet", value: nil, help: "chỉ in vấn đề")
  static let language = Option(
    name: "language", value: "vi|en",
    help: "tiếng của các lời nhắc (mặc định: NEUGUONG_LANGUAGE, LC_ALL, LC_MESSAGES, rồi đến vi)")
  static let jobs = Option(name: "jobs", value: "SỐ", help: "số luồng (mặc định: số lõi máy)")
  static let output = Option(
    name: "output", value: "THƯ MỤC", help: "nơi ghi kết quả (mặc định: public)")

  static let cache = Option(
    name: "cache", value: "THƯ MỤC",
    help: "nơi giữ ảnh đã thu nhỏ cho lần sau (mặc định: cạnh nơi ghi, không bao giờ ở trong)")

  static let fonts = Option(
    name: "fonts", value: "THƯ MỤC",
    help: "bốn tệp Times New Roman để in PDF (mặc định: Liberation Serif của máy)")

  static let all: [Verb] = [
    Verb(
      name: "build", argument: "NỘI DUNG", summary: "tạo trang web và báo cáo",
      options: [
        output, templates,
        Option(name: "base-url", value: "ĐỊA CHỈ", help: "địa chỉ của trang, thay baseURL"),
        Option(
          name: "unit", value: "MÃ",
          help: "chỉ tạo trang nhỏ của đơn vị này và các đơn vị trực thuộc, đứng riêng được; "
            + "--base-url khi ấy là địa chỉ của trang nhỏ"), now,
        undefined, strict, format, language, jobs,
        Option(name: "no-reports", value: nil, help: "chỉ tạo trang web, không tạo báo cáo"),
        ReportForm.option, fonts, cache, quiet,
      ]),
    Verb(
      name: "check", argument: "NỘI DUNG",
      summary: "kiểm tra nội dung và mẫu, không ghi gì",
      options: [
        Option(
          name: "explain", value: "MÃ|all|table",
          help: "giải thích một kiểm tra, ví dụ L07, liệt kê tất cả, hoặc in thành bảng Markdown; "
            + "không đọc nội dung"),
        Option(name: "notes", value: nil, help: "in cả các lưu ý"), ExternalCheck.option,
        ExternalCheck.localOption, templates, now, undefined,
        strict, format, language, jobs, quiet,
      ]),
    Verb(
      name: "report", argument: "NỘI DUNG",
      summary: "chỉ tạo báo cáo (trang web, PDF, Word, Excel)",
      options: [
        Option(
          name: "kind", value: "LOẠI",
          help: "chỉ loại này: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", "))"),
        Option(name: "unit", value: "MÃ", help: "chỉ đơn vị này"),
        Option(name: "campaign", value: "MÃ", help: "chỉ phong trào này"),
        Option(name: "period", value: "KỲ", help: "chỉ kỳ này, ví dụ 2023-2024-hk2"),
        ReportForm.option, fonts,
        Option(name: "output", value: "THƯ MỤC", help: "nơi ghi (mặc định: bao-cao)"), templates,
        now, undefined, strict, format, language, jobs, quiet,
      ]),
    Verb(
      name: "schema", argument: "TÊN", summary: "in định dạng của các tệp dữ liệu",
      options: [Option(name: "json", value: nil, help: "JSON Schema thay cho Markdown")]),
    Verb(
      name: "new", argument: "THƯ MỤC", summary: "tạo một thư mục nội dung nhỏ để bắt đầu",
      options: [quiet]),
    Verb(
      name: "templates", summary: "xem, kiểm tra và chép các mẫu",
      parts: [
        Verb(
          name: "templates list", summary: "liệt kê các mẫu, mẫu nào dùng mẫu nào",
          options: [templates]),
        Verb(
          name: "templates show", argument: "TÊN", summary: "in một mẫu", options: [templates]),
        Verb(
          name: "templates check", argument: "THƯ MỤC MẪU",
          summary: "kiểm tra mẫu: lỗi, lời nhắc và mọi chỗ dùng raw",
          options: [strict, format, quiet]),
        Verb(
          name: "templates eject", argument: "TÊN MẪU…] [THƯ MỤC", takesMany: true,
          summary: "chép mẫu có sẵn ra một thư mục để sửa; không nêu tên thì chép tất cả",
          options: [
            Option(name: "replace", value: nil, help: "ghi đè tệp đã có"), quiet,
          ]),
        Verb(
          name: "templates reference",
          summary: "in mọi thẻ, bộ lọc và các tên mà từng mẫu thấy",
          options: [Option(name: "json", value: nil, help: "JSON thay cho Markdown")]),
      ]),
    Verb(
      name: "liquid-conformance", argument: "TỆP JSON",
      summary: "chạy một bộ trường hợp thử của ngôn ngữ mẫu",
      options: [
        Option(
          name: "dialect", value: "plain|extended", help: "phương ngữ của mẫu (mặc định: plain)"),
        Option(
          name: "classes", value: "TỆP JSON", help: "xếp loại các trường hợp: tên → loại"),
        Option(
          name: "now", value: "LÚC",
          help: "giờ hiện tại, ví dụ 2024-01-01T00:01:58Z (mặc định: SOURCE_DATE_EPOCH)"),
      ]),
  ]
}
