import Documents
import Vietnamese

/// The small parts of a DOCX around its body.
struct WordParts {
  let document: Document
  let profile: PageProfile

  private static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private var hasNotes: Bool { !document.notes.isEmpty }

  func contentTypes(pictures: Int) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("\(Self.declaration)<Types xmlns=\"\(Self.package)/content-types\">")
    out.raw(
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    if pictures > 0 {
      out.raw("<Default Extension=\"png\" ContentType=\"image/png\"/>")
      out.raw("<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>")
    }
    var parts = [
      ("/word/document.xml", "document.main"), ("/word/styles.xml", "styles"),
      ("/word/numbering.xml", "numbering"), ("/word/settings.xml", "settings"),
      ("/word/fontTable.xml", "fontTable"), ("/word/header1.xml", "header"),
      ("/word/header2.xml", "header"),
    ]
    if hasNotes { parts.append(("/word/footnotes.xml", "footnotes")) }
    for (name, type) in parts {
      out.raw("<Override PartName=\"\(name)\" ContentType=\"\(Self.types).\(type)+xml\"/>")
    }
    out.raw(
      "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
        + "</Types>")
    return out.bytes
  }

  var packageRelationships: [UInt8] {
    relationships([
      ("rId1", "\(Self.relations)/officeDocument", "word/document.xml", false),
      (
        "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml", false
      ),
      ("rId3", "\(Self.relations)/extended-properties", "docProps/app.xml", false),
    ])
  }

  func documentRelationships(pictures: [WordBody.Picture], links: [String]) -> [UInt8] {
    var all = [
      ("rIdStyles", "\(Self.relations)/styles", "styles.xml", false),
      ("rIdNumbering", "\(Self.relations)/numbering", "numbering.xml", false),
      ("rIdSettings", "\(Self.relations)/settings", "settings.xml", false),
      ("rIdFonts", "\(Self.relations)/fontTable", "fontTable.xml", false),
      ("rIdHeader1", "\(Self.relations)/header", "header1.xml", false),
      ("rIdHeader2", "\(Self.relations)/header", "header2.xml", false),
    ]
    if hasNotes {
      all.append(("rIdNotes", "\(Self.relations)/footnotes", "footnotes.xml", false))
    }
    for (i, picture) in pictures.enumerated() {
      all.append(
        (
          "rIdImage\(i + 1)", "\(Self.relations)/image", "media/image\(i + 1).\(picture.suffix)",
          false
        ))
    }
    for (i, link) in links.enumerated() {
      all.append(("rIdLink\(i + 1)", "\(Self.relations)/hyperlink", link, true))
    }
    return relationships(all)
  }

  private func relationships(
    _ all: [(id: String, type: String, target: String, isOutside: Bool)]
  ) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("\(Self.declaration)<Relationships xmlns=\"\(Self.package)/relationships\">")
    for one in all {
      out.raw("<Relationship Id=\"\(one.id)\" Type=\"\(one.type)\" Target=\"")
      out.text(one.target)
      out.raw(one.isOutside ? "\" TargetMode=\"External\"/>" : "\"/>")
    }
    out.raw("</Relationships>")
    return out.bytes
  }

  var coreProperties: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
    out.element("dc:title", document.title)
    out.element("dc:subject", document.frame.subject)
    out.element("dc:creator", document.frame.issuer)
    out.element("dc:language", document.language)
    for name in ["created", "modified"] {
      out.raw(
        "<dcterms:\(name) xsi:type=\"dcterms:W3CDTF\">\(document.frame.date.iso)T00:00:00Z</dcterms:\(name)>"
      )
    }
    out.raw("</cp:coreProperties>")
    return out.bytes
  }

  var applicationProperties: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + "<Application>neuguong</Application>")
    out.element("Company", document.frame.issuer)
    out.raw("</Properties>")
    return out.bytes
  }

  var settings: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<w:settings xmlns:w=\"\(Self.main)\"><w:zoom w:percent=\"100\"/>"
        + "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>")
    if hasNotes {
      out.raw(
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>")
    }
    out.raw(
      "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "<w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>"
        + "</w:settings>")
    return out.bytes
  }

  var fontTable: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<w:fonts xmlns:w=\"\(Self.main)\"><w:font w:name=\"Times New Roman\">"
        + "<w:altName w:val=\"Liberation Serif\"/><w:charset w:val=\"00\"/><w:family w:val=\"roman\"/>"
        + "<w:pitch w:val=\"variable\"/></w:font></w:fonts>")
    return out.bytes
  }

  /// From page 2 on, centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I).
  var pageNumberHeader: [UInt8] {
    header("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>")
  }

  var emptyHeader: [UInt8] { header("") }

  private func header(_ content: String) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<w:hdr xmlns:w=\"\(Self.main)\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
        + "\(content)</w:p></w:hdr>")
    return out.bytes
  }
}
