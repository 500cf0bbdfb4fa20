/// A picture of pixels, as PDF keeps it (ISO 32000-1, 8.9.5).
package struct PDFImage: Sendable {
  package enum Colours: Int, Sendable {
    case grey = 1
    case rgb = 3
    case cmyk = 4
  }

  private enum Coding { case jpeg, raw }

  package let width: Int
  package let height: Int
  private let colours: Colours
  private let coding: Coding
  private let bytes: [UInt8]

  /// Pixels from the top left, eight bits for each colour.
  package init?(pixels: [UInt8], width: Int, height: Int, colours: Colours) {
    let (row, isWide) = width.multipliedReportingOverflow(by: colours.rawValue)
    let (count, isLarge) = row.multipliedReportingOverflow(by: height)
    guard width > 0, height > 0, !isWide, !isLarge, count == pixels.count else { return nil }
    (self.width, self.height, self.colours, coding, bytes) = (width, height, colours, .raw, pixels)
  }

  /// A JPEG file, kept as it is; nil if it does not say how large it is.
  package init?(jpeg: [UInt8]) {
    guard let frame = Self.frame(of: jpeg), let colours = Colours(rawValue: frame.colours)
    else { return nil }
    (width, height) = (frame.width, frame.height)
    (self.colours, coding, bytes) = (colours, .jpeg, jpeg)
  }

  /// Size and number of colours, from the segment that begins the frame (ITU-T T.81, B.2.2).
  private static func frame(of jpeg: [UInt8]) -> (width: Int, height: Int, colours: Int)? {
    guard jpeg.starts(with: [0xFF, 0xD8]) else { return nil }
    var at = 2
    func number(_ place: Int) -> Int { Int(jpeg[place]) << 8 | Int(jpeg[place + 1]) }
    while at + 9 < jpeg.count, jpeg[at] == 0xFF {
      let marker = jpeg[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        let (height, width) = (number(at + 5), number(at + 7))
        return width > 0 && height > 0 ? (width, height, Int(jpeg[at + 9])) : nil
      }
      at += 2 + number(at + 2)
    }
    return nil
  }

  func add(to pdf: inout PDFFile) -> PDFReference {
    let space =
      switch colours {
      case .grey: "DeviceGray"
      case .rgb: "DeviceRGB"
      case .cmyk: "DeviceCMYK"
      }
    var entries: [(key: String, value: PDFValue)] = [
      ("Type", .name("XObject")), ("Subtype", .name("Image")), ("Width", .int(width)),
      ("Height", .int(height)), ("ColorSpace", .name(space)), ("BitsPerComponent", .int(8)),
    ]
    guard coding == .jpeg else {
      let length = width * colours.rawValue
      entries.append(
        (
          "DecodeParms",
          .record([
            "Predictor": .int(15), "Colors": .int(colours.rawValue), "Columns": .int(width),
          ])
        ))
      return pdf.add(
        stream: RowFilter.filtered(bytes, row: length, pixel: colours.rawValue), entries)
    }
    entries.append(("Filter", .name("DCTDecode")))
    // Programs that write four colours into a JPEG count them from the other end.
    if colours == .cmyk {
      entries.append(("Decode", .numbers(1, 0, 1, 0, 1, 0, 1, 0)))
    }
    return pdf.add(stream: bytes, entries, isCompressed: false)
  }
}
