import Glibc
import Testing

/// Talks to a server of this machine in bare bytes, as no browser would.
struct Wire {
  let port: UInt16

  /// What comes back for these bytes until the other side closes.
  func exchange(_ request: String) throws -> String {
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

  /// The answer to one question, its status first: `200 OK…`.
  func get(_ path: String, host: String = "localhost", _ more: String...) throws -> String {
    let head = ["GET \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + more
    let answer = try exchange(head.map { $0 + "\r\n" }.joined() + "\r\n")
    try #require(answer.hasPrefix("HTTP/1.1 "), "\(answer.prefix(80))")
    return String(answer.dropFirst("HTTP/1.1 ".count))
  }
}
