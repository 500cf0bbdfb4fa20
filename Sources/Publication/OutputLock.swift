import Glibc

/// The right to publish to one output, held as a locked file beside it; given back at the end.
///
/// The system drops the lock of a process that dies, so a left-over file locks nobody out.
final class OutputLock: Sendable {
  private let name: String
  private let parent: Descriptor
  private let file: Descriptor

  init(name: String, in parent: Descriptor, shown: String) throws(PublishError) {
    self.name = name
    self.parent = parent
    while true {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
      let number = unsafe openat(parent.number, name, flags, 0o666)
      if number < 0 { throw .system("tạo khóa để ghi vào", shown, errno) }
      let file = Descriptor(number)
      if flock(number, LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw .system("khóa", shown, errno) }
        throw PublishError(
          "publish.locked", .machine, "Một lần chạy khác đang xuất bản vào “\(shown)”.",
          help: "Hãy đợi lần chạy kia kết thúc, hoặc chọn nơi khác bằng --output.")
      }
      // The last owner may have removed the file between our opening and our locking it.
      guard let held = FileStatus(open: number), let named = FileStatus(name, in: parent.number),
        held.isSame(as: named)
      else { continue }
      self.file = file
      return
    }
  }

  /// The name goes while the lock is still held, so nobody locks a file that is about to vanish.
  deinit { _ = unsafe unlinkat(parent.number, name, 0) }
}
