import Campaigns
import Content
import Diagnostics
import Site
import Terminal

extension Verb {
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
      JobSummary.option, .quiet,
    ])
}

/// `check`: finds what `build` would, and writes nothing.
enum CheckCommand {
  static func run(_ arguments: Arguments) async throws -> Exit {
    if let code = arguments.value("explain") {
      return try Explain.run(code, in: Explain.language(arguments))
    }
    guard var session = try await Session.open(arguments) else { return .content }
    let workspace = session.workspace
    let plan = SitePlan(
      directory: workspace.directory, assessor: workspace.assessor, reports: [],
      now: workspace.now, pictures: workspace.pictures, languages: workspace.languages)
    session.problems.add(contentsOf: plan.problems)
    let rehearsal = Rehearsal(workspace, Crew(workspace.jobs, session.console))
    session.problems.add(contentsOf: try await rehearsal.problems(of: plan))
    session.problems.add(contentsOf: try await rehearsal.pictures())
    session.problems.add(contentsOf: workspace.pictures.notes)
    if arguments.has("external") || arguments.has("external-local") {
      session.problems.add(
        contentsOf: ExternalCheck.run(
          workspace.directory.archive, allowsLocal: arguments.has("external-local"),
          session.console))
    }
    session.tell()
    try session.summarise()
    return session.fails ? .content : .fine
  }
}
