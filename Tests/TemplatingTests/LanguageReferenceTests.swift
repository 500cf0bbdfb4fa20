import Diagnostics
import Testing

@testable import Templating

@Suite struct LanguageReferenceTests {
  /// Every tag that the parser reads is told with its syntax, and that syntax is understood.
  @Test func everyTagIsTold() {
    for tag in TagTable.all {
      #expect(!tag.summary.isEmpty && tag.syntax.hasPrefix("{% \(tag.name)"), "\(tag.name)")
      for inner in tag.inner where inner.hasPrefix("end") {
        #expect(tag.syntax.hasSuffix("{% \(inner) %}"), "\(tag.name)")
      }
    }
    #expect(Set(TagTable.all.map(\.name)).count == TagTable.all.count)
    #expect(TagTable.references.map(\.name) == TagTable.all.map(\.name))
  }

  @Test func ringsAndSmallObjects() throws {
    let reference = LanguageReference(NameCheckTests.pages)
    let sections = reference.sections
    #expect(sections.map { $0.vocabulary?.template } == [nil, "unit.html", "home.html"])
    #expect(sections[0].names.map(\.path) == ["site", "site.name", "site.url"])
    #expect(sections[2].names.isEmpty)
    let unit = sections[1].names
    #expect(unit.map(\.path).contains("unit.parent.name"))
    let ring = try #require(unit.first { $0.path == "unit.children[]" })
    #expect(ring.sameAs == "unit")
    #expect(!unit.contains { $0.path == "unit.children[].name" })
    #expect(unit.first { $0.path == "unit.tags[]" }?.kind.title == "danh sách")
  }

  @Test func depthIsBounded() {
    let deep = (0..<12).reduce(Shape(["end": .text("hết")])) { inner, _ in
      Shape(["in": .object("trong", inner)])
    }
    let page = Vocabulary(template: "a.html", meaning: "a", globals: deep)
    let names = LanguageReference([page]).sections.flatMap(\.names)
    #expect(names.map(\.path).last == "in.in.in.in.in.in")
  }

  @Test func namesWithoutDeclarationHaveNoMeaning() {
    let page = Vocabulary(template: "a.html", meaning: "a", globals: Shape(["x", "y"]))
    let text = LanguageReference([page]).markdown
    #expect(text.contains("### `a.html`: a\n"))
    #expect(text.contains("| `x` |  |  |\n"))
    #expect(LanguageReference([page]).json.contains("\"type\": \"any\""))
  }

  @Test func filtersOfTheHostStandLast() {
    let filter = FilterReference(
      name: "markdownify", summary: "Viết Markdown.", example: "{{ '*a*' | markdownify }}",
      result: "a")
    let host = [HostFilter(filter) { value, _ in value }]
    let reference = LanguageReference([], host: host)
    #expect(reference.filters.last?.references.map(\.name) == ["markdownify"])
    #expect(LanguageReference([]).filters.count == FilterGroup.allCases.count)
    #expect(reference.markdown.contains("- `pupil`: `{\"name\":\"Vũ Minh\""))
  }

  /// Every row of a table has as many cells as its head, whatever signs the examples hold.
  @Test func everyRowHasTheCellsOfItsHead() {
    var cells = 0
    for line in LanguageReference(NameCheckTests.pages).markdown.split(separator: "\n") {
      guard line.hasPrefix("|") else {
        cells = 0
        continue
      }
      var count = 0
      var before: Character = " "
      for sign in line {
        if sign == "|", before != "\\" { count += 1 }
        before = sign
      }
      if cells == 0 { cells = count }
      #expect(count == cells, "\(line)")
    }
  }
}
