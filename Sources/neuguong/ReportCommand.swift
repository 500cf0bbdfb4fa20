import Diagnostics
import Terminal

extension Verb {
  static let report = Verb(
    name: "report", summary: "chỉ tạo báo cáo (trang web, PDF, Word, Excel)",
    examples: [
      Example("report content --unit thpt-da-bia", "mọi báo cáo của một đơn vị, vào bao-cao"),
      Example(
        "report content --kind tong-hop --period 2023-2024-hk2 --as pdf,xlsx --output tong-hop",
        "báo cáo tổng hợp của một kỳ, hai dạng"),
    ],
    operands: [.content],
    options: ReportSelection.options + [
      ReportForm.option, .fonts, .output("bao-cao"), .templates, .now, .undefined, .strict, .format,
      .language, .jobs, JobSummary.option, .quiet,
    ])
}

/// `report`: reports alone, published only if nothing is wrong.
enum ReportCommand {
  static func run(_ arguments: Arguments) async throws -> Exit {
    guard var session = try await Session.open(arguments) else { return .content }
    let keys = try ReportSelection.keys(arguments, session.workspace)
    let output = arguments.value("output") ?? "bao-cao"
    let publisher = try session.publisher(to: output)
    let build = Build(
      workspace: session.workspace, console: session.console, publisher: publisher,
      cache: try session.cache(beside: output), forms: ReportForm.asked(arguments),
      fontFolder: arguments.value("fonts"), unit: nil)
    session.problems.add(contentsOf: try await session.work { try await build.reports(keys) })
    return try session.publish(publisher, to: output, keeping: "báo cáo cũ")
  }
}
