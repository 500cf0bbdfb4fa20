import Content
import Diagnostics
import Glibc
import Testing

@Suite struct CheckReferenceTests {
  private func readme() throws -> String {
    let path = String(#filePath.dropLast("Tests/ContentTests/CheckReferenceTests.swift".count))
    let file = try unsafe #require(fopen(path + "README.md", "r"))
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theReadmeListsTheChecksThatThereAre() throws {
    let parts = try readme().split(separator: "checks -->")
    try #require(parts.count == 3, "README.md: the marks of the table are gone")
    let table = parts[1].drop { $0 == "\n" }
    #expect(
      table.hasPrefix(Check.reference(in: .english)),
      "paste what `neuguong check --explain table --language en` prints")
  }

  @Test func eachCheckHasARowInBothLanguages() {
    for language in [Language.vietnamese, .english] {
      let rows = Check.reference(in: language).split(separator: "\n")
      #expect(rows.count == Check.all.count + 2)
      for (check, row) in zip(Check.all, rows.dropFirst(2)) {
        #expect(row.hasPrefix("| \(check.code) | \(check.title.text(in: language)) |"))
      }
    }
  }
}
