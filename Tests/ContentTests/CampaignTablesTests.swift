import Campaigns
import Content
import Diagnostics
import Records
import Testing
import Vietnamese

/// What is handed on with reports can be read again, and says the same.
@Suite struct CampaignTablesTests {
  private func tables(
    _ archive: Archive, _ campaign: String, of unit: String
  ) throws -> [DataTable] {
    let part = try #require(ArchiveParts(Directory(archive)).archive(of: unit))
    let own = try #require(part.campaigns.first { $0.id == campaign })
    return CampaignTables.tables(of: own, in: part)
  }

  @Test func areReadAgainAsTheyWere() async throws {
    let sample = Sample()
    let archive = try #require(try await sample.read().archive)
    var again = sample
    // The rows of the folders of units are in the tables of campaigns now.
    for path in sample.files.keys where path.hasPrefix("units/") && path.hasSuffix(".csv") {
      again = again.with(path, nil)
    }
    var written: Set<String> = []
    for campaign in archive.campaigns {
      // Whole campaigns only: then nothing that is left out can be missed.
      for table in try tables(archive, campaign.id, of: campaign.owner) {
        let path =
          ["units", "people"].contains(table.name)
          ? "\(table.name).csv" : "campaigns/\(campaign.id)/\(table.name).csv"
        guard sample.files[path] != nil, !["units.csv", "people.csv"].contains(path) else {
          continue
        }
        again = again.with(path, bytes: table.csv)
        written.insert(path)
      }
    }
    #expect(written.count > 2, "\(written)")
    let (read, problems) = try await again.read()
    #expect(!problems.contains { $0.severity == .error }, "\(problems.map(\.summary))")
    for (was, now) in zip(archive.campaigns, try #require(read).campaigns) {
      #expect(was.targets.map(\.verbatim) == now.targets.map(\.verbatim))
      #expect(was.targets.map(\.value) == now.targets.map(\.value))
      #expect(was.targets.map(\.comparator) == now.targets.map(\.comparator))
      #expect(was.targets.map(\.dimension) == now.targets.map(\.dimension))
      #expect(was.targets.map(\.deadline?.text) == now.targets.map(\.deadline?.text))
      #expect(was.results.map(\.numerator) == now.results.map(\.numerator))
      #expect(was.results.map(\.value) == now.results.map(\.value))
      #expect(was.results.map(\.period) == now.results.map(\.period))
      #expect(was.results.map(\.isConfirmed) == now.results.map(\.isConfirmed))
      #expect(was.registrations.map(\.item) == now.registrations.map(\.item))
      #expect(was.exemplars.map(\.id) == now.exemplars.map(\.id))
    }
  }

  @Test func everyColumnIsOneThatTheReaderKnows() async throws {
    let archive = try #require(try await Sample().read().archive)
    var seen: Set<String> = []
    for campaign in archive.campaigns {
      for table in try tables(archive, campaign.id, of: campaign.owner) {
        let schema = try #require(
          Schemas.all.first {
            $0.name == "\(table.name).csv" || $0.name == "campaigns/<id>/\(table.name).csv"
          }, "\(table.name)")
        #expect(Set(table.headings).isSubset(of: schema.fields.map(\.id)), "\(table.name)")
        seen.insert(table.name)
      }
    }
    #expect(seen.isSuperset(of: ["units", "targets", "results"]), "\(seen)")
  }

  @Test func formulasAreTextAndMarksTellTheEncoding() {
    let table = DataTable(
      "x", [.text("a") { (row: String) in row }], of: ["=1+1", "+84 234", "-5,5", "a,b\"c"])
    let text = String(decoding: table.csv, as: UTF8.self)
    #expect(text == "\u{FEFF}a\n'=1+1\n+84 234\n\"-5,5\"\n\"a,b\"\"c\"\n")
    #expect(
      JSON.bytes(of: table.node).starts(with: Array("[\n  {\n    \"a\": \"=1+1\"".utf8)))
  }

  @Test func whatNobodyMayKnowIsLeftOut() async throws {
    let archive = try #require(try await Sample().read().archive)
    for campaign in archive.campaigns {
      for table in try tables(archive, campaign.id, of: campaign.owner) {
        for heading in ["evidence", "note", "birth_year", "email", "phone"]
        where !["steps", "followers"].contains(table.name) {
          #expect(!table.headings.contains(heading), "\(table.name)")
        }
      }
    }
  }
}
