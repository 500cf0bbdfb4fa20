import Documents
import Vietnamese

/// The small parts of a DOCX around its body.
struct WordParts {
  let document: Document
  let profile: PageProfile

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private var hasNotes: Bool { !document.notes.isEmpty }

  func contentTypes(pictures: Int) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("\(Self.declaration)<Types xmlns=\"\(WordNames.package)/content-types\">")
    let package = "application/vnd.openxmlformats-package"
    out.raw("<Default Extension=\"rels\" ContentType=\"\(package).relationships+xml\"/>")
    out.raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
    if pictures > 0 {
      out.raw("<Default Extension=\"png\" ContentType=\"image/png\"/>")
      out.raw("<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>")
    }
    let word = "wordprocessingml"
    var parts = [
      ("/word/document.xml", "\(word).document.main"), ("/word/styles.xml", "\(word).styles"),
      ("/word/numbering.xml", "\(word).numbering"), ("/word/settings.xml", "\(word).settings"),
      ("/word/fontTable.xml", "\(word).fontTable"), ("/word/header1.xml", "\(word).header"),
      ("/word/header2.xml", "\(word).header"), ("/word/theme/theme1.xml", "theme"),
      ("/docProps/app.xml", "extended-properties"),
    ]
    if hasNotes { parts.append(("/word/footnotes.xml", "\(word).footnotes")) }
    for (name, type) in parts {
      out.raw("<Override PartName=\"\(name)\" ContentType=\"\(WordNames.types).\(type)+xml\"/>")
    }
    out.raw(
      "<Override PartName=\"/docProps/core.xml\" ContentType=\"\(package).core-properties+xml\"/>"
        + "</Types>")
    return out.bytes
  }

  var packageRelationships: [UInt8] {
    relationships([
      ("rId1", "\(WordNames.relations)/officeDocument", "word/document.xml", false),
      (
        "rId2", "\(WordNames.package)/relationships/metadata/core-properties", "docProps/core.xml",
        false
      ),
      ("rId3", "\(WordNames.relations)/extended-properties", "docProps/app.xml", false),
    ])
  }

  func documentRelationships(pictures: [WordBody.Picture], links: [String]) -> [UInt8] {
    var all: [(id: String, type: String, target: String, isOutside: Bool)] = [
      ("rIdStyles", "\(WordNames.relations)/styles", "styles.xml", false),
      ("rIdNumbering", "\(WordNames.relations)/numbering", "numbering.xml", false),
      ("rIdSettings", "\(WordNames.relations)/settings", "settings.xml", false),
      ("rIdTheme", "\(WordNames.relations)/theme", "theme/theme1.xml", false),
      ("rIdFonts", "\(WordNames.relations)/fontTable", "fontTable.xml", false),
      ("rIdHeader1", "\(WordNames.relations)/header", "header1.xml", false),
      ("rIdHeader2", "\(WordNames.relations)/header", "header2.xml", false),
    ]
    if hasNotes {
      all.append(("rIdNotes", "\(WordNames.relations)/footnotes", "footnotes.xml", false))
    }
    for (i, picture) in pictures.enumerated() {
      all.append(
        (
          "rIdImage\(i + 1)", "\(WordNames.relations)/image",
          "media/image\(i + 1).\(picture.suffix)",
          false
        ))
    }
    return relationships(all + outside(links))
  }

  func noteRelationships(links: [String]) -> [UInt8] { relationships(outside(links)) }

  private func outside(
    _ links: [String]
  ) -> [(id: String, type: String, target: String, isOutside: Bool)] {
    links.enumerated().map { i, link in
      ("rIdLink\(i + 1)", "\(WordNames.relations)/hyperlink", link, true)
    }
  }

  private func relationships(
    _ all: [(id: String, type: String, target: String, isOutside: Bool)]
  ) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw("\(Self.declaration)<Relationships xmlns=\"\(WordNames.package)/relationships\">")
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
      "\(Self.declaration)<cp:coreProperties "
        + "xmlns:cp=\"\(WordNames.package)/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        + "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
    out.element("dc:title", document.title)
    out.element("dc:subject", document.frame.subject)
    out.element("dc:creator", document.frame.issuer)
    out.element("dc:language", document.language)
    let date = "\(document.frame.date.iso)T00:00:00Z"
    for name in ["created", "modified"] {
      out.raw("<dcterms:\(name) xsi:type=\"dcterms:W3CDTF\">\(date)</dcterms:\(name)>")
    }
    out.raw("</cp:coreProperties>")
    return out.bytes
  }

  var applicationProperties: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<Properties xmlns=\""
        + "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + "<Application>neuguong</Application>")
    out.element("Company", document.frame.issuer)
    out.raw("</Properties>")
    return out.bytes
  }

  var settings: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<w:settings xmlns:w=\"\(WordNames.main)\"><w:zoom w:percent=\"100\"/>"
        + "<w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>")
    if hasNotes {
      out.raw(
        "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>")
    }
    out.raw(
      "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
        + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "<w:themeFontLang w:val=\"\(WordStyles.tag(of: document.language))\"/>"
        + "<w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/>"
        + "</w:settings>")
    return out.bytes
  }

  var fontTable: [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "\(Self.declaration)<w:fonts xmlns:w=\"\(WordNames.main)\"><w:font w:name=\"Times New Roman\">"
        + "<w:altName w:val=\"Liberation Serif\"/><w:charset w:val=\"00\"/>"
        + "<w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>")
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
      "\(Self.declaration)<w:hdr xmlns:w=\"\(WordNames.main)\">"
        + "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(content)</w:p></w:hdr>")
    return out.bytes
  }
}
