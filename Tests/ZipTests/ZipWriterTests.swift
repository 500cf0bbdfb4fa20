import Glibc
import Testing
import Zip

@Suite struct ZipWriterTests {
  private let entries = [
    ZipWriter.Entry("mimetype", Array("a/b".utf8), compressed: false),
    ZipWriter.Entry("thư mục/Đường về.txt", Array(repeating: 65, count: 10_000)),
    ZipWriter.Entry("trống.txt", []),
  ]

  @Test func otherToolsReadIt() throws {
    let bytes = try ZipWriter.zip(entries)
    var template = Array("/tmp/neuguong-zip-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    try #require(file >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe unlink(path) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    try #require(count == bytes.count)
    let program =
      "import zipfile;z=zipfile.ZipFile('\(path)');assert z.testzip() is None;"
      + "print([(i.filename,i.file_size,i.date_time[:3],i.compress_type) for i in z.infolist()])"
    let stream = try unsafe #require(popen("python3 -c \"\(program)\"", "r"))
    defer { unsafe pclose(stream) }
    var words: [UInt8] = []
    while case let byte = unsafe fgetc(stream), byte >= 0 { words.append(UInt8(byte)) }
    #expect(
      String(decoding: words, as: UTF8.self)
        == "[('mimetype', 3, (1980, 1, 1), 0), ('thư mục/Đường về.txt', 10000, (1980, 1, 1), 8), "
        + "('trống.txt', 0, (1980, 1, 1), 8)]\n")
  }

  @Test func theSameEntriesGiveTheSameBytes() throws {
    let first = try ZipWriter.zip(entries)
    #expect(try ZipWriter.zip(entries) == first)
    #expect(first.count < 1_000)
  }

  @Test(arguments: ["/a", "../a", "a/../b", "a//b", "", "a\\b", "a\0b", "./a"])
  func pathsThatLeaveTheArchiveAreRefused(_ path: String) {
    #expect(throws: ZipError.self) { try ZipWriter.zip([ZipWriter.Entry(path, [1])]) }
  }

  @Test func twoEntriesOfOneNameAreRefused() {
    #expect(throws: ZipError.self) {
      try ZipWriter.zip([ZipWriter.Entry("a", [1]), ZipWriter.Entry("a", [2])])
    }
  }
}
