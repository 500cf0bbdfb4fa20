import Glibc

private let usage = """
  neuguong-bench corpus --stories N --units U --out DIR [--hugo DIR]
  neuguong-bench floor CONTENT OUT --plan FILE
  neuguong-bench run --program PATH [--stories N] [--units U] [--runs R] [--hugo PATH] [--work DIR]
    [--reports yes]
  neuguong-bench template [--page DIR] [--samples N] [--python PATH]
  neuguong-bench report [--runs R] [--count N] [--python PATH] [--pandoc PATH] [--work DIR]
  """

private func perform(_ words: [String]) async throws(BenchError) {
  let arguments = try Arguments(words.dropFirst())
  let stories = try arguments.number("stories", else: 1000)
  let units = try arguments.number("units", else: 100)
  let corpus = Corpus(stories: stories, units: units)
  switch arguments.plain.first {
  case "corpus":
    try corpus.writeContent(to: arguments.text("out"))
    let hugo = arguments.text("hugo", else: "")
    if !hugo.isEmpty { try corpus.writeHugo(to: hugo) }
  case "floor" where arguments.plain.count == 3:
    let plain = arguments.plain
    try Floor(content: plain[1], output: plain[2], plan: arguments.text("plan")).run()
  case "run":
    try Runner(
      corpus: corpus, program: arguments.text("program"), hugo: arguments.text("hugo", else: ""),
      runs: arguments.number("runs", else: 5),
      withReports: arguments.text("reports", else: "no") == "yes",
      work: arguments.text("work", else: "/dev/shm/neuguong-bench-\(getpid())"),
      itself: words[0]
    ).run()
  case "template":
    let work = "/dev/shm/neuguong-bench-\(getpid())"
    defer { Files.remove(work) }
    let page = arguments.text("page", else: "")
    try TemplateBench(
      page: page.isEmpty ? .make(in: work) : TemplatePage(folder: page),
      samples: arguments.number("samples", else: 7), python: arguments.text("python", else: ""),
      work: work
    ).run()
  case "report":
    let work = arguments.text("work", else: "")
    try await ReportBench(
      runs: arguments.number("runs", else: 5), count: arguments.number("count", else: 1000),
      python: arguments.text("python", else: ""), pandoc: arguments.text("pandoc", else: ""),
      work: work.isEmpty ? "/dev/shm/neuguong-bench-\(getpid())" : work, keepsWork: !work.isEmpty
    ).run()
  default: throw BenchError("cách dùng:\n\(usage)")
  }
}

do {
  try await perform(CommandLine.arguments)
} catch {
  print("neuguong-bench: \(error.text)")
  exit(error.text.hasPrefix("cách dùng") ? 2 : 3)
}
