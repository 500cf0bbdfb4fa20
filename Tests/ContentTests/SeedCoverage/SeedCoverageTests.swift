import Content
import Diagnostics
import Foundation
import Records
import Testing
import Vietnamese

/// Every row of the tables drawn from the five plans is answered.
///
/// By a field of a schema, a check, a template or a target of the shipped content; a row that nothing
/// answers fails.
@Suite struct SeedCoverageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var seed: String
    var name: String
    var answers: [String]
    var testDescription: String { "\(seed) \(name)" }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let rows: [Row] = {
    let file = root.appendingPathComponent("Tests/ContentTests/SeedCoverage/coverage.csv")
    guard let bytes = try? Data(contentsOf: file) else { return [] }
    var bag = DiagnosticBag()
    let table = CSV.parse(Array(bytes), file: "coverage.csv", into: &bag)
    return (table?.rows ?? []).map { row in
      let cells = row.cells.map(\.text)
      return Row(
        seed: cells[0], name: cells[1], answers: cells[2].split(separator: ";").map(String.init))
    }
  }()

  @Test func everyPlanIsThere() {
    #expect(Set(Self.rows.map(\.seed)) == ["000", "001", "002", "003", "004"])
    #expect(Self.rows.count > 140)
  }

  @Test(arguments: rows) func isAnswered(_ row: Row) throws {
    #expect(!row.answers.isEmpty)
    for answer in row.answers {
      let parts = answer.split(separator: ":", maxSplits: 1).map(String.init)
      try #require(parts.count == 2, "\(answer)")
      switch parts[0] {
      case "field": #expect(try hasField(parts[1]), "\(answer)")
      case "check": #expect(Check.named(parts[1]) != nil, "\(answer)")
      case "template": #expect(exists("Templates/default/\(parts[1])"), "\(answer)")
      case "target": #expect(try hasTarget(parts[1]), "\(answer)")
      default: Issue.record("\(answer)")
      }
    }
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(path).path)
  }

  private func hasField(_ name: String) throws -> Bool {
    let parts = name.split(separator: "#").map(String.init)
    try #require(parts.count == 2)
    return Schemas.all.first { $0.name == parts[0] }?.fields.contains { $0.id == parts[1] } ?? false
  }

  private func hasTarget(_ id: String) throws -> Bool {
    let folder = Self.root.appendingPathComponent("content/campaigns")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).contains { campaign in
      let file = folder.appendingPathComponent("\(campaign)/targets.csv")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return false }
      return text.split(separator: "\n").contains { $0.hasPrefix("\(id),") }
    }
  }

  private static let notes = root.deletingLastPathComponent()
    .appendingPathComponent("shared/domain.md")

  /// The list is whole: compared with the notes that it was drawn from, where they are at hand.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: notes.path),
      "skipped: ../shared/domain.md is not here"))
  func noRowIsMissing() throws {
    let text = try String(contentsOf: Self.notes, encoding: .utf8)
    var seed: String?
    var wanted: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") {
        let words = line.split(separator: " ")
        seed =
          words.count > 3 && words[1].hasPrefix("1.") && words[2] == "Seed"
          ? String(words[3].prefix(3)) : nil
      }
      guard let seed, line.hasPrefix("| "), let first = line.split(separator: "|").first else {
        continue
      }
      let name = first.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["*"])
      if ["Feature", "Feature for software", "Id"].contains(name) { continue }
      wanted.append("\(seed) \(name)")
    }
    #expect(wanted.count > 140)
    #expect(wanted == Self.rows.map { "\($0.seed) \($0.name)" })
  }
}
