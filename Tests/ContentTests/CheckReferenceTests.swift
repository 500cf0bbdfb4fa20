import Content
import Diagnostics
import Testing

@Suite struct CheckReferenceTests {
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
