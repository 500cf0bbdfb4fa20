import Campaigns
import Content
import Diagnostics
import Documents
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
    session.problems.add(contentsOf: rehearse(plan, workspace))
    session.problems.add(contentsOf: await inspectPictures(workspace))
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

  /// Renders every page into nothing, so that `check` finds what `build` would; less, if the task is
  /// cancelled.
  static func rehearse(_ plan: SitePlan, _ workspace: Workspace) -> DiagnosticBag {
    var bag = DiagnosticBag()
    let renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
    var buffer: [UInt8] = []
    var book = LinkBook()
    for (i, page) in plan.pages.enumerated() {
      if Task.isCancelled { return bag }
      buffer.removeAll(keepingCapacity: true)
      renderer.render(page, i, into: &buffer, diagnostics: &bag, links: &book)
    }
    bag.add(
      contentsOf: LinkCheck(plan: plan, templates: workspace.templateSources).problems(of: book))
    let builder = ReportBuilder(
      directory: workspace.papers, assessor: workspace.paperAssessor,
      templates: workspace.templates, date: workspace.reportDate, images: workspace.images)
    let keys = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
    for key in keys where !Task.isCancelled { _ = builder.document(key, into: &bag) }
    return bag
  }

  /// Decodes the pictures that pages show: most that are broken have a good head.
  private static func inspectPictures(_ workspace: Workspace) async -> DiagnosticBag {
    let pictures = workspace.pictures.pictures
    let darkroom = Darkroom(source: workspace.source, cache: nil)
    let workers = min(workspace.jobs, pictures.count)
    return await withTaskGroup(of: DiagnosticBag.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var bag = DiagnosticBag()
          for place in stride(from: worker, to: pictures.count, by: workers) {
            let (picture, location) = pictures[place]
            darkroom.inspect(picture, at: location, into: &bag)
          }
          return bag
        }
      }
      // What is printed is sorted by place, so the order of workers does not show.
      var all = DiagnosticBag()
      for await bag in group { all.add(contentsOf: bag) }
      return all
    }
  }
}
