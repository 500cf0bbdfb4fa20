import Glibc

/// A folder of its own for one test, removed with all that is in it at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: String = "/tmp") {
    var template = Array("\(parent)/neuguong-test-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        ?? ""
    }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in list(path) { remove("\(path)/\(name)") }
    _ = unsafe Glibc.remove(path)
  }

  /// Names in a folder, sorted; none for a file or a link.
  static func list(_ path: String) -> [String] {
    let number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard number >= 0, let stream = unsafe fdopendir(number) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func names(_ path: String = "") -> [String] { Self.list("\(self.path)/\(path)") }

  func makeFolder(_ name: String) { _ = unsafe mkdir("\(path)/\(name)", 0o755) }

  func put(_ name: String, _ text: String) {
    let number = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = unsafe Array(text.utf8).withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
    close(number)
  }

  func link(_ name: String, to target: String) { _ = unsafe symlink(target, "\(path)/\(name)") }

  func text(_ name: String) -> String? {
    let number = unsafe open("\(path)/\(name)", O_RDONLY)
    guard number >= 0 else { return nil }
    defer { close(number) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(number, $0.baseAddress, $0.count)
    }
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Inode and time of change of content; equal if and only if the file was not replaced.
  func mark(_ name: String) -> [Int] {
    var raw = stat()
    guard unsafe lstat("\(path)/\(name)", &raw) == 0 else { return [] }
    return [Int(raw.st_ino), raw.st_mtim.tv_sec, raw.st_mtim.tv_nsec]
  }
}
