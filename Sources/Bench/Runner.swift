import Glibc

/// Measures our program, the floor and Hugo in turn, so that a busy moment hits all alike.
struct Runner {
  var corpus: Corpus
  var program: String
  /// Path of Hugo; empty if there is none.
  var hugo: String
  var runs: Int
  /// Whether the build with the PDF and DOCX of every unit is measured too.
  var withReports: Bool
  /// A folder in memory, since a disk would be measured instead of the programs.
  var work: String
  /// Path of this program, which is also the floor and the maker of the corpus.
  var itself: String

  func run() throws(BenchError) {
    Files.remove(work)
    try Files.makeFolder(work)
    defer { Files.remove(work) }
    // In a process of its own: a child's peak memory starts from that of its parent.
    _ = try Cost.of([
      itself, "corpus", "--stories", "\(corpus.stories)", "--units", "\(corpus.units)",
      "--out", "\(work)/content", "--hugo", "\(work)/hugo",
    ])
    let full = [program, "build", "\(work)/content", "--output", "\(work)/full", "--quiet"]
    // Hugo makes no reports, so the website is compared without them.
    let ours = [
      program, "build", "\(work)/content", "--output", "\(work)/public", "--no-reports", "--quiet",
    ]
    _ = try Cost.of(ours)
    try writePlan(of: "\(work)/public", to: "\(work)/plan")

    var contestants = [
      Contestant("floor (read, parse, render, write; 1 thread)", "\(work)/floor") {
        [itself, "floor", "\(work)/content", "\(work)/floor", "--plan", "\(work)/plan"]
      },
      Contestant("neuguong, website", "\(work)/public") { ours },
      Contestant("neuguong, website, nothing changed", "\(work)/public", isFresh: false) { ours },
    ]
    if withReports {
      contestants.append(Contestant("neuguong, website and reports", "\(work)/full") { full })
    }
    if !hugo.isEmpty {
      contestants.append(
        Contestant("hugo", "\(work)/hugo-public") {
          [
            hugo, "--quiet", "--source", "\(work)/hugo", "--destination", "\(work)/hugo-public",
            "--cacheDir", "\(work)/hugo-cache", "--noBuildLock",
          ]
        })
    }
    var series = contestants.map { Series(name: $0.name) }
    for _ in 0..<max(runs, 1) {
      for (index, contestant) in contestants.enumerated() {
        if contestant.isFresh { Files.remove(contestant.output) }
        series[index].costs.append(try Cost.of(contestant.command()))
      }
    }
    for (index, contestant) in contestants.enumerated() {
      let files = Files.list(contestant.output)
      series[index].files = files.count
      series[index].bytes = files.reduce(0) { $0 + $1.size }
    }
    report(series)
  }

  private struct Contestant {
    var name: String
    var output: String
    /// Whether the output is removed before each run.
    var isFresh: Bool
    var command: () -> [String]

    init(
      _ name: String, _ output: String, isFresh: Bool = true, _ command: @escaping () -> [String]
    ) {
      self.name = name
      self.output = output
      self.isFresh = isFresh
      self.command = command
    }
  }

  /// Writes down the sizes and paths of a real output, which the floor has to equal.
  private func writePlan(of output: String, to path: String) throws(BenchError) {
    var text = ""
    for file in Files.list(output) { text += "\(file.size) \(file.path)\n" }
    try Files.write(path, text)
  }

  private func report(_ series: [Series]) {
    let floor = series.first
    let hugo = series.first { $0.name == "hugo" }
    print("\(corpus.stories) stories, \(corpus.units) units, \(runs) runs each in turn; medians\n")
    print("| program | CPU s | wall s | peak MB | files | MB | CPU × floor | CPU × hugo |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for one in series {
      let cells = [
        one.name, fixed(one.cpu, 3), fixed(one.wall, 3), fixed(one.memory, 1), "\(one.files)",
        fixed(Double(one.bytes) / 1e6, 1), ratio(one, floor), ratio(one, hugo),
      ]
      print("| \(cells.joined(separator: " | ")) |")
    }
    print(
      "\nOurs writes search, feeds, structured data, filtered lists and embeddable parts as well,")
    print("and checks every link; share cards are off.")
    if hugo == nil { print("\nHugo was not measured: give its path as HUGO=… to `make bench`.") }
  }

  private func ratio(_ one: Series, _ other: Series?) -> String {
    guard let other, other.cpu > 0 else { return "–" }
    return fixed(one.cpu / other.cpu, 2)
  }

  private func fixed(_ value: Double, _ digits: Int) -> String { Figure.fixed(value, digits) }
}
