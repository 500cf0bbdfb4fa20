import Diagnostics
import Testing

@Suite("Diagnostics for machines")
struct MachineDiagnosticWriterTests {
  private let samples = [
    Self.ruled(
      "reference.unknown-unit",
      at: Location(
        file: "phong trào/a,b.csv", line: 7, column: 3, length: 2,
        cell: Location.Cell(row: 7, column: 28, heading: "Đơn vị")),
      "Không có “x\"\\y”", help: "Sửa 100%\nngay",
      notes: [Diagnostic.Note("xem", at: Location(file: "u.csv", line: 2)), Diagnostic.Note("lời")]),
    Diagnostic("link.missing-page", .warning, at: Location(file: "x.md"), "Thiếu trang"),
    Diagnostic("a.note", .note, at: nil, "Lưu ý"),
  ]

  /// A problem of a check that rests on a rule of the field.
  private static func ruled(
    _ id: String, at location: Location, _ summary: String, help: String,
    notes: [Diagnostic.Note]
  ) -> Diagnostic {
    var diagnostic = Diagnostic(id, at: location, summary, help: help, notes: notes)
    diagnostic.rule = Diagnostic.Rule(code: "L24", citation: "Điều 1", record: nil)
    return diagnostic
  }

  @Test func jsonVerbatim() {
    var out: [UInt8] = []
    JSONDiagnosticWriter().write(samples, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        {"diagnostics":[{"id":"reference.unknown-unit","severity":"error",\#
        "file":"phong trào/a,b.csv","line":7,"column":3,"cell":"AB7",\#
        "summary":"Không có “x\"\\y”","help":"Sửa 100%\nngay","check":"L24","citation":"Điều 1",\#
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
    SARIFDiagnosticWriter(version: "1.0", root: SourceRoot("content")).write(samples, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",\#
        "runs":[{"tool":{"driver":{"name":"neuguong","version":"1.0","language":"vi","rules":[\#
        {"id":"a.note"},
        {"id":"link.missing-page"},
        {"id":"reference.unknown-unit","shortDescription":{"text":"L24 reference.unknown-unit"},\#
        "help":{"text":"Điều 1"},"properties":{"tags":["L24"]}}]}},\#
        "columnKind":"unicodeCodePoints","results":[\#
        {"ruleId":"reference.unknown-unit","ruleIndex":2,"level":"error",\#
        "message":{"text":"Không có “x\"\\y” (AB7) Sửa 100%\nngay"},\#
        "locations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"content/phong%20tr%C3%A0o/a%2Cb.csv","uriBaseId":"%SRCROOT%"},\#
        "region":{"startLine":7,"startColumn":3,"endColumn":5}}}],\#
        "relatedLocations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"content/u.csv","uriBaseId":"%SRCROOT%"},\#
        "region":{"startLine":2}},"message":{"text":"xem"}}]},
        {"ruleId":"link.missing-page","ruleIndex":1,"level":"warning",\#
        "message":{"text":"Thiếu trang"},"locations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"content/x.md","uriBaseId":"%SRCROOT%"}}}]},
        {"ruleId":"a.note","ruleIndex":0,"level":"note","message":{"text":"Lưu ý"},\#
        "locations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"content/site.yaml","uriBaseId":"%SRCROOT%"}}}]}]}]}

        """#)
  }

  @Test func sarifOfFilesOutsideTheRepository() {
    var out: [UInt8] = []
    SARIFDiagnosticWriter(version: "1.0", root: SourceRoot("/data/nội dung", working: "/src"))
      .write([Diagnostic("x.y", at: Location(file: "a b.csv"), "m")], into: &out)
    let uri = #""artifactLocation":{"uri":"file:///data/n%E1%BB%99i%20dung/a%20b.csv"}"#
    #expect(String(decoding: out, as: UTF8.self).contains(uri))
  }

  /// Hosts show the first ten of a step only.
  @Test func gitHubTellsTheGravestFirst() {
    var out: [UInt8] = []
    GitHubDiagnosticWriter(root: SourceRoot("content")).write(samples.reversed(), into: &out)
    #expect(
      String(decoding: out, as: UTF8.self) == #"""
        ::error file=content/phong trào/a%2Cb.csv,line=7,col=3,endColumn=5,\#
        title=L24 reference.unknown-unit::Không có “x"\y” (AB7)%0ASửa 100%25%0Angay
        ::warning file=content/x.md,title=link.missing-page::Thiếu trang
        ::notice title=a.note::Lưu ý

        """#)
  }

  @Test func gitHubCommandsCannotBeForged() {
    var out: [UInt8] = []
    let place = Location(file: "a\n::error::b:c%", line: 1)
    GitHubDiagnosticWriter(root: SourceRoot("")).write(
      [Diagnostic("x.y", at: place, "một\r\n::set-output::hai\u{1B}[31m")], into: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == "::error file=a%0A%3A%3Aerror%3A%3Ab%3Ac%25,line=1,title=x.y"
        + "::một%0D%0A::set-output::hai␛[31m\n")
  }

  @Test(arguments: [
    ("content", "/src", "content/f"), ("content/", "/src", "content/f"),
    ("./content", "", "content/f"),
    (".", "/src", "f"), ("./", "/src", "f"), ("", "/src", "f"),
    ("/src/content", "/src", "content/f"),
    ("/src", "/src", "f"), ("/srcs/content", "/src", "/srcs/content/f"), ("../x", "/src", "../x/f"),
  ])
  func pathsAreThoseOfTheRepository(_ folder: String, _ working: String, _ path: String) {
    let root = SourceRoot(folder, working: working) { $0 != "mau/a.html" }
    #expect(root.path(of: "f") == path)
    #expect(root.path(of: "mau/a.html") == "mau/a.html")
  }

  // MARK: JUnit

  private func junit(
    _ diagnostics: [Diagnostic], leastFailing: Diagnostic.Severity = .error
  ) -> String {
    var out: [UInt8] = []
    JUnitDiagnosticWriter(
      name: "neuguong content", root: SourceRoot("content"), leastFailing: leastFailing
    ) { _, line in "dòng \(line) <b>" }
    .write(diagnostics.sorted { ($0.location?.file ?? "") < ($1.location?.file ?? "") }, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func junitIsATestForEachFile() {
    #expect(
      junit(samples) == #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="neuguong content" tests="3" failures="1" errors="0" time="0">
        <testsuite name="neuguong content" tests="3" failures="1" errors="0" skipped="0" time="0">
        <testcase classname="neuguong" name="toàn bộ nội dung" time="0">
        <system-out>lưu ý: Lưu ý [a.note]

        </system-out>
        </testcase>
        <testcase classname="neuguong" name="content/phong trào/a,b.csv" \#
        file="content/phong trào/a,b.csv" line="7" time="0">
        <failure type="reference.unknown-unit" message="Không có “x&quot;\y”">\#
        phong trào/a,b.csv:7:3: lỗi: Không có “x&quot;\y” [L24 reference.unknown-unit]
           7 | dòng 7 &lt;b&gt;
             |   ^^
             = ô AB7, cột “Đơn vị”
             = u.csv:2: xem
             = lời
             = cách sửa: Sửa 100%␊ngay
             = căn cứ: Điều 1

        </failure>
        </testcase>
        <testcase classname="neuguong" name="content/x.md" file="content/x.md" time="0">
        <system-out>x.md: cảnh báo: Thiếu trang [link.missing-page]

        </system-out>
        </testcase>
        </testsuite>
        </testsuites>

        """#)
    let strict = junit(samples, leastFailing: .warning)
    #expect(strict.contains(#"failures="2""#))
    #expect(strict.contains(#"<failure type="link.missing-page" message="Thiếu trang">"#))
  }

  @Test func aRunWithoutProblemsIsATestThatPasses() {
    let xml = junit([])
    #expect(xml.contains(#"tests="1" failures="0""#))
    #expect(xml.contains("name=\"toàn bộ nội dung\" time=\"0\">\n</testcase>"))
  }

  @Test func junitHoldsOnlyWhatXMLAllows() {
    let place = Location(file: "a\u{0}\"<.csv", line: 1)
    let bad = "x\u{1}\u{1B}]0;\u{FFFE}&<\"]]>"
    let two = Diagnostic("x.y", at: place, bad, help: bad)
    let xml = junit([two, two])
    #expect(xml.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(!xml.unicodeScalars.contains("\u{FFFE}"))
    #expect(xml.contains(#"name="content/a␀&quot;&lt;.csv""#))
    #expect(xml.contains(#"message="x␁␛]0;&amp;&lt;&quot;]]&gt; (và 1 vấn đề khác)""#))
  }

  // MARK: Markdown

  private func markdown(_ diagnostics: [Diagnostic], most: Int = 20) -> String {
    var out: [UInt8] = []
    MarkdownDiagnosticWriter(root: SourceRoot("content"), most: most).write(diagnostics, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func markdownCountsAndNamesTheGravest() {
    #expect(
      markdown(samples.reversed() + [samples[1]], most: 2) == """
        | Mức | Kiểm tra | Số lượng |
        |---|---|---|
        | Lỗi | <code>L24 reference.unknown-unit</code> | 1 |
        | Cảnh báo | <code>link.missing-page</code> | 2 |
        | Lưu ý | <code>a.note</code> | 1 |

        | Mức | Nơi | Vấn đề | Cách sửa |
        |---|---|---|---|
        | Lỗi | <code>content/phong trào/a,b.csv&#58;7&#58;3</code> AB7 \
        | Không có “x&#34;&#92;y” | Sửa 100%␊ngay |
        | Cảnh báo | <code>content/x.md</code> | Thiếu trang |  |

        Còn 2 vấn đề nữa; xem nhật ký của công việc.

        """)
    #expect(markdown([]).isEmpty)
  }

  @Test func markdownOfTheInputIsText() {
    let text = "a|b <img src=x> [l](http://x) `c` *d* _e_ ~f~ @g #1 $h$ Www.x.vn \u{1B}\n# i"
    #expect(
      MarkdownDiagnosticWriter.escaped(text)
        == "a&#124;b &#60;img src=x&#62; &#91;l&#93;(http&#58;//x) &#96;c&#96; &#42;d&#42; &#95;e&#95; "
        + "&#126;f&#126; &#64;g &#35;1 &#36;h&#36; Www&#46;x.vn ␛␊&#35; i")
  }
}
