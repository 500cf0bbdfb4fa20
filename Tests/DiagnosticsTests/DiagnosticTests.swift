import Diagnostics
import Testing

@Suite("Places, suggestions and bags")
struct DiagnosticTests {
  @Test(arguments: [
    (1, "A7"), (26, "Z7"), (27, "AA7"), (28, "AB7"), (52, "AZ7"), (702, "ZZ7"), (703, "AAA7"),
    (0, "A7"),
  ])
  func cellsAreNamedAsInASpreadsheet(_ column: Int, _ name: String) {
    #expect(Location.Cell(row: 7, column: column, heading: "x").name == name)
  }

  @Test func placesStandByFileLineColumnAndCell() {
    let cell = { Location.Cell(row: 1, column: $0, heading: "") }
    let ordered = [
      Location(file: "B.csv", line: 9), Location(file: "a.csv"),
      Location(file: "a.csv", line: 2, column: 10),
      Location(file: "a.csv", line: 10, column: 2, cell: cell(1)),
      Location(file: "a.csv", line: 10, column: 2, cell: cell(2)),
      Location(file: "a.csv", line: 10, column: 11), Location(file: "đ.csv"),
    ]
    #expect(Array(ordered.reversed()).sorted() == ordered)
    #expect(
      ordered.prefix(3).map(\.description) == ["B.csv:9", "a.csv", "a.csv:2:10"])
    #expect(Location(file: "a.csv", column: 3).description == "a.csv")
  }

  @Test func nearNamesAreSuggested() {
    let units = ["thpt-le-loi", "thcs-rach-dua", "th-rach-dua"]
    #expect(Suggestion.nearest(to: "thcs-rach-dau", among: units) == "thcs-rach-dua")
    #expect(Suggestion.nearest(to: "THCS-RACH-DUA", among: units) == "thcs-rach-dua")
    #expect(Suggestion.nearest(to: "thcsrachdua", among: units) == "thcs-rach-dua")
    #expect(
      Suggestion.question(for: "thcs-rach-dau", among: units)
        == "Có phải ý bạn là “thcs-rach-dua”?")
  }

  @Test func farNamesAreNot() {
    let units = ["thpt-le-loi", "thcs-rach-dua"]
    #expect(Suggestion.nearest(to: "mam-non-hoa-sen", among: units) == nil)
    #expect(Suggestion.nearest(to: "x", among: ["y"]) == nil)
    #expect(Suggestion.nearest(to: "", among: units) == nil)
    #expect(Suggestion.nearest(to: "thcs", among: [String]()) == nil)
    #expect(Suggestion.question(for: "mam-non-hoa-sen", among: units) == nil)
  }

  @Test func tiesGoToTheFirstInOrder() {
    #expect(Suggestion.nearest(to: "lopx", among: ["lopb", "lopa", "lopc"]) == "lopa")
    // A swap of neighbours is one slip, so it is nearer than two.
    #expect(Suggestion.nearest(to: "abcdfe", among: ["abcxxe", "abcdef"]) == "abcdef")
  }

  @Test func theSameProblemOfManyPagesIsToldOnceWithItsPages() {
    var bag = DiagnosticBag()
    for page in ["c.html", "a.html", "a.html", "b.html"] {
      var problem = Diagnostic("t.t", at: Location(file: "x.html", line: 2, column: 1), "sai")
      problem.pages = [page]
      bag.add(problem)
    }
    #expect(bag.sorted.map(\.pages) == [["c.html", "a.html", "b.html"]])
    #expect(bag.count(.error) == 1)
    var text: [UInt8] = []
    TextDiagnosticWriter(color: false) { _, _ in nil }.write(bag.sorted, into: &text)
    #expect(
      String(decoding: text, as: UTF8.self) == """
        x.html:2:1: lỗi: sai [t.t]
             = khi tạo trang “c.html” và 2 trang khác


        """)
    var json: [UInt8] = []
    JSONDiagnosticWriter().write(bag.sorted, into: &json)
    #expect(
      String(decoding: json, as: UTF8.self).contains(#""pages":["c.html","a.html","b.html"]"#))
  }

  @Test func bagsSortByPlaceAndTellEachProblemOnce() {
    var bag = DiagnosticBag()
    bag.error("c.c", at: Location(file: "b.csv", line: 2), "ba")
    bag.warning("d.d", at: Location(file: "a.csv", line: 9), "hai")
    var other = DiagnosticBag()
    other.error("c.c", at: Location(file: "b.csv", line: 2), "ba")
    other.error("b.b", at: Location(file: "b.csv", line: 2), "bốn")
    other.add(Diagnostic("e.e", .note, at: nil, "một"))
    bag.add(contentsOf: other)
    #expect(bag.all.count == 5)
    #expect(bag.sorted.map(\.summary) == ["một", "hai", "ba", "bốn"])
    #expect(bag.count(.error) == 2)
    #expect(bag.count(.note) == 1)
    #expect(bag.hasErrors)
    var mild = DiagnosticBag()
    mild.warning("a.a", at: nil, "x")
    #expect(!mild.hasErrors)
  }
}
