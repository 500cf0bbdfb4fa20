import Glibc

/// Answers browsers from the state of the moment, and tells waiting pages when it changes.
package final class PreviewDesk: Sendable {
  /// What hangs out now.
  struct Notice: Sendable {
    /// Rises with whatever changes.
    var number: Int
    /// The number with which its state was first shown.
    var since: Int
    var state: PreviewState
    var isClosed = false
  }

  private let board: Noticeboard<Notice>

  /// Addresses that no page of a site has.
  static let own = "/_xem-truoc/"
  /// Seconds; browsers give up on an answer after a minute or more.
  private static let patience = 25

  package init() {
    // The time makes the numbers of two runs differ, so that pages left open notice a new one.
    let number = Int(time(nil)) & 0xFFF_FFFF
    board = Noticeboard(
      Notice(number: number, since: number, state: PreviewState(file: nil, isStale: true)))
  }

  /// Shows another state from now on.
  package func show(_ state: PreviewState) {
    board.change { notice in
      notice.number += 1
      notice.since = notice.number
      notice.state = state
    }
  }

  /// Tells other problems of the state that is shown.
  package func tell(_ panel: PreviewPanel) {
    board.change { notice in
      notice.number += 1
      notice.state.panel = panel
    }
  }

  /// Sends pages that wait away, so that the server can end.
  package func close() { board.change { $0.isClosed = true } }

  package func answer(_ request: PreviewRequest) -> PreviewResponse {
    guard Self.isLocal(request.host) else {
      // A page of the web may have its own name point here to read what is not published yet.
      return PreviewResponse(421, Array("Chỉ xem được từ máy này.".utf8))
    }
    if request.path.hasPrefix(Self.own) { return ownFile(request) }
    let (found, notice) = look(request.path)
    switch found {
    case .page(let status, let file):
      return PreviewResponse(
        status, PreviewPage.watched(file, notice), type: MediaType.of("index.html"))
    case .file(let name, let bytes): return part(of: bytes, name, request.range)
    case .moved(let path):
      var response = PreviewResponse(301)
      response.add("Location", "/" + PercentText.encoded(path))
      return response
    }
  }

  // MARK: Files of the site

  private enum Found {
    case page(Int, PreviewFile)
    case file(String, [UInt8])
    case moved(String)
  }

  /// What lies at an address, with what is to be told on it.
  private func look(_ address: String) -> (Found, Notice) {
    let notice = board.read()
    let found = find(address, in: notice.state)
    // Making a page may have shown what is wrong with it.
    let now = board.read()
    return (found, now.since == notice.since ? now : notice)
  }

  private func find(_ address: String, in state: PreviewState) -> Found {
    guard let file = state.file else {
      let isRead = !state.panel.verdict.isEmpty
      return .page(
        503, PreviewFile(isRead ? PreviewPage.empty : PreviewPage.reading, .failed))
    }
    let path = String(address.drop { $0 == "/" })
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    // A name without a dot is a folder's, and need not be looked for among all files.
    let last = name.split(separator: "/").last ?? ""
    if !last.contains("."), file(name + "/index.html") != nil { return .moved(name + "/") }
    if let found = file(name) {
      return name.hasSuffix(".html")
        ? .page(found.condition == .failed ? 500 : 200, found)
        : .file(name, found.bytes)
    }
    return .page(404, file("404.html") ?? PreviewFile(PreviewPage.missing))
  }

  private func part(of bytes: [UInt8], _ name: String, _ range: String?) -> PreviewResponse {
    switch ByteRange.read(range, of: bytes.count) {
    case .whole:
      var response = PreviewResponse(200, bytes, type: MediaType.of(name))
      response.add("Accept-Ranges", "bytes")
      return response
    case .part(let part):
      var response = PreviewResponse(206, Array(bytes[part]), type: MediaType.of(name))
      response.add(
        "Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)")
      return response
    case .unsatisfiable:
      var response = PreviewResponse(416)
      response.add("Content-Range", "bytes */\(bytes.count)")
      return response
    }
  }

  // MARK: Files of the preview

  private func ownFile(_ request: PreviewRequest) -> PreviewResponse {
    switch request.path.dropFirst(Self.own.count) {
    case "xem-truoc.js": PreviewResponse(200, PreviewPage.script, type: MediaType.of("a.js"))
    case "xem-truoc.css": PreviewResponse(200, PreviewPage.style, type: MediaType.of("a.css"))
    case "doi.json": change(request.waiting)
    default: PreviewResponse(404)
    }
  }

  /// What a page that waits is to do: nothing, show other problems, or load again, which it does only
  /// if its own bytes have changed.
  private func change(_ waiting: PreviewRequest.Waiting?) -> PreviewResponse {
    guard let waiting else { return PreviewResponse(400) }
    // The connection has this thread for itself, so it may sleep.
    let news = board.wait(upTo: Self.patience) { $0.number != waiting.after || $0.isClosed }
    if news.isClosed || news.number == waiting.after { return PreviewResponse(204) }
    let (found, notice) = look(waiting.page)
    let type = MediaType.of("a.json")
    guard case .page(_, let file) = found,
      PreviewPage.stamp(file, look: notice.state.look) == waiting.stamp
    else { return PreviewResponse(200, PreviewPage.reload, type: type) }
    return PreviewResponse(200, PreviewPage.news(file, notice), type: type)
  }

  private static func isLocal(_ host: String?) -> Bool {
    guard let host else { return true }
    let name = host.lastIndex(of: ":").map { colon in
      host[host.index(after: colon)...].utf8.allSatisfy { (48...57).contains($0) }
        ? host[..<colon] : host[...]
    }
    return ["localhost", "127.0.0.1", "[::1]"].contains(name ?? host[...])
  }
}
