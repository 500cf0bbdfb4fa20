import Digests
import Glibc
import Publication
import Testing

@Suite struct ArtefactCacheTests {
  let folder = TemporaryFolder()
  var place: String { folder.path + "/cache" }

  static func key(_ name: String, _ parameters: [String] = []) -> ArtefactKey {
    ArtefactKey(maker: "test 1", parameters: parameters, inputs: [SHA256(of: Array(name.utf8))])
  }

  var entries: [String] { folder.names("cache").filter { $0.utf8.count == 64 } }

  @Test func whatIsPutIsFoundByTheNextBuild() throws {
    try ArtefactCache(folder: place).put([1, 2, 3], for: Self.key("a"))
    let next = try ArtefactCache(folder: place)
    #expect(next.get(Self.key("a")) == [1, 2, 3])
    #expect(next.get(Self.key("b")) == nil)
    var calls = 0
    let made = next.bytes(for: Self.key("b")) {
      calls += 1
      return [9]
    }
    let again = next.bytes(for: Self.key("b")) {
      calls += 1
      return [8]
    }
    #expect(made == [9] && again == [9] && calls == 1)
  }

  @Test func keysDifferInEveryPart() {
    let keys = [
      Self.key("a"), Self.key("b"), Self.key("a", ["x"]), Self.key("a", ["x", "y"]),
      Self.key("a", ["xy"]), Self.key("a", ["", "xy"]),
      ArtefactKey(maker: "test 2", inputs: [SHA256(of: Array("a".utf8))]),
      ArtefactKey(maker: "test 1", inputs: []),
    ]
    #expect(Set(keys).count == keys.count)
  }

  /// Every byte of an entry counts, and so does its length.
  @Test func aDamagedEntryIsMadeAgain() throws {
    let cache = try ArtefactCache(folder: place)
    cache.put(Array("nội dung".utf8), for: Self.key("a"))
    let name = try #require(entries.first)
    let path = "\(place)/\(name)"
    let whole = try #require(Self.read(path))
    for at in whole.indices {
      var bytes = whole
      bytes[at] ^= 1
      Self.write(bytes, to: path)
      #expect(cache.get(Self.key("a")) == nil)
    }
    for count in 0..<whole.count {
      Self.write(Array(whole[..<count]), to: path)
      #expect(cache.get(Self.key("a")) == nil)
    }
    #expect(cache.bytes(for: Self.key("a")) { [7] } == [7])
    #expect(cache.get(Self.key("a")) == [7])
  }

  @Test func pruningLeavesOnlyWhatTheBuildAskedFor() throws {
    let first = try ArtefactCache(folder: place)
    for name in ["a", "b", "c"] { first.put([1], for: Self.key(name)) }
    #expect(first.prune() == 0)
    // Another build works there: nothing may go.
    do {
      let second = try ArtefactCache(folder: place)
      _ = second.get(Self.key("a"))
      #expect(second.prune() == 0)
      #expect(entries.count == 3)
      withExtendedLifetime(first) {}
    }
  }

  @Test func theNextBuildRemovesWhatNobodyUses() throws {
    do {
      let first = try ArtefactCache(folder: place)
      for name in ["a", "b", "c"] { first.put([1], for: Self.key(name)) }
    }
    folder.put("cache/part-1-1", "dở dang")
    folder.put("cache/ghi-chu.txt", "của người khác")
    let second = try ArtefactCache(folder: place)
    #expect(second.get(Self.key("a")) != nil)
    second.put([2], for: Self.key("d"))
    #expect(second.prune() == 3)
    #expect(entries.count == 2)
    #expect(folder.names("cache").contains("ghi-chu.txt"))
    #expect(second.get(Self.key("a")) == [1] && second.get(Self.key("d")) == [2])
  }

  @Test func aFolderOfSomebodyElseIsRefused() throws {
    folder.makeFolder("cache")
    folder.put("cache/luan-van.docx", "x")
    #expect(throws: PublishError.self) { try ArtefactCache(folder: place) }
    folder.makeFolder("that")
    folder.link("lien-ket", to: folder.path + "/that")
    #expect(throws: PublishError.self) { try ArtefactCache(folder: folder.path + "/lien-ket") }
    #expect(folder.names("that") == [])
  }

  /// A link under the name of an entry is neither read nor written through.
  @Test func entriesAreNoLinks() throws {
    let cache = try ArtefactCache(folder: place)
    cache.put([1], for: Self.key("a"))
    let name = try #require(entries.first)
    let whole = try #require(Self.read("\(place)/\(name)"))
    folder.put("ngoai", "")
    Self.write(whole, to: folder.path + "/ngoai")
    _ = unsafe unlink("\(place)/\(name)")
    folder.link("cache/\(name)", to: folder.path + "/ngoai")
    #expect(cache.get(Self.key("a")) == nil)
    cache.put([2], for: Self.key("a"))
    #expect(Self.read(folder.path + "/ngoai") == whole)
    #expect(cache.get(Self.key("a")) == [2])
  }

  @Test func workersShareIt() async throws {
    let cache = try ArtefactCache(folder: place)
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for i in 0..<50 {
            let made = cache.bytes(for: Self.key("\(i)")) { [UInt8(i)] }
            #expect(made == [UInt8(i)], "thợ \(worker)")
          }
        }
      }
    }
    #expect(entries.count == 50)
    #expect(folder.names("cache").filter { $0.hasPrefix("part-") } == [])
  }

  @Test(arguments: [
    ("public", ".public.neuguong-cache"), ("out/public/", "out/.public.neuguong-cache"),
    ("/srv/www", "/srv/.www.neuguong-cache"), ("/public", "/.public.neuguong-cache"),
  ])
  func itLiesBesideTheOutput(output: String, place: String) {
    #expect(ArtefactCache.place(beside: output) == place)
  }

  private static func read(_ path: String) -> [UInt8]? {
    let number = unsafe open(path, O_RDONLY)
    guard number >= 0 else { return nil }
    defer { close(number) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.read(number, $0.baseAddress, $0.count)
    }
    return count < 0 ? nil : Array(bytes[..<count])
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    let number = unsafe open(path, O_WRONLY | O_TRUNC)
    _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
    close(number)
  }
}
