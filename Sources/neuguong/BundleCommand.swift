import Bundles
import Diagnostics
import Terminal

extension Verb {
  static let bundle = Verb(
    name: "bundle", summary: "đóng gói báo cáo, số liệu và trang của từng đơn vị",
    details: [
      "Mỗi gói có báo cáo ở mọi dạng (bao-cao), số liệu làm ra báo cáo (du-lieu, CSV và JSON), trang "
        + "nhỏ của đơn vị xem được không cần mạng (trang) và manifest.json: mã SHA-256 của từng tệp, "
        + "của dữ liệu vào, và mỗi con số lấy từ ô nào. Cạnh các gói là index.json và SHA256SUMS.",
      "Cùng nội dung và cùng ngày lập thì các gói giống nhau từng byte, nên chia cho nhiều máy "
        + "(--shard) rồi gộp lại (merge) cũng bằng một máy làm cả.",
    ],
    examples: [
      Example("bundle content --output bundles", "mọi gói"),
      Example("bundle content --unit thpt-da-bia --period 2023-2024-hk2", "một đơn vị, một kỳ"),
      Example("bundle content --shard 2/4 --output bundles-2", "phần của máy thứ hai trong bốn"),
      Example(
        "bundle content --changed-since bundles/index.json --output moi",
        "chỉ những gói mà báo cáo nay sẽ khác"),
    ],
    operands: [.content],
    options: ReportSelection.options + [
      Option(
        name: "changed-since", value: .file("TỆP"),
        help: "chỉ đóng gói khi báo cáo sẽ khác với index.json hoặc manifest.json này; riêng ngày "
          + "ghi trên báo cáo thì không tính"),
      Option(
        name: "shard", value: "SỐ/TỔNG",
        help: "chỉ phần này của công việc, ví dụ 2/4; các phần gộp lại bằng merge"),
      ReportForm.option, .fonts, .output("bundles"), .templates, .now, .undefined, .strict,
      .format, .language, .jobs, .cache, JobSummary.option,
      .quiet,
    ])
}

/// `bundle`: for each unit, campaign and period a ZIP of its reports, their data and the unit's pages.
enum BundleCommand {
  static func run(_ arguments: Arguments) async throws -> Exit {
    let shard = try shard(arguments.value("shard"))
    let old = try arguments.value("changed-since").map(BundleSource.essences)
    guard var session = try await Session.open(arguments) else { return .content }
    let keys = try ReportSelection.keys(arguments, session.workspace)
    let output = arguments.value("output") ?? "bundles"
    let publisher = try session.publisher(to: output)
    let run = BundleRun(
      session.workspace, console: session.console, publisher: publisher,
      cache: try session.cache(beside: output), forms: ReportForm.asked(arguments),
      fontFolder: arguments.value("fonts"))
    let summary = try await session.work {
      try await run.bundles(of: keys, shard: shard, since: old)
    }
    session.problems.add(contentsOf: summary.problems)
    let exit = try session.publish(publisher, to: output, keeping: "các gói cũ")
    if exit == .fine, old != nil {
      session.console.say(
        "\(summary.made) gói có báo cáo mới hoặc khác trước, \(summary.unchanged) gói không đổi.")
    }
    return exit
  }

  private static func shard(_ text: String?) throws(Stop) -> Shard? {
    guard let text else { return nil }
    guard let shard = Shard(text) else {
      throw Stop(
        exit: .usage,
        text: "--shard cần số thứ tự và số phần, ví dụ 2/4 (nhiều nhất 1000 phần), không phải "
          + "“\(text)”.")
    }
    return shard
  }
}
