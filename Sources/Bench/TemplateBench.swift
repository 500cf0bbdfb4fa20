import Diagnostics
import Templating

/// Rendering and compiling one page over and over, by the CPU time of this process alone.
struct TemplateBench {
  var page: TemplatePage
  var samples: Int
  /// A Python that has `minijinja`, measured in turn with us; empty for none.
  var python: String
  var work: String

  func run() throws(BenchError) {
    let set = try page.compile()
    let data = try page.data()
    let sources = try page.sources()
    let first = try Self.render(set, data, reserving: 0)
    let rival = python.isEmpty ? nil : TemplateRival(python: python, page: page, work: work)
    try rival?.prepare()
    // The first turn only warms up.
    _ = try Self.sample(seconds: 0.5) { () throws(BenchError) in
      try Self.render(set, data, reserving: first.count)
    }
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<samples {
      ours.append(
        try Self.sample(seconds: 1) { () throws(BenchError) in
          try Self.render(set, data, reserving: first.count)
        })
      if let rival { theirs.append(try rival.sample()) }
    }
    let parses = try Self.sample(seconds: 0.5) { () throws(BenchError) in
      try TemplatePage.compile(sources)
    }
    let speed = Self.median(ours)
    print("\(page.folder): \(first.count) byte, mã \(Self.hash(first))")
    print("  nêu gương: \(Self.round(speed)) trang/giây CPU", terminator: "")
    print(" (\(Self.round(ours.min() ?? 0)) đến \(Self.round(ours.max() ?? 0))),", terminator: "")
    print(" \(Self.round(speed * Double(first.count) / 1e6)) MB/giây,", terminator: "")
    print(" biên dịch \(Self.round(1e6 / parses)) µs")
    guard let rival else { return }
    let other = Self.median(theirs)
    let same = try rival.gives(first) ? "như nhau" : "KHÁC NHAU"
    print("  minijinja: \(Self.round(other)) trang/giây CPU", terminator: "")
    print(
      " (\(Self.round(theirs.min() ?? 0)) đến \(Self.round(theirs.max() ?? 0)));", terminator: "")
    print(" trang \(same); gấp \(Self.round(speed / other * 100)) %")
  }

  private static func render(
    _ set: TemplateSet, _ data: Value, reserving count: Int
  ) throws(BenchError) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(count)
    do throws(RenderError) {
      try set.render("list", globals: data, into: &out)
    } catch { throw BenchError(error.diagnostic.summary) }
    return out
  }

  /// How often `work` can be done in a second of CPU time.
  private static func sample<Result>(
    seconds: Double, _ work: () throws(BenchError) -> Result
  ) throws(BenchError) -> Double {
    let start = Clock.processor
    var count = 0.0
    while true {
      _ = try work()
      count += 1
      let spent = Clock.processor - start
      if spent >= seconds { return count / spent }
    }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func round(_ value: Double) -> Int { Int(value.rounded()) }

  /// FNV-1a, to see at a glance that two runs wrote the same.
  private static func hash(_ bytes: [UInt8]) -> String {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(h, radix: 16)
  }
}
