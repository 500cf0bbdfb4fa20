import Diagnostics
import Digests
import Glibc
import Synchronization

/// Artefacts that are dear to make, kept from one build to the next: pictures, share cards, PDF.
///
///     let key = ArtefactKey(maker: "card 1", parameters: [story.title], inputs: [SHA256(of: photo)])
///     let bytes = try cache.bytes(for: key) { try draw(story, photo) }
///
/// or, where making gives several at once, `get` each, make what is missing and `put` it. All of it
/// may be called by several workers at once. A cache never decides what a build gives: an entry that
/// is damaged, cut short or unreadable counts as absent, and one that cannot be written is left out.
///
/// It is a folder of one file an entry, named by its key; a file begins with the fingerprint of what
/// follows and appears under its name only when whole, so a build that is killed, or two builds at
/// once, do no harm. After a good build `prune` removes whatever that build did not ask for: what
/// was made of a photo whose consent was withdrawn is gone with the build that withdraws it.
package final class ArtefactCache: Sendable {
  private static let head = Array("neuguong artefact 1\n".utf8)
  /// Says to programs for backups that the folder can be made again (bford.info/cachedir).
  private static let tag = "CACHEDIR.TAG"
  private static let tagText =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by neuguong; may be deleted at any time.\n"
  private static let unfinished = "part-"

  private let folder: Descriptor
  private let lock: Descriptor
  private let state = Mutex<State>(State())

  private struct State: Sendable {
    var used: Set<String> = []
    var writes = 0
  }

  /// Where the cache of an output lies unless told: beside it, never inside.
  package static func place(beside output: String) -> String {
    var path = output[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    let above = OutputPath.folder(of: String(path))
    let name = path.split(separator: "/").last ?? "public"
    let parent = path.contains("/") ? "\(above)/" : ""
    return "\(parent).\(name).neuguong-cache"
  }

  /// Opens the folder, made if it is not there.
  ///
  /// - Throws: if it is a link, cannot be made, or has files and does not bear our tag.
  package init(folder path: String) throws(PublishError) {
    let place = try OutputPlace(path)
    if unsafe mkdirat(place.parent.number, place.name, 0o700) != 0, errno != EEXIST {
      throw .system("tạo thư mục lưu tạm", path, errno)
    }
    guard let folder = Descriptor.folder(place.name, in: place.parent.number) else {
      throw .system("mở thư mục lưu tạm", path, errno)
    }
    guard let names = Disk.names(in: folder.number) else {
      throw .system("đọc thư mục lưu tạm", path, errno)
    }
    if Disk.read(Self.tag, in: folder.number) != Array(Self.tagText.utf8) {
      guard names.allSatisfy({ $0 == Self.tag && Self.isEmpty($0, in: folder) }) else {
        throw PublishError(
          "cache.not-ours", .usage,
          "Thư mục lưu tạm “\(path)” đã có tệp mà không phải do chương trình này tạo ra.",
          help: "Hãy chọn một thư mục mới hoặc thư mục rỗng bằng --cache.")
      }
      // Two builds may come here at once; both write the same.
      let name = "\(Self.unfinished)\(getpid())-tag"
      Disk.remove(name, in: folder.number)
      var code = Disk.create(name, in: folder.number, Array(Self.tagText.utf8))
      if code == 0, unsafe renameat(folder.number, name, folder.number, Self.tag) != 0 {
        code = errno
      }
      if code != 0 { throw .system("ghi vào thư mục lưu tạm", path, code) }
    }
    let number = unsafe openat(folder.number, Self.tag, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw .system("mở thư mục lưu tạm", path, errno) }
    self.folder = folder
    lock = Descriptor(number)
    // As long as it lives nobody else prunes; where locks do not exist nobody prunes at all.
    flock(number, LOCK_SH)
  }

  /// Throws if the cache would lie in one of the folders, or one of them in it.
  package static func refuseOverlap(
    cache: String, with folders: [String]
  ) throws(PublishError) {
    for folder in folders where Publisher.overlap(cache, folder) {
      throw PublishError(
        "cache.overlap", .usage,
        "Thư mục lưu tạm “\(cache)” và thư mục “\(folder)” nằm lồng vào nhau.",
        help: "Hãy chọn một thư mục khác bằng --cache.")
    }
  }

  private static func isEmpty(_ name: String, in folder: Descriptor) -> Bool {
    FileStatus(name, in: folder.number)?.size == 0
  }

  // MARK: Entries

  /// The artefact of this key, if a build has kept it and it is whole.
  package func get(_ key: ArtefactKey) -> [UInt8]? {
    state.withLock { _ = $0.used.insert(key.name) }
    guard let file = Disk.read(key.name, in: folder.number) else { return nil }
    let start = Self.head.count + 32
    guard file.count >= start, file.starts(with: Self.head) else { return nil }
    let bytes = Array(file[start...])
    return file[Self.head.count..<start].elementsEqual(SHA256(of: bytes).bytes) ? bytes : nil
  }

  /// Keeps an artefact; what stood under the key before is replaced in one step.
  package func put(_ bytes: [UInt8], for key: ArtefactKey) {
    let number = state.withLock { state in
      state.used.insert(key.name)
      state.writes += 1
      return state.writes
    }
    let name = "\(Self.unfinished)\(getpid())-\(number)"
    let file = Self.head + SHA256(of: bytes).bytes + bytes
    Disk.remove(name, in: folder.number)
    guard Disk.create(name, in: folder.number, file) == 0,
      unsafe renameat(folder.number, name, folder.number, key.name) == 0
    else {
      // A full disk, or one for reading only: the artefact is made again next time.
      Disk.remove(name, in: folder.number)
      return
    }
  }

  /// The artefact of this key, made and kept if it is not there.
  package func bytes<E: Error>(
    for key: ArtefactKey, make: () throws(E) -> [UInt8]
  ) throws(E) -> [UInt8] {
    if let kept = get(key) { return kept }
    let made = try make()
    put(made, for: key)
    return made
  }

  // MARK: Going

  /// Removes every entry that nobody has asked for since the cache was opened.
  ///
  /// For the end of a build that made all artefacts of a site. While another build uses the folder
  /// nothing is removed; the next build does it.
  ///
  /// - Returns: how many entries went.
  @discardableResult
  package func prune() -> Int {
    guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else { return 0 }
    defer { flock(lock.number, LOCK_SH) }
    let used = state.withLock { $0.used }
    var count = 0
    for name in Disk.names(in: folder.number) ?? [] where !used.contains(name) {
      guard Self.isEntry(name) || name.hasPrefix(Self.unfinished) else { continue }
      if unsafe unlinkat(folder.number, name, 0) == 0 { count += 1 }
    }
    return count
  }

  private static func isEntry(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
