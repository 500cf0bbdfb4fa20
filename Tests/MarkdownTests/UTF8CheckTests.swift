import Markdown
import Testing

@Suite struct UTF8CheckTests {
  private func agrees(_ bytes: [UInt8]) -> Bool {
    UTF8Check.isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil)
  }

  @Test func judgesAsTheStandardLibraryDoes() {
    // Every edge between the ranges that the encoding tells apart.
    let edges: [UInt8] = [
      0x00, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var wrong: [[UInt8]] = []
    for a in edges {
      for b in edges {
        for c in edges where !agrees([a, b, c]) { wrong.append([a, b, c]) }
        for c in [0x7F, 0x80, 0xBF, 0xC0] as [UInt8] {
          for d in edges where !agrees([a, b, c, d]) { wrong.append([a, b, c, d]) }
        }
        if !agrees([a, b]) { wrong.append([a, b]) }
      }
      if !agrees([a]) { wrong.append([a]) }
    }
    #expect(wrong.isEmpty)
    #expect(UTF8Check.isValid([]))
    #expect(UTF8Check.isValid(Array("Nghĩa tình 🎓 quê hương".utf8)))
  }
}
