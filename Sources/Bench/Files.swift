import Glibc

/// What stops the bench: a sentence for the person who runs it.
struct BenchError: Error {
  var text: String

  init(_ text: String) { self.text = text }
}

/// The plain calls on files that the bench needs; whole files only.
enum Files {
  static func read(_ path: String) throws(BenchError) -> [UInt8] {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw BenchError("không đọc được \(path)") }
    defer { close(number) }
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw BenchError("không đọc được \(path)") }
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(
          number, buffer.baseAddress?.advanced(by: count), size - count)
        if got <= 0 { return }
        count += got
      }
    }
    guard bytes.count == size else { throw BenchError("không đọc hết \(path)") }
    return bytes
  }

  static func write(_ path: String, _ bytes: [UInt8]) throws(BenchError) {
    let number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard number >= 0 else { throw BenchError("không ghi được \(path)") }
    defer { close(number) }
    var offset = 0
    while offset < bytes.count {
      let put = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      guard put > 0 else { throw BenchError("không ghi được \(path)") }
      offset += put
    }
  }

  static func write(_ path: String, _ text: String) throws(BenchError) {
    try write(path, Array(text.utf8))
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(BenchError) {
    if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw BenchError("không tạo được thư mục \(path)")
    }
    try makeFolder(String(path[..<slash]))
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST {
      throw BenchError("không tạo được thư mục \(path)")
    }
  }

  struct Found {
    var path: String
    var size: Int
  }

  /// Every plain file below a folder, sorted by path; the paths are relative.
  static func list(_ root: String) -> [Found] {
    var found: [Found] = []
    walk(root, "") { path, status in found.append(Found(path: path, size: Int(status.st_size))) }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Removes a folder with all that is in it; one that is not there is fine.
  static func remove(_ path: String) {
    for name in names(path) { remove("\(path)/\(name)") }
    _ = unsafe Glibc.remove(path)
  }

  private static func names(_ path: String) -> [String] {
    let number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { return [] }
    guard let stream = unsafe fdopendir(number) else {
      close(number)
      return []
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func walk(_ root: String, _ prefix: String, _ visit: (String, stat) -> Void) {
    for name in names(root) {
      var status = stat()
      guard unsafe lstat("\(root)/\(name)", &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: walk("\(root)/\(name)", "\(prefix)\(name)/", visit)
      case S_IFREG: visit(prefix + name, status)
      default: break
      }
    }
  }
}
