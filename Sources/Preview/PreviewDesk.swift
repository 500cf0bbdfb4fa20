import Glibc
import Markup
import Synchronization

/// What there is to see at one moment.
package struct PreviewState: Sendable {
  /// Gives the bytes of a file of the site by its path, made when asked for; nil before the content
  /// could first be read.
  package var file: (@Sendable (String) -> [UInt8]?)?
  /// What is wrong with the content, as a terminal would show it; empty if nothing is.
  package var problems: String
  /// The problems counted: `2 lỗi, 1 cảnh báo`.
  package var verdict: String
  /// Whether the site shown is older than the content, for that cannot be built.
  package var isStale: Bool

  package init(
    file: (@Sendable (String) -> [UInt8]?)?, problems: String, verdict: String, isStale: Bool
  ) {
    self.file = file
    self.problems = problems
    self.verdict = verdict
    self.isStale = isStale
  }
}

/// Answers browsers from the state of the moment, and tells waiting pages when it changes.
package final class PreviewDesk: Sendable {
  private let current: Mutex<(number: Int, state: PreviewState)>

  /// Addresses that no page of a site has.
  static let own = "/_xem-truoc/"
  /// Browsers give up on an answer after a minute or more.
  private static let patience = 25_000

  package init() {
    let nothing = PreviewState(file: nil, problems: "", verdict: "", isStale: true)
    // The time makes the numbers of two runs differ, so that pages left open notice a new one.
    current = Mutex((number: Int(time(nil)) & 0xFFF_FFFF, state: nothing))
  }

  /// Shows another state from now on.
  package func show(_ state: PreviewState) {
    current.withLock { $0 = ($0.number + 1, state) }
  }

  package func answer(_ request: PreviewRequest) -> PreviewResponse {
    guard Self.isLocal(request.host) else {
      // A page of the web may have its own name point here to read what is not published yet.
      return PreviewResponse(421, Array("Chỉ xem được từ máy này.".utf8))
    }
    if request.path.hasPrefix(Self.own) { return ownFile(request) }
    let (number, state) = current.withLock { $0 }
    guard let file = state.file else {
      return page(503, PreviewPage.empty, number, state)
    }
    let path = String(request.path.drop { $0 == "/" })
    let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    if let bytes = file(name) { return found(bytes, name, request.range, number, state) }
    if !name.hasSuffix("/index.html"), file(name + "/index.html") != nil {
      var response = PreviewResponse(301)
      response.add("Location", "/" + Self.encoded(path) + "/")
      return response
    }
    return page(404, file("404.html") ?? PreviewPage.missing, number, state)
  }

  // MARK: Files of the site

  private func found(
    _ bytes: [UInt8], _ name: String, _ range: String?, _ number: Int, _ state: PreviewState
  ) -> PreviewResponse {
    let type = MediaType.of(name)
    if type.hasPrefix("text/html") { return page(200, bytes, number, state) }
    switch ByteRange.read(range, of: bytes.count) {
    case .whole:
      var response = PreviewResponse(200, bytes, type: type)
      response.add("Accept-Ranges", "bytes")
      return response
    case .part(let part):
      var response = PreviewResponse(206, Array(bytes[part]), type: type)
      response.add(
        "Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)")
      return response
    case .unsatisfiable:
      var response = PreviewResponse(416)
      response.add("Content-Range", "bytes */\(bytes.count)")
      return response
    }
  }

  private func page(
    _ status: Int, _ bytes: [UInt8], _ number: Int, _ state: PreviewState
  ) -> PreviewResponse {
    PreviewResponse(
      status, PreviewPage.watched(bytes, number: number, state: state),
      type: "text/html; charset=utf-8")
  }

  // MARK: Files of the preview

  private func ownFile(_ request: PreviewRequest) -> PreviewResponse {
    let script = "text/javascript; charset=utf-8"
    switch request.path.dropFirst(Self.own.count) {
    case "xem-truoc.js": return PreviewResponse(200, PreviewPage.script, type: script)
    case "xem-truoc.css":
      return PreviewResponse(200, PreviewPage.style, type: "text/css; charset=utf-8")
    case "doi.js":
      let isNew = waits(after: request.after ?? 0)
      return PreviewResponse(200, isNew ? PreviewPage.reload : [], type: script)
    default: return PreviewResponse(404)
    }
  }

  /// Whether another state than that one was shown before patience ended.
  private func waits(after number: Int) -> Bool {
    // The connection has this thread for itself, so it may sleep.
    for _ in 0..<Self.patience / 4 {
      if current.withLock({ $0.number != number }) { return true }
      usleep(4_000)
    }
    return false
  }

  // MARK: Addresses

  private static func isLocal(_ host: String?) -> Bool {
    guard let host else { return true }
    let name = host.lastIndex(of: ":").map { colon in
      host[host.index(after: colon)...].utf8.allSatisfy { (48...57).contains($0) }
        ? host[..<colon] : host[...]
    }
    return ["localhost", "127.0.0.1", "[::1]"].contains(name ?? host[...])
  }

  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      let letter = byte | 0x20
      let isPlain =
        (97...122).contains(letter) || (45...57).contains(byte) || byte == UInt8(ascii: "_")
      out += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }
}
