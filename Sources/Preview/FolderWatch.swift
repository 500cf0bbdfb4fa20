import Glibc
import Synchronization

/// Watches folders and all below them for changes, by inotify.
package final class FolderWatch: Sendable {
  private let watched: Mutex<WatchedFolders>

  /// - Returns: nil if the system has no watches left, or there is no such folder.
  package init?(_ roots: [String]) {
    var watched = WatchedFolders()
    watched.add(roots)
    if watched.isEmpty { return nil }
    self.watched = Mutex(watched)
  }

  deinit { watched.withLock { $0.close() } }

  /// Waits until something changes and then lies still; meant for a thread of its own.
  ///
  /// - Returns: the paths that changed, sorted; empty if nothing did in that time.
  package func changes(within milliseconds: Int) -> [String] {
    watched.withLock { $0.changes(within: milliseconds) }
  }
}

/// What an instance of inotify watches.
private struct WatchedFolders {
  private let descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
  /// Those that are watched, with how deep each lies.
  private var folders: [CInt: (path: String, depth: Int)] = [:]
  /// Roots that are not there: removed, or moved away.
  private var lost: Set<String> = []

  /// How long the folder must lie still before a change counts as finished: an editor writes a file
  /// in several steps.
  private static let pause = 8
  /// A folder that never lies still is looked at all the same after this many milliseconds.
  private static let patience = 120
  /// How often a root that is not there is looked for, in milliseconds.
  private static let search = 200
  private static let deepest = 16

  var isEmpty: Bool { folders.isEmpty }

  mutating func add(_ roots: [String]) {
    for root in roots where !watch(root, depth: 0) { lost.insert(root) }
  }

  func close() { _ = Glibc.close(descriptor) }

  mutating func changes(within milliseconds: Int) -> [String] {
    var changed = Set<String>()
    var left = milliseconds
    while true {
      find(into: &changed)
      if !changed.isEmpty { break }
      let time = lost.isEmpty ? left : min(left, Self.search)
      if poll(time) {
        read(into: &changed)
      } else {
        left -= time
        if left <= 0 { return [] }
      }
    }
    var waited = 0
    while waited < Self.patience, poll(Self.pause) {
      read(into: &changed)
      waited += Self.pause
    }
    return changed.sorted()
  }

  private func poll(_ milliseconds: Int) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&request, 1, CInt(clamping: milliseconds)) > 0
  }

  // MARK: Folders

  @discardableResult
  private mutating func watch(_ folder: String, depth: Int) -> Bool {
    guard depth <= Self.deepest else { return false }
    let mask =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      | IN_MOVE_SELF | IN_ONLYDIR
    let number = unsafe inotify_add_watch(descriptor, folder, UInt32(mask))
    guard number >= 0 else { return false }
    folders[number] = (folder, depth)
    for name in Self.folders(in: folder) { watch("\(folder)/\(name)", depth: depth + 1) }
    return true
  }

  /// Looks for the roots that are lost.
  private mutating func find(into changed: inout Set<String>) {
    for root in lost where watch(root, depth: 0) {
      lost.remove(root)
      changed.insert(root)
    }
  }

  /// Forgets a folder that is gone; of a root all else, too, for it may live on elsewhere.
  private mutating func forget(_ number: CInt, into changed: inout Set<String>) {
    guard let gone = folders.removeValue(forKey: number), gone.depth == 0 else { return }
    lost.insert(gone.path)
    changed.insert(gone.path)
    inotify_rm_watch(descriptor, number)
    for (other, folder) in folders where folder.path.hasPrefix(gone.path + "/") {
      folders[other] = nil
      inotify_rm_watch(descriptor, other)
    }
  }

  // MARK: Events

  private mutating func read(into changed: inout Set<String>) {
    let size = 64 << 10
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, size)
      if count <= 0 { return }
      var at = 0
      while at + MemoryLayout<inotify_event>.size <= count {
        let event = unsafe buffer.load(fromByteOffset: at, as: inotify_event.self)
        let start = at + MemoryLayout<inotify_event>.size
        let end = min(start + Int(event.len), count)
        note(event, name: unsafe Self.name(buffer[start..<end]), into: &changed)
        at = end
      }
    }
  }

  private mutating func note(_ event: inotify_event, name: String, into changed: inout Set<String>)
  {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changed.insert("")
      return
    }
    // What editors put beside the file: swap files, backups, proofs that a folder can be written.
    if name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" { return }
    guard let folder = folders[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 {
      // A folder within that moves is told by those that it left and came to.
      if event.mask & UInt32(IN_IGNORED) != 0 || folder.depth == 0 {
        forget(event.wd, into: &changed)
      }
      return
    }
    // What is told of the folder itself, such as its rights, is told by the one above as well.
    if name.isEmpty { return }
    let path = "\(folder.path)/\(name)"
    if event.mask & UInt32(IN_ISDIR) != 0,
      event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
    {
      watch(path, depth: folder.depth + 1)
    }
    changed.insert(path)
  }

  private static func name(_ bytes: Slice<UnsafeMutableRawBufferPointer>) -> String {
    unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func folders(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      guard unsafe Int(entry.pointee.d_type) == Int(DT_DIR) else { continue }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
