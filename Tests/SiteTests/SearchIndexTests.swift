import Campaigns
import Templating
import Testing
import Vietnamese

@testable import Site

@Suite struct SearchIndexTests {
  private func files(_ archive: Archive, jobs: Int = 2) async throws -> [String: String] {
    let index = SearchIndex(
      plan: try Fixture.plan(archive), tree: .vietnamese,
      synonyms: Synonyms(table: Array("GDĐT;GD&ĐT".utf8)))
    var files: [String: String] = [:]
    for file in await index.files(jobs: jobs) {
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    return files
  }

  /// The words of the root, as `tim-kiem.js` reads them.
  private func words(_ files: [String: String]) throws -> [String] {
    let root = try #require(files["tim-kiem/chi-muc/goc.js"])
    let text = try #require(root.split(separator: "words:\"").last?.prefix { $0 != "\"" })
    var words: [String] = []
    var last = ""
    var i = text.startIndex
    while i < text.endIndex {
      if text[i] == "!" { i = text.index(after: i) }
      let shared = try #require(text[i].asciiValue) - 65
      let rest = text[text.index(after: i)...].prefix { $0 != "!" && !$0.isUppercase }
      last = String(last.prefix(Int(shared)) + rest)
      words.append(last)
      i = rest.endIndex
    }
    return words
  }

  @Test("Words of titles, names and bodies are found, in order and once")
  func content() async throws {
    let words = try words(try await files(try Fixture.archive(storyText: "Đêm **trăng** sáng.")))
    for word in ["chuyen", "dem", "trang", "sang", "truong", "so", "nghieng", "gioi", "an"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(words == words.sorted())
    #expect(Set(words).count == words.count)
  }

  @Test("Who did not consent, and what no reader sees, is in no file of the index")
  func consent() async throws {
    let text = "Chữ <!-- bimat --> và [trang](https://diachi.example/duongdan)\n\n[a]: /thamchieu"
    let files = try await files(try Fixture.archive(storyText: text))
    let words = try words(files)
    for word in ["kin", "bimat", "diachi", "duongdan", "thamchieu"] {
      #expect(!words.contains(word), "\(word)")
    }
    #expect(!files.values.contains { $0.contains("Kín") })
    #expect(files.values.contains { $0.contains("Trần Thị An") })
  }

  @Test("The bytes do not depend on the number of workers")
  func deterministic() async throws {
    let archive = try Fixture.archive(stories: 900)
    let one = try await files(archive, jobs: 1)
    #expect(one == (try await files(archive, jobs: 3)))
    #expect(one.count > 100)
  }

  @Test("A hostile name stays inside its string")
  func hostile() async throws {
    let files = try await files(try Fixture.archive())
    let card = try #require(files["tim-kiem/chi-muc/d0.js"])
    #expect(card.contains(#"& \"bạn\"""#))
    for (path, text) in files {
      #expect(text.hasPrefix("timKiem(\""), "\(path)")
      #expect(text.hasSuffix(");\n"), "\(path)")
    }
  }

  @Test("Revoked awards and old addresses are no results")
  func kinds() throws {
    let documents = SearchDocuments(
      plan: try Fixture.plan(try Fixture.archive()), tree: .vietnamese)
    let awards = documents.items.filter { $0.kind == .award }
    #expect(awards.count == 2)
    let paths = documents.items.compactMap { documents.card($0)[1] }
    #expect(!paths.contains { $0.hasPrefix("chuyen-cu/") })
    #expect(Set(paths).count == paths.count)
    let ranks = documents.items.compactMap { SearchKind.allCases.firstIndex(of: $0.kind) }
    #expect(ranks == ranks.sorted())
  }

  @Test("The page says what to do without JavaScript and links to the lists")
  func page() throws {
    let page = try RenderedSite(try Fixture.archive()).page("tim-kiem/index.html")
    #expect(page.contains("<noscript>"))
    let links = RenderedSite.values(of: "href", in: page)
    for list in ["../don-vi/index.html", "../guong/index.html", "../khen-thuong/index.html"] {
      #expect(links.contains(list))
    }
    #expect(page.contains(#"<option value="khen-thuong">Khen thưởng</option>"#))
    #expect(page.contains(#"src="../assets/tim-kiem.js""#))
  }

  @Test("The script is sent without remarks and indentation, and is small")
  func script() throws {
    let folder = #filePath.dropLast("Tests/SiteTests/SearchIndexTests.swift".count)
    let source = try Fixture.read(folder + "Templates/default/tim-kiem.js")
    let file = SearchIndex.script(source)
    #expect(file.path == "assets/tim-kiem.js")
    #expect(file.bytes.count <= 10 * 1024)
    #expect(!String(decoding: file.bytes, as: UTF8.self).contains("\n "))
  }

  @Test(
    "Blanks that may be part of a text or a pattern stay",
    arguments: [
      ("  // A remark\n  const a = [1, 2];\n", "const a=[1,2];\n"),
      (#"  f("a = b", (c) => c);"# + "\n", #"f("a = b",(c)=>c);"# + "\n"),
      (#"f("\" = ", a = b);"# + "\n", #"f("\" = ",a=b);"# + "\n"),
      ("x = y.split(/ = /);\n", "x = y.split(/ = /);\n"),
      ("a + +b - -c\n", "a + +b - -c\n"), ("t = `a\n  b = c\n`;\n", "t = `a\n  b = c\n`;\n"),
    ])
  func squeezing(_ source: String, _ sent: String) {
    #expect(String(decoding: ScriptText.sent(Array(source.utf8)), as: UTF8.self) == sent)
  }

  @Test(
    "A word is its letters, then its marks with the tone last",
    arguments: [
      ("Đường", "duong!dwwf"), ("hoà", "hoa!f"), ("hòa", "hoa!f"), ("thuý", "thuy!s"),
      ("thúy", "thuy!s"), ("kỹ", "ki!x"), ("kĩ", "ki!x"), ("quý", "qui!s"), ("ỷ", "y!r"),
      ("tie\u{302}\u{301}ng", "tieng!as"), ("12A6", "12a6!"), ("señor", "senor!"),
    ])
  func word(_ text: String, _ key: String) { #expect(SearchWords.keys(of: text) == [key]) }

  @Test("Signs part words; too long ones are passed over")
  func parting() {
    #expect(SearchWords.letters(of: "GD&ĐT – 12/QĐ-SGDĐT") == "gd dt 12 qd sgddt")
    #expect(SearchWords.letters(of: String(repeating: "x", count: 25) + " ngắn") == "ngan")
    #expect(SearchWords.keys(of: " …\u{301} ") == [])
  }

  @Test("Groups of one phrase and remarks are no synonyms; the owner's come last")
  func synonyms() {
    let table = Array("# lời ghi;x\nHS;Học sinh;HỌC SINH\nGV;gv\n".utf8)
    let synonyms = Synonyms(table: table, own: [["TNCS", "Thanh niên cộng sản"]])
    #expect(synonyms.groups == [["hs", "hoc sinh"], ["tncs", "thanh nien cong san"]])
  }
}
