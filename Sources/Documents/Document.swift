package import Drawing
package import Vietnamese

/// A printable document, free of any file format: frame, body and appendices (văn bản).
package struct Document: Sendable {
  package var frame: Frame
  package var body: [Block]
  package var appendices: [Appendix]
  /// For the file's properties and the browser's title.
  package var title: String
  package var language = "vi"

  package init(frame: Frame, body: [Block], appendices: [Appendix], title: String) {
    self.frame = frame
    self.body = body
    self.appendices = appendices
    self.title = title
  }
}

/// An annex with a page and a title of its own (phụ lục).
package struct Appendix: Sendable {
  package var title: String
  package var isLandscape: Bool
  package var blocks: [Block]

  package init(title: String, isLandscape: Bool, blocks: [Block]) {
    self.title = title
    self.isLandscape = isLandscape
    self.blocks = blocks
  }
}

/// The official frame of an administrative document (thể thức), component by component as in
/// Nghị định 30/2020/NĐ-CP, Phụ lục I; the numbers in the comments are its ô số.
package struct Frame: Sendable {
  /// Ô 2, upper line: direct superior (cơ quan chủ quản), or nil for none.
  package var superior: String?
  /// Ô 2, lower line: issuer (cơ quan ban hành).
  package var issuer: String
  /// Ô 3: `15/BC-THCSRD`; a leading `/` leaves room for a number written by hand.
  package var symbol: String
  /// Ô 4: place and date.
  package var place: String
  package var date: PlainDate
  /// Ô 5a: kind and subject, `BÁO CÁO` / `Sơ kết phong trào …`.
  package var kind: String
  package var subject: String
  /// Ô 9a: Kính gửi.
  package var addressees: [String]
  package var signature: Signature
  /// Ô 9b: recipients after “Nơi nhận”, without the closing mark.
  package var recipients: [String]

  package struct Signature: Sendable {
    /// Lines in capitals above the space for the signature: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
    package var lines: [String]
    package var name: String?

    package init(lines: [String], name: String?) {
      self.lines = lines
      self.name = name
    }
  }

  package init(
    superior: String?, issuer: String, symbol: String, place: String, date: PlainDate,
    kind: String, subject: String, addressees: [String], signature: Signature,
    recipients: [String]
  ) {
    self.superior = superior
    self.issuer = issuer
    self.symbol = symbol
    self.place = place
    self.date = date
    self.kind = kind
    self.subject = subject
    self.addressees = addressees
    self.signature = signature
    self.recipients = recipients
  }
}

/// A block of the body.
package indirect enum Block: Sendable {
  /// Level 1 is `I. TITLE`, level 2 `1. Title`, level 3 `a) title`; the number is in the text.
  case heading(level: Int, [Run])
  case paragraph([Run])
  case list(isOrdered: Bool, start: Int, items: [[Block]])
  case table(DocumentTable)
  case figure(Drawing)
  case quote([Block])
  case code(String)
  /// Something that the unit still has to write; printed so that nobody overlooks it.
  case gap(String)
  case pageBreak
}

/// A stretch of text of one look.
package struct Run: Sendable, Hashable {
  package var text: String
  package var isBold = false
  package var isItalic = false
  package var isStruck = false
  package var isCode = false
  package var link: String?

  package init(_ text: String, bold: Bool = false, italic: Bool = false) {
    self.text = text
    isBold = bold
    isItalic = italic
  }
}

/// A table whose head is repeated on every page.
package struct DocumentTable: Sendable {
  package enum Alignment: Sendable, Hashable {
    case left, center, right
  }

  package var caption: String?
  package var head: [[Run]]
  package var rows: [[[Run]]]
  package var alignments: [Alignment]
  /// Shares of the width, adding up to 1.
  package var widths: [Double]

  package init(
    caption: String? = nil, head: [[Run]], rows: [[[Run]]], alignments: [Alignment],
    widths: [Double]
  ) {
    self.caption = caption
    self.head = head
    self.rows = rows
    self.alignments = alignments
    self.widths = widths
  }
}
