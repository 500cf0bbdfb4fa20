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
      for form in Starter.TableForm.allCases {
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
