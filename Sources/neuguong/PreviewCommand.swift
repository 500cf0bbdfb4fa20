import Diagnostics
import Dispatch
import Preview
import Publication
import Terminal

/// `preview`: the site on this machine alone, made anew whenever the content changes.
enum PreviewCommand {
  /// Taken unless another is given; if another program has it, one of those after it.
  fileprivate static let port: UInt16 = 4321
  private static let tries: UInt16 = 20

  static func run(_ arguments: Arguments) async throws -> Exit {
    let content = arguments.positional ?? "content"
    let folders = [content] + [arguments.value("templates")].compactMap(\.self)
    for folder in folders where !InputFile.isFolder(folder) {
      throw Stop(exit: .usage, text: "Không có thư mục “\(folder)”.")
    }
    let asked = arguments.number("port").flatMap { UInt16(exactly: $0) }
    guard let watch = FolderWatch(folders) else {
      throw Stop(
        exit: .machine,
        text: "Máy không theo dõi thêm được thư mục nào (fs.inotify.max_user_watches).")
    }
    let desk = PreviewDesk()
    let server = try start(desk, on: asked)
    let cache = try PreviewCache(arguments.value("cache"), content: content)
    let studio = PreviewStudio(
      arguments, content: content, address: "http://127.0.0.1:\(server.port)/",
      cache: cache.cache, desk: desk)
    Console.out("Xem trang ở \(studio.address) (dừng: Ctrl-C)\n")
    // While one change is worked on, all that come after it are one.
    let (changes, told) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let interruption = Interruption { _ in told.finish() }
    follow(watch, told)
    told.yield()
    for await _ in changes { try await studio.build() }
    studio.stop()
    // Those who wait are sent away, or the server would wait for them.
    desk.close()
    withExtendedLifetime((server, cache, interruption)) {}
    return .fine
  }

  /// Tells of changes from a thread that does nothing else, until nobody listens any more.
  private static func follow(_ watch: FolderWatch, _ told: AsyncStream<Void>.Continuation) {
    DispatchQueue(label: "neuguong.preview").async {
      while true {
        if watch.changes(within: 1_000).isEmpty { continue }
        if case .terminated = told.yield() { return }
      }
    }
  }

  private static func start(_ desk: PreviewDesk, on asked: UInt16?) throws(Stop) -> LoopbackServer {
    // The last resort is any port that the system has free.
    for port in asked.map({ [$0] }) ?? Array(port..<port + tries) + [0] {
      do throws(ServerFault) {
        return try LoopbackServer(port: port, answer: desk.answer)
      } catch {
        guard error.isPortTaken else {
          throw Stop(exit: .machine, text: "Không mở được cổng \(port) (mã lỗi \(error.code)).")
        }
      }
    }
    throw Stop(
      exit: .machine,
      text: "Cổng \(asked ?? port) đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.")
  }
}

extension Verb {
  static let preview = Verb(
    name: "preview", summary: "xem trang trên máy này, tự đổi khi sửa nội dung",
    details: [
      "Mở địa chỉ được in ra bằng trình duyệt trên chính máy này; máy khác không xem được. Mỗi khi "
        + "lưu một tệp của thư mục nội dung hay thư mục mẫu, trang đang mở tự đổi theo. Lỗi và cảnh "
        + "báo hiện ở cuối trang; khi nội dung có lỗi, trang cũ vẫn còn để xem.",
      "Không ghi gì vào thư mục nội dung; Ctrl-C dừng và xóa mọi thứ tạm.",
    ],
    examples: [
      Example("preview", "xem thư mục content"),
      Example("preview truong --templates mau", "xem trong lúc sửa nội dung và mẫu"),
    ],
    operands: [.content],
    options: [
      Option(
        name: "port", value: .number(1...65535),
        help: "cổng (mặc định: \(PreviewCommand.port), có chương trình khác dùng thì lấy cổng sau)"),
      .templates,
      Option(name: "unit", value: "MÃ", help: "chỉ xem trang nhỏ của đơn vị này"), .now,
      .undefined, .language, .jobs,
      Option(name: "no-reports", help: "không có báo cáo và bản PDF của bài"), ReportForm.option,
      .fonts,
      Option(
        name: "cache", value: .folder(),
        help: "nơi giữ ảnh đã thu nhỏ cho lần sau (mặc định: nơi tạm, xóa khi dừng)"),
      Option(name: "quiet", help: "chỉ in địa chỉ để mở"),
    ])
}
