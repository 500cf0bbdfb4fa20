import CHTTPShim
import Glibc

/// Why the server could not start.
package struct ServerFault: Error, Sendable {
  package var isPortTaken: Bool
  package var code: CInt
}

/// A web server that this machine alone can reach, by libmicrohttpd.
@safe package final class LoopbackServer: Sendable {
  package let port: UInt16
  // The library guards its own state, and the pointer is used only to start and to stop.
  private nonisolated(unsafe) let server: OpaquePointer
  private let site: Site

  /// More pages than one person has open at a time; each holds one waiting connection.
  private static let connections: UInt32 = 128

  private final class Site: Sendable {
    let answer: @Sendable (PreviewRequest) -> PreviewResponse
    init(_ answer: @escaping @Sendable (PreviewRequest) -> PreviewResponse) {
      self.answer = answer
    }
  }

  /// - Parameters:
  ///   - port: 0 takes any free one.
  ///   - answer: called on the server's threads, many at once.
  package init(
    port: UInt16, answer: @escaping @Sendable (PreviewRequest) -> PreviewResponse
  ) throws(ServerFault) {
    site = Site(answer)
    let user = unsafe Unmanaged.passUnretained(site).toOpaque()
    guard
      let server = unsafe ng_http_start(
        port, Self.connections,
        { user, request, path in unsafe LoopbackServer.handle(user, request, path) }, user)
    else {
      throw ServerFault(isPortTaken: errno == EADDRINUSE || errno == EACCES, code: errno)
    }
    unsafe self.server = server
    self.port = unsafe ng_http_port(server)
  }

  deinit { unsafe ng_http_stop(server) }

  private static func handle(
    _ user: UnsafeMutableRawPointer?, _ request: OpaquePointer?, _ path: UnsafePointer<CChar>?
  ) {
    guard let user = unsafe user, let request = unsafe request, let path = unsafe path else {
      return
    }
    let site = unsafe Unmanaged<Site>.fromOpaque(user).takeUnretainedValue()
    guard let path = unsafe String(validatingCString: path).flatMap(PercentText.decoded) else {
      return unsafe send(PreviewResponse(404), to: request)
    }
    unsafe send(
      site.answer(
        PreviewRequest(
          path: path, host: header("Host", of: request), range: header("Range", of: request),
          waiting: waiting(request))), to: request)
  }

  private static func waiting(_ request: OpaquePointer) -> PreviewRequest.Waiting? {
    guard let after = unsafe argument("sau", of: request).flatMap({ Int($0) }),
      let page = unsafe argument("trang", of: request),
      let stamp = unsafe argument("dau", of: request)
    else { return nil }
    return PreviewRequest.Waiting(after: after, page: page, stamp: stamp)
  }

  private static func argument(_ name: String, of request: OpaquePointer) -> String? {
    unsafe ng_http_argument(request, name).flatMap { unsafe String(validatingCString: $0) }
      .flatMap(PercentText.decoded)
  }

  private static func header(_ name: String, of request: OpaquePointer) -> String? {
    unsafe ng_http_header(request, name).flatMap { unsafe String(validatingCString: $0) }
  }

  private static func send(_ response: PreviewResponse, to request: OpaquePointer) {
    // Names and values as C strings in one block, and where each begins.
    var block: [CChar] = []
    var starts: [Int] = []
    for header in response.headers {
      for text in [header.name, header.value] {
        starts.append(block.count)
        block += Array(text.utf8CString)
      }
    }
    unsafe block.withUnsafeBufferPointer { block in
      var pointers = unsafe starts.map { start in unsafe block.baseAddress.map { unsafe $0 + start }
      }
      unsafe pointers.append(nil)
      unsafe response.bytes.withUnsafeBufferPointer { bytes in
        unsafe ng_http_answer(
          request, UInt32(response.status), bytes.baseAddress, bytes.count, pointers)
      }
    }
  }
}
