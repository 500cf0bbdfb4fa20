import Glibc

/// An open file or folder, closed when the last owner lets go of it.
final class Descriptor: Sendable {
  let number: CInt

  init(_ number: CInt) { self.number = number }

  deinit { close(number) }

  /// Opens a folder without following a link in its last part; nil with `errno` set.
  static func folder(_ name: String, in parent: CInt = AT_FDCWD) -> Descriptor? {
    let number = unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return number < 0 ? nil : Descriptor(number)
  }
}

/// What a name in a folder is, without following links.
struct FileStatus: Sendable {
  enum Kind: Sendable { case file, folder, link, other }

  var kind: Kind
  var size: Int
  var device: UInt64
  var inode: UInt64
  var mode: mode_t
  var accessed: timespec
  var modified: timespec

  /// The status of `name` in `folder`; nil with `errno` set.
  init?(_ name: String, in folder: CInt) {
    var raw = stat()
    guard unsafe fstatat(folder, name, &raw, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(raw)
  }

  /// The status of an open file; nil with `errno` set.
  init?(open number: CInt) {
    var raw = stat()
    guard unsafe fstat(number, &raw) == 0 else { return nil }
    self.init(raw)
  }

  private init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(raw.st_size)
    device = UInt64(raw.st_dev)
    inode = UInt64(raw.st_ino)
    mode = raw.st_mode & 0o7777
    accessed = raw.st_atim
    modified = raw.st_mtim
  }

  func isSame(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}

/// The calls on the file system that publishing is made of; all relative to an open folder.
enum Disk {
  /// The names in a folder, by their bytes, without `.` and `..`; nil with `errno` set.
  ///
  /// The folder is `path` below an open one, and may not be a link. A name that is not UTF-8 is
  /// given with its wrong bytes replaced, which no file of ours has.
  static func names(_ path: String = ".", in folder: CInt) -> [String]? {
    let number = unsafe openat(folder, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { return nil }
    guard let stream = unsafe fdopendir(number) else {
      close(number)
      return nil
    }
    defer { unsafe closedir(stream) }
    var found: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        let end = unsafe raw.firstIndex(of: 0) ?? raw.count
        return unsafe String(decoding: raw[..<end], as: UTF8.self)
      }
      if name != ".", name != ".." { found.append(name) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The whole of a file that is no link; nil with `errno` set.
  static func read(_ name: String, in folder: CInt) -> [UInt8]? {
    let number = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return nil }
    defer { close(number) }
    guard let status = FileStatus(open: number) else { return nil }
    guard status.kind == .file else {
      errno = EISDIR
      return nil
    }
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: status.size) { buffer, count in
      while count < status.size {
        let got = unsafe Glibc.read(
          number, buffer.baseAddress?.advanced(by: count), status.size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { return }
        count += got
      }
    }
    return failed ? nil : bytes
  }

  /// Whether the file is a plain one and holds just these bytes.
  static func holds(_ bytes: [UInt8], _ name: String, in folder: CInt) -> Bool {
    let number = unsafe openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return false }
    defer { close(number) }
    guard let status = FileStatus(open: number), status.kind == .file, status.size == bytes.count
    else { return false }
    let piece = 65536
    return unsafe withUnsafeTemporaryAllocation(
      byteCount: min(piece, max(bytes.count, 1)), alignment: 16
    ) { buffer in
      unsafe bytes.withUnsafeBytes { wanted in
        var offset = 0
        while offset < wanted.count {
          let size = min(buffer.count, wanted.count - offset)
          let got = unsafe Glibc.read(number, buffer.baseAddress, size)
          if got < 0 && errno == EINTR { continue }
          guard got > 0, let here = buffer.baseAddress, let there = wanted.baseAddress else {
            return false
          }
          if unsafe memcmp(here, there.advanced(by: offset), got) != 0 { return false }
          offset += got
        }
        return true
      }
    }
  }

  /// Makes a new file with these bytes; returns 0 or the error number.
  static func create(_ name: String, in folder: CInt, _ bytes: [UInt8]) -> CInt {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let number = unsafe openat(folder, name, flags, 0o666)
    guard number >= 0 else { return errno }
    var code: CInt = 0
    unsafe bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset < raw.count {
        let put = unsafe Glibc.write(
          number, raw.baseAddress?.advanced(by: offset), raw.count - offset)
        if put < 0 && errno == EINTR { continue }
        if put < 0 {
          code = errno
          return
        }
        offset += put
      }
    }
    if close(number) != 0, code == 0, errno != EINTR { code = errno }
    return code
  }

  /// Makes a folder and those above it; one that is there already is fine.
  ///
  /// Returns 0 or the error number.
  static func makeFolders(_ path: Substring, in folder: CInt) -> CInt {
    if path.isEmpty { return 0 }
    let name = String(path)
    if unsafe mkdirat(folder, name, 0o777) == 0 || errno == EEXIST { return 0 }
    guard errno == ENOENT else { return errno }
    let above = OutputPath.folder(of: name)
    if above.isEmpty { return ENOENT }
    let code = makeFolders(above, in: folder)
    if code != 0 { return code }
    if unsafe mkdirat(folder, name, 0o777) == 0 || errno == EEXIST { return 0 }
    return errno
  }

  /// Removes a file, link or whole folder, following no link; 0 or the first error number.
  @discardableResult
  static func remove(_ name: String, in folder: CInt) -> CInt {
    if unsafe unlinkat(folder, name, 0) == 0 { return 0 }
    if errno == ENOENT { return 0 }
    guard errno == EISDIR || errno == EPERM else { return errno }
    guard let inside = Descriptor.folder(name, in: folder) else { return errno }
    guard let names = names(in: inside.number) else { return errno }
    var code: CInt = 0
    for child in names {
      let failed = remove(child, in: inside.number)
      if failed != 0, code == 0 { code = failed }
    }
    if unsafe unlinkat(folder, name, AT_REMOVEDIR) != 0, code == 0 { code = errno }
    return code
  }

  /// Removes a folder of which most files are known by name, which spares reading its folders.
  static func remove(_ name: String, knowing files: Set<String>, in folder: CInt) {
    if let inside = Descriptor.folder(name, in: folder) {
      var folders: Set<Substring> = []
      for file in files where unsafe unlinkat(inside.number, file, 0) == 0 {
        var above = OutputPath.folder(of: file)
        while !above.isEmpty, folders.insert(above).inserted {
          above = OutputPath.folder(of: String(above))
        }
      }
      // A folder is a prefix of those inside it, so the longer goes first.
      for child in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
        _ = unsafe unlinkat(inside.number, String(child), AT_REMOVEDIR)
      }
    }
    remove(name, in: folder)
  }

  /// Swaps two names of one folder in one step; 0 or the error number, `ENOSYS` if impossible.
  ///
  /// The header hides `renameat2` from Swift (it is a GNU extension), so it is looked up by name.
  static func exchange(_ one: String, _ other: String, in folder: CInt) -> CInt {
    typealias Call =
      @convention(c) (
        CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
      ) -> CInt
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return ENOSYS }
    let call = unsafe unsafeBitCast(symbol, to: Call.self)
    let exchange: CUnsignedInt = 2  // RENAME_EXCHANGE of linux/fs.h
    return unsafe call(folder, one, folder, other, exchange) == 0 ? 0 : errno
  }
}
