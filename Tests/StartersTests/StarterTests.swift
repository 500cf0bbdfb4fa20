import Campaigns
import Content
import Diagnostics
import Records
import Starters
import Testing
import Vietnamese

/// Whether starters are what they promise: complete, without any problem, theirs at once.
struct StarterTests {
  static let days = [
    "2026-08-10", "2026-09-01", "2026-09-12", "2026-11-22", "2027-01-15", "2027-01-20",
    "2027-02-10", "2027-05-20", "2027-06-03", "2027-07-25",
  ]

  @Test("Whenever it is made, a starter has nothing wrong", arguments: StarterAnswers.Kind.allCases)
  func nothingIsWrong(kind: StarterAnswers.Kind) async throws {
    for day in Self.days {
      // What both forms say is the same, as another test shows.
      for form in day == Self.days.last ? Starter.TableForm.allCases : [.csv] {
        let answers = StarterAnswers(kind: kind, today: try #require(PlainDate.parse(day)))
        let files = try Starter(answers, tables: form).files()
        let (archive, bag) = await read(files, on: answers.today)
        let told = bag.all.filter { $0.severity != .note }
          .map { "\($0.id) \($0.location?.file ?? ""): \($0.summary)" }
        #expect(told == [], "\(kind) \(day) \(form)")
        #expect(archive?.campaigns.count == 1)
      }
    }
  }

  @Test("Names go through every text as they are")
  func strangeNames() async throws {
    let name = "Trường Tiểu học “Số 1”: \"A\", {{ b }} #c"
    let answers = StarterAnswers(
      kind: .school, name: name, id: "th-so-1",
      parent: StarterAnswers.Office(name: "Ủy ban nhân dân xã A, B", kind: .committee),
      place: "Đắk Lắk, 'Việt Nam'", today: try #require(PlainDate.parse("2026-11-22")))
    for form in Starter.TableForm.allCases {
      let (archive, bag) = await read(
        try Starter(answers, tables: form).files(), on: answers.today)
      #expect(bag.all.filter { $0.severity != .note }.map(\.summary) == [])
      let unit = try #require(archive?.units.first { $0.id == "th-so-1" })
      #expect(unit.name == name)
      #expect(unit.place == "Đắk Lắk, 'Việt Nam'")
      #expect(archive?.settings.tagline?.hasSuffix(name) == true)
      #expect(archive?.campaigns.first?.recipients.first?.name == "Ủy ban nhân dân xã A, B")
    }
  }

  @Test(
    "Both forms of tables say the same, and the same again", arguments: StarterAnswers.Kind.allCases
  )
  func formsAgree(kind: StarterAnswers.Kind) throws {
    let answers = StarterAnswers(kind: kind, today: try #require(PlainDate.parse("2027-06-03")))
    let books = try Starter(answers, tables: .xlsx).files()
    let texts = try Starter(answers, tables: .csv).files()
    #expect(books.map(\.path) == texts.map { $0.path.replacing(".csv", with: ".xlsx") })
    for (book, text) in zip(books, texts) where text.path.hasSuffix(".csv") {
      #expect(try rows(book) == rows(text), "\(text.path)")
    }
    for (one, other) in zip(books, try Starter(answers, tables: .xlsx).files()) {
      #expect(one.bytes == other.bytes, "\(one.path)")
    }
  }

  /// Headings and cells as the reader sees them.
  private func rows(_ file: Starter.File) throws -> [[String]] {
    var bag = DiagnosticBag()
    let table = try #require(TableFile.parse(file.bytes, file: file.path, into: &bag))
    #expect(bag.all.map(\.summary) == [])
    // A workbook has the columns that most people never need as well.
    let known = table.header.indices.filter { index in
      table.rows.contains { !$0.cells[index].text.isEmpty }
    }
    return ([table.header] + table.rows.map(\.cells)).map { cells in
      known.map { cells[$0].text }.filter { !$0.isEmpty }
    }
  }

  private func read(
    _ files: [Starter.File], on day: PlainDate
  ) async -> (Archive?, DiagnosticBag) {
    var bag = DiagnosticBag()
    let source = ContentSource.memory(
      Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    let archive = await ContentReader.read(source, now: day, jobs: 1, into: &bag)
    return (archive, bag)
  }
}
