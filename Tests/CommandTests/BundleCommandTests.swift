import Bundles
import Testing
import Zip

/// Bundles as CI makes them: whole or in shards, merged, checked, compared.
@Suite struct BundleCommandTests {
  private let folder = TemporaryFolder()
  private static let day = "2025-05-31"
  /// A school whose bundles are small.
  private static let school = "th-con-phung-moi"

  private func run(_ words: [String], environment: [String] = []) throws -> Outcome {
    try Tool.neuguong(words, environment: environment, in: folder.path)
  }

  @discardableResult
  private func bundle(
    _ output: String, _ words: [String], of content: String = Tool.content,
    environment: [String] = []
  ) throws -> Outcome {
    let outcome = try run(
      ["bundle", content, "--output", output, "--now", Self.day] + words,
      environment: environment)
    #expect(outcome.code == 0, "\(outcome.err)")
    return outcome
  }

  private func files(_ output: String) throws -> [String: [UInt8]] {
    let names = try Tool.run(["ls", "\(folder.path)/\(output)"]).out.split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: names.map { (String($0), folder.bytes("\(output)/\($0)")) })
  }

  /// The sample with one figure of the school put up.
  private func changedContent() throws -> String {
    try #require(try Tool.run(["cp", "-a", Tool.content, folder.path + "/moi"]).code == 0)
    let path = "moi/campaigns/dong-khoi-moi-2024-2025/results.csv"
    let lines = folder.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(
      lines.firstIndex { $0.contains(",\(Self.school),") && $0.contains(",2024-2025-hk1,") })
    var cells = lines[place].split(separator: ",", omittingEmptySubsequences: false)
    let figure = try #require(cells.indices.dropFirst(3).first { Int(cells[$0]) != nil })
    cells[figure] = Substring(String((Int(cells[figure]) ?? 0) - 1))
    var changed = lines
    changed[place] = Substring(cells.joined(separator: ","))
    try folder.put(path, Array(changed.joined(separator: "\n").utf8))
    return folder.path + "/moi"
  }

  // MARK: What they hold

  @Test func holdEveryFormTheDataAndThePages() throws {
    try bundle("goi", ["--unit", Self.school, "--period", "2023-2024-hk2"])
    let name = "\(Self.school)_dong-khoi-moi-2024-2025_2023-2024-hk2.zip"
    let bytes = folder.bytes("goi/\(name)")
    let (manifest, differences) = try Bundle.verify(bytes)
    #expect(differences.isEmpty)
    let paths = Set(manifest.files.map(\.path))
    for form in ["pdf", "docx", "xlsx", "html", "nguon.json"] {
      #expect(paths.contains("bao-cao/2023-2024-hk2.\(form)"))
    }
    #expect(
      paths.isSuperset(of: [
        "du-lieu/du-lieu.json", "du-lieu/results.csv", "du-lieu/targets.csv",
        "du-lieu/assessments.csv", "trang/index.html", "trang/assets/site.css",
      ]))
    #expect(manifest.inputs.contains { $0.path == "units.csv" && $0.sha256.count == 64 })
    #expect(manifest.stories.map(\.id) == ["thu-vien-ghe-dua"])
    let figure = try #require(manifest.figures.first { !$0.cells.isEmpty && $0.rule == nil })
    #expect(manifest.inputs.map(\.path).contains(figure.cells[0].file))
    // What lies beside is found from the pages, and the pages from there.
    let reader = try ZipReader(bytes)
    let list = "trang/bao-cao/phong-trao/dong-khoi-moi-2024-2025/index.html"
    let pages = String(decoding: try #require(try reader.read(list)), as: UTF8.self)
    #expect(pages.contains("href=\"../../../../bao-cao/2023-2024-hk2.pdf\""))
    let report = String(
      decoding: try #require(try reader.read("bao-cao/2023-2024-hk2.html")), as: UTF8.self)
    #expect(report.contains("href=\"../trang/index.html\""))
    #expect(try run(["verify", "goi"]).code == 0)
    let sums = try Tool.run(["sha256sum", "--check", "SHA256SUMS"], in: folder.path + "/goi")
    #expect(sums.code == 0, "\(sums.err)")
  }

  @Test func areTheSameWhateverTheMachine() throws {
    let words = ["--campaign", "dong-khoi-moi-2024-2025", "--as", "html,xlsx"]
    try bundle("mot", words + ["--jobs", "1"], environment: ["TZ=Asia/Ho_Chi_Minh", "LC_ALL=C"])
    try bundle(
      "hai", words + ["--jobs", "3"],
      environment: ["TZ=America/Los_Angeles", "LC_ALL=vi_VN.UTF-8", "LANGUAGE=vi"])
    let files = try files("mot")
    #expect(files.count > 4)
    #expect(try files == self.files("hai"))
  }

  @Test func ofAllShardsMakeTheWhole() throws {
    let words = ["--campaign", "dong-khoi-moi-2024-2025", "--as", "html"]
    try bundle("ca", words)
    for number in 1...3 { try bundle("phan-\(number)", words + ["--shard", "\(number)/3"]) }
    let merged = try run(["merge", "phan-3", "phan-1", "phan-2", "--output", "gop"])
    #expect(merged.code == 0, "\(merged.err)")
    #expect(try files("gop") == files("ca"))
    for number in 1...3 { #expect(try files("phan-\(number)").count > 2, "\(number)") }
  }

  // MARK: What changed

  @Test func areLeftOutWhereReportsSayWhatTheySaid() throws {
    let words = ["--unit", Self.school, "--as", "html"]
    try bundle("cu", words)
    let since = ["--changed-since", "cu/index.json"]
    let same = try bundle("khong", words + since)
    #expect(same.err.contains("0 gói có báo cáo mới hoặc khác trước"), "\(same.err)")
    #expect(try files("khong").keys.sorted() == ["SHA256SUMS", "index.json"])
    // That the paper would bear another day is no change.
    let later = try run(
      ["bundle", Tool.content, "--output", "mai", "--now", "2025-06-01"] + words + since)
    #expect(later.err.contains("0 gói có báo cáo mới"), "\(later.err)")

    let changed = try changedContent()
    try bundle("moi-goi", words + since, of: changed)
    let name = "\(Self.school)_dong-khoi-moi-2024-2025_2024-2025-hk1.zip"
    #expect(try files("moi-goi").keys.sorted() == ["SHA256SUMS", "index.json", name])
    // By the manifest of a bundle alone: no other is known, so all others are new.
    let manifest = try #require(try ZipReader(folder.bytes("cu/\(name)")).read("manifest.json"))
    try folder.put("mot.json", manifest)
    try bundle("tu-mot", words + ["--changed-since", "mot.json"])
    #expect(try files("tu-mot")[name] == nil)
    #expect(try files("tu-mot").count == files("cu").count - 1)
  }

  @Test func areComparedInWords() throws {
    let words = ["--unit", Self.school, "--as", "html"]
    try bundle("cu", words)
    let changed = try changedContent()
    let story = try Tool.run(["grep", "-rl", "Thư viện ghe dừa", changed, "--include=*.md"])
      .out.split(separator: "\n").first
    let path = String(try #require(story).dropFirst(folder.path.utf8.count + 1))
    try folder.put(path, folder.bytes(path) + Array("\nThêm một câu.\n".utf8))
    try bundle("moi-goi", words, of: changed)
    let diff = try run(["diff", "cu", "moi-goi"])
    #expect(diff.code == 0)
    #expect(diff.out.contains("Trường Tiểu học Cồn Phụng Mới, "))
    #expect(diff.out.contains("\n  Số chỉ tiêu đạt: 07 → 06\n"), "\(diff.out)")
    #expect(
      diff.out.contains("\n  Sử dụng hộp thư điện tử công vụ: 100,00%, 29/29 → 96,55%, 28/29\n"))
    #expect(diff.out.contains("sửa bài “Thư viện ghe dừa cập bến chiều thứ Ba”"))
    #expect(diff.out.contains("dữ liệu đã sửa: campaigns/dong-khoi-moi-2024-2025/results.csv"))
    #expect(try run(["diff", "cu", "moi-goi", "--exit-code"]).code == 1)
    let none = try run(["diff", "cu", "cu", "--exit-code"])
    #expect(none.code == 0 && none.out == "Không có gì khác.\n")
    let name = "\(Self.school)_dong-khoi-moi-2024-2025_2024-2025-hk1.zip"
    let one = try run(["diff", "cu/\(name)", "moi-goi/\(name)"])
    #expect(one.out.contains(" → ") && diff.out.contains(one.out))
    #expect(try run(["diff", "cu/\(name)", "moi-goi"]).code == 2)
  }

  // MARK: What is wrong with them

  @Test func thatWereTamperedWithAreFound() throws {
    try bundle("goi", ["--unit", Self.school, "--as", "html"])
    let names = try files("goi").keys.filter { $0.hasSuffix(".zip") }.sorted()
    try #require(names.count > 2)
    // A file swapped inside, the sums not.
    var entries: [ZipWriter.Entry] = []
    let reader = try ZipReader(folder.bytes("goi/\(names[0])"))
    for (place, entry) in reader.entries.enumerated() {
      let isData = entry.name == "du-lieu/results.csv"
      entries.append(
        ZipWriter.Entry(entry.name, isData ? Array("x".utf8) : try reader.read(at: place)))
    }
    try folder.put("goi/\(names[0])", try ZipWriter.zip(entries))
    try folder.put("goi/\(names[1])", Array("PK hỏng".utf8))
    try #require(try Tool.run(["rm", "\(folder.path)/goi/\(names[2])"]).code == 0)
    try folder.put("goi/la.zip", [])
    let outcome = try run(["verify", "goi"])
    #expect(outcome.code == 1)
    for words in [
      "goi/\(names[0]): “du-lieu/results.csv” đã bị sửa", "gói “\(names[0])” khác với index.json",
      "goi/\(names[1]): ", "thiếu gói “\(names[2])”", "có thêm gói “la.zip”",
    ] {
      #expect(outcome.out.contains(words), "\(words) trong \(outcome.out)")
    }
    let merged = try run(["merge", "goi", "--output", "gop"])
    #expect(merged.code == 1 && merged.err.contains(names[0]))
    #expect(try Tool.run(["ls", folder.path]).out == "goi\n", "nothing half done is left")
  }

  @Test(arguments: ["../../etc/passwd.zip", "/etc/passwd.zip", "a/b.zip", "a.exe"])
  func indexesThatLeadAwayAreRefused(path: String) throws {
    let entry = BundleIndex.Entry(
      file: .init(path: path, bytes: []), unit: .init(id: "a", name: "A"),
      campaign: .init(id: "b", name: "B"), period: .init(id: "c", name: "C"), essence: "e")
    let index = BundleIndex(program: "0.1.0", day: Self.day, entries: [entry])
    try #require(try Tool.run(["mkdir", folder.path + "/goi"]).code == 0)
    try folder.put("goi/index.json", index.bytes)
    for words in [
      ["verify", "goi"], ["merge", "goi", "--output", "gop"], ["diff", "goi", "goi"],
    ] {
      let outcome = try run(words)
      #expect(outcome.code == 1 && outcome.err.contains(path), "\(words): \(outcome.err)")
    }
  }

  @Test(arguments: [
    (["--shard", "5/4"], "--shard"), (["--changed-since", "khong-co.json"], "khong-co.json"),
    (["--unit", "th-con-phung"], "th-con-phung-moi"), (["--period", "2023"], "--period"),
  ])
  func wrongUse(_ words: [String], _ hint: String) throws {
    let outcome = try run(
      ["bundle", Tool.content, "--output", "goi", "--unit", Self.school].filter {
        words[0] != "--unit" || ($0 != "--unit" && $0 != Self.school)
      } + words)
    #expect(outcome.code == 2 && outcome.err.contains(hint), "\(outcome.err)")
    #expect(try Tool.run(["ls", "-A", folder.path]).out.isEmpty)
  }
}
