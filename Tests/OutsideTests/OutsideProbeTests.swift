import Glibc
import Outside
import Testing

/// Requests to a server of the test's own; nothing leaves the machine.
@Suite(.serialized) struct OutsideProbeTests {
  private func ask(_ urls: [String], timeout: Int = 5000) throws -> [OutsideProbe.Finding] {
    var options = OutsideProbe.Options()
    options.allowsLocal = true
    options.timeout = timeout
    return try #require(OutsideProbe.ask(urls, options))
  }

  @Test func everyAnswerHasItsFinding() throws {
    let server = try LocalServer { request in
      switch request.path {
      case "/co": .init(200)
      case "/mat": .init(404)
      case "/bo": .init(410)
      case "/hong": .init(503)
      case "/khong-head": request.method == "HEAD" ? .init(405) : .init(200)
      case "/cu": .init(301, to: "/co")
      case "/tam": .init(302, to: "/co")
      case "/cu-roi-tam": .init(301, to: "/tam")
      case "/vong": .init(301, to: "/vong")
      case "/cu-roi-mat": .init(308, to: "/mat")
      default: .init(500)
      }
    }
    defer { server.stop() }
    let base = server.address
    let paths = [
      "co", "mat", "bo", "hong", "khong-head", "cu", "tam", "cu-roi-tam", "vong", "cu-roi-mat",
    ]
    #expect(
      try ask(paths.map { "\(base)/\($0)" }) == [
        .fine, .gone(status: 404), .gone(status: 410), .unsure(.status(503)), .fine,
        .moved(to: "\(base)/co"), .fine, .fine, .unsure(.tooManyRedirects), .gone(status: 404),
      ])
    // HEAD first, GET only where that did not do; never two at a time to one host.
    let requests = server.requests
    #expect(requests.filter { $0.path == "/khong-head" }.map(\.method) == ["HEAD", "GET"])
    #expect(requests.filter { $0.path == "/cu-roi-mat" }.map(\.method) == ["HEAD"])
    #expect(server.mostAtOnce == 1)
  }

  @Test func aServerThatIsSilentIsNotWaitedForLong() throws {
    let server = try LocalServer { _ in nil }
    defer { server.stop() }
    #expect(try ask(["\(server.address)/"], timeout: 300) == [.unsure(.timeout)])
  }

  @Test func innerAddressesAreRefusedUnlessAllowed() throws {
    let server = try LocalServer { _ in .init(200) }
    defer { server.stop() }
    let port = server.port
    let found = OutsideProbe.ask([
      "http://127.0.0.1:\(port)/", "http://localhost:\(port)/", "http://[::1]:\(port)/",
      "http://0.0.0.0:\(port)/", "http://2130706433:\(port)/",
    ])
    #expect(try #require(found).allSatisfy { $0 == .isPrivate })
    #expect(server.requests.isEmpty)
  }

  @Test func nothingButTheWebIsAsked() throws {
    #expect(
      try ask(["file:///etc/passwd", "ftp://127.0.0.1/", "http://", "gopher://a"])
        == [.badAddress, .badAddress, .badAddress, .badAddress])
  }

  @Test func aRedirectOutOfTheWebIsNotFollowed() throws {
    let server = try LocalServer { _ in .init(301, to: "file:///etc/passwd") }
    defer { server.stop() }
    #expect(try ask(["\(server.address)/"]) == [.badAddress])
  }

  @Test(arguments: [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::",
    "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "no address",
  ]) func innerAddress(_ address: String) { #expect(OutsideProbe.isPrivate(address)) }

  @Test(arguments: [
    "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.128.0.1", "11.0.0.1",
    "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808",
  ]) func outerAddress(_ address: String) { #expect(!OutsideProbe.isPrivate(address)) }

  @Test func hostsAreFoundInAddresses() {
    #expect(WebURL.host(of: "https://A.vn:8080/x?y#z") == "a.vn")
    #expect(WebURL.host(of: "http://ai@b.vn/") == "b.vn")
    #expect(WebURL.host(of: "http://[::1]:80/") == "[::1]")
    #expect(WebURL.host(of: "mailto:a@b.vn") == nil)
    #expect(WebURL.host(of: "http:///x") == nil)
  }
}
