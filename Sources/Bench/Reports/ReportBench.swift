import Drawing
import Glibc
import Print

/// Printing the sample report as PDF and DOCX, in turn with other programs, by CPU time.
///
/// Every report is another one, so that no program can answer from its memory; all of them start
/// from text of their own language, with fonts already open.
struct ReportBench {
  var runs: Int
  /// How many reports are printed on all cores.
  var count: Int
  var python: String
  var pandoc: String
  var work: String
  /// Whether the sources and the results are left to be looked at.
  var keepsWork: Bool

  /// A program under one name with what it cost.
  private struct Line {
    var name: String
    /// CPU milliseconds for each report on one thread.
    var samples: [Double] = []
    /// Milliseconds of the clock for each report on all cores, and how many were printed.
    var parallel: (each: Double, count: Int)?
    var size = 0

    var median: Double {
      samples.isEmpty ? 0 : samples.sorted()[samples.count / 2]
    }
  }

  /// Reports that a peer prints in one turn.
  private static let batch = 12

  func run() async throws(BenchError) {
    Files.remove(work)
    try Files.makeFolder(work)
    defer { if !keepsWork { Files.remove(work) } }
    let cores = max(sysconf(CInt(_SC_NPROCESSORS_ONLN)), 1)
    let press = try SamplePress()
    let peers = try ReportPeer.all(
      python: python, pandoc: pandoc, fonts: FontSet.defaultFolder, work: work)
    try write(press)
    let texts = (0..<count).map { SampleReport(number: $0) }.map(SamplePress.Source.init)
    var ours = [Line(name: "neuguong PDF"), Line(name: "neuguong DOCX")]
    var theirs = peers.map {
      Line(name: "\($0.name) \($0.result.suffix(4).filter { $0 != "." }.uppercased())")
    }
    // The first turn only warms up.
    for turn in 0...runs {
      for (index, form) in SamplePress.Form.allCases.enumerated() {
        let cost = try press.sample(texts, from: turn * 40, form, seconds: 1)
        if turn > 0 { ours[index].samples.append(cost * 1000) }
      }
      guard turn > 0 else { continue }
      for (index, peer) in peers.enumerated() {
        theirs[index].samples += try peer.sample(
          (turn - 1) % 3 * Self.batch, count: Self.batch, work: work)
      }
    }
    for (index, form) in SamplePress.Form.allCases.enumerated() {
      let bytes = try press.file(texts[0], form)
      ours[index].size = bytes.count
      try Files.write("\(work)/0.neuguong.\(form)", bytes)
      ours[index].parallel = (
        try await SamplePress.all(texts, form, workers: cores) * 1000 / Double(count), count
      )
    }
    for (index, peer) in peers.enumerated() {
      theirs[index].size = try Files.read("\(work)/0.\(peer.result)").count
      let share = peer.isBatch ? Self.batch * 3 / cores : 1
      let wall = try await Self.all(peer, share: share, workers: cores)
      theirs[index].parallel = (wall * 1000 / Double(share * cores), share * cores)
    }
    report(ours, theirs, cores: cores)
  }

  /// The sources for the peers: as many as a turn and the run on all cores take.
  private func write(_ press: borrowing SamplePress) throws(BenchError) {
    for number in 0..<Self.batch * 3 {
      let report = SampleReport(number: number)
      try Files.write("\(work)/\(number).html", report.html)
      try Files.write("\(work)/\(number).typ", report.typst(chart: "\(number).svg"))
      try Files.write("\(work)/\(number).md", report.pandoc(chart: "\(number).png"))
      guard let chart = report.chart else { continue }
      try Files.write("\(work)/\(number).svg", SampleReport.svg(chart))
      try Files.write("\(work)/\(number).png", press.picture(chart.drawing()))
    }
  }

  /// Seconds of the clock until as many processes as cores have each printed their share.
  private static func all(
    _ peer: ReportPeer, share: Int, workers: Int
  ) async throws(BenchError) -> Double {
    let start = Clock.wall
    let commands = (0..<workers).map { peer.command($0 * share, ($0 + 1) * share) }
    let problems = await withTaskGroup(of: BenchError?.self) { group in
      for command in commands {
        group.addTask {
          do throws(BenchError) {
            _ = try Cost.of(command)
            return nil
          } catch {
            return error
          }
        }
      }
      var found: [BenchError] = []
      for await problem in group { if let problem { found.append(problem) } }
      return found
    }
    if let problem = problems.first { throw problem }
    return Clock.wall - start
  }

  private func report(_ ours: [Line], _ theirs: [Line], cores: Int) {
    print("4 trang, hai bảng, một biểu đồ; \(runs) lượt xen kẽ, trung vị; \(cores) lõi\n")
    print("| chương trình | CPU ms/báo cáo | so với ta | mọi lõi: ms/báo cáo (số báo cáo) | KB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for line in ours + theirs {
      let mine = line.name.hasSuffix("DOCX") ? ours[1] : ours[0]
      let parallel = line.parallel.map { "\(fixed($0.each, 1)) (\($0.count))" } ?? "–"
      let ratio = mine.median > 0 ? fixed(line.median / mine.median, 1) : "–"
      print(
        "| \(line.name) | \(fixed(line.median, 1)) | \(ratio) × | \(parallel) | "
          + "\(fixed(Double(line.size) / 1024, 1)) |")
    }
  }

  private func fixed(_ value: Double, _ digits: Int) -> String {
    Figure.fixed(value, digits)
  }
}
