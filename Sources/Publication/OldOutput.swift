import Glibc

/// The output folder of the last build, open, with the list of the files that we put there.
struct OldOutput: Sendable {
  let folder: Descriptor
  let manifest: Manifest
  let status: FileStatus

  /// Opens the output at `place`; nil if there is none, or an empty folder.
  ///
  /// Throws if the folder is not ours, since whatever is in it belongs to somebody.
  static func open(at place: OutputPlace) throws(PublishError) -> OldOutput? {
    guard let named = FileStatus(place.name, in: place.parent.number) else {
      if errno == ENOENT { return nil }
      throw .system("xem", place.shown, errno)
    }
    switch named.kind {
    case .folder: break
    case .link:
      throw PublishError(
        "publish.not-ours", .usage, "Nơi xuất bản “\(place.shown)” là một liên kết tượng trưng.",
        help: "Hãy chỉ thẳng đến thư mục thật bằng --output.")
    case .file, .other:
      throw PublishError(
        "publish.not-ours", .usage, "Nơi xuất bản “\(place.shown)” không phải là thư mục.",
        help: "Hãy chọn nơi khác bằng --output.")
    }
    guard let folder = Descriptor.folder(place.name, in: place.parent.number),
      let status = FileStatus(open: folder.number)
    else { throw .system("mở thư mục", place.shown, errno) }
    if let bytes = Disk.read(OutputPath.marker, in: folder.number),
      let manifest = Manifest(reading: bytes)
    {
      return OldOutput(folder: folder, manifest: manifest, status: status)
    }
    guard let names = Disk.names(in: folder.number) else {
      throw .system("đọc thư mục", place.shown, errno)
    }
    if names.isEmpty { return nil }
    throw PublishError(
      "publish.not-ours", .usage,
      "Thư mục “\(place.shown)” đã có tệp mà không phải do chương trình này tạo ra.",
      help: "Để khỏi mất dữ liệu, hãy chọn một thư mục mới hoặc thư mục rỗng bằng --output.")
  }

  /// Whether all of the innermost `count` folders of `path` are real folders, not links.
  func hasRealFolders(of path: String, innermost count: Int) -> Bool {
    var name = path
    for _ in 0..<count {
      name = String(OutputPath.folder(of: name))
      if name.isEmpty { return true }
      if let status = FileStatus(name, in: folder.number), status.kind != .folder { return false }
    }
    return true
  }

  /// A file that somebody else put into our folder, if there is one; the first by path.
  ///
  /// Replacing the folder would lose it, so a build stops rather than replace.
  func strangeFile() -> String? { strangeFile(in: ".", prefix: "") }

  private func strangeFile(in path: String, prefix: String) -> String? {
    for name in Disk.names(path, in: folder.number) ?? [] {
      let child = prefix + name
      if manifest.paths.contains(child) || child == OutputPath.marker { continue }
      guard child.utf8.count <= OutputPath.longest, isFolder(child) else { return child }
      if let found = strangeFile(in: child, prefix: child + "/") { return found }
    }
    return nil
  }

  private func isFolder(_ path: String) -> Bool {
    FileStatus(path, in: folder.number)?.kind == .folder
  }

  /// Gives the old file a second name in `target`: same bytes, inode and times.
  ///
  /// Returns 0 or the error number.
  func keep(_ path: String, in target: CInt) -> CInt {
    if unsafe linkat(folder.number, path, target, path, 0) == 0 { return 0 }
    switch errno {
    case EPERM, EMLINK, EXDEV, ENOTSUP: break
    default: return errno
    }
    // A file system without hard links: a copy with the old times does as well.
    guard let old = FileStatus(path, in: folder.number),
      let bytes = Disk.read(path, in: folder.number)
    else { return errno }
    let code = Disk.create(path, in: target, bytes)
    if code != 0 { return code }
    let times = [old.accessed, old.modified]
    return unsafe utimensat(target, path, times, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno
  }
}
