import Diagnostics
import Testing

@testable import Records

private func parse(_ text: String, firstLine: Int = 1) -> (YAMLNode?, [String]) {
  parse(bytes: Array(text.utf8), firstLine: firstLine)
}

private func parse(bytes: [UInt8], firstLine: Int = 1) -> (YAMLNode?, [String]) {
  var bag = DiagnosticBag()
  let node = YAML.parse(bytes, file: "a.yaml", firstLine: firstLine, into: &bag)
  return (node, bag.all.map { "\($0.id) \($0.location?.description ?? "")" })
}

@Suite struct YAMLTests {
  @Test func aTreeKnowsItsPlaces() throws {
    let (node, problems) = parse("tên: Hòa\nds:\n  - a\n  - 'b'\nnhóm: {x: 1}\n", firstLine: 5)
    #expect(problems == [])
    let root = try #require(node)
    #expect(root["tên"]?.text == "Hòa")
    #expect(root["tên"]?.location == Location(file: "a.yaml", line: 5, column: 6, length: 3))
    guard case .sequence(let items, let place)? = root["ds"], case .scalar(let last) = items[1]
    else {
      Issue.record("no list")
      return
    }
    #expect(place.line == 7 && place.column == 3)
    #expect(last.isQuoted && last.text == "b" && last.location.line == 8)
    #expect(root["nhóm"]?["x"]?.text == "1")
    #expect(root["không"] == nil)
  }

  @Test(arguments: ["", "\n\n", "# chú thích\n", "\u{FEFF}", "---\n"])
  func anEmptyTextIsAnEmptyMapping(_ text: String) throws {
    let (node, problems) = parse(text)
    #expect(problems == [])
    switch try #require(node) {
    case .mapping(let entries, _): #expect(entries.isEmpty)
    case .scalar(let scalar): #expect(scalar.text.isEmpty && text == "---\n")
    case .sequence: Issue.record("a list")
    }
  }

  @Test func anchorsAreCopied() throws {
    let (node, problems) = parse("a: &x [1, 2]\nb: *x\nc: &y chữ\nd: *y\n")
    #expect(problems == [])
    #expect(try #require(node)["b"] == node?["a"])
    #expect(node?["d"]?.text == "chữ")
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key a.yaml:3:1"),
    ("a: *x\n", "yaml.unknown-alias a.yaml:1:4"),
    ("a: &x [*x]\n", "yaml.unknown-alias a.yaml:1:8"),
    ("a: !!python/object b\n", "yaml.tag a.yaml:1:4"),
    ("a: 1\n---\nb: 2\n", "yaml.documents a.yaml:2:1"),
    ("? [a]\n: b\n", "yaml.key a.yaml:1:3"),
    ("a:\n\tb: 1\n", "yaml.tab a.yaml:2:1"),
    ("a: b: c\n", "yaml.syntax a.yaml:1:5"),
    ("a: \"x\n", "yaml.syntax a.yaml:2:1"),
    ("a: @x\n", "yaml.syntax a.yaml:1:4"),
    ("é: a\u{1}\n", "yaml.syntax a.yaml:1:5"),
    ("a: [1, 2\nb: 3\n", "yaml.syntax a.yaml:2:2"),
  ])
  func problemsAreTold(_ text: String, _ problem: String) {
    let (node, problems) = parse(text)
    #expect(node == nil)
    #expect(problems == [problem])
  }

  @Test func frontMatterShiftsTheLine() {
    #expect(parse("a: *x\n", firstLine: 2).1 == ["yaml.unknown-alias a.yaml:2:4"])
  }

  @Test func anAliasBombStops() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let item = "*a\(level - 1)"
      let items = Array(repeating: item, count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(parse(text).1 == ["yaml.alias-limit a.yaml:5:45"])
  }

  @Test func depthIsLimited() throws {
    let deep = String(repeating: "[", count: 200_000)
    #expect(parse(deep).1 == ["yaml.depth a.yaml:1:65"])
    let fine = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(parse(fine).1 == [])
  }

  @Test func otherEncodingsAreNamed() {
    var bag = DiagnosticBag()
    let bytes: [UInt8] = Array("a: b\nt: Tr".utf8) + [0xAD, 0xEA] + Array("ng".utf8)
    #expect(YAML.parse(bytes, file: "a.yaml", into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["yaml.encoding"])
    #expect(bag.all.first?.location?.description == "a.yaml:2:6")
    #expect(bag.all.first?.summary.contains("TCVN3") == true)
  }

  @Test func everyProblemHasHelpInVietnamese() {
    for text in ["a: b: c", "a: @", "a: \"\\q\"", "a: [", "- a\nb", "%x\n---\n", "a: {b"] {
      var bag = DiagnosticBag()
      #expect(YAML.parse(Array(text.utf8), file: "a", into: &bag) == nil)
      #expect(bag.all.allSatisfy { $0.help?.isEmpty == false })
    }
  }

  /// Cut and changed texts must give a tree or a problem, never a crash or silence.
  @Test func mangledTextsNeverPassSilently() {
    let sample = Array("a: &x {b: [1, 'hai', \"ba\"], c: |\n  chữ}\nd: *x\n# h\n? k\n: v\n".utf8)
    for index in sample.indices {
      for byte in [UInt8(ascii: "["), 0x00, 0x09, 0x0A, 0xFF, UInt8(ascii: "\""), 0x3A] {
        var bytes = sample
        bytes[index] = byte
        let (node, problems) = parse(bytes: bytes)
        #expect((node == nil) == !problems.isEmpty)
      }
      let (node, problems) = parse(bytes: Array(sample[..<index]))
      #expect((node == nil) == !problems.isEmpty)
    }
  }
}

@Suite struct FrontMatterTests {
  private func split(_ text: String) throws -> [String]? {
    let bytes = Array(text.utf8)
    guard let parts = try FrontMatter.split(bytes) else { return nil }
    return [
      String(decoding: bytes[parts.yaml], as: UTF8.self),
      String(decoding: bytes[parts.body], as: UTF8.self), String(parts.bodyFirstLine),
    ]
  }

  @Test func headAndBodyPart() throws {
    #expect(try split("---\na: 1\n---\nThân\n") == ["a: 1\n", "Thân\n", "4"])
    #expect(try split("\u{FEFF}---\r\na: 1\r\n---\r\nx") == ["a: 1\r\n", "x", "4"])
    #expect(try split("---  \n---") == ["", "", "3"])
    #expect(try split("---\na: |\n  ---\n--- \nx") == ["a: |\n  ---\n", "x", "5"])
  }

  @Test func aFileMayHaveNoHead() throws {
    #expect(try split("Thân\n---\n") == nil)
    #expect(try split("----\n") == nil)
    #expect(try split("") == nil)
    var bag = DiagnosticBag()
    let parts = try #require(FrontMatter.split(Array("\u{FEFF}a".utf8), file: "a", into: &bag))
    #expect(parts.yaml.isEmpty && parts.body == 3..<4 && parts.bodyFirstLine == 1)
  }

  @Test func anUnclosedHeadIsTold() {
    var bag = DiagnosticBag()
    #expect(FrontMatter.split(Array("---\na: 1\n".utf8), file: "a.md", into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["front-matter.unclosed"])
    #expect(throws: FrontMatter.Unclosed.self) { try FrontMatter.split(Array("---".utf8)) }
  }
}
