/// A finished set of pages with structure, outline, links and metadata, ready to become a file.
package struct PDFDocument {
  package struct Page {
    package var width: Double
    package var height: Double
    package var content: ContentStream
    /// The element of each marked content, by its number.
    package var owners: [Int] = []
    package var links: [Link] = []

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
      content = ContentStream(height: height)
    }

    /// Begins marks that belong to an element, and remembers so.
    package mutating func begin(_ role: StructureTree.Role, element: Int) {
      content.begin(role.rawValue, content: owners.count)
      owners.append(element)
    }
  }

  /// A place that leads to an address outside.
  package struct Link {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double
    package var address: String
    /// What the link says, for those who cannot see where it lies.
    package var text: String
    package var element: Int

    package init(
      left: Double, top: Double, right: Double, bottom: Double, address: String, text: String,
      element: Int
    ) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
      self.address = address
      self.text = text
      self.element = element
    }
  }

  package struct Bookmark: Sendable {
    package var title: String
    /// From 1; an entry lies in the last one before it with a lower level.
    package var level: Int
    package var page: Int
    package var top: Double

    package init(title: String, level: Int, page: Int, top: Double) {
      self.title = title
      self.level = level
      self.page = page
      self.top = top
    }
  }

  package var metadata: PDFMetadata
  package var pages: [Page] = []
  package var structure = StructureTree()
  package var bookmarks: [Bookmark] = []
  /// What pages show by number.
  package var images: [PDFImage] = []
  package var fonts: [EmbeddedFont]

  package init(metadata: PDFMetadata, fonts: [FontFile]) {
    self.metadata = metadata
    self.fonts = fonts.map { EmbeddedFont($0) }
  }

  /// - Throws: `PDFError` if a font cannot be cut or memory is out.
  package func bytes() throws(PDFError) -> [UInt8] {
    var pdf = try PDFFile()
    var fontEntries: [(key: String, value: PDFValue)] = []
    for (i, font) in fonts.enumerated() where font.isUsed {
      fontEntries.append(("F\(i)", .reference(try font.add(to: &pdf))))
    }
    var resourceEntries: [(key: String, value: PDFValue)] = [("Font", .dictionary(fontEntries))]
    if !images.isEmpty {
      let entries = images.enumerated().map { i, image in
        (key: "I\(i)", value: PDFValue.reference(image.add(to: &pdf)))
      }
      resourceEntries.append(("XObject", .dictionary(entries)))
    }
    let resources = pdf.add(.dictionary(resourceEntries))
    let tree = pdf.reserve()
    let places = pages.map { _ in pdf.reserve() }
    var annotations: [(object: PDFReference, element: Int)] = []
    var structure = structure
    for (i, page) in pages.enumerated() {
      var entries: [(key: String, value: PDFValue)] = [
        ("Type", .name("Page")), ("Parent", .reference(tree)),
        ("MediaBox", .numbers(0, 0, page.width, page.height)),
        ("Resources", .reference(resources)),
        ("Contents", .reference(pdf.add(stream: page.content.bytes))),
        ("StructParents", .int(i)), ("Tabs", .name("S")),
      ]
      for (number, owner) in page.owners.enumerated() {
        structure.add(.content(page: i, number: number), to: owner)
      }
      let links = page.links.map { link -> PDFValue in
        let object = pdf.add(value(of: link, on: page, key: pages.count + annotations.count))
        structure.add(.annotation(annotations.count), to: link.element)
        annotations.append((object, link.element))
        return .reference(object)
      }
      if !links.isEmpty { entries.append(("Annots", .array(links))) }
      pdf.fill(places[i], with: .dictionary(entries))
    }
    pdf.fill(
      tree,
      with: .record([
        "Type": .name("Pages"), "Count": .int(places.count),
        "Kids": .array(places.map { .reference($0) }),
      ]))
    let root = structure.add(
      to: &pdf, pages: places, contents: pages.map(\.owners), annotations: annotations)
    var catalog: [(key: String, value: PDFValue)] = [
      ("Pages", .reference(tree)), ("StructTreeRoot", .reference(root)),
      ("MarkInfo", .record(["Marked": .bool(true)])), ("Lang", .text(metadata.language)),
      ("ViewerPreferences", .record(["DisplayDocTitle": .bool(true)])),
      (
        "Metadata",
        .reference(
          pdf.add(
            stream: metadata.xmp, [("Type", .name("Metadata")), ("Subtype", .name("XML"))],
            isCompressed: false))
      ),
    ]
    if let outline = outline(in: &pdf, places) { catalog.append(("Outlines", .reference(outline))) }
    return pdf.bytes(catalog: catalog, information: metadata.information)
  }

  private func value(of link: Link, on page: Page, key: Int) -> PDFValue {
    .record([
      "Type": .name("Annot"), "Subtype": .name("Link"),
      "Rect": .numbers(
        link.left, page.height - link.bottom, link.right, page.height - link.top),
      "Border": .array([.int(0), .int(0), .int(0)]), "F": .int(4),
      "Contents": .text(link.text), "StructParent": .int(key),
      "A": .record(["S": .name("URI"), "URI": .text(link.address)]),
    ])
  }

  // MARK: Outline

  /// The panel of headings (ISO 32000-1, 12.3.3), nil where there are none.
  private func outline(in pdf: inout PDFFile, _ places: [PDFReference]) -> PDFReference? {
    guard !bookmarks.isEmpty else { return nil }
    let root = pdf.reserve()
    let items = bookmarks.map { _ in pdf.reserve() }
    var parents: [Int?] = []
    var open: [Int] = []
    for (i, bookmark) in bookmarks.enumerated() {
      while let last = open.last, bookmarks[last].level >= bookmark.level { open.removeLast() }
      parents.append(open.last)
      open.append(i)
    }
    func kids(of parent: Int?) -> [Int] { parents.indices.filter { parents[$0] == parent } }
    for (i, bookmark) in bookmarks.enumerated() {
      let siblings = kids(of: parents[i])
      let place = siblings.firstIndex(of: i) ?? 0
      let own = kids(of: i)
      var entries: [(key: String, value: PDFValue)] = [
        ("Title", .text(bookmark.title)),
        ("Parent", .reference(parents[i].map { items[$0] } ?? root)),
        (
          "Dest",
          .array([
            .reference(places[bookmark.page]), .name("XYZ"), .int(0),
            .real(pages[bookmark.page].height - bookmark.top), .int(0),
          ])
        ),
      ]
      if place > 0 { entries.append(("Prev", .reference(items[siblings[place - 1]]))) }
      if place + 1 < siblings.count {
        entries.append(("Next", .reference(items[siblings[place + 1]])))
      }
      if let first = own.first, let last = own.last {
        entries += [
          ("First", .reference(items[first])), ("Last", .reference(items[last])),
          ("Count", .int(own.count)),
        ]
      }
      pdf.fill(items[i], with: .dictionary(entries))
    }
    let top = kids(of: nil)
    pdf.fill(
      root,
      with: .record([
        "Type": .name("Outlines"), "First": .reference(items[top[0]]),
        "Last": .reference(items[top[top.count - 1]]), "Count": .int(bookmarks.count),
      ]))
    return root
  }
}
