import Testing

/// `import` as a clerk uses it: what is written, what is refused, what the exit code says.
@Suite("neuguong import")
struct ImportCommandTests {
  private let folder: TemporaryFolder
  private var content: String { folder.path + "/content" }
  private var results: String { content + "/campaigns/nam/results.csv" }

  init() throws {
    folder = TemporaryFolder()
    _ = try Tool.run(["mkdir", "-p", folder.path + "/content/campaigns/nam"])
    try write("title: Thi đua\n", to: "content/site.yaml")
    try write(
      """
      id,name,kind,level,parent
      so,Sở Giáo dục và Đào tạo tỉnh Mẫu,so,,
      th-a,Trường Tiểu học An Hòa,truong,th,so

      """, to: "content/units.csv")
    try write(
      """
      ---
      title: Thi đua dạy tốt, học tốt
      kind: thuong-xuyen
      origin: nganh
      owner: so
      period: 01/9/2024 - 31/5/2025
      track: four-stages
      ---

      """, to: "content/campaigns/nam/campaign.md")
    try write(
      "id,verbatim,name,comparator,value,unit_of_measure\n"
        + "giai,Ít nhất 5 giải cấp huyện,Giải cấp huyện,atLeast,5,giải\n",
      to: "content/campaigns/nam/targets.csv")
  }

  private func write(_ text: String, to name: String) throws {
    try folder.put(name, Array(text.utf8))
  }

  private func run(_ table: String, _ options: String...) throws -> Outcome {
    try write(table, to: "bang.csv")
    return try Tool.neuguong(
      ["import", folder.path + "/bang.csv", "--to", content] + options)
  }

  private static let good =
    "KẾT QUẢ HỌC KỲ I NĂM HỌC 2024-2025\nTT,Trường,Giải cấp huyện\n1,TH An Hòa,7\n,Cộng,7\n"

  @Test("shows what it understood and writes the table, which is then as `check` wants it")
  func writes() throws {
    let outcome = try run(Self.good)
    #expect(outcome.code == 0)
    #expect(outcome.out.contains("Kết quả thực hiện (results) → campaigns/nam/results.csv"))
    #expect(outcome.out.contains("bỏ dòng 4 “Cộng | 7”: dòng cộng"))
    let written = folder.text("content/campaigns/nam/results.csv")
    #expect(written == "target,unit,period,value\ngiai,th-a,2024-2025-hk1,7\n")
    let check = try Tool.neuguong(["check", content, "--now", "2025-02-01"])
    #expect(check.code == 0, "\(check.err)")
  }

  @Test("writes nothing over a table that is there, unless it is told to")
  func refuses() throws {
    // Columns in another order, one of them empty: what is there stays as it is, to the byte.
    let before = "unit,target,note,period,value\nth-a,giai,,HK I 2023-2024,3"
    try write(before, to: "content/campaigns/nam/results.csv")
    let refused = try run(Self.good)
    #expect(refused.code == 2)
    #expect(refused.err.contains("results.csv; chưa ghi gì. Thêm --add"))
    #expect(folder.text("content/campaigns/nam/results.csv") == before)

    #expect(try run(Self.good, "--add").code == 0)
    let added = before + "\nth-a,giai,,2024-2025-hk1,7\n"
    #expect(folder.text("content/campaigns/nam/results.csv") == added)
    // The same once more adds nothing.
    #expect(try run(Self.good, "--add").err.contains("2 dòng (0 dòng mới)"))
    #expect(folder.text("content/campaigns/nam/results.csv") == added)

    #expect(try run(Self.good, "--replace").code == 0)
    #expect(
      folder.text("content/campaigns/nam/results.csv")
        == "target,unit,period,value\ngiai,th-a,2024-2025-hk1,7\n")
  }

  @Test("takes a table in another form for the same table")
  func twins() throws {
    try write("x", to: "content/campaigns/nam/results.xlsx")
    let outcome = try run(Self.good, "--replace")
    #expect(outcome.code == 2)
    #expect(outcome.err.contains("results.xlsx"))
  }

  @Test("writes nothing while a cell is bad, and the rest when asked to")
  func badCells() throws {
    let bad = Self.good + "2,TH An Hòa B,5\n"
    let refused = try run(bad)
    #expect(refused.code == 1)
    #expect(refused.err.contains("bang.csv:5: lỗi: Không có đơn vị nào tên “TH An Hòa B”"))
    #expect(refused.err.contains("ô B5, cột “Trường”"))
    #expect(refused.err.contains("Chưa ghi gì: 1 lỗi"))
    #expect(folder.text("content/campaigns/nam/results.csv").isEmpty)
    #expect(try run(bad, "--skip-bad").code == 0)
    #expect(folder.text("content/campaigns/nam/results.csv").contains("2024-2025-hk1,7"))
  }

  @Test("only shows with --dry-run, and speaks to machines with --format")
  func dryRun() throws {
    let outcome = try run(Self.good, "--dry-run")
    #expect(outcome.code == 0)
    #expect(outcome.err.contains("sẽ ghi"))
    #expect(folder.text("content/campaigns/nam/results.csv").isEmpty)
    let json = try run("Trường,Giải cấp huyện\nTH An Hòa,7\n", "--format", "json")
    #expect(json.code == 1)
    #expect(json.out.hasPrefix("{\"diagnostics\":[{\"id\":\"import.no-period\""))
  }

  @Test(
    "says what is wrong with the words it was given",
    arguments: [
      (["--campaign", "namm"], "Có phải ý bạn là “nam”?"), (["--unit", "th-z"], "“th-z”"),
      (["--period", "quý 9"], "không phải là một kỳ"), (["--set", "gai=3"], "CỘT=GIÁ TRỊ"),
      (["--table", "bang"], "results"),
    ])
  func wrongUse(_ options: [String], _ words: String) throws {
    try write(Self.good, to: "bang.csv")
    let outcome = try Tool.neuguong(
      ["import", folder.path + "/bang.csv", "--to", content] + options)
    #expect(outcome.code == 2)
    #expect(outcome.err.contains(words))
  }

  @Test("never follows a folder that is a link out of the content")
  func links() throws {
    _ = try Tool.run(["mkdir", "-p", folder.path + "/other", content + "/units"])
    _ = try Tool.run(["ln", "-s", folder.path + "/other", content + "/units/th-a"])
    let outcome = try run(Self.good, "--unit", "th-a")
    #expect(outcome.code == 1)
    #expect(outcome.err.contains("trỏ ra ngoài"))
    #expect(try Tool.run(["ls", folder.path + "/other"]).out.isEmpty)
  }
}
