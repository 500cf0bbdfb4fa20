/// The marks of a page as PDF operators (ISO 32000-1, 8 and 9), in points from the top left.
///
/// PDF counts upwards from the foot of the page; callers never do.
package struct ContentStream: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let height: Double
  private var fill = Colour.black
  private var font: (number: Int, size: Double)?

  package struct Colour: Sendable, Hashable {
    package var red: Double
    package var green: Double
    package var blue: Double

    package init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    package static let black = Colour(red: 0, green: 0, blue: 0)
  }

  package init(height: Double) {
    self.height = height
    bytes.reserveCapacity(16 << 10)
  }

  // MARK: Marked content

  /// What follows belongs to an element of the structure tree.
  package mutating func begin(_ role: String, content number: Int) {
    bytes.append(text: "/\(role) <</MCID \(number)>> BDC\n")
  }

  /// What follows says nothing: a rule, a page number, a head that is shown again.
  package mutating func beginArtifact(_ type: String? = nil) {
    bytes.append(text: type.map { "/Artifact <</Type /\($0)>> BDC\n" } ?? "/Artifact BMC\n")
  }

  package mutating func end() { bytes.append(text: "EMC\n") }

  // MARK: Shapes

  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ colour: Colour
  ) {
    set(fill: colour)
    write(x, self.height - y - height, width, height)
    bytes.append(text: "re f\n")
  }

  /// A surface with these corners.
  package mutating func polygon(_ corners: [(x: Double, y: Double)], _ colour: Colour) {
    guard corners.count > 2 else { return }
    set(fill: colour)
    for (index, corner) in corners.enumerated() {
      write(corner.x, height - corner.y)
      bytes.append(text: index == 0 ? "m " : "l ")
    }
    bytes.append(text: "f\n")
  }

  package mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, width: Double, _ colour: Colour
  ) {
    write(colour.red, colour.green, colour.blue)
    bytes.append(text: "RG ")
    write(width)
    bytes.append(text: "w ")
    write(x1, height - y1)
    bytes.append(text: "m ")
    write(x2, height - y2)
    bytes.append(text: "l S\n")
  }

  /// Shows an image of the document in a box.
  package mutating func image(
    _ number: Int, x: Double, y: Double, width: Double, height: Double
  ) {
    bytes.append(text: "q ")
    write(width, 0, 0, height, x, self.height - y - height)
    bytes.append(text: "cm /I\(number) Do Q\n")
  }

  // MARK: Text

  package mutating func set(fill colour: Colour) {
    guard colour != fill else { return }
    fill = colour
    write(colour.red, colour.green, colour.blue)
    bytes.append(text: "rg ")
  }

  /// Writes glyphs from the base line at (x, y); between two of them the pen may be moved.
  package mutating func show(
    font number: Int, size: Double, x: Double, y: Double, _ line: GlyphString
  ) {
    guard !line.isEmpty else { return }
    bytes.append(text: "BT ")
    if font?.number != number || font?.size != size {
      font = (number, size)
      bytes.append(text: "/F\(number) ")
      write(size)
      bytes.append(text: "Tf ")
    }
    write(x, height - y)
    bytes.append(text: "Td ")
    bytes += line.operand
    bytes.append(text: " TJ ET\n")
  }

  private mutating func write(_ numbers: Double...) {
    for number in numbers {
      bytes.append(decimal: number)
      bytes.append(UInt8(ascii: " "))
    }
  }
}

/// Codes of glyphs with the moves between them: the operand of `TJ`.
package struct GlyphString: Sendable {
  private(set) var operand: [UInt8] = [UInt8(ascii: "[")]
  private var isInString = false
  package private(set) var isEmpty = true

  package init() { operand.reserveCapacity(512) }

  package mutating func append(code: UInt16) {
    if !isInString {
      operand.append(UInt8(ascii: "("))
      isInString = true
    }
    isEmpty = false
    operand.append(escaped: UInt8(code >> 8))
    operand.append(escaped: UInt8(code & 0xFF))
  }

  /// Moves the pen back by so many thousandths of the size; forward if negative.
  package mutating func move(back thousandths: Double) {
    closeString()
    operand.append(decimal: thousandths)
  }

  package mutating func finish() {
    closeString()
    operand.append(UInt8(ascii: "]"))
  }

  private mutating func closeString() {
    if isInString { operand.append(UInt8(ascii: ")")) }
    isInString = false
  }
}
