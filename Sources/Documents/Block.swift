package import Drawing
import Vietnamese

/// A block of the body.
package indirect enum Block: Sendable {
  case heading(Heading)
  case paragraph([Run])
  case list(DocumentList)
  case table(DocumentTable)
  case figure(Figure)
  case quote([Block])
  case code(String)
  /// Something that the unit still has to write; printed so that nobody overlooks it.
  case gap(String)
  case pageBreak
}

/// A heading with its number apart, so that a word processor can go on counting by itself.
package struct Heading: Sendable, Hashable {
  /// 1 is `I. TITLE`, 2 `1. Title`, 3 `a) title` (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6).
  package var level: Int
  /// `I.`, `1.` or `a)`; empty below level 3.
  package var number: String
  package var title: [Run]

  package init(level: Int, number: String, title: [Run]) {
    self.level = level
    self.number = number
    self.title = title
  }

  /// Number and title as they are read.
  package var runs: [Run] { number.isEmpty ? title : [Run(number + " ")] + title }
  package var text: String { runs.map(\.text).joined() }
}

/// Points of an enumeration.
package struct DocumentList: Sendable {
  package enum Marker: Sendable, Hashable {
    case dash
    /// `1.`
    case decimal
    /// `a)`, with đ after d.
    case letter
  }

  package var marker: Marker
  package var start: Int
  package var items: [[Block]]

  package init(marker: Marker, start: Int = 1, items: [[Block]]) {
    self.marker = marker
    self.start = start
    self.items = items
  }

  /// What stands before an item, counted from 0.
  package func label(of item: Int) -> String {
    let number = max(start, 1) + item
    switch marker {
    case .dash: return "-"
    case .decimal: return "\(number)."
    case .letter: return ListLetter.text(number - 1) + ")"
    }
  }
}

/// A stretch of text of one look.
package struct Run: Sendable, Hashable {
  package var text: String
  package var isBold = false
  package var isItalic = false
  package var isStruck = false
  package var isCode = false
  package var link: String?
  /// The footnote that this number calls, from 1; the text is the number.
  package var note: Int?
  /// Index of the source of this figure.
  package var source: Int?

  package init(_ text: String, bold: Bool = false, italic: Bool = false) {
    self.text = text
    isBold = bold
    isItalic = italic
  }
}

/// What a table or a picture is called: `Bảng 1. Kết quả theo trường`.
package struct Caption: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case table = "Bảng"
    case figure = "Hình"
  }

  package var kind: Kind
  package var number: Int
  package var text: [Run]

  package init(kind: Kind, number: Int, text: [Run]) {
    self.kind = kind
    self.number = number
    self.text = text
  }

  /// Empty where nothing is numbered.
  package var label: String { number == 0 ? "" : "\(kind.rawValue) \(number)." }
  package var runs: [Run] { number == 0 ? text : [Run(label + " ")] + text }
}

/// A picture with its words.
package struct Figure: Sendable {
  package enum Picture: Sendable {
    case drawing(Drawing)
    case image(DocumentImage)
  }

  package var picture: Picture
  package var caption: Caption?
  /// Indices of the sources of the figures that a chart shows, in its order.
  package var sources: [Int] = []

  package init(_ picture: Picture, caption: Caption?, sources: [Int] = []) {
    self.picture = picture
    self.caption = caption
    self.sources = sources
  }

  /// What the picture says, for those who cannot see it.
  package var alternative: String {
    switch picture {
    case .drawing(let drawing): "\(drawing.title): \(drawing.description)"
    case .image(let image): image.alternative
    }
  }
}

/// A photo that was decoded, freed of all metadata and written anew.
package struct DocumentImage: Sendable {
  package enum Format: Sendable { case jpeg, png }

  package var bytes: [UInt8]
  package var format: Format
  /// Size in pixels.
  package var width: Int
  package var height: Int
  package var alternative: String

  package init(bytes: [UInt8], format: Format, width: Int, height: Int, alternative: String) {
    self.bytes = bytes
    self.format = format
    self.width = width
    self.height = height
    self.alternative = alternative
  }
}
