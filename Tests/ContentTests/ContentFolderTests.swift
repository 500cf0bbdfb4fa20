import Content
import Diagnostics
import Glibc
import Testing

/// A folder of the disk with what may lie in one: links, pipes, hidden files.
private final class TemporaryFolder {
  let path: String

  init() throws {
    var name = Array("/tmp/neuguong-content-XXXXXX".utf8CString)
    path = try #require(unsafe mkdtemp(&name).map { unsafe String(cString: $0) })
  }

  deinit { remove(path) }

  private func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    if let stream = unsafe opendir(path) {
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      unsafe closedir(stream)
    }
    unsafe rmdir(path)
  }

  func folder(_ name: String) { unsafe mkdir("\(path)/\(name)", 0o755) }
  func link(_ name: String, to target: String) { unsafe symlink(target, "\(path)/\(name)") }
  func pipe(_ name: String) { unsafe mkfifo("\(path)/\(name)", 0o600) }
  func file(_ name: String, _ text: String) throws {
    let number = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o644)
    try #require(number >= 0)
    let bytes = Array(text.utf8)
    _ = unsafe write(number, bytes, bytes.count)
    close(number)
  }
}

@Suite struct ContentFolderTests {
  @Test func listsByBytesAndLeavesOutWhatIsHidden() throws {
    let folder = try TemporaryFolder()
    folder.folder("b")
    folder.folder(".git")
    try folder.file("b/z.md", "z")
    try folder.file("b.csv", "b")
    try folder.file(".git/x", "x")
    try folder.file("Â.md", "a")
    var bag = DiagnosticBag()
    let files = ContentSource.folder(folder.path).files(into: &bag)
    #expect(files == ["b.csv", "b/z.md", "Â.md"])
    #expect(bag.all.isEmpty)
  }

  @Test func nothingOutsideIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.file("a.md", "ở trong")
    folder.link("outside.md", to: "/etc/hostname")
    folder.link("inside.md", to: "a.md")
    folder.link("broken.md", to: "nowhere")
    folder.link("loop", to: ".")
    folder.pipe("pipe.csv")
    let source = ContentSource.folder(folder.path)
    var bag = DiagnosticBag()
    #expect(source.files(into: &bag) == ["a.md", "inside.md"])
    #expect(
      bag.sorted.map { "\($0.location?.file ?? "") \($0.id)" } == [
        "broken.md content.broken-symlink", "loop content.symlink-outside",
        "outside.md content.symlink-outside", "pipe.csv content.special-file",
      ])
    #expect(try source.read("inside.md") == Array("ở trong".utf8))
    #expect(throws: ContentFault.outside) { try source.read("outside.md") }
    #expect(throws: ContentFault.outside) { try source.read("../a.md") }
    #expect(throws: ContentFault.special) { try source.read("pipe.csv") }
    #expect(throws: ContentFault.missing) { try source.read("none.md") }
  }

  @Test func aFolderThatBecameALinkLeadsNowhere() throws {
    let outside = try TemporaryFolder()
    try outside.file("f.md", "bí mật")
    let folder = try TemporaryFolder()
    folder.folder("real")
    try folder.file("real/f.md", "ở trong")
    folder.link("away", to: outside.path)
    folder.link("near", to: "real")
    let source = ContentSource.folder(folder.path)
    #expect(throws: ContentFault.outside) { try source.read("away/f.md") }
    #expect(try source.read("near/f.md") == Array("ở trong".utf8))
    #expect(throws: ContentFault.missing) { try source.read("real/f.md/f.md") }
    #expect(throws: ContentFault.missing) { try source.read("none/f.md") }
    for name in ["/etc/hostname", "real/../../f.md", "real//f.md", "a\0b", ""] {
      #expect(throws: ContentFault.self) { try source.read(name) }
    }
  }

  @Test func aFolderSwappedWhileReadingLeadsNowhere() async throws {
    let outside = try TemporaryFolder()
    try outside.file("f.md", "bí mật")
    let folder = try TemporaryFolder()
    folder.folder("d")
    try folder.file("d/f.md", "ở trong")
    let (path, target) = (folder.path, outside.path)
    let swaps = Task.detached {
      while !Task.isCancelled {
        unsafe rename("\(path)/d", "\(path)/d.away")
        unsafe symlink(target, "\(path)/d")
        unsafe unlink("\(path)/d")
        unsafe rename("\(path)/d.away", "\(path)/d")
      }
    }
    let source = ContentSource.folder(path)
    for _ in 0..<2_000 {
      do throws(ContentFault) {
        #expect(try source.read("d/f.md") == Array("ở trong".utf8))
      } catch {
        #expect(error == .missing || error == .outside)
      }
    }
    swaps.cancel()
    await swaps.value
  }

  @Test func hugeAndSpecialFilesAreNotRead() throws {
    let folder = try TemporaryFolder()
    try folder.file("huge.md", "")
    #expect(unsafe truncate("\(folder.path)/huge.md", ContentSource.largestFile + 1) == 0)
    folder.link("zero.md", to: "/dev/zero")
    folder.folder("folder.md")
    let source = ContentSource.folder(folder.path)
    #expect(throws: ContentFault.tooLarge) { try source.read("huge.md") }
    #expect(throws: ContentFault.outside) { try source.read("zero.md") }
    #expect(throws: ContentFault.special) { try source.read("folder.md") }
  }

  @Test func aMissingFolderIsTold() {
    var bag = DiagnosticBag()
    #expect(ContentSource.folder("/nonexistent/content").files(into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["content.missing-folder"])
  }
}
