import Diagnostics
import Publication
import Testing

@Suite struct OutputTreeTests {
  func problems(_ files: [(String, String)]) -> [Diagnostic] {
    var tree = OutputTree()
    for (path, origin) in files { tree.add(OutputFile(path: path, bytes: [], origin: origin)) }
    var bag = DiagnosticBag()
    tree.check(into: &bag)
    return bag.all
  }

  @Test func differentPathsAreFine() {
    #expect(
      problems([("index.html", "a"), ("guong/a/index.html", "b"), ("guong/a.html", "c")]) == [])
  }

  @Test func everyOriginOfACollisionIsNamedInAnyOrder() throws {
    let files = [
      ("a/x.html", "stories/1.md"), ("a/x.html", "stories/3.md"), ("a/x.html", "pages/2.md"),
    ]
    let found = problems(files)
    #expect(found == problems(files.reversed()))
    let one = try #require(found.first)
    #expect(found.count == 1 && one.id == "publish.collision")
    #expect(
      one.notes.map(\.text) == [
        "“a/x.html” do pages/2.md tạo ra", "“a/x.html” do stories/1.md tạo ra",
        "“a/x.html” do stories/3.md tạo ra",
      ])
  }

  @Test func lettersOfAnotherCaseOrFormCollide() {
    #expect(
      problems([("A/Tệp.html", "1"), ("a/tệp.html", "2")]).map(\.id) == ["publish.collision"])
    #expect(problems([("\u{E0}.html", "1"), ("a\u{300}.html", "2")]).count == 1)
  }

  @Test func aFileIsNoFolder() throws {
    for files in [
      [("a/b", "1"), ("a/b/c", "2"), ("a/b/d", "3")],
      [("a/b/d", "3"), ("a/b/c", "2"), ("a/b", "1")],
    ] {
      let found = problems(files)
      #expect(found.map(\.id) == ["publish.collision"])
      #expect(
        found.first?.notes.map(\.text) == ["tệp “a/b” do 1 tạo ra", "tệp “a/b/c” do 2 tạo ra"])
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../b", "a/..", ".", "a//b", "a/", "a\\b", "a\0b", "a\nb",
    "\u{7F}", "a/./b", ".neuguong", ".NeuGuong", String(repeating: "x", count: 256),
    String(repeating: "x/", count: 600) + "x",
  ])
  func unsafePathsAreRefused(path: String) {
    #expect(problems([(path, "nguồn")]).map(\.id) == ["publish.unsafe-path"])
  }

  @Test(arguments: ["a", "..a/b..", "...", ".well-known/x", String(repeating: "x", count: 255)])
  func oddButSafePathsAreTaken(path: String) {
    #expect(problems([(path, "nguồn")]) == [])
  }
}
