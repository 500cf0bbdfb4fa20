import Testing

/// The whole sample site, looked through for what no reader is to find.
@Suite struct SamplePrivacyTests {
  private let folder = TemporaryFolder()

  /// The cells of one column; quotes hold commas together.
  private func cells(_ file: String, _ column: String) throws -> Set<String> {
    let lines = try Tool.run(["cat", file]).out.split(separator: "\n").map(Self.cells)
    let place = try #require(lines.first?.firstIndex(of: column), "\(file)")
    return Set(lines.dropFirst().compactMap { place < $0.count ? $0[place] : nil })
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for sign in line {
      if sign == "\"" {
        isQuoted.toggle()
      } else if sign == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(sign)
      }
    }
    return cells
  }

  @Test func neitherEvidenceNorContactsOfPersonsNorPlacesOnTheMachineArePublished() throws {
    let outcome = try Tool.neuguong(
      ["build", Tool.content, "--output", "public", "--now", "2025-05-31", "--no-reports"],
      in: folder.path)
    #expect(outcome.code == 0, "\(outcome.err)")
    var secrets: Set<String> = [Tool.content, folder.path, Tool.repository + "/"]
    let tables = try Tool.run(["grep", "-rl", "evidence", "--include=*.csv", Tool.content]).out
    for file in tables.split(separator: "\n").map(String.init) {
      guard try Tool.run(["head", "-1", file]).out.contains("evidence") else { continue }
      secrets.formUnion(try cells(file, "evidence").filter { $0.utf8.count > 12 })
    }
    try #require(secrets.count > 10)
    try folder.put("secrets", Array(secrets.sorted().joined(separator: "\n").utf8))
    let found = try Tool.run([
      "grep", "-rFl", "-f", folder.path + "/secrets", folder.path + "/public",
    ])
    #expect(found.code == 1, "\(found.out.prefix(500))")
    // Persons have no address here at all.
    let addresses = try Tool.run(
      [
        "grep", "-rohE", "[A-Za-z0-9._-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+", "--include=*.html",
        "--include=*.xml", "--include=*.json", folder.path + "/public",
      ]).out
    let offices = try cells(Tool.content + "/units.csv", "email")
      .union(["lienhe@thidua.example.vn"])
    let unknown = Set(addresses.split(separator: "\n").map(String.init)).subtracting(offices)
    #expect(unknown.sorted() == [])
    // That the search finds what is there.
    try folder.put("public/robots.txt", Array((secrets.max() ?? "").utf8))
    #expect(
      try Tool.run(["grep", "-rFl", "-f", folder.path + "/secrets", folder.path + "/public"]).code
        == 0)
  }
}
