import Content
import Diagnostics
import Glibc
import Templating
import Testing

@testable import Site

/// No text of the interface stands bare in a template: each can be said in another language.
@Suite struct WordingCoverageTests {
  private static let repository = String(
    #filePath.dropLast("Tests/SiteTests/WordingCoverageTests.swift".count))

  private static func english() throws -> [String: Strings.Wording] {
    var wordings: [String: Strings.Wording] = [:]
    var bag = DiagnosticBag()
    let file = repository + "Templates/default/strings.en.yaml"
    StringsFile.read(try Fixture.read(file), file: file, over: &wordings, into: &bag)
    #expect(bag.all.isEmpty)
    return wordings
  }

  /// Files below a folder whose names end so.
  private static func files(_ folder: String, _ ending: String) throws -> [String] {
    let handle = try unsafe #require(opendir(repository + folder))
    defer { _ = unsafe closedir(handle) }
    var found: [String] = []
    while let entry = unsafe readdir(handle) {
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if isFolder, !name.hasPrefix(".") { found += try files("\(folder)/\(name)", ending) }
      if name.hasSuffix(ending) { found.append("\(folder)/\(name)") }
    }
    return found.sorted()
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Fixture.read(repository + file), as: UTF8.self)
  }

  private static func hasLetters(_ text: some StringProtocol) -> Bool {
    text.contains { $0.isLetter }
  }

  @Test func noTextStandsBareInATemplate() throws {
    // What is code is the same in every language.
    let code = ["height", "ng-sang"]
    for file in try Self.files("Templates/default", ".html") {
      var text = try Self.text(file)
      text.replace(#/(?s)\{%-?\s*comment.*?endcomment\s*-?%\}|\{#.*?#\}/#, with: "")
      text.replace(#/(?s)\{%.*?%\}|\{\{.*?\}\}/#, with: "")
      if file.hasSuffix("/embed-style.html") { continue }
      for found in text.matches(of: #/(?:aria-label|alt|title|placeholder|label)="([^"]*)"/#) {
        #expect(!Self.hasLetters(found.1), "\(file): \(found.0)")
      }
      text.replace(#/(?s)<[^>]*>/#, with: "\n")
      for line in text.split(separator: "\n") where Self.hasLetters(line) {
        #expect(code.contains(String(line)), "\(file): \(line)")
      }
    }
  }

  @Test func everyTextOfATemplateHasEnglish() throws {
    let english = try Self.english()
    for file in try Self.files("Templates/default", ".html") {
      for tag in try Self.text(file).matches(of: #/(?s)\{%.*?%\}|\{\{.*?\}\}/#) {
        for found in tag.0.matches(of: #/"([^"]*)"|'([^']*)'/#) {
          let key = found.1 ?? found.2 ?? ""
          guard key.unicodeScalars.contains(where: { $0.value >= 0xC0 && $0.value < 0x2000 })
          else { continue }
          #expect(english[String(key)] != nil, "\(file): \(tag.0)")
        }
      }
    }
  }

  /// A text that nobody says any more is no work for a translator.
  @Test func noEnglishIsLeftOver() throws {
    var said = ""
    for file in try Self.files("Sources", ".swift") { said += try Self.text(file) }
    said.replace(#/"\s*\n\s*\+ "/#, with: "")
    for file in try Self.files("Templates/default", ".html") { said += try Self.text(file) }
    said.replace("'", with: "\"")
    let bytes = Array(said.utf8)
    let literals = Set(
      bytes.split(separator: UInt8(ascii: "\"")).map { String(decoding: $0, as: UTF8.self) })
    for key in try Self.english().keys.sorted() { #expect(literals.contains(key), "\(key)") }
  }
}
