import CPangoCairo
import Documents

/// Text as Pango takes it: plain bytes, with the looks and meanings of stretches of them.
struct StyledText {
  /// A stretch that is no plain part of its paragraph.
  struct Stretch {
    enum Meaning {
      case link(address: String)
      case call(note: Int)
      /// What stands before an item of a list, or before a note.
      case label
      /// Dots to be written on, which say nothing.
      case leader
    }

    var range: Range<Int>
    var meaning: Meaning
    /// Its element in the structure tree; set when the text is placed.
    var element: Int?
  }

  private struct Look {
    var range: Range<Int>
    var isBold = false
    var isItalic = false
    var isStruck = false
    var isRaised = false
  }

  private(set) var bytes: [UInt8] = []
  private(set) var stretches: [Stretch] = []
  private var looks: [Look] = []

  init(_ text: String) { append(text) }

  /// - Parameters:
  ///   - label: what stands before the text.
  ///   - isRaised: whether the label is small and high, as the number of a note.
  init(_ runs: [Run], label: String = "", isRaised: Bool = false) {
    if !label.isEmpty {
      append(label)
      stretches.append(Stretch(range: 0..<bytes.count, meaning: .label))
      if isRaised { looks.append(Look(range: 0..<bytes.count, isRaised: true)) }
    }
    for run in runs {
      let start = bytes.count
      append(run.text)
      let range = start..<bytes.count
      guard !range.isEmpty else { continue }
      if run.isBold || run.isItalic || run.isStruck || run.note != nil {
        looks.append(
          Look(
            range: range, isBold: run.isBold, isItalic: run.isItalic, isStruck: run.isStruck,
            isRaised: run.note != nil))
      }
      if let note = run.note {
        stretches.append(Stretch(range: range, meaning: .call(note: note)))
      } else if let address = run.link, PDFLink.isAllowed(address) {
        append(link: address, range)
      }
    }
  }

  /// The text with dots after it.
  func led(by dots: String) -> StyledText {
    var text = self
    text.append(dots)
    text.stretches.append(Stretch(range: bytes.count..<text.bytes.count, meaning: .leader))
    return text
  }

  /// Neighbours of one address are one link.
  private mutating func append(link address: String, _ range: Range<Int>) {
    if let last = stretches.last, case .link(address) = last.meaning,
      last.range.upperBound == range.lowerBound
    {
      stretches[stretches.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      stretches.append(Stretch(range: range, meaning: .link(address: address)))
    }
  }

  /// Bytes since the last white space.
  private var wordLength = 0
  /// Pango measures a word to its end for each line that it fills, so one without end would take for
  /// ever; a word may be broken here, which for real words is never.
  private static let longestWord = 512

  /// Control characters have no look; Pango would show their numbers.
  private mutating func append(_ text: String) {
    for letter in text.utf8
    where letter >= 0x20 && letter != 0x7F || letter == 0x0A || letter == 0x09 {
      let isWhite = letter <= 0x20
      let isStart = letter & 0xC0 != 0x80
      if wordLength >= Self.longestWord, isStart, !isWhite {
        bytes += "\u{200B}".utf8
        wordLength = 0
      }
      bytes.append(letter)
      wordLength = isWhite ? 0 : wordLength + 1
    }
  }

  // MARK: Looks

  /// The looks as attributes of Pango, nil if all is plain.
  ///
  /// - Parameters:
  ///   - size: of the text around, in points.
  ///   - call: size and rise of the number of a note, as shares of it.
  func attributes(size: Double, call: (share: Double, rise: Double)) -> OpaquePointer? {
    guard !looks.isEmpty, let list = unsafe pango_attr_list_new() else { return nil }
    let unit = size * Double(PANGO_SCALE)
    for look in looks {
      func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
        guard let attribute = unsafe attribute else { return }
        unsafe attribute.pointee.start_index = CUnsignedInt(look.range.lowerBound)
        unsafe attribute.pointee.end_index = CUnsignedInt(look.range.upperBound)
        unsafe pango_attr_list_insert(list, attribute)
      }
      if look.isBold { unsafe add(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
      if look.isItalic { unsafe add(pango_attr_style_new(PANGO_STYLE_ITALIC)) }
      if look.isStruck { unsafe add(pango_attr_strikethrough_new(1)) }
      if look.isRaised {
        unsafe add(pango_attr_size_new_absolute(CInt(unit * call.share)))
        unsafe add(pango_attr_rise_new(CInt(unit * call.rise)))
      }
    }
    return unsafe list
  }
}

/// Which addresses a printed document may lead to: whole ones, for a file has no place of its own.
enum PDFLink {
  static func isAllowed(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
  }
}
