import Diagnostics
import Documents
import Glibc
import Print
import Testing

/// What a reader program finds in the file: structure, links, outline, and every letter.
@Suite(.enabled(if: unsafe access("/usr/bin/pdfinfo", X_OK) == 0, "cần poppler-utils"))
struct TaggedPDFTests {
  private func pdf(_ text: String) throws -> [UInt8] {
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(
      try Fixture.document(text), name: "a.pdf", into: &bag)
    return try #require(bytes, "\(bag.sorted)")
  }

  @Test func structureFollowsTheText() throws {
    let bytes = try pdf(
      """
      ## I. Đầu

      Xem [trang của Bộ](https://moet.gov.vn/ti%C3%AAu) nhé.

      ### 1. Con

      - Một
      - Hai

      | Tên | Số |
      |---|--:|
      | Lan | 5 |

      ```bieu-do
      Biểu đồ
      Sĩ số | 90% | 90 | 80 | good
      Chuyên cần | 95% | 95 | 80 | good
      ```
      """)
    let tree = try Tool.run("pdfinfo -struct-text", on: bytes)
    let roles = tree.split(separator: "\n")
      .filter { !$0.contains("\"") && !$0.contains("Object") }
      .map { $0.trimmingPrefix(while: { $0 == " " }) }
      .map { String($0.prefix { $0.isLetter || $0.isNumber }) }
      .filter { !$0.isEmpty }
    let body = roles.drop { $0 != "H2" }
    #expect(
      Array(body.prefix(22)) == [
        "H2", "P", "Link", "H3", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "Table", "THead",
        "TR", "TH", "TH", "TBody", "TR", "TD", "TD", "Figure", "Caption",
      ], "\(tree)")
    #expect(roles.first == "Document" && roles.filter { $0 == "H1" }.count == 1)
    // What is not to be read is in no element: the numbers of pages and the rules of tables.
    let links = try Tool.run("pdfinfo -url", on: bytes)
    #expect(links.contains("https://moet.gov.vn/ti%C3%AAu"))
    #expect(try Tool.run("qpdf --check", on: bytes).contains("No syntax or stream"))
  }

  @Test func onlyWholeAddressesLeadOut() throws {
    let bytes = try pdf(
      "[a](javascript:alert(1)) [b](../x.html) [c](file:///etc/passwd) [d](mailto:a@b.vn)")
    let links = try Tool.run("pdfinfo -url", on: bytes)
    #expect(links.contains("mailto:a@b.vn"))
    for bad in ["javascript", "x.html", "passwd"] { #expect(!links.contains(bad), "\(bad)") }
  }

  @Test func everyVietnameseLetterComesBackAsItself() throws {
    let vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    let letters = vowels + vowels.uppercased() + "“”–…()\\[]{}<>&₫·"
    // A space between any two, so that no line is broken inside a word.
    let spaced = letters.map { "\\\($0)".last.map(String.init) ?? "" }.joined(separator: " ")
      .replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("<", with: "\\<")
    let bytes = try pdf("\(spaced)\n\n**\(spaced)**\n\n*\(spaced)*")
    let text = try Tool.run("pdftotext -raw", on: bytes, "-")
    let words: [Substring] = text.split { $0.isWhitespace }.filter { $0.count == 1 }
    for letter in letters {
      let count = words.filter { $0 == String(letter) }.count
      #expect(count >= 3, "\(letter): \(count)")
    }
    let fonts = try Tool.run("pdffonts", on: bytes)
    #expect(!fonts.split(separator: "\n").dropFirst(2).contains { !$0.contains("yes yes yes") })
  }

  @Test func outlineAndLanguageAreSaid() throws {
    let bytes = try pdf("## I. A\n\n### 1. B\n\nx\n\n## II. C\n\ny\n")
    let json = try Tool.run("qpdf --json --json-key=outlines --json-key=qpdf", on: bytes)
    for words in ["I. A", "1. B", "II. C", "/DisplayDocTitle", "\"u:vi\""] {
      #expect(json.contains(words), "\(words)")
    }
  }
}

/// Tools of the system that read files of ours.
enum Tool {
  static func run(_ command: String, on bytes: [UInt8], _ last: String = "") throws -> String {
    var template = Array("/tmp/neuguong-pdf-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    try #require(file >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unsafe unlink(path) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    try #require(count == bytes.count)
    let stream = try unsafe #require(popen("\(command) \(path) \(last) 2>&1", "r"))
    defer { unsafe pclose(stream) }
    var all: [UInt8] = []
    while case let byte = unsafe fgetc(stream), byte >= 0 { all.append(UInt8(byte)) }
    return String(decoding: all, as: UTF8.self)
  }
}
