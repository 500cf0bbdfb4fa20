import Preview
import Testing

@Suite("The server of the preview")
struct LoopbackServerTests {
  private func server() throws -> LoopbackServer {
    try LoopbackServer(port: 0) { request in
      var response = PreviewResponse(200, Array("\(request.path) \(request.range ?? "-")".utf8))
      let waiting = request.waiting.map { "\($0.after) \($0.page.utf8.count) \($0.stamp)" }
      response.add("X-Waiting", waiting ?? "-")
      return response
    }
  }

  @Test("hands on path, headers and arguments, and gives answers back")
  func requests() throws {
    let server = try server()
    let answer = try Wire(port: server.port).get(
      "/g%C6%B0%C6%A1ng/a%20b?sau=7&trang=%2Fg%C6%B0%C6%A1ng%2F&dau=x1", "Range: bytes=0-1")
    #expect(answer.hasPrefix("200 OK\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n/gương/a b bytes=0-1"))
    #expect(answer.contains("X-Waiting: 7 \("/gương/".utf8.count) x1\r\n"))
    for arguments in ["", "?sau=x&trang=/&dau=y", "?sau=1", "?sau=1&trang=%00&dau=y"] {
      #expect(try Wire(port: server.port).get("/" + arguments).contains("X-Waiting: -\r\n"))
    }
  }

  @Test("gives heads without bodies, and refuses what would change something")
  func methods() throws {
    let server = try server()
    let end = " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc"
    let wire = Wire(port: server.port)
    let head = try wire.exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
    for method in ["POST", "PUT", "DELETE"] {
      #expect(try wire.exchange(method + end).contains(" 405 "))
    }
  }

  @Test(
    "refuses a path that is no text, or that C would cut short",
    arguments: ["/%FF%FE", "/a%C3", "/index.html%00.png", "/%00"])
  func badPaths(path: String) throws {
    let server = try server()
    #expect(try Wire(port: server.port).get(path).hasPrefix("404 "))
  }

  @Test("leaves alone what only looks like a percent sign's letters")
  func oddPercents() throws {
    let server = try server()
    #expect(try Wire(port: server.port).get("/100%/%zz/%4").hasSuffix("\r\n\r\n/100%/%zz/%4 -"))
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
