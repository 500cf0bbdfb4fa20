import XML

/// A text of a cell and the font of its first run, if the runs have fonts of their own.
struct CellText: Sendable {
  var text = ""
  var font: String?
}

/// Gathers the runs of one text; what is only read aloud (phonetic runs) is no part of it.
struct TextRuns {
  private(set) var item = CellText()
  private var phonetics = 0

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "rPh": phonetics += 1
    case "rFont",
      "name" where item.font == nil && item.text.isEmpty:
      item.font = attributes["val"]
    default: break
    }
  }

  mutating func end(_ name: String, text: [UInt8]) {
    switch name {
    case "rPh": phonetics = max(0, phonetics - 1)
    case "t" where phonetics == 0: item.text += Self.unescaped(text)
    default: break
    }
  }

  /// `_x000D_` stands for a character that XML cannot hold (18.18.97, ST_Xstring).
  static func unescaped(_ bytes: [UInt8]) -> String {
    let mark = UInt8(ascii: "_")
    guard bytes.contains(mark) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == mark, i + 6 < bytes.count, bytes[i + 1] == UInt8(ascii: "x"),
        bytes[i + 6] == mark,
        let code = UInt32(String(decoding: bytes[(i + 2)..<(i + 6)], as: UTF8.self), radix: 16),
        let letter = Unicode.Scalar(code)
      {
        out += Array(String(letter).utf8)
        i += 7
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// `sharedStrings.xml`: the texts that cells name by number.
final class StringTableReader: XMLListener {
  private(set) var items: [CellText] = []
  private var runs = TextRuns()

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { runs = TextRuns() } else { runs.start(name, attributes) }
  }

  func end(_ name: String, text: [UInt8]) {
    if name == "si" { items.append(runs.item) } else { runs.end(name, text: text) }
  }
}
