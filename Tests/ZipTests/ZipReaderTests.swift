import Testing
import Zip

@Suite("Archives that are read")
struct ZipReaderTests {
  private let entries = [
    ZipWriter.Entry("báo cáo/a.txt", Array(repeating: 65, count: 9_000)),
    ZipWriter.Entry("b.txt", [], compressed: false),
  ]

  @Test("give their entries in order, with names, sizes and bytes")
  func wholes() throws {
    let reader = try ZipReader(ZipWriter.zip(entries))
    let list = reader.entries
    #expect(list.map(\.name) == ["báo cáo/a.txt", "b.txt"])
    #expect(list.map(\.size) == [9_000, 0])
    let bytes = try reader.read("báo cáo/a.txt")
    #expect(bytes == entries[0].bytes)
    #expect(try reader.read("b.txt") == [])
    #expect(try reader.read("c.txt") == nil)
  }

  @Test("are refused beyond the limits before anything is unpacked")
  func limits() throws {
    let bytes = try ZipWriter.zip(entries)
    let small: [(inout ZipReader.Limits) -> Void] = [
      { $0.entries = 1 }, { $0.entry = 8_999 }, { $0.total = 8_999 },
    ]
    for change in small {
      var limits = ZipReader.Limits()
      change(&limits)
      #expect(throws: ZipError.self) { _ = try ZipReader(bytes, limits: limits) }
    }
  }

  @Test("tell a changed byte")
  func damage() throws {
    var bytes = try ZipWriter.zip([ZipWriter.Entry("a", Array("nêu gương".utf8), compressed: false)]
    )
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "n")))
    bytes[place] = UInt8(ascii: "N")
    let reader = try ZipReader(bytes)
    #expect(throws: ZipError.self) { _ = try reader.read("a") }
    #expect(throws: ZipError.self) { _ = try ZipReader(Array("no archive".utf8)) }
  }
}
