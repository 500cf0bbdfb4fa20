import Diagnostics
import FoundationEssentials
import Markdown
import Testing

struct SpecCase: Decodable, Sendable, CustomTestStringConvertible {
  var markdown: String
  var html: String
  var example: Int
  var section: String
  var extensions: [String]?

  var testDescription: String { "\(example) (\(section))" }

  /// The extensions the case asks for; footnotes are an option of the library.
  func enabled(otherwise: MarkdownParser.Extensions) -> MarkdownParser.Extensions {
    guard let extensions, !extensions.isEmpty else { return otherwise }
    var set = MarkdownParser.Extensions.none
    for name in extensions {
      switch name {
      case "table": set.insert(.tables)
      case "strikethrough": set.insert(.strikethrough)
      case "autolink": set.insert(.autolinks)
      case "tasklist": set.insert(.taskLists)
      case "footnotes": set.insert(.footnotes)
      default: break
      }
    }
    return set
  }

  var filtersTags: Bool { extensions?.contains("tagfilter") == true }
}

/// The suites of examples beside the package; absent on other machines.
enum Spec {
  /// Beside the package, or beside the folder that holds the package's worktrees.
  static let folder: String = {
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let beside = "\(package)/../shared/toolkit/spec"
    return FileManager.default.fileExists(atPath: beside)
      ? beside : "\(package)/../../shared/toolkit/spec"
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

  static func cases(_ name: String) throws -> [SpecCase] {
    let data = try #require(FileManager.default.contents(atPath: "\(folder)/\(name).json"))
    return try JSONDecoder().decode([SpecCase].self, from: data)
  }
}

@Suite(.enabled(if: Spec.isThere, "needs ../shared/toolkit/spec"))
struct SpecTests {
  private func html(
    _ text: String, _ extensions: MarkdownParser.Extensions, raw: Bool = true,
    filtersTags: Bool = false
  ) -> String {
    var bag = DiagnosticBag()
    let parser = MarkdownParser(extensions: extensions)
    let document = parser.parse(Array(text.utf8), file: "a.md", into: &bag)
    #expect(bag.all.isEmpty)
    var options = HTMLWriter.Options()
    options.allowsRawHTML = raw
    options.filtersTags = filtersTags
    return HTMLWriter(options).html(document)
  }

  @Test(arguments: [
    "gfm-0.29", "commonmark-0.31.2", "cmark-gfm-extensions", "cmark-gfm-regression",
  ])
  func writesWhatTheLibraryWrites(suite: String) throws {
    let cases = try Spec.cases(suite)
    #expect(cases.count >= 25)
    for item in cases {
      for extensions in [MarkdownParser.Extensions.all, item.enabled(otherwise: .none)] {
        for (raw, filter) in [(true, false), (true, true), (false, false)] {
          let parser = MarkdownParser(extensions: extensions)
          let library = String(
            decoding: parser.libraryHTML(
              of: Array(item.markdown.utf8), allowsRawHTML: raw, filtersTags: filter),
            as: UTF8.self)
          let ours = html(item.markdown, extensions, raw: raw, filtersTags: filter)
          #expect(ours == library, "\(suite) \(item.testDescription)")
        }
      }
    }
  }

  private func failures(
    _ suite: String, otherwise: MarkdownParser.Extensions, filtersTags: Bool = false
  ) throws -> [Int] {
    try Spec.cases(suite).filter { item in
      item.html != "<IGNORE>\n"
        && html(
          item.markdown, item.enabled(otherwise: otherwise),
          filtersTags: filtersTags || item.filtersTags) != item.html
    }.map(\.example)
  }

  @Test func passesGFMWhole() throws {
    #expect(try failures("gfm-0.29", otherwise: .none) == [])
  }

  @Test func passesTheLibrarysRegressions() throws {
    #expect(try failures("cmark-gfm-regression", otherwise: .none) == [])
    #expect(try failures("cmark-gfm-extensions", otherwise: .all, filtersTags: true) == [])
  }

  /// Rules that came after the library's CommonMark 0.29: 28 numeric references of eight digits,
  /// 171 `<textarea>` as a block, 354 currency signs as punctuation, 625–626 looser comments.
  @Test func failsOfCommonMarkOnlyWhatTheLibraryFails() throws {
    #expect(
      try failures("commonmark-0.31.2", otherwise: .none) == [28, 171, 354, 625, 626])
  }
}
