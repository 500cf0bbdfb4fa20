import Deflate

/// A PDF under way: objects in, bytes out.
///
/// Nothing but the objects and their order decides the bytes.
package struct PDFFile: ~Copyable {
  private let deflater: Deflater
  /// What each object is, by its number less one.
  private var objects: [Object] = []
  /// The values of objects one after the other, as they will be written.
  private var values: [UInt8] = []

  private enum Object {
    /// Empty as long as the place is only reserved.
    case value(Range<Int>)
    /// The entries of its dictionary, and its data.
    case stream(Range<Int>, data: [UInt8])
  }

  /// Where a reader finds an object.
  private enum Place {
    case offset(Int)
    /// The number of the object stream that holds it, and its place there.
    case packed(stream: Int, index: Int)
  }

  /// Objects that one object stream holds; a reader unpacks it whole to find one of them.
  private static let share = 200

  package init() throws(PDFError) {
    guard let deflater = Deflater(level: 6) else {
      throw PDFError(message: "Không đủ bộ nhớ để ghi tệp PDF.")
    }
    self.deflater = deflater
    values.reserveCapacity(64 << 10)
  }

  // MARK: Objects

  package mutating func add(_ value: PDFValue) -> PDFReference {
    let reference = reserve()
    fill(reference, with: value)
    return reference
  }

  /// A place for an object that others name before it is known.
  package mutating func reserve() -> PDFReference {
    objects.append(.value(0..<0))
    return PDFReference(number: objects.count)
  }

  package mutating func fill(_ reference: PDFReference, with value: PDFValue) {
    objects[reference.number - 1] = .value(written(value))
  }

  /// Adds a stream.
  ///
  /// - Parameter isCompressed: false for data that is compressed already, as its entries say, or
  ///   that others must find without unpacking.
  package mutating func add(
    stream data: [UInt8], _ entries: [(key: String, value: PDFValue)] = [],
    isCompressed: Bool = true
  ) -> PDFReference {
    var entries = entries
    let data = isCompressed ? deflater.zlib(data) : data
    if isCompressed { entries.append(("Filter", .name("FlateDecode"))) }
    entries.append(("Length", .int(data.count)))
    objects.append(.stream(written(.dictionary(entries)), data: data))
    return PDFReference(number: objects.count)
  }

  private mutating func written(_ value: PDFValue) -> Range<Int> {
    let start = values.count
    values.append(value)
    return start..<values.count
  }

  // MARK: Writing

  /// The bytes of the file, whose identifier comes from its content.
  package consuming func bytes(
    catalog: [(key: String, value: PDFValue)], information: [(key: String, value: PDFValue)]
  ) -> [UInt8] {
    let root = add(.dictionary([("Type", .name("Catalog"))] + catalog))
    let information = add(.dictionary(information))
    var places = pack()
    // Bytes beyond ASCII tell programs that copy files that this one is no text.
    var out = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    for number in 1...objects.count {
      guard case .stream = objects[number - 1] else { continue }
      places[number - 1] = .offset(out.count)
      write(number, to: &out)
    }
    let start = out.count
    let identifier = PDFValue.bytes(Fingerprint(of: out).bytes)
    places.append(.offset(start))
    let table = add(
      stream: Self.rows(of: places),
      [
        ("Type", .name("XRef")), ("Size", .int(places.count + 1)),
        ("W", .array([.int(1), .int(4), .int(2)])), ("Root", .reference(root)),
        ("Info", .reference(information)), ("ID", .array([identifier, identifier])),
      ])
    write(table.number, to: &out)
    out.append(text: "startxref\n\(start)\n%%EOF\n")
    return out
  }

  /// Puts the values into object streams (ISO 32000-1, 7.5.7).
  private mutating func pack() -> [Place] {
    var places = objects.map { _ in Place.offset(0) }
    let packed = objects.indices.filter {
      if case .value = objects[$0] { true } else { false }
    }
    for start in stride(from: 0, to: packed.count, by: Self.share) {
      let part = packed[start..<min(start + Self.share, packed.count)]
      let stream = objects.count + 1
      var head: [UInt8] = []
      var body: [UInt8] = []
      for (index, object) in part.enumerated() {
        guard case .value(let range) = objects[object] else { continue }
        places[object] = .packed(stream: stream, index: index)
        for number in [object + 1, body.count] {
          head.append(decimal: number)
          head.append(UInt8(ascii: " "))
        }
        body += range.isEmpty ? Array("null".utf8)[...] : values[range]
        body.append(UInt8(ascii: "\n"))
      }
      _ = add(
        stream: head + body,
        [("Type", .name("ObjStm")), ("N", .int(part.count)), ("First", .int(head.count))])
      places.append(.offset(0))
    }
    return places
  }

  private func write(_ number: Int, to out: inout [UInt8]) {
    guard case .stream(let entries, let data) = objects[number - 1] else { return }
    out.append(decimal: number)
    out.append(text: " 0 obj\n")
    out += values[entries]
    out.append(text: "\nstream\n")
    out += data
    out.append(text: "\nendstream\nendobj\n")
  }

  /// The rows of the cross-reference stream, from object 0, which is always free
  /// (ISO 32000-1, 7.5.8).
  private static func rows(of places: [Place]) -> [UInt8] {
    var rows: [UInt8] = [0, 0, 0, 0, 0, 0xFF, 0xFF]
    rows.reserveCapacity(7 * (places.count + 1))
    for place in places {
      let (kind, number, index): (UInt8, Int, Int) =
        switch place {
        case .offset(let offset): (1, offset, 0)
        case .packed(let stream, let index): (2, stream, index)
        }
      rows.append(kind)
      for shift in [24, 16, 8, 0] { rows.append(UInt8(truncatingIfNeeded: number >> shift)) }
      for shift in [8, 0] { rows.append(UInt8(truncatingIfNeeded: index >> shift)) }
    }
    return rows
  }
}

/// Sixteen bytes that differ where contents differ; no seal, only a name.
private struct Fingerprint {
  private(set) var bytes: [UInt8] = []

  init(of data: [UInt8]) {
    var halves: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142)
    for byte in data {
      halves.0 = (halves.0 ^ UInt64(byte)) &* 0x100_0000_01b3
      halves.1 = (halves.1 &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    }
    for half in [halves.0, halves.1] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: half >> UInt64(shift)))
      }
    }
  }
}
