import Glibc
import Testing

/// `check --external` as a user runs it, against a server of the test's own.
@Suite(.serialized) struct ExternalLinkCommandTests {
  private func site(_ text: String) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    #expect(try Tool.neuguong(["new", "nho", "--quiet"], in: folder.path).code == 0)
    #expect(unsafe mkdir("\(folder.path)/nho/pages", 0o755) == 0)
    try folder.put(
      "nho/pages/lien-ket.md", Array("---\ntitle: Liên kết\n---\n\(text)\n".utf8))
    return folder
  }

  @Test func nothingIsAskedUnasked() throws {
    let folder = try site("[a](http://127.0.0.1:1/)")
    let plain = try Tool.neuguong(["check", "nho"], in: folder.path)
    #expect(plain.code == 0)
    #expect(!plain.err.contains("127.0.0.1"))
  }

  @Test func innerAddressesAreNotAskedByDefault() throws {
    // Another number keeps a machine without any way out from answering for all.
    let folder = try site("[a](http://127.0.0.1:1/)")
    let outcome = try Tool.neuguong(["check", "nho", "--external"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(
      outcome.err.contains("nho/pages/lien-ket.md:4:1: cảnh báo")
        || outcome.err.contains("pages/lien-ket.md:4:1") || outcome.err.contains("[link.offline]"))
  }

  @Test func whatIsFoundIsToldWithItsLine() throws {
    let folder = try site("[a](http://127.0.0.1:1/)\n\n[b](http://127.0.0.1:1/)")
    let outcome = try Tool.neuguong(
      ["check", "nho", "--external", "--external-local"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.err.contains("pages/lien-ket.md:4:1"), "\(outcome.err)")
    #expect(outcome.err.contains("không nối được với máy chủ"))
    #expect(outcome.err.split(separator: "[link.unsure]").count == 2)
  }
}
