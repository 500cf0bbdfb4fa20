import Glibc
import Preview
import Testing

@Suite("The server of the preview")
struct LoopbackServerTests {
  /// What comes back for these bytes.
  private func exchange(_ port: UInt16, _ request: String) throws -> String {
    let number = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(number, $0, size)
      }
    }
    try #require(code == 0)
    let bytes = Array(request.utf8)
    try #require(unsafe write(number, bytes, bytes.count) == bytes.count)
    var out: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while case let count = unsafe read(number, &part, part.count), count > 0 {
      out += part[..<count]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func server() throws -> LoopbackServer {
    try LoopbackServer(port: 0) { request in
      var response = PreviewResponse(200, Array("\(request.path) \(request.range ?? "-")".utf8))
      response.add("X-After", request.after.map(String.init) ?? "-")
      return response
    }
  }

  @Test("hands on path, headers and arguments, and gives answers back")
  func requests() throws {
    let server = try server()
    let answer = try exchange(
      server.port,
      "GET /g%C6%B0%C6%A1ng/a%20b?sau=7 HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-1\r\n"
        + "Connection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n/gương/a b bytes=0-1"))
    #expect(answer.contains("X-After: 7\r\n"))
  }

  @Test("gives heads without bodies, and refuses what would change something")
  func methods() throws {
    let server = try server()
    let end = " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"
    let head = try exchange(server.port, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
    for method in ["POST", "PUT", "DELETE"] {
      #expect(try exchange(server.port, method + end).contains(" 405 "))
    }
  }

  @Test("refuses a path that is no text", arguments: ["/%FF%FE", "/a%C3"])
  func badPaths(path: String) throws {
    let server = try server()
    let answer = try exchange(
      server.port, "GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(answer.contains(" 404 "))
  }

  @Test("tells that its port is taken")
  func taken() throws {
    let first = try server()
    let fault = #expect(throws: ServerFault.self) {
      try LoopbackServer(port: first.port) { _ in PreviewResponse(200) }
    }
    #expect(fault?.isPortTaken == true)
    withExtendedLifetime(first) {}
  }
}
