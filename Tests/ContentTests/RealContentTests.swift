import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

#if canImport(Glibc)
  import Glibc
#endif

/// The sample that ships with the repository.
private let sampleFolder: String = {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/content"
}()

@Suite struct RealContentTests {
  @Test(.enabled(if: unsafe access(sampleFolder + "/site.yaml", R_OK) == 0))
  func theSampleLoadsWithoutErrors() async throws {
    let now = try #require(PlainDate(year: 2025, month: 5, day: 31))
    var bag = DiagnosticBag()
    let archive = try #require(
      await ContentReader.read(.folder(sampleFolder), now: now, jobs: 2, into: &bag))
    let errors = bag.sorted.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.location?.description ?? "-") \($0.summary)" })")
    #expect(!archive.units.isEmpty)
    #expect(archive.campaigns.count >= 5)
    #expect(archive.stories.count >= 8)
  }
}
