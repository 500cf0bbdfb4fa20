/// What a file says of itself, in the information dictionary and again in XMP (ISO 16684-1).
package struct PDFMetadata: Sendable {
  package var title: String
  package var author: String
  package var subject: String
  package var language: String
  /// The day of the document, `2025-05-31`; the hour of making would differ on every run.
  package var date: String
  package var program = "neuguong"

  package init(title: String, author: String, subject: String, language: String, date: String) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.date = date
  }

  var information: [(key: String, value: PDFValue)] {
    let digits = date.filter { $0 != "-" }
    let stamp = PDFValue.text("D:\(digits)000000Z")
    return [
      ("Title", .text(title)), ("Author", .text(author)), ("Subject", .text(subject)),
      ("Creator", .text(program)), ("Producer", .text(program)), ("CreationDate", stamp),
      ("ModDate", stamp),
    ]
  }

  /// Declares PDF/UA-1 (ISO 14289-1, 5) and repeats the information dictionary.
  var xmp: [UInt8] {
    let packet = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
       xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
       xmlns:xmp="http://ns.adobe.com/xap/1.0/"
       xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(title))</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(subject))</rdf:li></rdf:Alt></dc:description>
      <dc:language><rdf:Bag><rdf:li>\(escaped(language))</rdf:li></rdf:Bag></dc:language>
      <pdf:Producer>\(program)</pdf:Producer><xmp:CreatorTool>\(program)</xmp:CreatorTool>
      <xmp:CreateDate>\(date)T00:00:00Z</xmp:CreateDate>
      <xmp:ModifyDate>\(date)T00:00:00Z</xmp:ModifyDate>
      <pdfuaid:part>1</pdfuaid:part>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>
      """
    return Array(packet.utf8)
  }

  private func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out.append(text: "&amp;")
      case UInt8(ascii: "<"): out.append(text: "&lt;")
      case UInt8(ascii: ">"): out.append(text: "&gt;")
      // XML 1.0 has no place for other control characters.
      case 0..<32 where byte != 9 && byte != 10 && byte != 13: break
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
