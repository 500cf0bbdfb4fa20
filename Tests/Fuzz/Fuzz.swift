import Diagnostics
import Glibc

@testable import Templating

// The target of libFuzzer, built by `make fuzz` only: templates as bytes against a fixed record of
// data. Any broken promise traps, and libFuzzer then keeps the input.

/// With FUZZ_WORDS set, prints the words of the language as a dictionary and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  if getenv("FUZZ_WORDS") != nil {
    for (i, word) in Words.all.enumerated() { print("w\(i)=\"\(word)\"") }
    exit(0)
  }
  return 0
}

/// The first byte chooses dialect, strictness and one kind of output beside HTML and Markdown; the
/// rest is templates, parted by byte 1.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 1, count < 1 << 14, let start else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.dropFirst().split(separator: 1, omittingEmptySubsequences: false).prefix(4)
  let others = ["json", "csv", "xml", "txt"]
  for kind in ["html", "md", others[Int(bytes[0] >> 3 & 3)]] {
    let sources = zip(["t", "a", "b", "c"], parts).map { name, part in
      TemplateSource(name: "\(name).\(kind)", bytes: Array(part))
    }
    Trial(sources: sources, kind: kind, choice: bytes[0]).run()
  }
  return 0
}

/// One set of templates compiled and rendered under every promise of the room.
struct Trial {
  let sources: [TemplateSource]
  let kind: String
  let choice: UInt8

  func run() {
    var options = TemplateOptions()
    options.undefined = choice & 1 == 0 ? .empty : choice & 32 == 0 ? .warn : .error
    options.language = choice & 64 == 0 ? .vietnamese : .english
    options.now = Moment(CivilDate(year: 2024, month: 9, day: 5))
    options.allowsRaw = choice & 2 == 0
    options.dialect = choice & 4 == 0 ? .extended : .plain
    var bag = DiagnosticBag()
    let set = TemplateSet.compile(sources, options: options, into: &bag)
    precondition((set == nil) == bag.hasErrors, "no set without an error, no error with a set")
    checkPlaces(bag.sorted)
    guard let set else { return }
    review()
    let first = render(set)
    precondition(first == render(set), "the same input gives the same bytes")
    guard let out = first else { return }
    precondition(String(validating: out, as: UTF8.self) != nil, "output is UTF-8")
    // Plain Liquid escapes nothing.
    if kind == "html", options.dialect == .extended, !options.allowsRaw, !mentionsAngle {
      checkEscaping(out)
    }
  }

  /// The lints end on all that compiles, and tell a place for what they find.
  private func review() {
    guard case .object(let globals) = Data.globals else { return }
    let page = Vocabulary(template: "t.\(kind)", meaning: "", globals: globals.shape)
    var bag = DiagnosticBag()
    TemplateReview(sources).lint(for: [page], into: &bag)
    checkPlaces(bag.sorted)
  }

  /// The page, or nil if rendering ended with an error.
  private func render(_ set: TemplateSet) -> [UInt8]? {
    var budget = Budget()
    budget.steps = 20_000
    budget.outputBytes = 1 << 16
    budget.stringBytes = 1 << 15
    budget.rangeLength = 2_000
    budget.depth = 12
    var out = Array("đầu".utf8)
    do throws(RenderError) {
      try set.render("t.\(kind)", globals: Data.globals, page: "p", budget: budget, into: &out)
    } catch {
      precondition(out == Array("đầu".utf8), "after an error the buffer is as before")
      checkPlaces([error.diagnostic])
      return nil
    }
    precondition(out.starts(with: "đầu".utf8), "what was there stays")
    precondition(out.count <= budget.outputBytes * 8, "output keeps to its budget")
    return Array(out.dropFirst("đầu".utf8.count))
  }

  private func checkPlaces(_ problems: [Diagnostic]) {
    let writer = TextDiagnosticWriter(color: false) { _, _ in nil }
    var out: [UInt8] = []
    writer.write(problems, into: &out)
    precondition(String(validating: out, as: UTF8.self) != nil, "messages are UTF-8")
    for problem in problems {
      precondition(!problem.summary.isEmpty && problem.location != nil, "told with a place")
    }
  }

  /// Whether the template's author may have put an angle bracket before the data on purpose.
  private var mentionsAngle: Bool {
    sources.contains { source in
      source.bytes.contains(UInt8(ascii: "<")) || source.bytes.position(of: Array("%3".utf8)) != nil
    }
  }

  /// The data's angle brackets stand before a mark that nothing else writes.
  private func checkEscaping(_ out: [UInt8]) {
    precondition(out.position(of: Array("<\u{E000}".utf8)) == nil, "data is escaped in HTML")
  }
}

enum Data {
  static let evil = "<\u{E000}b>&\"'`*|\n# Đặng\u{301} \u{2028}{{ x }}%3C;"

  static let globals = Value.record([
    "a": .text(evil), "x": .int(7), "y": .double(-2.5), "n": .null, "t": .bool(true),
    "big": .int(.max), "small": .int(.min), "nan": .double(.nan), "inf": .double(.infinity),
    "huge": .double(1e300), "s": .text("Nguyễn Văn Ánh"), "safe_s": .html("<i>\(1)</i>"),
    "list": .list([.int(3), .text(evil), .null, .double(0.1), .list([.int(1), .text("ă")])]),
    "people": .list([
      .record(["name": .text("Bình"), "age": .int(9), "tags": .list([.text("x"), .text(evil)])]),
      .record(["name": .text(evil), "age": .int(-1), "tags": .list([])]),
    ]),
    "o": .record(["k": .text(evil), "l": .list([.int(1), .int(2)]), "size": .int(5)]),
    "map": .map([("q", .text(evil)), ("w", .int(1))]),
    "lazy": .lazy(["name", "self"]) { $0 == "name" ? .text(evil) : .int(1) },
    "r": .range(RangeValue(1, 5)), "d": .day(CivilDate(year: 2024, month: 2, day: 29)),
    "date": .text("2024-09-05"), "number": .text("1234567.891"),
  ])
}

enum Words {
  /// Tags, filters and names come from the tables of the room, so that none is forgotten.
  static var all: [String] {
    let signs = [
      "{{", "}}", "{%", "%}", "{%-", "-%}", "{{-", "-}}", "|", ":", "..", "[", "]", "(", ")", "==",
      "!=", "<>", "<=", ">=", "contains", "and", "or", "not", "in", "if", "with", "for", "as",
      "limit:", "offset:", "continue", "reversed", "cols:", "required", "block.super", "nil",
      "true", "false", "blank", "empty", "forloop.index", "forloop.parentloop", "tablerowloop",
      "9223372036854775807", "-9223372036854775808", "1e309", "99999999999999999999", "0.1",
      "\\x01", "'a'", "'b'", "'%9999d'", "(1..3)", "first", "last", "size", "allow_false:",
    ]
    let data =
      ["a", "x", "y", "n", "big", "small", "nan", "inf", "huge", "s", "safe_s", "list"]
      + ["people", "o", "map", "lazy", "r", "d", "date", "number", "name", "age", "tags", "k"]
    return signs + data + TagTable.words.sorted()
      + FilterTable.all(in: .extended, with: []).keys.sorted()
  }
}
