import Diagnostics
import Glibc
import Publication
import Testing

@Suite struct PublisherTests {
  let folder = TemporaryFolder()
  var output: String { folder.path + "/public" }

  static func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8), origin: "nguồn của \(path)")
  }

  @discardableResult
  func publish(_ files: [(String, String)], to output: String? = nil) throws -> Publisher.Summary {
    let publisher = try Publisher(output: output ?? self.output)
    for (path, text) in files { try publisher.write(Self.file(path, text)) }
    return try publisher.commit()
  }

  func failure(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? PublishError)?.id ?? "other" }
    return nil
  }

  let first = [("index.html", "chào"), ("guong/a/index.html", "A"), ("guong/b/index.html", "B")]

  @Test func firstBuildWritesEverythingAndLeavesNothingBeside() throws {
    let done = try publish(first)
    #expect(done == .init(files: 3, added: 3))
    #expect(folder.names() == ["public"])
    #expect(folder.names("public") == [".neuguong", "guong", "index.html"])
    #expect(folder.text("public/guong/b/index.html") == "B")
    #expect(
      folder.text("public/.neuguong")
        == "neuguong 1\nguong/a/index.html\nguong/b/index.html\nindex.html\n")
  }

  @Test func emptyFolderAndMissingParentsAreFine() throws {
    folder.makeFolder("public")
    #expect(try publish(first).files == 3)
    #expect(try publish(first, to: folder.path + "/x/y/z/").files == 3)
    #expect(folder.text("x/y/z/index.html") == "chào")
    #expect(try publish([], to: folder.path + "/rỗng") == .init())
    #expect(folder.names("rỗng") == [".neuguong"])
  }

  @Test func unchangedBuildTouchesNothing() throws {
    try publish(first)
    let names = ["public", "public/index.html", "public/guong", "public/.neuguong"]
    let before = names.map(folder.mark)
    let done = try publish(first.reversed())
    #expect(done == .init(files: 3) && done.isUntouched)
    #expect(names.map(folder.mark) == before)
    #expect(folder.names() == ["public"])
  }

  @Test func unchangedFilesKeepTheirInodeAndTime() throws {
    try publish(first)
    let kept = folder.mark("public/guong/a/index.html")
    let replaced = folder.mark("public/guong/b/index.html")
    let done = try publish([first[0], first[1], ("guong/b/index.html", "BB"), ("moi.html", "")])
    #expect(done == .init(files: 4, added: 1, changed: 1))
    #expect(folder.mark("public/guong/a/index.html") == kept)
    #expect(folder.mark("public/guong/b/index.html") != replaced)
    #expect(folder.text("public/guong/b/index.html") == "BB")
    #expect(folder.names() == ["public"])
  }

  @Test func sameSizeOtherBytesIsAChangeAlsoFarIntoTheFile() throws {
    let long = String(repeating: "x", count: 200_000)
    try publish([("a", long + "1")])
    #expect(try publish([("a", long + "1")]).isUntouched)
    #expect(try publish([("a", long + "2")]).changed == 1)
    #expect(folder.text("public/a") == long + "2")
  }

  @Test func removedFilesAndTheirFoldersGo() throws {
    try publish(first)
    let done = try publish([first[0]])
    #expect(done == .init(files: 1, removed: 2))
    #expect(folder.names("public") == [".neuguong", "index.html"])
  }

  @Test func aFileMayBecomeAFolderAndBack() throws {
    try publish([("a", "tệp"), ("b/c", "x")])
    try publish([("a/x", "trong"), ("b", "tệp")])
    #expect(folder.text("public/a/x") == "trong" && folder.text("public/b") == "tệp")
  }

  @Test func aFileDeletedOrSpoiledByHandIsMadeAgain() throws {
    try publish(first)
    _ = unsafe unlink(output + "/index.html")
    folder.put("public/guong/a/index.html", "hỏng")
    #expect(try publish(first).changed == 2)
    #expect(folder.text("public/index.html") == "chào")
    #expect(folder.text("public/guong/a/index.html") == "A")
  }

  @Test func foldersAndFilesOfOthersAreNotReplaced() throws {
    folder.makeFolder("public")
    folder.put("public/luan-van.docx", "quý")
    #expect(failure { try publish(first) } == "publish.not-ours")
    folder.put("public/.neuguong", "không phải của ta\n")
    #expect(failure { try publish(first) } == "publish.not-ours")
    #expect(folder.names("public") == [".neuguong", "luan-van.docx"])
    folder.put("tep", "x")
    #expect(failure { try publish(first, to: folder.path + "/tep") } == "publish.not-ours")
    #expect(folder.names() == ["public", "tep"])
  }

  @Test func aStrangeFileInOurFolderStopsAReplacement() throws {
    try publish(first)
    folder.makeFolder("public/guong/.git")
    folder.put("public/guong/.git/HEAD", "x")
    #expect(try publish(first).isUntouched)
    #expect(failure { try publish([first[0]]) } == "publish.strange-file")
    #expect(folder.text("public/guong/.git/HEAD") == "x")
    #expect(folder.names() == ["public"])
  }

  @Test func linksAreNotFollowed() throws {
    folder.makeFolder("that")
    folder.link("public", to: "that")
    #expect(failure { try publish(first) } == "publish.not-ours")
    #expect(folder.names("that") == [])

    let other = folder.path + "/site"
    try publish(first, to: other)
    folder.put("ngoai", "chào")
    _ = unsafe unlink(other + "/index.html")
    folder.link("site/index.html", to: "../ngoai")
    #expect(try publish(first, to: other).changed == 1)
    #expect(folder.text("ngoai") == "chào")

    _ = unsafe rename(other + "/guong", folder.path + "/guong-that")
    folder.link("site/guong", to: "../guong-that")
    #expect(failure { try publish(first, to: other) } == "publish.strange-file")
    #expect(folder.text("guong-that/a/index.html") == "A")
  }

  @Test(arguments: [".", "..", "/", "", "a/.."])
  func placesWithoutANameAreRefused(output: String) {
    #expect(failure { _ = try Publisher(output: output) } == "publish.bad-output")
  }

  @Test func quarrelsOfPathsAreAllToldAndTheOldSiteStays() throws {
    try publish(first)
    let publisher = try Publisher(output: output)
    for path in ["x", "x", "../y", "z", "z/1", "ok"] { try publisher.write(Self.file(path, "moi")) }
    do {
      try publisher.commit()
      Issue.record("phải báo lỗi")
    } catch {
      #expect(error.cause == .content)
      let ids = error.problems.all.map(\.id)
      #expect(ids == ["publish.unsafe-path", "publish.collision", "publish.collision"])
    }
    #expect(folder.text("public/index.html") == "chào")
    #expect(folder.names() == ["public"])
    #expect(failure { try publisher.commit() } == "publish.closed")
    #expect(failure { try publisher.write(Self.file("a", "b")) } == "publish.closed")
  }

  @Test func aPublisherThatIsDroppedLeavesTheOldSite() throws {
    try publish(first)
    var publisher: Publisher? = try Publisher(output: output)
    try publisher?.write(Self.file("index.html", "khác"))
    #expect(folder.names().contains { $0.contains("neuguong-staging") })
    publisher = nil
    #expect(folder.names() == ["public"])
    #expect(folder.text("public/index.html") == "chào")
  }

  @Test func theSecondBuildAtOnceIsTurnedAway() throws {
    let running = try Publisher(output: output)
    #expect(failure { try publish(first) } == "publish.locked")
    try publish(first, to: folder.path + "/khac")
    try running.write(Self.file("a", "1"))
    #expect(try running.commit().files == 1)
  }

  @Test func leftoversOfAKilledBuildGo() throws {
    folder.makeFolder(".public.neuguong-staging-123")
    folder.put(".public.neuguong-staging-123/x", "x")
    folder.makeFolder(".public.neuguong-staging-cua-toi")
    folder.put(".public.neuguong-lock", "")
    try publish(first)
    #expect(folder.names() == [".public.neuguong-staging-cua-toi", "public"])
    _ = unsafe rename(output, folder.path + "/.public.neuguong-old")
    #expect(try publish(first).isUntouched)
    #expect(folder.names() == [".public.neuguong-staging-cua-toi", "public"])
  }

  @Test func severalWorkersMayWrite() async throws {
    try publish((0..<300).map { ("cu/\($0 % 7)/\($0)/index.html", "\($0)") })
    let publisher = try Publisher(output: output)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for i in stride(from: worker, to: 600, by: 4) {
            let text = i % 5 == 0 ? "mới \(i)" : "\(i)"
            try publisher.write(Self.file("cu/\(i % 7)/\(i)/index.html", text))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try publisher.commit() == .init(files: 600, added: 300, changed: 60))
    for i in 0..<600 {
      let text = folder.text("public/cu/\(i % 7)/\(i)/index.html")
      #expect(text == (i % 5 == 0 ? "mới \(i)" : "\(i)"))
    }
    #expect(folder.names() == ["public"])
  }

  @Test func whatTheSystemRefusesIsToldWithPathAndReason() throws {
    // A staging name longer than any file system allows fails like a full disk does.
    let long = String(repeating: "x", count: 240)
    #expect(failure { try publish(first, to: folder.path + "/" + long) } == "publish.system")
    #expect(folder.names() == [])
    folder.put("tep", "")
    do {
      _ = try Publisher(output: folder.path + "/tep/site")
      Issue.record("phải báo lỗi")
    } catch {
      #expect(error.cause == .machine)
      #expect(error.problems.all.first?.summary.contains("không phải là thư mục") == true)
    }
  }

  @Test func outputAndContentMayNotOverlap() throws {
    folder.makeFolder("content")
    folder.link("lien-ket", to: "content")
    let content = folder.path + "/content"
    func refused(_ output: String) -> Bool {
      failure { try Publisher.refuseOverlap(output: output, content: content) } == "publish.overlap"
    }
    #expect(refused(content) && refused(content + "/") && refused(content + "/public/x"))
    #expect(refused(folder.path) && refused(folder.path + "/lien-ket/moi"))
    #expect(!refused(folder.path + "/public") && !refused(folder.path + "/content2"))
    #expect(!refused("khong-co/o-dau") && refused("/"))
  }
}
