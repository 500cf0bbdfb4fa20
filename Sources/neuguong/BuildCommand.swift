import Diagnostics
import Publication
import Terminal

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
      ReportForm.option, .fonts, .cache, JobSummary.option, .quiet,
    ])
}

/// `build`: the site and its reports, published only if nothing is wrong.
enum BuildCommand {
  static func run(_ arguments: Arguments) async throws -> Exit {
    guard var session = try await Session.open(arguments) else { return .content }
    let output = arguments.value("output") ?? "public"
    let publisher = try session.publisher(to: output)
    let cache = try session.cache(beside: output)
    let build = Build(
      workspace: session.workspace, console: session.console, publisher: publisher, cache: cache,
      forms: ReportForm.asked(arguments), fontFolder: arguments.value("fonts"),
      unit: arguments.value("unit"))
    let withReports = !arguments.has("no-reports")
    session.problems.add(
      contentsOf: try await session.work {
        try await build.site(baseURL: arguments.value("base-url"), withReports: withReports)
      })
    let exit = try session.publish(publisher, to: output, keeping: "trang cũ")
    // A build without reports has not asked for what they are made of.
    if exit == .fine, withReports { cache.prune() }
    return exit
  }
}
