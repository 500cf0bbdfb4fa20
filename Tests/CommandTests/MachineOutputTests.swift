import Testing

/// What machines read of a run: formats, exit codes, the summary of a job.
@Suite(.serialized) struct MachineOutputTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) throws -> Outcome {
    try Tool.neuguong(words, in: folder.path)
  }

  /// A small site that stands; with a fault where asked.
  private func plant(faulty: Bool = false) throws {
    try SmallSite.plant("truong", in: folder)
    guard faulty else { return }
    let results = "Chỉ tiêu,Đơn vị,Kỳ,Giá trị\nhoan-thanh,khong|co,HK I 2024-2025,98\n"
    try folder.put("truong/campaigns/nam-hoc/results.csv", Array(results.utf8))
  }

  @Test func exitCodes() throws {
    try plant()
    let fine = try run("check", "truong", "--now", "2025-05-31")
    #expect(fine.code == 0, "\(fine.err)")
    #expect(try run("check", "truong", "--now", "hôm qua").code == 2)
    #expect(try run("build", "truong", "--output", "/proc/x/public").code == 3)
    #expect(try run("check", "truong", "--summary", "/proc/x").code == 3)
    try plant(faulty: true)
    #expect(try run("check", "truong", "--now", "2025-05-31").code == 1)
    #expect(try run("build", "truong", "--now", "2025-05-31").code == 1)
  }

  @Test(.enabled(if: Tool.has("xmllint"), "xmllint is not here"))
  func junitIsXML() throws {
    try plant(faulty: true)
    let outcome = try run("check", "truong", "--format", "junit", "--now", "2025-05-31")
    #expect(outcome.code == 1)
    try folder.put("report.xml", Array(outcome.out.utf8))
    func value(_ path: String) throws -> String {
      let found = try Tool.run([
        "xmllint", "--xpath", "string(\(path))", folder.path + "/report.xml",
      ])
      #expect(found.code == 0, "\(found.err)")
      return String(found.out.prefix { $0 != "\n" })
    }
    let tests = try value("count(//testcase)")
    #expect(try value("/testsuites/@tests") == tests)
    #expect(try value("//testsuite/@failures") == value("count(//failure)"))
    let broken = "//testcase[@file='truong/campaigns/nam-hoc/results.csv']"
    #expect(try value("\(broken)/@line") == "2")
    #expect(try value("\(broken)/failure/@type") == "schema.type")
    try plant()
    let fine = try run("check", "truong", "--format", "junit", "--now", "2025-05-31")
    #expect(fine.code == 0)
    #expect(fine.out.contains(#"failures="0""#) && fine.out.contains("<testcase "))
  }

  @Test func sarifNamesFilesOfTheRepository() throws {
    try plant(faulty: true)
    let words = ["check", "truong", "--format", "sarif", "--now", "2025-05-31"]
    for content in ["truong", "./truong/", folder.path + "/truong"] {
      let outcome = try Tool.neuguong(
        [words[0], content] + words.dropFirst(2), in: folder.path)
      #expect(outcome.code == 1)
      #expect(
        outcome.out.contains(
          #""uri":"truong/campaigns/nam-hoc/results.csv","uriBaseId":"%SRCROOT%""#), "\(content)")
    }
  }

  @Test func summaryIsAddedToTheFile() throws {
    try plant(faulty: true)
    try folder.put("job.md", Array("trước\n".utf8))
    let failed = try run(
      "build", "truong", "--now", "2025-05-31", "--summary", "job.md", "--quiet")
    #expect(failed.code == 1)
    var text = folder.text("job.md")
    #expect(text.hasPrefix("trước\n### neuguong build truong&#58; 1 lỗi"), "\(text)")
    #expect(text.contains("<code>truong/campaigns/nam-hoc/results.csv&#58;2"), "\(text)")
    #expect(text.contains("khong&#124;co"))
    try plant()
    try folder.put("job.md", [])
    let built = try run("build", "truong", "--now", "2025-05-31", "--summary", "job.md")
    #expect(built.code == 0, "\(built.err)")
    text = folder.text("job.md")
    #expect(text.contains("| Nơi ghi | public |"), "\(text)")
    #expect(text.contains("| Số tệp | ") && text.contains(" KB)") || text.contains(" MB)"))
    #expect(
      text.contains("| Báo cáo ket&#45;qua | ") || text.contains("| Báo cáo ket-qua | "), "\(text)")
    let checked = try run(
      "check", "truong", "--now", "2025-05-31", "--summary", "job.md", "--language", "en")
    #expect(checked.code == 0)
    #expect(folder.text("job.md").contains("### neuguong check truong&#58; "))
  }

  @Test func howManyWorkersCheckDoesNotShow() throws {
    try plant()
    let story = Array(
      "---\ntitle: Bài\ndate: 2025-03-26\nunit: truong-toi\n---\n\n[x](/khong-co/)\n".utf8)
    for i in 1...30 { try folder.put("truong/stories/2025/bai-\(i).md", story) }
    let outcomes = try ["1", "2", "7"].map { jobs in
      try run("check", "truong", "--now", "2025-05-31", "--format", "json", "--jobs", jobs)
    }
    #expect(outcomes[0].out.split(separator: "link.").count > 30, "\(outcomes[0].out)")
    #expect(outcomes.allSatisfy { $0.out == outcomes[0].out && $0.code == 1 })
  }

  /// No part of a run that is not watched may hold colour or a moving line.
  @Test func nothingButTextWhereNobodyWatches() throws {
    try plant(faulty: true)
    for format in ["text", "json", "github", "junit", "sarif"] {
      let outcome = try Tool.neuguong(
        ["build", "truong", "--format", format, "--now", "2025-05-31"],
        environment: ["TERM=xterm-256color"], in: folder.path)
      #expect(outcome.code == 1)
      for text in [outcome.out, outcome.err] {
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(format)")
      }
    }
  }
}
