import Glibc
import Preview
import Testing

@Suite("A watched folder")
struct FolderWatchTests {
  @Test("tells of files written, moved, removed and put into new folders, not of editors' own")
  func changes() throws {
    var template = Array("/tmp/neuguong-watch-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    let root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe system("rm -rf \(root)") }
    unsafe mkdir("\(root)/stories", 0o755)
    let watch = try #require(FolderWatch([root]))
    #expect(watch.changes(within: 0).isEmpty)

    func run(_ command: String) -> [String] {
      unsafe system("cd \(root) && \(command)")
      return watch.changes(within: 2_000).map { String($0.dropFirst(root.count + 1)) }
    }
    #expect(run("echo a > stories/a.md") == ["stories/a.md"])
    #expect(run("mv stories/a.md b.md") == ["b.md", "stories/a.md"])
    #expect(run("rm b.md") == ["b.md"])
    #expect(run("echo a > .b.md.swp; echo a > b.md~") == [])
    #expect(run("mkdir -p units/x").contains("units"))
    #expect(run("echo a > units/c.md") == ["units/c.md"])
    #expect(FolderWatch(["\(root)/khong-co"]) == nil)
  }

  @Test("tells when a folder goes, and finds the one that comes in its place")
  func roots() throws {
    var template = Array("/tmp/neuguong-watch-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    let above = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe system("rm -rf \(above)") }
    let root = "\(above)/a"
    unsafe system("mkdir -p \(root)/b")
    let watch = try #require(FolderWatch([root]))

    for away in ["mv \(root) \(above)/di", "rm -r \(root)"] {
      unsafe system(away)
      #expect(watch.changes(within: 2_000).contains(root), "\(away)")
      // What was moved away is no concern any more.
      unsafe system("mkdir -p \(above)/di/b && echo a > \(above)/di/b/c.md")
      #expect(watch.changes(within: 0) == [])
      unsafe system("mkdir -p \(root)/b")
      #expect(watch.changes(within: 2_000).contains(root))
      unsafe system("echo a > \(root)/b/c.md")
      #expect(watch.changes(within: 2_000) == ["\(root)/b/c.md"])
    }
  }
}
