import Diagnostics
import Documents
import Print
import Testing

@Suite struct UrgencyTests {
  @Test func theMarkAndTheBasisStandInEveryForm() async throws {
    let document = try await SmallSector().document(
      "th-a/pt/2023-2024-hk2",
      templates: [
        "report.md": "---\nurgency: Thượng khẩn\nbasis:\n- Căn cứ <Luật>;\n---\n\nChữ./."
      ])
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(document, name: "a", into: &bag)
    let pdf = try Tool.run("pdftotext -layout", on: try #require(bytes), "-")
    let docx = try WordWriter(fonts: FontSet()).docx(document)
    let word = try Tool.run("unzip -p", on: docx, "word/document.xml")
    let web = String(decoding: WebWriter().html(document), as: UTF8.self)
    for text in [pdf, word, web] { #expect(text.contains("THƯỢNG KHẨN")) }
    #expect(pdf.contains("Căn cứ <Luật>.") && web.contains("Căn cứ &lt;Luật&gt;."))
    #expect(word.contains("Căn cứ &lt;Luật&gt;.") && word.contains("w:val=\"Basis\""))
    #expect(bag.sorted.isEmpty)
  }
}
