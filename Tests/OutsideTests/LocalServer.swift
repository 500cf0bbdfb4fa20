import Glibc
import Synchronization

/// A web server on a port of this machine that answers as a test says.
final class LocalServer: Sendable {
  struct Request: Sendable {
    var method: String
    var path: String
  }

  struct Answer: Sendable {
    var status: Int
    var next: String?

    init(_ status: Int, to next: String? = nil) {
      self.status = status
      self.next = next
    }
  }

  private struct State {
    var requests: [Request] = []
    var now = 0
    var most = 0
  }

  private struct Failure: Error {}

  let port: Int
  private let listener: CInt
  private let state = Mutex(State())
  private let answer: @Sendable (Request) -> Answer?

  var address: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { state.withLock { $0.requests } }
  /// How many requests were open at the same time at most.
  var mostAtOnce: Int { state.withLock { $0.most } }

  /// - Parameter answer: nil leaves the request without an answer.
  init(_ answer: @escaping @Sendable (Request) -> Answer?) throws {
    self.answer = answer
    listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    let isOpen = unsafe withUnsafeMutablePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard isOpen else { throw Failure() }
    port = Int(UInt16(bigEndian: place.sin_port))
    Thread.start { self.accept() }
  }

  func stop() { _ = shutdown(listener, CInt(SHUT_RDWR)) }

  private func accept() {
    while true {
      let client = Glibc.accept(listener, nil, nil)
      if client < 0 {
        close(listener)
        return
      }
      Thread.start { self.serve(client) }
    }
  }

  private func serve(_ client: CInt) {
    var text = ""
    var bytes = [UInt8](repeating: 0, count: 4096)
    while !text.contains("\r\n\r\n") {
      let count = unsafe recv(client, &bytes, bytes.count, 0)
      if count <= 0 { break }
      text += String(decoding: bytes[..<count], as: UTF8.self)
    }
    let words = text.split(separator: " ", maxSplits: 2)
    if words.count == 3 {
      let request = Request(method: String(words[0]), path: String(words[1]))
      state.withLock {
        $0.requests.append(request)
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      usleep(2000)
      let answer = answer(request)
      state.withLock { $0.now -= 1 }
      if let answer {
        let location = answer.next.map { "Location: \($0)\r\n" } ?? ""
        let body = request.method == "HEAD" ? "" : "chữ"
        let reply =
          "HTTP/1.1 \(answer.status) X\r\nConnection: close\r\n\(location)"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let out = Array(reply.utf8)
        _ = unsafe send(client, out, out.count, CInt(MSG_NOSIGNAL))
      } else {
        // Until the other side gives up.
        _ = unsafe recv(client, &bytes, bytes.count, 0)
      }
    }
    close(client)
  }
}

/// A thread of the system: the server waits, which tasks must not.
private enum Thread {
  final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  static func start(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = unsafe Unmanaged.passRetained(Work(run)).toOpaque()
    let isStarted = unsafe pthread_create(
      &thread, nil,
      { work in
        if let work = unsafe work {
          unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run()
        }
        return nil
      }, work)
    if isStarted == 0 { pthread_detach(thread) }
  }
}
