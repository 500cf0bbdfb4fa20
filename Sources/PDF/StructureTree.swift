/// What the marks of a document mean, in reading order (ISO 32000-1, 14.7; ISO 14289-1).
package struct StructureTree: Sendable {
  package enum Role: String, Sendable {
    case document = "Document"
    case part = "Part"
    case division = "Div"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    case quote = "BlockQuote"
    case code = "Code"
    case list = "L"
    case item = "LI"
    case label = "Lbl"
    case itemBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case row = "TR"
    case headCell = "TH"
    case cell = "TD"
    case figure = "Figure"
    case caption = "Caption"
    case reference = "Reference"
    case note = "Note"
    case link = "Link"
    case span = "Span"

    package static func heading(level: Int) -> Role {
      [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
    }
  }

  package enum Attribute: Sendable {
    case alternative(String)
    /// Which cells a head cell speaks for.
    case scope(Scope)
    case span(columns: Int, rows: Int)
    /// A name of its own, which a note must have.
    case identifier(String)
    case numbering(Numbering)
    /// Where a figure lies, in points from the foot of its page.
    case box(left: Double, bottom: Double, right: Double, top: Double)

    package enum Scope: String, Sendable {
      case column = "Column"
      case row = "Row"
    }

    package enum Numbering: String, Sendable {
      case none = "None"
      case decimal = "Decimal"
      case disc = "Disc"
      case upperRoman = "UpperRoman"
      case lowerLetter = "LowerAlpha"
    }
  }

  enum Kid: Sendable {
    case element(Int)
    case content(page: Int, number: Int)
    case annotation(Int)
  }

  struct Element: Sendable {
    var role: Role
    var parent: Int?
    var attributes: [Attribute] = []
    var kids: [Kid] = []
    /// Whether the parent names it already; what stands within a line waits for its first mark.
    var isPlaced = true
    /// What stands right after it, such as a note after its call.
    var follower: Int?
  }

  private(set) var elements: [Element] = [Element(role: .document, parent: nil)]
  private var open = [0]

  package init() {}

  /// The element that is open: what is marked now belongs to it.
  package var current: Int { open[open.count - 1] }

  @discardableResult
  package mutating func begin(_ role: Role, _ attributes: [Attribute] = []) -> Int {
    let number = elements.count
    elements.append(Element(role: role, parent: current, attributes: attributes))
    elements[current].kids.append(.element(number))
    open.append(number)
    return number
  }

  /// An element within the lines of the open one, such as a link: it stands among them where its
  /// first mark does.
  ///
  /// - Parameter parent: nil for the open one.
  package mutating func inline(_ role: Role, in parent: Int? = nil) -> Int {
    elements.append(Element(role: role, parent: parent ?? current, isPlaced: false))
    return elements.count - 1
  }

  /// An element that comes right after one within the lines, wherever its own marks are.
  package mutating func inline(
    _ role: Role, after other: Int, _ attributes: [Attribute]
  ) -> Int {
    elements.append(
      Element(
        role: role, parent: elements[other].parent, attributes: attributes, isPlaced: false))
    elements[other].follower = elements.count - 1
    return elements.count - 1
  }

  package mutating func end() { if open.count > 1 { open.removeLast() } }

  package mutating func add(_ attribute: Attribute, to element: Int) {
    elements[element].attributes.append(attribute)
  }

  package func role(of element: Int) -> Role { elements[element].role }

  mutating func add(_ kid: Kid, to element: Int) {
    place(element)
    elements[element].kids.append(kid)
  }

  /// Lets the parent name an element, if it does not yet.
  private mutating func place(_ element: Int) {
    guard !elements[element].isPlaced, let parent = elements[element].parent else { return }
    elements[element].isPlaced = true
    place(parent)
    elements[parent].kids.append(.element(element))
    if let follower = elements[element].follower { place(follower) }
  }

  // MARK: Writing

  /// Adds the tree and the table that leads from marks and links back to it.
  ///
  /// - Parameters:
  ///   - contents: for each page, the element of each of its marked contents.
  ///   - annotations: for each link, its object and its element.
  func add(
    to pdf: inout PDFFile, pages: [PDFReference], contents: [[Int]],
    annotations: [(object: PDFReference, element: Int)]
  ) -> PDFReference {
    let root = pdf.reserve()
    let isKept = kept()
    let places = elements.indices.map { isKept[$0] ? pdf.reserve() : nil }
    for (i, element) in elements.enumerated() {
      guard let place = places[i] else { continue }
      pdf.fill(place, with: value(of: element, places, root, pages, annotations))
    }
    var table: [PDFValue] = []
    for (page, owners) in contents.enumerated() {
      table.append(.int(page))
      let row = owners.map { places[$0].map { PDFValue.reference($0) } ?? .array([]) }
      table.append(.reference(pdf.add(.array(row))))
    }
    for (i, annotation) in annotations.enumerated() {
      guard let place = places[annotation.element] else { continue }
      table += [.int(contents.count + i), .reference(place)]
    }
    var rootEntries: [(key: String, value: PDFValue)] = [
      ("Type", .name("StructTreeRoot")), ("K", places[0].map { .reference($0) } ?? .array([])),
      ("ParentTree", .reference(pdf.add(.record(["Nums": .array(table)])))),
      ("ParentTreeNextKey", .int(contents.count + annotations.count)),
    ]
    let names = identifiers(places)
    if !names.isEmpty {
      rootEntries.append(("IDTree", .reference(pdf.add(.record(["Names": .array(names)])))))
    }
    pdf.fill(root, with: .dictionary(rootEntries))
    return root
  }

  /// Names of elements, each with its element, in the order of a name tree.
  private func identifiers(_ places: [PDFReference?]) -> [PDFValue] {
    var named: [(name: String, place: PDFReference)] = []
    for (element, place) in zip(elements, places) {
      guard let place else { continue }
      for case .identifier(let name) in element.attributes { named.append((name, place)) }
    }
    named.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return named.flatMap { [.text($0.name), .reference($0.place)] }
  }

  /// An element that holds nothing is left out: a reader would stop at nothing.
  private func kept() -> [Bool] {
    var kept = elements.map { element in
      element.role == .cell || element.role == .headCell
        || element.kids.contains { if case .element = $0 { false } else { true } }
    }
    for (i, element) in elements.enumerated().reversed() where kept[i] {
      if let parent = element.parent { kept[parent] = true }
    }
    kept[0] = true
    return kept
  }

  private func value(
    of element: Element, _ places: [PDFReference?], _ root: PDFReference,
    _ pages: [PDFReference], _ annotations: [(object: PDFReference, element: Int)]
  ) -> PDFValue {
    var pairs: [(key: String, value: PDFValue)] = [
      ("S", .name(element.role.rawValue)),
      ("P", .reference(element.parent.flatMap { places[$0] } ?? root)),
    ]
    // One page is named once; only what lies on another one says so itself.
    var page: Int?
    var kids: [PDFValue] = []
    for kid in element.kids {
      switch kid {
      case .element(let number): if let place = places[number] { kids.append(.reference(place)) }
      case .content(let on, let number):
        if page == nil { page = on }
        kids.append(
          on == page
            ? .int(number)
            : .record([
              "Type": .name("MCR"), "Pg": .reference(pages[on]), "MCID": .int(number),
            ]))
      case .annotation(let number):
        kids.append(
          .record(["Type": .name("OBJR"), "Obj": .reference(annotations[number].object)]))
      }
    }
    if let page { pairs.append(("Pg", .reference(pages[page]))) }
    if kids.count == 1 {
      pairs.append(("K", kids[0]))
    } else if !kids.isEmpty {
      pairs.append(("K", .array(kids)))
    }
    let attributes = attributePairs(element, &pairs)
    if !attributes.isEmpty { pairs.append(("A", .array(attributes))) }
    return .dictionary(pairs)
  }

  private func attributePairs(
    _ element: Element, _ pairs: inout [(key: String, value: PDFValue)]
  ) -> [PDFValue] {
    var table: [(key: String, value: PDFValue)] = []
    var others: [PDFValue] = []
    for attribute in element.attributes {
      switch attribute {
      case .alternative(let text): pairs.append(("Alt", .text(text)))
      case .identifier(let name): pairs.append(("ID", .text(name)))
      case .scope(let scope): table.append(("Scope", .name(scope.rawValue)))
      case .span(let columns, let rows):
        if columns > 1 { table.append(("ColSpan", .int(columns))) }
        if rows > 1 { table.append(("RowSpan", .int(rows))) }
      case .numbering(let numbering):
        others.append(
          .record(["O": .name("List"), "ListNumbering": .name(numbering.rawValue)]))
      case .box(let left, let bottom, let right, let top):
        others.append(
          .record([
            "O": .name("Layout"), "Placement": .name("Block"),
            "BBox": .numbers(left, bottom, right, top),
          ]))
      }
    }
    if !table.isEmpty { others.append(.dictionary([("O", .name("Table"))] + table)) }
    return others
  }
}
