/// A date text as words, numbers and marks, so that every date reader sees the same grammar.
struct DateTokens {
  enum Token: Equatable {
    /// A word, folded: `ngay`, `thang`, `hk`.
    case word(String)
    case number(Int, digits: Int)
    /// `/`, `-` (all dashes) or `.`
    case mark(UInt8)
    /// `..`
    case range
  }

  var tokens: ArraySlice<Token>

  init(_ tokens: ArraySlice<Token>) { self.tokens = tokens }

  /// Longer texts than 200 bytes are no dates and give no tokens.
  init(_ text: String) {
    var tokens: [Token] = []
    guard text.utf8.count <= 200 else {
      self.tokens = []
      return
    }
    var word = ""
    var number: (value: Int, digits: Int)?
    func flush() {
      if !word.isEmpty { tokens.append(.word(word)) }
      if let found = number { tokens.append(.number(found.value, digits: found.digits)) }
      word = ""
      number = nil
    }
    for scalar in Fold.search(text).unicodeScalars {
      switch scalar {
      case "0"..."9":
        if !word.isEmpty { flush() }
        let old = number ?? (0, 0)
        // Nine digits hold any date; a longer number can match nothing.
        let value = old.value < 100_000_000 ? old.value * 10 + Int(scalar.value - 48) : old.value
        number = (value, old.digits + 1)
      case "/", "-", ".":
        flush()
        if scalar == ".", tokens.last == .mark(UInt8(ascii: ".")) {
          tokens[tokens.count - 1] = .range
        } else {
          tokens.append(.mark(UInt8(scalar.value)))
        }
      case "–", "—", "−", "‑":
        flush()
        tokens.append(.mark(UInt8(ascii: "-")))
      case _ where scalar.properties.isAlphabetic:
        if number != nil { flush() }
        word.unicodeScalars.append(scalar)
      case _ where scalar.properties.isWhitespace, ",", "(", ")", ":":
        flush()
      default:
        flush()
        // Keeps any other sign from being read as if it were not there.
        tokens.append(.word(String(scalar)))
      }
    }
    flush()
    self.tokens = tokens[...]
  }

  /// Takes the words away if they stand at the front.
  mutating func take(_ words: String...) -> Bool {
    guard tokens.count >= words.count, zip(tokens, words).allSatisfy({ $0 == .word($1) }) else {
      return false
    }
    tokens = tokens.dropFirst(words.count)
    return true
  }

  /// Reads the whole as one date, month or year; digits are not checked against the calendar.
  func calendarParts() -> (year: Int, month: Int?, day: Int?)? {
    var rest = self
    let hasDay = rest.take("ngay")
    let slice = Array(rest.tokens)
    switch slice.count {
    case 5:
      switch (slice[0], slice[1], slice[2], slice[3], slice[4]) {
      case (
        .number(let a, let length), .mark(let first), .number(let month, _), .mark(let second),
        .number(let c, let lastLength)
      ) where first == second:
        if length == 4, lastLength <= 2, first == UInt8(ascii: "-") { return (a, month, c) }
        return length <= 2 && lastLength == 4 ? (c, month, a) : nil
      case (
        .number(let day, _), .word("thang"), .number(let month, _), .word("nam"),
        .number(let year, 4)
      ):
        return (year, month, day)
      default: return nil
      }
    case 4:
      // “tháng 12 năm 2024”; “tháng 12/2024”; a form left open reads “ngày tháng 02 năm 2024”.
      guard slice[0] == .word("thang"), case .number(let month, let length) = slice[1],
        length <= 2, slice[2] == .word("nam") || slice[2] == .mark(UInt8(ascii: "/")),
        case .number(let year, 4) = slice[3]
      else { return nil }
      return (year, month, nil)
    case 3:
      guard !hasDay, case .number(let a, let length) = slice[0], case .mark(let mark) = slice[1],
        case .number(let b, let lastLength) = slice[2]
      else { return nil }
      if length == 4, lastLength <= 2, mark == UInt8(ascii: "-") { return (a, b, nil) }
      return length <= 2 && lastLength == 4 ? (b, a, nil) : nil
    case 2:
      guard !hasDay, slice[0] == .word("nam"), case .number(let year, 4) = slice[1] else {
        return nil
      }
      return (year, nil, nil)
    case 1:
      guard !hasDay, case .number(let year, 4) = slice[0] else { return nil }
      return (year, nil, nil)
    default: return nil
    }
  }
}
