import Glibc

/// The place of an output folder on the disk: its open parent and its name there.
///
/// Everything is done by names in the open parent, so the place stays the same whatever happens
/// to the working folder or to links above.
final class OutputPlace: Sendable {
  /// As the user wrote it, for messages.
  let shown: String
  let parent: Descriptor
  let name: String
  /// Where the new site grows; on the file system of the output, so that a rename will do.
  var stagingName: String { "\(stagingPrefix)\(getpid())" }
  private var stagingPrefix: String { ".\(name).neuguong-staging-" }
  /// Where the old site waits during the two renames of a file system that cannot exchange.
  var parkedName: String { ".\(name).neuguong-old" }

  init(_ output: String) throws(PublishError) {
    var path = output[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let whole = String(path)
    let above = OutputPath.folder(of: whole)
    let last = String(
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? "")
    if let fault = OutputPath.fault(in: last) {
      throw PublishError(
        "publish.bad-output", .usage, "Không thể xuất bản vào “\(output)”: \(fault).",
        help: "Hãy chọn một thư mục có tên riêng, ví dụ --output public.")
    }
    let parentPath = above.isEmpty ? (whole.hasPrefix("/") ? "/" : ".") : String(above)
    shown = output
    name = last
    let code = Disk.makeFolders(Substring(parentPath), in: AT_FDCWD)
    if code != 0 { throw .system("tạo thư mục", parentPath, code) }
    let number = unsafe open(parentPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if number < 0 { throw .system("mở thư mục", parentPath, errno) }
    parent = Descriptor(number)
  }

  /// Takes the output for this build alone, and clears away what a killed build left.
  func lock() throws(PublishError) -> OutputLock {
    let lock = try OutputLock(name: ".\(name).neuguong-lock", in: parent, shown: shown)
    try clean()
    return lock
  }

  /// Clears away what a build that was killed left; with the lock in hand nobody else uses it.
  private func clean() throws(PublishError) {
    guard let names = Disk.names(in: parent.number) else {
      throw .system("đọc thư mục chứa", shown, errno)
    }
    for stale in names where stale.hasPrefix(stagingPrefix) {
      if stale.utf8.dropFirst(stagingPrefix.utf8.count).allSatisfy({ (48...57).contains($0) }) {
        try remove(stale)
      }
    }
    guard names.contains(parkedName) else { return }
    if names.contains(name) {
      try remove(parkedName)
    } else {
      try rename(parkedName, to: name)
    }
  }

  func remove(_ child: String) throws(PublishError) {
    let code = Disk.remove(child, in: parent.number)
    if code != 0 { throw .system("xóa", child, code) }
  }

  private func rename(_ old: String, to new: String) throws(PublishError) {
    if unsafe renameat(parent.number, old, parent.number, new) != 0 {
      throw .system("đổi tên thư mục để xuất bản vào", shown, errno)
    }
  }

  /// Puts the staging folder in the place of the output and removes the old one, if any.
  func putInPlace(replacing old: Manifest?) throws(PublishError) {
    guard let old else { return try rename(stagingName, to: name) }
    let code = Disk.exchange(stagingName, name, in: parent.number)
    switch code {
    case 0:
      // What cannot be removed now is removed by the next build; the new site stands.
      Disk.remove(stagingName, knowing: old.paths, in: parent.number)
    case ENOSYS, EINVAL, ENOTSUP:
      try rename(name, to: parkedName)
      do throws(PublishError) {
        try rename(stagingName, to: name)
      } catch {
        try rename(parkedName, to: name)
        throw error
      }
      Disk.remove(parkedName, knowing: old.paths, in: parent.number)
    default:
      throw .system("thay thư mục", shown, code)
    }
  }
}
