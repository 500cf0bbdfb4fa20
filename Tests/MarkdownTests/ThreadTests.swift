import Diagnostics
import Markdown
import Testing

/// The library as shipped turns a document in ten out wrong when two threads parse at once.
@Suite struct ThreadTests {
  private static func text(_ number: Int) -> [UInt8] {
    let parts = [
      "Lớp ~~\(number)A~~ thăm www.truong\(number).edu.vn và http://a.vn/~b nhé.",
      "| Tổ | Điểm |\n|---|--:|\n| ~~\(number)~~ | a\(number)@b.vn |",
      "- [x] xong *\(number)*\n- [ ] chưa[^1]\n\n[^1]: Ghi chú ~\(number)~ ở https://c.vn.",
      "Không có gì đặc biệt ở đoạn \(number) : chỉ chữ w và dấu hai chấm.",
    ]
    let chosen = (0..<parts.count).map { parts[($0 + number) % parts.count] }
    return Array(chosen.prefix(number % parts.count + 1).joined(separator: "\n\n").utf8)
  }

  @concurrent private static func pages(_ count: Int) async -> [[UInt8]] {
    let parser = MarkdownParser()
    let writer = HTMLWriter()
    var bag = DiagnosticBag()
    return (0..<count).map { number in
      var out: [UInt8] = []
      writer.write(parser.parse(text(number), file: "a.md", into: &bag), into: &out)
      return out
    }
  }

  @Test func manyThreadsGiveWhatOneGives() async {
    let count = 3000
    let alone = await Self.pages(count)
    #expect(alone[0].starts(with: Array("<p>Lớp <del>0A</del> thăm <a href=".utf8)))
    await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<4 { group.addTask { await Self.pages(count) } }
      for await pages in group {
        let wrong = (0..<count).filter { pages[$0] != alone[$0] }
        #expect(wrong.isEmpty)
      }
    }
  }

  /// Without it a mutex serialises the racy stage: right as well, but one thread at a time.
  @Test func ourFunctionTakesTheLibrarysPlace() {
    #expect(MarkdownParser.isLockFree)
  }
}
