import Diagnostics
import Testing

@Suite("Diagnostics for machines")
struct MachineDiagnosticWriterTests {
  private let samples = [
    Diagnostic(
      "reference.unknown-unit",
      at: Location(
        file: "phong trào/a,b.csv", line: 7, column: 3, length: 2,
        cell: Location.Cell(row: 7, column: 28, heading: "Đơn vị")),
      "Không có “x\"\\y”", help: "Sửa 100%\nngay",
      notes: [Diagnostic.Note("xem", at: Location(file: "u.csv", line: 2)), Diagnostic.Note("lời")]),
    Diagnostic("link.missing-page", .warning, at: Location(file: "x.md"), "Thiếu trang"),
    Diagnostic("a.note", .note, at: nil, "Lưu ý"),
  ]

  @Test func jsonVerbatim() {
    var out: [UInt8] = []
    JSONDiagnosticWriter().write(samples, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        {"diagnostics":[{"id":"reference.unknown-unit","severity":"error",\#
        "file":"phong trào/a,b.csv","line":7,"column":3,"cell":"AB7",\#
        "summary":"Không có “x\"\\y”","help":"Sửa 100%\nngay",\#
        "notes":[{"text":"xem","file":"u.csv","line":2},{"text":"lời"}]},
        {"id":"link.missing-page","severity":"warning","file":"x.md","summary":"Thiếu trang"},
        {"id":"a.note","severity":"note","summary":"Lưu ý"}],"errors":1,"warnings":1}

        """#)
    out = []
    JSONDiagnosticWriter().write([], into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"{"diagnostics":[],"errors":0,"warnings":0}"# + "\n")
  }

  @Test func jsonTextIsEscaped() {
    #expect(
      JSONText.quoted("\"\\\n\r\t\u{0}\u{1B}\u{7F}\u{2028}Ấ😀")
        == #""\"\\\n\r\t\u0000\u001b\u007f\u2028Ấ😀""#)
  }

  @Test func sarifVerbatim() {
    var out: [UInt8] = []
    SARIFDiagnosticWriter(version: "1.0").write(samples, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",\#
        "runs":[{"tool":{"driver":{"name":"neuguong","version":"1.0",\#
        "rules":[{"id":"a.note"},{"id":"link.missing-page"},{"id":"reference.unknown-unit"}]}},\#
        "columnKind":"unicodeCodePoints","results":[\#
        {"ruleId":"reference.unknown-unit","level":"error",\#
        "message":{"text":"Không có “x\"\\y” Sửa 100%\nngay"},\#
        "locations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"phong%20tr%C3%A0o/a%2Cb.csv"},\#
        "region":{"startLine":7,"startColumn":3}}}]},
        {"ruleId":"link.missing-page","level":"warning","message":{"text":"Thiếu trang"},\#
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"x.md"}}}]},
        {"ruleId":"a.note","level":"note","message":{"text":"Lưu ý"}}]}]}

        """#)
  }

  @Test func gitHubVerbatim() {
    var out: [UInt8] = []
    GitHubDiagnosticWriter(prefix: "content").write(samples, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        ::error file=content/phong trào/a%2Cb.csv,line=7,col=3,title=reference.unknown-unit\#
        ::Không có “x"\y”%0ASửa 100%25%0Angay
        ::warning file=content/x.md,title=link.missing-page::Thiếu trang
        ::notice title=a.note::Lưu ý

        """#)
  }

  @Test func gitHubCommandsCannotBeForged() {
    var out: [UInt8] = []
    let place = Location(file: "a\n::error::b:c%", line: 1)
    GitHubDiagnosticWriter(prefix: "").write(
      [Diagnostic("x.y", at: place, "một\r\n::set-output::hai")], into: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == "::error file=a%0A%3A%3Aerror%3A%3Ab%3Ac%25,line=1,title=x.y"
        + "::một%0D%0A::set-output::hai\n")
    var same: [UInt8] = []
    GitHubDiagnosticWriter(prefix: "p/").write(
      [Diagnostic("x.y", at: Location(file: "f"), "m")], into: &same)
    #expect(String(decoding: same, as: UTF8.self) == "::error file=p/f,title=x.y::m\n")
  }
}
