/// Where in HTML or XML an output stands, told from the literal text before it.
///
/// It reads as a browser does, but only as much as is needed to know in which kind of place a value
/// is put: escaping makes a value safe in text and in a quoted attribute, and nowhere else.
struct MarkupContext: Sendable, Hashable {
  enum Place: Sendable, Hashable {
    case text, comment
    /// Inside a tag: its name, between attributes, or in an attribute's name.
    case tag
    case quotedValue, unquotedValue
    case script, style
  }

  private enum State: Sendable, Hashable {
    case text, open, closing, declaration, bogus, comment(dashes: Int)
    case element, gap, attribute, afterAttribute, beforeValue
    case quoted(UInt8), unquoted
    /// Inside `script` or `style`, with how much of its end tag has been seen.
    case rawText(matched: Int)
  }

  private var state = State.text
  private var isEndTag = false
  private var closesItself = false
  /// Whether what comes next may still belong to the scheme of the value, if that is a URL.
  private var schemeIsOpen = false

  /// Name of the element, in lower case, whose tag or raw text this is; empty in text.
  private(set) var element: [UInt8] = []
  /// Name of the attribute, in lower case, whose value this is; empty elsewhere.
  private(set) var attribute: [UInt8] = []

  /// The place of an output that would stand here.
  var place: Place {
    switch state {
    case .text, .open: .text
    case .comment, .declaration, .bogus: .comment
    case .closing, .element, .gap, .attribute, .afterAttribute: .tag
    case .quoted: .quotedValue
    case .beforeValue, .unquoted: .unquotedValue
    case .rawText: element == Array("script".utf8) ? .script : .style
    }
  }

  /// Whether an output here would become an attribute, name and all.
  var isBetweenAttributes: Bool {
    switch state {
    case .gap, .attribute, .afterAttribute: true
    default: false
    }
  }

  /// Whether this is the value of an attribute that holds script: `onclick` and its like.
  var isHandler: Bool { isValue && attribute.starts(with: "on".utf8) }

  /// Whether this is the value of a `style` attribute.
  var isInlineStyle: Bool { isValue && attribute.elementsEqual("style".utf8) }

  /// The attribute whose URL an output here may begin, so that its scheme must be looked at.
  var openURL: URLAttribute? {
    guard isValue, schemeIsOpen || state == .beforeValue else { return nil }
    return URLAttribute(element: element, attribute: attribute)
  }

  private var isValue: Bool { place == .quotedValue || place == .unquotedValue }

  // MARK: Reading

  /// Goes on behind this literal text.
  mutating func read(_ text: ArraySlice<UInt8>) {
    var i = text.startIndex
    while i < text.endIndex {
      // Most of a template is text, in which only one sign matters.
      if case .text = state, text[i] != UInt8(ascii: "<") {
        i += 1
        continue
      }
      read(text[i])
      i += 1
    }
  }

  /// Goes on behind an output; its value is escaped, so it cannot leave the place it stands in.
  mutating func readOutput() {
    switch state {
    case .open: beginElement(isEnd: false)
    case .closing: beginElement(isEnd: true)
    case .gap, .afterAttribute: beginAttribute()
    case .beforeValue: beginValue(.unquoted)
    default: break
    }
  }

  /// Goes on behind a fork in which the other way ended with `other`.
  mutating func merge(_ other: MarkupContext) {
    if state == other.state, other.schemeIsOpen { schemeIsOpen = true }
  }

  private mutating func read(_ byte: UInt8) {
    switch state {
    case .text: if byte == UInt8(ascii: "<") { state = .open }
    case .open: readOpen(byte)
    case .closing:
      if byte.isAlpha {
        beginElement(isEnd: true)
        element.append(byte | 32)
      } else {
        state = byte == UInt8(ascii: ">") ? .text : .bogus
      }
    case .declaration:
      // What stands in `<![CDATA[` is text.
      switch byte {
      case UInt8(ascii: "-"): state = .comment(dashes: -1)
      case UInt8(ascii: "["), UInt8(ascii: ">"): state = .text
      default: state = .bogus
      }
    case .bogus: if byte == UInt8(ascii: ">") { state = .text }
    case .comment(let dashes): readComment(byte, dashes)
    case .element, .gap, .attribute, .afterAttribute, .beforeValue: readTag(byte)
    case .quoted(let quote): if byte == quote { state = .gap } else { readValue(byte) }
    case .unquoted:
      if byte.isSpace { state = .gap } else { readUnquoted(byte) }
    case .rawText(let matched): readRaw(byte, matched)
    }
  }

  private mutating func readOpen(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): state = .closing
    case UInt8(ascii: "!"): state = .declaration
    case UInt8(ascii: "?"): state = .bogus
    case UInt8(ascii: "<"): break
    case _ where byte.isAlpha:
      beginElement(isEnd: false)
      element.append(byte | 32)
    default: state = .text
    }
  }

  /// `dashes` is -1 until the second dash of the opening, then counts those that may close it.
  private mutating func readComment(_ byte: UInt8, _ dashes: Int) {
    if dashes < 0 {
      state = byte == UInt8(ascii: "-") ? .comment(dashes: 0) : .bogus
    } else if byte == UInt8(ascii: "-") {
      state = .comment(dashes: min(dashes + 1, 2))
    } else {
      state = byte == UInt8(ascii: ">") && dashes == 2 ? .text : .comment(dashes: 0)
    }
  }

  private mutating func readTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") { return endTag() }
    if byte == UInt8(ascii: "/"), state != .beforeValue {
      closesItself = true
      state = .gap
      return
    }
    if byte.isSpace {
      switch state {
      case .element: state = .gap
      case .attribute: state = .afterAttribute
      default: break
      }
      return
    }
    closesItself = false
    switch state {
    case .element: MarkupContext.append(byte, to: &element)
    case .attribute where byte == UInt8(ascii: "="): state = .beforeValue
    case .afterAttribute where byte == UInt8(ascii: "="): state = .beforeValue
    case .attribute: MarkupContext.append(byte, to: &attribute)
    case .beforeValue where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
      beginValue(.quoted(byte))
    case .beforeValue:
      beginValue(.unquoted)
      readUnquoted(byte)
    default:
      beginAttribute()
      MarkupContext.append(byte, to: &attribute)
    }
  }

  private mutating func readUnquoted(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") { endTag() } else { readValue(byte) }
  }

  private mutating func readValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"):
      schemeIsOpen = false
    case UInt8(ascii: ","):
      // The next URL of a list.
      if attribute.elementsEqual("srcset".utf8) { schemeIsOpen = true }
    default: break
    }
  }

  private mutating func readRaw(_ byte: UInt8, _ matched: Int) {
    let wanted =
      switch matched {
      case 0: UInt8(ascii: "<")
      case 1: UInt8(ascii: "/")
      default: element[matched - 2]
      }
    guard (byte >= 65 && byte <= 90 ? byte | 32 : byte) == wanted else {
      state = .rawText(matched: byte == UInt8(ascii: "<") ? 1 : 0)
      return
    }
    if matched < element.count + 1 {
      state = .rawText(matched: matched + 1)
    } else {
      state = .element
      isEndTag = true
    }
  }

  // MARK: Turns

  private mutating func beginElement(isEnd: Bool) {
    state = .element
    element = []
    attribute = []
    isEndTag = isEnd
    closesItself = false
  }

  private mutating func beginAttribute() {
    state = .attribute
    attribute = []
  }

  private mutating func beginValue(_ state: State) {
    self.state = state
    schemeIsOpen = true
  }

  private mutating func endTag() {
    let holdsRawText = element.elementsEqual("script".utf8) || element.elementsEqual("style".utf8)
    if holdsRawText, !isEndTag, !closesItself {
      state = .rawText(matched: 0)
    } else {
      state = .text
      element = []
    }
    attribute = []
  }

  /// Names are as short as those that matter; a longer one is none of them.
  private static func append(_ byte: UInt8, to name: inout [UInt8]) {
    if name.count < 32 { name.append(byte >= 65 && byte <= 90 ? byte | 32 : byte) }
  }
}
