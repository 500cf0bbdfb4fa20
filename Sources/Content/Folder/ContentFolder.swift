import Diagnostics
import Glibc

/// Lists and reads a folder without ever leaving it or waiting on what is not a plain file.
enum ContentFolder {
  /// Deeper than any layout of the contract; ends a runaway tree.
  private static let deepest = 12

  /// The paths of all plain files, by bytes; nil after having told that the folder is not there.
  static func list(_ root: String, into bag: inout DiagnosticBag) -> [String]? {
    guard status(of: root)?.kind == .folder else {
      bag.error(
        "content.missing-folder", at: nil, "Không có thư mục nội dung “\(root)”.",
        help: "Ghi đúng tên thư mục sau lệnh, hoặc chạy “neuguong new” để tạo một thư mục mới.")
      return nil
    }
    var walk = Walk(root: root, top: resolved(root) ?? root)
    walk.visit("", depth: 0)
    bag.add(contentsOf: walk.bag)
    return walk.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Parameter limit: how many bytes from the beginning are wanted; nil for all.
  static func read(
    _ path: String, below root: String, first limit: Int? = nil
  ) throws(ContentFault) -> [UInt8] {
    let number = try open(path, below: root)
    defer { close(number) }
    var raw = stat()
    guard unsafe fstat(number, &raw) == 0 else { throw fault(errno) }
    guard raw.st_mode & S_IFMT == S_IFREG else { throw .special }
    guard raw.st_size <= ContentSource.largestFile else { throw .tooLarge }
    return try bytes(of: number, expecting: min(Int(raw.st_size), limit ?? .max))
  }

  /// An open file; a link is followed to what lies within the root, and nowhere else.
  private static func open(_ path: String, below root: String) throws(ContentFault) -> CInt {
    let number = descend(path, from: root)
    if number >= 0 { return number }
    guard errno == ELOOP || errno == ENOTDIR else { throw fault(errno) }
    guard let target = resolved("\(root)/\(path)") else { throw .missing }
    guard let top = resolved(root), target.hasPrefix(top + "/") else { throw .outside }
    let resolved = descend(String(target.dropFirst(top.count + 1)), from: top)
    if resolved >= 0 { return resolved }
    // The path held no link a moment ago: somebody puts one there while we read.
    throw errno == ELOOP || errno == ENOTDIR ? .outside : fault(errno)
  }

  /// Opens a file folder by folder, none of them and not the file being a link, so that nothing that
  /// is swapped for one on the way leads out; negative with `errno` set.
  private static func descend(_ path: String, from root: String) -> CInt {
    let plain = O_RDONLY | O_NOFOLLOW | O_CLOEXEC
    let parts = path.split(separator: "/")
    guard let name = parts.last else {
      errno = ENOENT
      return -1
    }
    // Most files are read with one call; only folders below the root can be swapped.
    if parts.count == 1 { return unsafe Glibc.open("\(root)/\(name)", plain | O_NONBLOCK) }
    var folder = unsafe Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for part in parts.dropLast() where folder >= 0 {
      folder = inside(folder) { unsafe openat($0, String(part), plain | O_DIRECTORY) }
    }
    return folder < 0
      ? folder : inside(folder) { unsafe openat($0, String(name), plain | O_NONBLOCK) }
  }

  /// What is opened in a folder, which is closed.
  private static func inside(_ folder: CInt, _ open: (CInt) -> CInt) -> CInt {
    let number = open(folder)
    let code = errno
    close(folder)
    errno = code
    return number
  }

  /// One read call for a file that does not change under us; a file cut short ends where it ends.
  private static func bytes(of number: CInt, expecting size: Int) throws(ContentFault)
    -> [UInt8]
  {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = unsafe Glibc.read(number, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if code != 0 { throw fault(code) }
    return bytes
  }

  private static func fault(_ code: Int32) -> ContentFault {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .denied
    case ENXIO: .special
    default: .system(code: code)
    }
  }

  private enum Kind { case file, folder, link, other }

  private static func status(of path: String, follow: Bool = true) -> (kind: Kind, size: Int)? {
    var raw = stat()
    let flags = follow ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(AT_FDCWD, path, &raw, flags) == 0 else { return nil }
    switch raw.st_mode & S_IFMT {
    case S_IFREG: return (.file, Int(raw.st_size))
    case S_IFDIR: return (.folder, 0)
    case S_IFLNK: return (.link, 0)
    default: return (.other, 0)
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let raw = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(raw) }
    return unsafe String(validatingCString: raw)
  }

  /// One walk through the tree, with what it found.
  private struct Walk {
    let root: String
    let top: String
    var files: [String] = []
    var bag = DiagnosticBag()

    mutating func visit(_ folder: String, depth: Int) {
      let place = folder.isEmpty ? root : "\(root)/\(folder)"
      guard depth <= ContentFolder.deepest else {
        bag.error(
          "content.too-deep", at: Location(file: folder),
          "Thư mục “\(folder)” lồng quá \(ContentFolder.deepest) cấp.",
          help: "Đưa tệp lên cấp trên theo đúng cấu trúc thư mục nội dung.")
        return
      }
      guard let stream = unsafe open(place, isRoot: folder.isEmpty) else {
        bag.add(ContentFolder.fault(errno).diagnostic(of: folder.isEmpty ? root : folder))
        return
      }
      defer { unsafe closedir(stream) }
      var folders: [String] = []
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw -> String? in
          let end = unsafe raw.firstIndex(of: 0) ?? raw.count
          return unsafe String(validating: raw[..<end], as: UTF8.self)
        }
        let type = unsafe entry.pointee.d_type
        guard let name else {
          bag.error(
            "content.file-name", at: Location(file: folder),
            "Trong “\(folder.isEmpty ? root : folder)” có tên tệp không phải UTF-8.",
            help: "Đổi tên tệp, chỉ dùng chữ không dấu, chữ số và dấu gạch nối.")
          continue
        }
        if name.hasPrefix(".") { continue }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        switch kind(type, path) {
        case .folder: folders.append(path)
        case .file: files.append(path)
        case .link: follow(path)
        case .other: bag.add(ContentFault.special.diagnostic(of: path))
        }
      }
      for folder in folders { visit(folder, depth: depth + 1) }
    }

    /// The root may be a link, for a person named it; a folder below was none when it was listed.
    private func open(_ place: String, isRoot: Bool) -> OpaquePointer? {
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isRoot ? 0 : O_NOFOLLOW)
      let number = unsafe Glibc.open(place, flags)
      guard number >= 0 else { return nil }
      guard let stream = unsafe fdopendir(number) else {
        close(number)
        return nil
      }
      return unsafe stream
    }

    /// The listing mostly knows the kind, which saves one call to the system per file.
    private func kind(_ type: UInt8, _ path: String) -> Kind {
      switch Int(type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN):
        ContentFolder.status(of: "\(root)/\(path)", follow: false)?.kind ?? .other
      default: .other
      }
    }

    /// A link to a file inside is fine; one to a folder could loop and is left out.
    private mutating func follow(_ path: String) {
      guard let target = ContentFolder.resolved("\(root)/\(path)") else {
        bag.error(
          "content.broken-symlink", at: Location(file: path),
          "Liên kết “\(path)” trỏ tới tệp không có.", help: "Xóa hoặc sửa lại liên kết.")
        return
      }
      guard target.hasPrefix(top + "/") else {
        bag.add(ContentFault.outside.diagnostic(of: path))
        return
      }
      switch ContentFolder.status(of: target)?.kind {
      case .file: files.append(path)
      case .folder:
        bag.warning(
          "content.symlink-folder", at: Location(file: path),
          "Liên kết “\(path)” trỏ tới một thư mục nên không được đọc.",
          help: "Chép hẳn thư mục vào chỗ cần dùng.")
      default: bag.add(ContentFault.special.diagnostic(of: path))
      }
    }
  }
}
