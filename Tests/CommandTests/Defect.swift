import Testing

/// One way in which a sound content folder is broken, and where the program must say so.
struct Defect: Sendable, CustomTestStringConvertible {
  enum Change: Sendable {
    /// The text must be there; the problem is on its line, or so many lines below.
    case replace(String, with: String, below: Int = 0)
    /// A new file with the problem on a line.
    case write([UInt8], line: Int)
    case delete
  }

  var id: String
  var file: String
  var change: Change

  init(_ id: String, _ file: String, _ change: Change) {
    self.id = id
    self.file = file
    self.change = change
  }

  /// A new story of these lines, the last of which are the prose.
  static func story(_ id: String, line: Int, _ lines: String...) -> Defect {
    Defect(
      id, "stories/2025/hong.md",
      .write(Array((lines.joined(separator: "\n") + "\n").utf8), line: line))
  }

  var testDescription: String { "\(id) in \(file)" }

  /// Breaks a copy of the content; answers how the place of the problem must be written.
  func apply(to folder: TemporaryFolder) throws -> String {
    switch change {
    case .delete:
      try #require(!folder.bytes("content/\(file)").isEmpty)
      folder.remove("content/\(file)")
      return "\(file):"
    case .write(let bytes, let line):
      try folder.put("content/\(file)", bytes)
      return "\(file):\(line):"
    case .replace(let old, let new, let below):
      let text = folder.text("content/\(file)")
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      try #require(parts.count == 2, "“\(old)” is not in \(file)")
      try folder.put("content/\(file)", Array("\(parts[0])\(new)\(parts[1])".utf8))
      return "\(file):\(parts[0].count(where: { $0.isNewline }) + 1 + below):"
    }
  }

  private static let peak = "campaigns/dong-khoi-moi-2024-2025"
  private static let first = "thpt-ven-song,2023-2024-hk2,,76,76,31/5/2024,confirmed,,"

  static let all: [Defect] = [
    Defect(
      "reference.unknown-unit", peak + "/results.csv",
      .replace("dong-khoi-t01,thpt-ven-song", with: "dong-khoi-t01,thpt-ven-sog")),
    Defect(
      "schema.missing", peak + "/results.csv",
      .replace("target,unit,period", with: "target,nota,period")),
    Defect(
      "schema.duplicate-key", "units.csv",
      .replace("ubnd-ben-tre,Ủy ban", with: "ubnd-dak-lak,Ủy ban")),
    Defect(
      "schema.type", peak + "/results.csv",
      .replace(first, with: "thpt-ven-song,2023-2024-hk2,,7x6,76,31/5/2024,confirmed,,")),
    Defect(
      "schema.type", peak + "/results.csv",
      .replace(first, with: "thpt-ven-song,2023-2024-hk2,,76,76,31/02/2024,confirmed,,")),
    Defect(
      "result.numerator-too-large", peak + "/results.csv",
      .replace(first, with: "thpt-ven-song,2023-2024-hk2,,77,76,31/5/2024,confirmed,,")),
    Defect(
      "csv.ragged", peak + "/results.csv", .replace(first, with: first + ",,thừa")),
    .story("front-matter.unclosed", line: 1, "---", "title: Hở", "date: 2025-01-02", "Chữ."),
    Defect(
      "content.encoding", "stories/2025/hong.md",
      .write(
        Array("---\ntitle: Hỏng\ndate: 2025-01-02\n---\nab".utf8) + [0xE1, 0x20, 0x0A], line: 5)),
    .story("schema.missing", line: 2, "---", "title: Không ngày", "---", "Chữ."),
    .story("schema.missing", line: 2, "---", "date: 2025-01-02", "---", "Chữ."),
    .story(
      "reference.unknown-campaign", line: 4, "---", "title: Lạ", "date: 2025-01-02",
      "campaign: phong-trao-la", "---", "Chữ."),
    .story("yaml.tab", line: 4, "---", "title: Tab", "date: 2025-01-02", "\ttags: [a]", "---", "A"),
    Defect(
      "schema.unknown-field", peak + "/campaign.md",
      .replace("kind: cao-diem\n", with: "kind: cao-diem\nkhoa_la: 1\n", below: 1)),
    Defect(
      "campaign.phases-overlap", peak + "/campaign.md",
      .replace("from: \"01/01/2025\"", with: "from: \"01/12/2024\"")),
    Defect(
      "content.duplicate-url", "stories/2025/noi-tru-am.md",
      .write(Array("---\ntitle: Trùng\ndate: 2025-01-02\n---\nChữ.\n".utf8), line: 2)),
    Defect(
      "schema.type", "campaigns/can-giuoc-2024/targets.csv",
      .replace(",reach,\"79,63\"", with: ",rech,\"79,63\"")),
    Defect(
      "reference.unknown-exemplar", "campaigns/dak-nong-2020-2025/steps.csv",
      .replace("dh-noi-tru-am,phat-hien", with: "dh-noi-tru,phat-hien")),
    Defect(
      "unit.parent-loop", "units.csv",
      .replace(
        "People's Committee of Long An Province,,ubnd,,,,,Long An",
        with: "People's Committee of Long An Province,,ubnd,,ubnd-can-giuoc,,,Long An", below: 1)
    ),
    Defect("content.missing-file", "units.csv", .delete),
    Defect("content.missing-file", "site.yaml", .delete),
  ]
}
