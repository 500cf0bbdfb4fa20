import Campaigns
import Content
import Diagnostics
import Glibc
import Templating
import Testing
import Vietnamese

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

  /// Pages show the kinds of things by their titles.
  @Test func everyKindThatPagesNameHasEnglish() throws {
    let english = try Self.english()
    var titles = Unit.Kind.allCases.map(\.title) + Unit.Level.allCases.map(\.title)
    titles += Superior.Kind.allCases.map(\.title) + Story.Kind.allCases.map(\.title)
    titles += Campaign.Kind.allCases.map(\.title) + Campaign.Origin.allCases.map(\.title)
    titles += Campaign.Track.allCases.map(\.title)
    titles += Campaign.Review.allCases.map(\.title.capitalizedFirst)
    titles += Campaign.Duty.Kind.allCases.map(\.title)
    titles += Campaign.Duty.Repetition.allCases.map(\.title)
    titles += Event.Kind.allCases.map(\.title) + Registration.Status.allCases.map(\.title)
    titles += Exemplar.Kind.allCases.map(\.title) + Exemplar.Step.allCases.map(\.title)
    titles += Exemplar.Relation.allCases.map(\.title) + Exemplar.Stage.State.allCases.map(\.title)
    titles += Award.Form.allCases.map(\.title) + Award.Class.allCases.map(\.title)
    titles += Award.SubjectKind.allCases.map(\.title) + Award.Basis.allCases.map(\.title)
    titles += TargetState.allCases.map(\.title) + Indicator.Direction.allCases.map(\.title)
    titles += Comparator.allCases.map(\.phrase) + Criterion.Kind.allCases.map(\.title)
    titles += SearchKind.allCases.map(\.title)
    titles += Trend.Course.allCases.filter { $0 != .unknown }.map(\.title)
    let days = [
      DutyState.onTime, .sent, .sentLate(days: 1), .overdue(days: 1), .pending(days: 1), .undated,
      .untracked,
    ]
    titles += days.map(\.word)
    for title in titles { #expect(english[title] != nil, "\(title)") }
  }

  /// The words of an English page that Swift puts together.
  @Test func timesAndFiguresAreSaidInEnglish() throws {
    let tree = PageTree(strings: Strings(.english, try Self.english()), folder: "en/")
    let terms = ["HK I 2023-2024", "2023-2024", "2024", "giai đoạn 2021-2025"]
    #expect(
      try terms.map { tree.name(of: try #require(Period.parse($0))) } == [
        "First semester, school year 2023-2024", "school year 2023-2024", "2024", "2021–2025",
      ])
    let dates = [
      "trước ngày 10/12/2024", "trong tháng 10/2025", "đến hết năm 2025", "dự kiến tháng 12/2024",
    ]
    #expect(
      try dates.map { tree.text(try #require(PartialDate.parse($0))) } == [
        "before 10 Dec 2024", "in October 2025", "by the end of 2025",
        "December 2024 (tentative)",
      ])
    #expect(tree.title(of: .overdue(days: 1)) == "Not sent, 1 day overdue")
    #expect(tree.title(of: .overdue(days: 9)) == "Not sent, 9 days overdue")
    #expect(tree.title(of: .pending(days: 0)) == "Due today")
    let list = Phrase("Khen thưởng {basis}", ("basis", .said(Award.Basis.allCases[0].title)))
    #expect(list.vietnamese == "Khen thưởng \(Award.Basis.allCases[0].title.lowercased())")
    let directory = Directory(try Fixture.archive())
    #expect(list.text(in: tree, directory).hasPrefix("Commendations: "))
  }
}
