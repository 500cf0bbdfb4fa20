import Content
import Diagnostics
import Testing

/// Findings that someone let stand with a reason, and the list of checks itself.
@Suite struct WaiverTests {
  private let awards = "campaigns/thi-dua/awards.csv"

  private func twice() throws -> Sample {
    try Sample().replacing(
      "kt-2,hinh-thuc,giay-khen,tap-the,,thpt-b,chuyen-de,Phong trào đọc sách",
      with: "kt-2,hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,chuyen-de,dạy GIỎI", in: awards)
  }

  private func ids(_ sample: Sample) async throws -> [String] {
    try await sample.read().problems.filter { $0.severity != .note }.map(\.id)
  }

  @Test func aFindingNamesItsCheckAndHowToLetItStand() async throws {
    let problems = try await twice().read().problems
    let found = try #require(problems.first { $0.id == "award.double" })
    #expect(found.rule?.code == "L17")
    #expect(found.rule?.record == "kt-2")
    #expect(found.rule?.citation.contains("Điều 5") == true)
  }

  @Test func aReasonSilencesJustThatFinding() async throws {
    let sample = try twice().with(
      "waivers.csv", "check,record,reason\nL17,kt-2,Hai việc\n")
    #expect(try await ids(sample).isEmpty)
    let other = try twice().with("waivers.csv", "check,record,reason\nL17,kt-1,Nhầm mã\n")
    #expect(try await ids(other).sorted() == ["award.double", "waiver.unused"])
  }

  @Test func aWaiverWithoutReasonIsNone() async throws {
    let sample = try twice().with("waivers.csv", "check,record,reason\nL17,kt-2,\n")
    #expect(try await ids(sample).contains("award.double"))
  }

  @Test func aWaiverRunsOut() async throws {
    let rows = "check,record,reason,until\nL17,kt-2,Chờ xác minh,30/5/2025\n"
    #expect(
      try await ids(try twice().with("waivers.csv", rows)).sorted()
        == ["award.double", "waiver.expired"])
    let held = rows.split(separator: "30/5").joined(separator: "31/5")
    #expect(try await ids(try twice().with("waivers.csv", held)).isEmpty)
  }

  @Test func unknownAndForbiddenChecksAreTold() async throws {
    let unknown = Sample().with("waivers.csv", "check,record,reason\nL99,kt-2,Vì sao\n")
    #expect(try await ids(unknown) == ["waiver.unknown-check"])
    let forbidden = Sample().with("waivers.csv", "check,record,reason\nL18,kt-2,Vì sao\n")
    #expect(try await ids(forbidden) == ["waiver.not-allowed"])
  }

  @Test func everyCheckSpeaksBothLanguages() {
    #expect(Set(Check.all.map(\.code)).count == Check.all.count)
    for check in Check.all {
      for phrase in [check.title, check.explanation, check.remedy] {
        #expect(!phrase.vietnamese.isEmpty && !phrase.english.isEmpty)
        #expect(phrase.vietnamese != phrase.english)
      }
      #expect(!check.citation.isEmpty)
    }
  }

  @Test func messagesComeInTheLanguageAskedFor() async throws {
    let problems = try await twice().read(language: .english).problems
    let found = try #require(problems.first { $0.id == "award.double" })
    #expect(found.summary == "Award “kt-2” is for the same achievement as “kt-1”.")
  }
}
