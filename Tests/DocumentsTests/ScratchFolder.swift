import Glibc
import Testing

/// A folder for one test, gone with it.
final class ScratchFolder {
  let path: String
  private var names: [String] = []

  init() throws {
    var template = Array("/tmp/neuguong-test-XXXXXX".utf8CString)
    path = try unsafe String(cString: #require(unsafe mkdtemp(&template)))
  }

  deinit {
    for name in names { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    names.append(name)
    let file = try unsafe #require(fopen("\(path)/\(name)", "w"))
    defer { unsafe fclose(file) }
    #expect(unsafe fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  /// What another program has put there.
  func take(_ name: String) throws -> [UInt8] {
    names.append(name)
    return try Self.read("\(path)/\(name)")
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try unsafe #require(fopen(path, "r"), "\(path)")
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
