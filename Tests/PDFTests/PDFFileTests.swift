import PDF
import Testing

@Suite struct PDFFileTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A file with one stream that is left as it is, so that its dictionary can be read.
  private func written(_ value: PDFValue) throws -> String {
    var file = try PDFFile()
    _ = file.add(stream: [], [("V", value)], isCompressed: false)
    let text = text(file.bytes(catalog: [], information: []))
    let start = try #require(text.range(of: "1 0 obj\n<</V "))
    let end = try #require(text.range(of: "/Length 0>>"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test(arguments: [
    (PDFValue.int(-120), "-120"), (.int(.min), "-9223372036854775808"), (.real(-0.0704), "-0.07"),
    (.real(.infinity), "0"), (.bool(true), "true"), (.name("A B#/ê"), "/A#20B#23#2F#C3#AA"),
    (.text(#"a (b) \c"#), #"(a \(b\) \\c)"#), (.bytes([0, 0xAF]), "<00AF>"),
    (.array([.int(1), .name("x")]), "[1 /x]"), (.record(["K": .record([:])]), "<</K <<>>>>"),
  ])
  func valuesAreWrittenAsTheStandardSays(value: PDFValue, expected: String) throws {
    #expect(try written(value) == expected)
  }

  @Test func contentsDecideTheBytes() throws {
    func file(_ count: Int) throws -> [UInt8] {
      var file = try PDFFile()
      let early = file.reserve()
      for number in 0..<count { _ = file.add(.int(number)) }
      file.fill(early, with: .text("Nêu gương"))
      return file.bytes(catalog: [("X", .reference(early))], information: [])
    }
    // More objects than one object stream holds.
    #expect(try file(1000) == file(1000))
    #expect(try file(1000) != file(1001))
    let small = text(try file(3))
    #expect(small.hasPrefix("%PDF-1.7\n") && small.hasSuffix("%%EOF\n"))
  }
}

extension String {
  /// Where words stand first.
  fileprivate func range(of words: String) -> Range<Index>? { ranges(of: words).first }
}
