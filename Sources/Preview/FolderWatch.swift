import Glibc

/// Watches folders and all below them for changes, by inotify.
package final class FolderWatch {
  private let descriptor: CInt
  /// Those that are watched, with how deep each lies.
  private var folders: [CInt: (path: String, depth: Int)] = [:]

  /// How long the folder must lie still before a change counts as finished: an editor writes a file
  /// in several steps.
  private static let pause: CInt = 8
  /// A folder that never lies still is looked at all the same after this many milliseconds.
  private static let patience = 120
  private static let deepest = 16

  /// - Returns: nil if the system has no watches left, or there is no such folder.
  package init?(_ roots: [String]) {
    descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for root in roots { watch(root, depth: 0) }
    if folders.isEmpty { return nil }
  }

  deinit { close(descriptor) }

  /// Waits until something changes and then lies still.
  ///
  /// - Returns: the paths that changed, sorted; empty if nothing did in that time.
  package func changes(within milliseconds: Int) -> [String] {
    var changed = Set<String>()
    guard poll(milliseconds) else { return [] }
    var waited = 0
    repeat {
      read(into: &changed)
      waited += Int(Self.pause)
    } while waited < Self.patience && poll(Int(Self.pause))
    return changed.sorted()
  }

  private func poll(_ milliseconds: Int) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&request, 1, CInt(clamping: milliseconds)) > 0
  }

  private func watch(_ folder: String, depth: Int) {
    guard depth <= Self.deepest else { return }
    let mask =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR
    let number = unsafe inotify_add_watch(descriptor, folder, UInt32(mask))
    guard number >= 0 else { return }
    folders[number] = (folder, depth)
    for name in Self.folders(in: folder) { watch("\(folder)/\(name)", depth: depth + 1) }
  }

  private func read(into changed: inout Set<String>) {
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

  private func note(_ event: inotify_event, name: String, into changed: inout Set<String>) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changed.insert("")
      return
    }
    // What editors put beside the file: swap files, backups, proofs that a folder can be written.
    if name.hasPrefix(".") || name.hasSuffix("~") || name == "4913" { return }
    guard let folder = folders[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED) != 0 {
      folders[event.wd] = nil
      return
    }
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
