import Diagnostics
import Glibc
import Synchronization

/// Puts a new site in the place of the old one, all or nothing, file by file as they are made.
///
/// Each file is first compared with that of the old site; only when one differs does a staging
/// folder appear beside the output. `commit` links the unchanged files into it (same bytes, inode
/// and times) and exchanges the two folders in one step. If nothing differs, nothing is touched.
/// Whatever fails before the exchange leaves the old site as it was. Nothing is flushed to the
/// disk by force: after a power cut, build again.
package final class Publisher: Sendable {
  /// What a commit did, in numbers of files.
  package struct Summary: Sendable, Hashable {
    /// All files of the new site, the marker not counted.
    package var files: Int
    package var added: Int
    package var changed: Int
    package var removed: Int

    package init(files: Int = 0, added: Int = 0, changed: Int = 0, removed: Int = 0) {
      self.files = files
      self.added = added
      self.changed = changed
      self.removed = removed
    }

    package var isUntouched: Bool { added == 0 && changed == 0 && removed == 0 }
  }

  private struct State: Sendable {
    var register: PathRegister
    /// Unchanged files, to be linked at the end.
    var kept: [String] = []
    var staging: Descriptor?
    var added = 0
    var changed = 0
    var bytes = 0
    /// The old site holds a link where a folder should be: replace it even if no byte differs.
    var mustReplace = false
    var lock: OutputLock?

    var isClosed: Bool { lock == nil }
  }

  private let place: OutputPlace
  private let old: OldOutput?
  private let state: Mutex<State>

  /// Takes the output folder for this build; throws if it is in use or not ours.
  package init(output: String) throws(PublishError) {
    place = try OutputPlace(output)
    let lock = try place.lock()
    old = try OldOutput.open(at: place)
    let register = PathRegister(expecting: old?.manifest.paths.count ?? 0)
    state = Mutex(State(register: register, lock: lock))
  }

  deinit { abandon() }

  /// Gives up: the staging folder goes, the old site stays; for the way out after a failure.
  package func abandon() {
    state.withLock { state in
      if state.staging != nil { removeStaging() }
      state.staging = nil
      state.lock = nil
    }
  }

  /// Removes the staging folder, also from under a worker that is still writing its last file.
  private func removeStaging() {
    for _ in 0..<200 {
      let code = Disk.remove(place.stagingName, in: place.parent.number)
      if code != ENOTEMPTY, code != EEXIST { return }
      usleep(5_000)
    }
  }

  /// Takes one file of the new site; may be called by several workers at once.
  ///
  /// A path that is unsafe or that two files share is remembered and told by `commit`.
  package func write(_ file: OutputFile) throws(PublishError) {
    let answer = try locked { (state) throws(PublishError) in
      if state.isClosed { throw Self.closed }
      state.bytes += file.bytes.count
      return state.register.add(file.path, origin: file.origin)
    }
    guard case .fresh(let newFolders) = answer else { return }
    let wasThere = old?.manifest.paths.contains(file.path) ?? false
    if wasThere, let old {
      let isReal = old.hasRealFolders(of: file.path, innermost: newFolders)
      if isReal, Disk.holds(file.bytes, file.path, in: old.folder.number) {
        state.withLock { $0.kept.append(file.path) }
        return
      }
      if !isReal { state.withLock { $0.mustReplace = true } }
    }
    let staging = try locked { (state) throws(PublishError) in
      if state.isClosed { throw Self.closed }
      if wasThere { state.changed += 1 } else { state.added += 1 }
      return try self.stage(&state)
    }
    try put(file.path, file.bytes, in: staging, makeFolderFirst: newFolders > 0)
  }

  /// Paths of the files taken so far.
  package var paths: [String] { state.withLock { $0.register.paths } }

  /// How big they are together.
  package var bytes: Int { state.withLock(\.bytes) }

  /// Puts the new site in place; throws every quarrel between paths, or what the system refused.
  @discardableResult
  package func commit() throws(PublishError) -> Summary {
    do throws(PublishError) {
      return try locked { (state) throws(PublishError) in try self.commit(&state) }
    } catch {
      abandon()
      throw error
    }
  }

  private static var closed: PublishError {
    PublishError("publish.closed", .machine, "Lần xuất bản này đã kết thúc.")
  }

  /// `withLock` that passes our error on with its type.
  private func locked<T: Sendable>(
    _ body: (inout sending State) throws(PublishError) -> sending T
  ) throws(PublishError) -> T {
    try state.withLock(body)
  }

  /// The staging folder, made now if it is not there yet.
  private func stage(_ state: inout State) throws(PublishError) -> Descriptor {
    if let staging = state.staging { return staging }
    let name = place.stagingName
    if unsafe mkdirat(place.parent.number, name, 0o777) != 0 {
      throw .system("tạo thư mục tạm để ghi vào", place.shown, errno)
    }
    guard let staging = Descriptor.folder(name, in: place.parent.number) else {
      throw .system("mở thư mục tạm của", place.shown, errno)
    }
    state.staging = staging
    return staging
  }

  private func put(
    _ path: String, _ bytes: [UInt8], in staging: Descriptor, makeFolderFirst: Bool
  ) throws(PublishError) {
    let folder = OutputPath.folder(of: path)
    var code = makeFolderFirst ? Disk.makeFolders(folder, in: staging.number) : 0
    if code == 0 { code = Disk.create(path, in: staging.number, bytes) }
    if code == ENOENT {
      // Another worker has named the folder before us but not made it yet.
      code = Disk.makeFolders(folder, in: staging.number)
      if code == 0 { code = Disk.create(path, in: staging.number, bytes) }
    }
    if code != 0 { throw .system("ghi tệp", "\(place.shown)/\(path)", code) }
  }

  private func commit(_ state: inout State) throws(PublishError) -> Summary {
    if state.isClosed { throw Self.closed }
    var problems = DiagnosticBag()
    state.register.report(into: &problems)
    if problems.hasErrors { throw PublishError(content: problems) }

    let manifest = Manifest(of: state.register.paths)
    var summary = Summary(
      files: manifest.paths.count, added: state.added, changed: state.changed)
    if let old {
      summary.removed = old.manifest.paths.subtracting(manifest.paths).count
      let isSame = summary.isUntouched && manifest.bytes == old.manifest.bytes
      if isSame, !state.mustReplace {
        state.lock = nil
        return summary
      }
      try checkReplaceable(old)
    }
    let staging = try stage(&state)
    if let old { try keep(state.kept, of: old, in: staging) }
    try put(OutputPath.marker, manifest.bytes, in: staging, makeFolderFirst: false)
    if let old { fchmod(staging.number, old.status.mode) }
    try place.putInPlace(replacing: old?.manifest)
    state.staging = nil
    state.lock = nil
    return summary
  }

  private func checkReplaceable(_ old: OldOutput) throws(PublishError) {
    guard let now = FileStatus(place.name, in: place.parent.number), now.isSame(as: old.status)
    else {
      throw PublishError(
        "publish.moved", .machine, "Thư mục “\(place.shown)” đã bị thay trong khi đang xuất bản.",
        help: "Hãy chạy lại.")
    }
    if let strange = old.strangeFile() {
      throw PublishError(
        "publish.strange-file", .usage,
        "Trong “\(place.shown)” có tệp “\(strange)” không phải do chương trình này tạo ra.",
        help: "Xuất bản sẽ làm mất tệp đó; hãy chuyển nó vào thư mục nội dung hoặc xóa nó đi.")
    }
  }

  private func keep(_ paths: [String], of old: OldOutput, in staging: Descriptor)
    throws(PublishError)
  {
    var last: Substring = ""
    for path in paths {
      let folder = OutputPath.folder(of: path)
      var code: CInt = 0
      if folder != last { code = Disk.makeFolders(folder, in: staging.number) }
      last = folder
      if code == 0 { code = old.keep(path, in: staging.number) }
      if code != 0 { throw .system("giữ lại tệp", "\(place.shown)/\(path)", code) }
    }
  }
}
