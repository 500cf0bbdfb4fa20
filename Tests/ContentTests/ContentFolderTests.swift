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

  @Test func aMissingFolderIsTold() {
    var bag = DiagnosticBag()
    #expect(ContentSource.folder("/nonexistent/content").files(into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["content.missing-folder"])
  }
}
