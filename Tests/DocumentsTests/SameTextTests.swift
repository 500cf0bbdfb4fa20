import Diagnostics
import Documents
import Glibc
import Print
import Testing

/// Whatever the form, a report says the same, word for word.
@Suite(
  .enabled(
    if: unsafe access("/usr/bin/unzip", X_OK) == 0 && access("/usr/bin/pdfinfo", X_OK) == 0,
    "cần unzip và poppler-utils"))
struct SameTextTests {
  static let report = """
    Thực hiện **kế hoạch** & *chỉ thị* `số 5`, đơn vị [báo cáo](https://vi.du)[^a]:

    ## I. ĐẶC ĐIỂM

    ### 1. Thuận lợi

    - Một việc;
    - Hai việc.

    1) Điểm đầu
    2) Điểm sau

    ```can-bo-sung
    Khó khăn
    ```

    > Lời dẫn

    ```chu-thich
    Kết quả theo trường
    ```

    ```dau-bang
    | TT | Trường | Kết quả | < |
    ```

    | ^ | ^ | Kế hoạch | Thực hiện |
    |:-:|---|--:|--:|
    | 1 | Trường <A> | 8,50 | 9,25 |

    ```phu-luc-ngang
    BẢNG SỐ
    ```

    | Tên |
    |---|
    \((1...70).map { "| Dòng thứ \($0) của bảng |" }.joined(separator: "\n"))

    ```phu-luc
    DANH SÁCH
    ```

    Hết./.

    [^a]: Theo báo cáo của trường.
    """

  private func words(_ text: String) -> [String] {
    let words: [Substring] = text.split { $0.isWhitespace || $0 == "\u{2003}" }
    // Signs of enumeration and blanks to fill in are the form's own business.
    return words.map(String.init).filter { word in
      word != "-" && !word.allSatisfy { $0 == "." }
        && !["I.", "II.", "1.", "2.", "a)", "b)"].contains(word)
    }
  }

  @Test func wordForWord() throws {
    var bag = DiagnosticBag()
    let document = try Fixture.document(Self.report)
    let fonts = try FontSet()
    let file = try #require(try PDFWriter(fonts: fonts).pdf(document, name: "a", into: &bag))
    let tree = try Tool.run("pdfinfo -struct-text", on: file)
    let docx = try WordWriter(fonts: fonts).docx(document)
    let body = plain(try Tool.run("unzip -p", on: docx, "word/document.xml"), breaks: ["w:p"])
    let web = plain(
      String(decoding: WebWriter().html(document), as: UTF8.self),
      breaks: ["p", "h1", "h2", "h3", "li", "td", "th", "caption", "span", "br", "div", "sup"])
    let fromWord = words(body)
    let fromWeb = words(web)
    func counted(_ words: [String]) -> [String: Int] {
      words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    // The web page gathers its notes at the end, Word keeps them in a part of their own.
    let notes = words(
      plain(try Tool.run("unzip -p", on: docx, "word/footnotes.xml"), breaks: ["w:p"]))
    #expect(notes == ["Theo", "báo", "cáo", "của", "trường."])
    // The number of the note is a link there and a field in Word; the rest has the same order.
    let note = try #require(fromWeb.firstIndex(of: "1"))
    var withoutNote = fromWeb
    withoutNote.remove(at: note)
    let first = try #require(withoutNote.firstRange(of: notes))
    withoutNote.removeSubrange(first)
    #expect(withoutNote == fromWord, "\(withoutNote.difference(from: fromWord))")

    // What a reader program reads of the PDF: in the same order, with the note right after its
    // call. Heads shown again and numbers of pages are not to be read.
    let fromPDF = words(
      tree.split(separator: "\n").compactMap { line in
        let text = line.drop { $0 == " " }
        return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : nil
      }.joined(separator: " "))
    var (lost, added): ([String], [String]) = ([], [])
    for change in fromPDF.difference(from: fromWord) {
      switch change {
      case .remove(_, let word, _): lost.append(word)
      case .insert(_, let word, _): added.append(word)
      }
    }
    #expect(lost.isEmpty && added == ["1", "1"] + notes, "\(lost) \(added)")
  }

  @Test func bytesAreTheSameEveryTime() throws {
    let document = try Fixture.document(Self.report)
    let first = try WordWriter(fonts: FontSet()).docx(document)
    #expect(try WordWriter(fonts: FontSet()).docx(document) == first)
  }

  @Test func wordCountsAndRepeatsByItself() throws {
    let docx = try WordWriter(fonts: FontSet()).docx(try Fixture.document(Self.report))
    let body = try Tool.run("unzip -p", on: docx, "word/document.xml")
    // Headings and items carry no typed number.
    #expect(body.contains("<w:pStyle w:val=\"Heading1\"/>") && !body.contains(">I. "))
    #expect(body.contains("<w:tblHeader/>") && body.contains("<w:vMerge w:val=\"restart\"/>"))
    #expect(body.contains("<w:gridSpan w:val=\"2\"/>"))
    #expect(body.components("<w:sectPr>") == 3)
    #expect(body.components("w:orient=\"landscape\"") == 1)
    #expect(body.components("<w:titlePg/>") == 1)
    #expect(body.contains("<w:footnoteReference w:id=\"1\"/>"))
    let hostile = try Tool.run("unzip -p", on: docx, "docProps/core.xml")
    #expect(hostile.contains("&lt;script&gt;") && !hostile.contains("<script"))
  }

  /// The text of markup; the tags in `breaks` part words.
  private func plain(_ markup: String, breaks: [String]) -> String {
    var out = ""
    var rest = markup[...]
    // What a page hides is not its text.
    for (open, close) in [("<head>", "</head>"), ("<nav", "</nav>")] {
      if let start = rest.range(of: open), let end = rest.range(of: close) {
        rest = (rest[..<start.lowerBound] + rest[end.upperBound...])[...]
      }
    }
    while let start = rest.firstIndex(of: "<") {
      out += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let name = rest[start..<end].dropFirst().drop { $0 == "/" }
        .prefix { $0 != " " && $0 != "/" }
      if breaks.contains(String(name)) || ["w:tab", "w:footnoteReference"].contains(name) {
        out += " "
      }
      rest = rest[rest.index(after: end)...]
    }
    out += rest
    return out.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int {
    ranges(of: part).count
  }
}

extension Substring {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
