import Diagnostics
import Testing
import Vietnamese

@testable import Records

private let units = Schema(
  name: "units.csv", title: "Đơn vị", kind: .table,
  fields: [
    Field(id: "id", aliases: ["Mã"], type: .id, isRequired: true, help: "Mã đơn vị."),
    Field(id: "name", aliases: ["Tên đơn vị"], isRequired: true, help: "Tên đầy đủ."),
    Field(
      id: "level", aliases: ["Cấp học"],
      type: .choice([Choice(id: "th", aliases: ["Tiểu học"]), Choice(id: "thcs")]), isList: true),
    Field(id: "pupils", aliases: ["Số học sinh"], type: .integer),
    Field(id: "rate", aliases: ["Tỷ lệ (%)"], type: .number),
    Field(id: "since", aliases: ["Ngày thành lập"], type: .date),
    Field(id: "due", type: .partialDate), Field(id: "period", type: .span),
    Field(id: "term", aliases: ["Kỳ"], type: .terms),
    Field(id: "sample", aliases: ["Minh họa"], type: .bool),
    Field(id: "parent", type: .reference("units")), Field(id: "website", type: .url),
  ], keyFields: ["id"])

private func read(_ text: String) -> (records: [Record], bag: DiagnosticBag) {
  var bag = DiagnosticBag()
  guard let table = CSV.parse(Array(text.utf8), file: "units.csv", into: &bag) else {
    return ([], bag)
  }
  return (units.read(table, into: &bag), bag)
}

@Suite struct TableSchemaTests {
  @Test func everyTypeIsRead() throws {
    let (records, bag) = read(
      """
      Mã;TÊN ĐƠN VỊ;Cấp học;Số học sinh;ty le;Ngày thành lập;due;period;Kỳ;Minh hoạ;parent;website
      th-a; Tru\u{31B}o\u{31B}\u{300}ng A ;"Tiểu học;thcs";1.234;99,00%;07/4/2014;\
      trước ngày 10/12/2024;2021-2025;HK I 2023-2024;x;so;https://a.vn/?b=c:d
      """)
    #expect(bag.all.map(\.summary) == [])
    let record = try #require(records.first)
    #expect(record.schema == "units.csv")
    #expect(record.text("id")?.value == "th-a")
    #expect(record.text("name").map { Array($0.value.utf8) } == Array("Trường A".utf8))
    #expect(record.list("level").map(\.value) == ["th", "thcs"])
    #expect(record.integer("pupils")?.value == 1234)
    #expect(record.number("rate")?.value.text == "99,00")
    #expect(record.parsedNumber("rate")?.value.isPercent == true)
    #expect(record.date("since")?.value.iso == "2014-04-07")
    #expect(record.partialDate("due")?.value.last.iso == "2024-12-09")
    #expect(record.span("period")?.value.to.iso == "2025-12-31")
    #expect(record.term("term")?.value.id == "2023-2024-hk1")
    #expect(record.bool("sample")?.value == true)
    #expect(record.text("parent")?.value == "so")
    #expect(record.contains("website") && !record.contains("nothing"))
    #expect(record.text("pupils") == nil)
    #expect(record.location(of: "pupils").cell?.name == "D2")
  }

  @Test func singleCellsAreWrittenAsTheirFieldsWriteThem() {
    let place = Location(file: "a.xlsx", line: 7)
    let cases: [(field: String, text: String, written: String?)] = [
      ("pupils", " 1.234 ", "1234"), ("rate", "79,63 %", "79,63%"),
      ("since", "07-04-2014", "07/4/2014"),
      ("level", "Tiểu học; THCS", "th;thcs"), ("term", "HK I 2023-2024", "2023-2024-hk1"),
      ("sample", "x", "có"), ("due", "tháng 12/2024", "tháng 12/2024"), ("name", "?", nil),
    ]
    for (field, text, written) in cases {
      var bag = DiagnosticBag()
      #expect(units.canonical(text, of: field, at: place, into: &bag) == written)
      #expect(bag.all.isEmpty)
    }
    var bag = DiagnosticBag()
    #expect(units.canonical("31/4/2024", of: "since", at: place, into: &bag) == nil)
    #expect(bag.all.map(\.location?.line) == [7])
  }

  @Test func absentIsAbsent() throws {
    let (records, bag) = read("id,name,pupils,rate,sample\na,A,không rõ,?,\n")
    #expect(bag.all.isEmpty)
    let record = try #require(records.first)
    #expect(record.integer("pupils") == nil && record.number("rate") == nil)
    #expect(record.bool("sample") == nil && record.date("since") == nil)
  }

  @Test(arguments: [
    ("Mã,Tên đon vi,x\na,b,c\n", ["schema.unknown-field units.csv:1:15"]),
    ("id,name,Số học sin\na,b,3\n", ["schema.unknown-field units.csv:1:9"]),
    ("id,name,,pupils\na,b,c,1\n", ["schema.unknown-field units.csv:1:9"]),
    ("id,name,,pupils\na,b,,1\n", []),
    ("id,Mã,name\na,a,b\n", ["schema.duplicate-field units.csv:1:4"]),
    ("id\na\n", ["schema.missing units.csv:1"]),
    ("id,name\na,\n", ["schema.missing units.csv:2:3"]),
    ("id,name\na,A\nb,B\na,C\n", ["schema.duplicate-key units.csv:4:1"]),
    ("id,name,pupils\na,A,3,5\n", ["csv.ragged units.csv:2"]),
    ("id,name,pupils\na,A,\"3,5\"\n", ["schema.type units.csv:2:5"]),
    ("id,name,rate\na,A,1.234%\n", ["schema.type units.csv:2:5"]),
    ("id,name,rate\na,A,99999999999999999999\n", ["schema.type units.csv:2:5"]),
    ("id,name,since\na,A,31/4/2024\n", ["schema.type units.csv:2:5"]),
    ("id,name,level\na,A,thcs;tieu hoc;thpt\n", ["schema.type units.csv:2:5"]),
    ("id,name,sample\na,A,có lẽ\n", ["schema.type units.csv:2:5"]),
    ("id,name\nTrường A,A\n", ["schema.type units.csv:2:1"]),
    ("id,name,website\na,A,javascript:x\n", ["schema.type units.csv:2:5"]),
  ])
  func problemsNameTheirCell(_ text: String, _ expected: [String]) {
    let problems = read(text).bag.all
    #expect(problems.map { "\($0.id) \($0.location?.description ?? "")" } == expected)
    #expect(problems.allSatisfy { $0.help?.isEmpty == false })
  }

  @Test func aTableThatIsWrongThroughoutIsCutShort() {
    let text = "id,name,pupils\n" + (0..<3000).map { "a\($0),A,x\n" }.joined()
    let (records, bag) = read(text)
    #expect(records.count == Schema.maxProblems && bag.all.count == Schema.maxProblems + 1)
    #expect(bag.all.last?.id == "schema.too-many" && bag.all.last?.location?.line == 1002)
  }

  @Test func messagesHelp() {
    func first(_ text: String) -> Diagnostic? { read(text).bag.all.first }
    #expect(first("id,name,pupil\n")?.help == "Có phải ý bạn là “pupils”?")
    #expect(first("id,name\nTHPT A,A\n")?.help?.contains("“thpt-a”") == true)
    #expect(first("id,name,level\na,A,thcx\n")?.help?.hasPrefix("Có phải ý bạn là “thcs”?") == true)
    #expect(
      first("id,name,since\na,A,hôm qua\n")?.summary
        == "Mục “Ngày thành lập” ghi “hôm qua”, không phải ngày.")
    #expect(first("id,name\na,A\na,B\n")?.notes.first?.location?.line == 2)
  }
}

private let campaign = Schema(
  name: "campaign.md", title: "Phong trào", kind: .frontMatter,
  fields: [
    Field(id: "title", isRequired: true, help: "Tên | phong trào."),
    Field(id: "terms", type: .terms, isList: true), Field(id: "tags", isList: true),
    Field(
      id: "subjects", type: .mapping([Field(id: "collective"), Field(id: "n", type: .integer)])),
    Field(
      id: "phases", aliases: ["Giai đoạn"],
      type: .mappings([
        Field(id: "id", type: .id, isRequired: true), Field(id: "from", type: .date),
      ])),
  ])

private func readYAML(_ text: String) throws -> (Record?, DiagnosticBag) {
  var bag = DiagnosticBag()
  let node = try #require(YAML.parse(Array(text.utf8), file: "c.md", into: &bag))
  return (campaign.read(node, into: &bag), bag)
}

@Suite struct YAMLSchemaTests {
  @Test func groupsAndListsAreRead() throws {
    let (found, bag) = try readYAML(
      """
      title: Đổi mới
      terms: [2023-2024, 2024-2025-hk1]
      tags: một
      subjects: {collective: Trường, n: 1.000}
      giai đoạn:
        - id: mo-dau
          from: 05/9/2024
        - {id: ket}
      """)
    #expect(bag.all.map(\.summary) == [])
    let record = try #require(found)
    #expect(record.text("title")?.value == "Đổi mới")
    #expect(record.terms("terms").map(\.value.id) == ["2023-2024", "2024-2025-hk1"])
    #expect(record.list("tags").map(\.value) == ["một"])
    #expect(record.record("subjects")?.integer("n")?.value == 1000)
    #expect(record.records("phases").map { $0.text("id")?.value } == ["mo-dau", "ket"])
    #expect(record.records("phases").first?.date("from")?.location.description == "c.md:7:11")
    #expect(record.location(of: "tags").line == 3)
  }

  @Test(arguments: [
    ("title: a\ntitel: b\n", ["schema.unknown-field c.md:2:1"]),
    ("tags: [a]\n", ["schema.missing c.md:1:1"]),
    ("title:\ntags: ~\n", ["schema.missing c.md:1:1"]),
    ("title: [a]\n", ["schema.type c.md:1:8"]),
    ("title: a\ntags:\n  - [b]\n", ["schema.type c.md:3:5"]),
    ("title: a\nphases:\n  id: b\n", ["schema.type c.md:3:3"]),
    ("title: a\nphases:\n  - from: 1/1/2024\n", ["schema.missing c.md:3:5"]),
    ("title: a\nphases: [x]\n", ["schema.type c.md:2:10"]),
    (
      "title: a\nsubjects: {n: x, m: 1}\n",
      ["schema.type c.md:2:15", "schema.unknown-field c.md:2:18"]
    ),
    ("title: a\nTitle: b\n", ["schema.duplicate-field c.md:2:1"]),
    ("- a\n", ["schema.type c.md:1:1"]),
  ])
  func problemsNameTheirPlace(_ text: String, _ expected: [String]) throws {
    let (_, bag) = try readYAML(text)
    #expect(bag.all.map { "\($0.id) \($0.location?.description ?? "")" } == expected)
  }
}

@Suite struct SchemaDeclarationTests {
  @Test func soundSchemasHaveNoProblems() {
    #expect(units.declarationProblems == [])
    #expect(campaign.declarationProblems == [])
  }

  @Test func everyFaultIsFound() {
    let schema = Schema(
      name: "x", title: "", kind: .table,
      fields: [
        Field(id: "id", aliases: ["Mã", "%"]), Field(id: "ma"), Field(id: "l", isList: true),
        Field(id: "c", type: .choice([Choice(id: "a", aliases: ["B"]), Choice(id: "b")])),
        Field(id: "none", type: .choice([])), Field(id: "m", type: .mapping([])),
      ], keyFields: ["l", "nothing"])
    #expect(
      schema.declarationProblems == [
        "x.id: “%” folds to nothing", "x.ma: “ma” means “id” too",
        "x.c: choice “b” means “a” too", "x.none: no choices", "x.m: a table holds no groups",
        "x: key field “l” is a list", "x: key field “nothing” is no field",
      ])
  }
}

@Suite struct SchemaExportTests {
  @Test func jsonSchemaIsWholeAndTheSameEachTime() throws {
    let text = campaign.jsonSchema()
    #expect(text == campaign.jsonSchema())
    #expect(text.contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    // JSON is YAML: our own strict reader must see every field.
    var bag = DiagnosticBag()
    let node = try #require(YAML.parse(Array(text.utf8), file: "s.json", into: &bag))
    #expect(bag.all.isEmpty)
    #expect(
      node["properties"]?["phases"]?["items"]?["properties"]?["from"]?["type"]?.text == "string")
    #expect(node["properties"]?["terms"]?["type"]?.text == "array")
    #expect(node["additionalProperties"]?.text == "false")
    #expect(units.jsonSchema().contains("\"enum\": [\"th\", \"Tiểu học\", \"thcs\"]"))
  }

  @Test func referenceNamesEveryField() {
    let text = campaign.markdownReference()
    #expect(text.hasPrefix("### Phong trào\n\n`campaign.md`: phần khai báo"))
    #expect(text.contains("| `title` |  | văn bản | có |  | Tên \\| phong trào. |"))
    #expect(text.contains("Các khóa của `phases`:"))
    let table = units.markdownReference()
    #expect(table.contains("| `level` | Cấp học | một trong các giá trị, nhiều giá trị"))
    #expect(table.contains("Giá trị: `th` (Tiểu học), `thcs`."))
    #expect(table.contains("Không có hai dòng cùng `id`."))
  }
}
