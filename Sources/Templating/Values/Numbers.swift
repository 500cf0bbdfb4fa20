/// Reading numbers from values, as Liquid does, with checked arithmetic.
enum Numbers {
  enum Number {
    case int(Int)
    case double(Double)

    var double: Double {
      switch self {
      case .int(let int): Double(int)
      case .double(let double): double
      }
    }

    var value: Value {
      switch self {
      case .int(let int): .int(int)
      case .double(let double): .double(double)
      }
    }
  }

  static let overflow = Fault("template.overflow", "Kết quả phép tính vượt quá số lớn nhất.")

  /// A number for arithmetic; what is not one counts as 0.
  static func number(_ value: Value) -> Number {
    switch value {
    case .int(let int): return .int(int)
    case .double(let double): return .double(double)
    case .string(let text), .safe(let text): return parse(text.bytes)
    default: return .int(0)
    }
  }

  /// A text that is a decimal number, or else the whole number at its head.
  static func parse(_ bytes: [UInt8]) -> Number {
    let text = trimmed(bytes)
    var i = text.startIndex
    if i < text.endIndex, text[i] == 45 { i += 1 }
    let whole = text[i...].prefix(while: \.isDigit)
    let fraction = text[whole.endIndex...].dropFirst()
    if !whole.isEmpty, !fraction.isEmpty, text[whole.endIndex] == UInt8(ascii: "."),
      fraction.allSatisfy(\.isDigit), let double = Double(String(decoding: text, as: UTF8.self))
    {
      return .double(double)
    }
    return leading(text)
  }

  private static func leading(_ text: ArraySlice<UInt8>) -> Number {
    var end = text.startIndex
    if end < text.endIndex, text[end] == 45 || text[end] == 43 { end += 1 }
    while end < text.endIndex, text[end].isDigit { end += 1 }
    let digits = String(decoding: text[text.startIndex..<end], as: UTF8.self)
    return Int(digits).map { .int($0) } ?? Double(digits).map { .double($0) } ?? .int(0)
  }

  /// The whole number at the head of a text, 0 if there is none.
  static func leadingInt(_ bytes: [UInt8]) -> Int {
    switch leading(trimmed(bytes)) {
    case .int(let int): int
    case .double(let double): clamped(double)
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var text = bytes.drop { $0.isSpace }
    while let last = text.last, last.isSpace { text = text.dropLast() }
    return text
  }

  private static func clamped(_ double: Double) -> Int {
    Int(exactly: double.rounded(.towardZero)) ?? (double < 0 ? .min : .max)
  }

  /// A number with its fraction cut off; null is 0, and nil says that this is no number.
  static func truncated(_ value: Value) -> Int? {
    switch value {
    case .int(let int): int
    case .double(let double): clamped(double)
    case .string(let text), .safe(let text): leadingInt(text.bytes)
    case .null: 0
    default: nil
    }
  }

  /// A whole number that must be one, such as a count; those beyond an `Int` are held at its ends.
  static func int(_ value: Value, _ what: String) throws(Fault) -> Int {
    switch value {
    case .int(let int): return int
    case .double(let double) where abs(double) >= 0x1p63: return clamped(double)
    case .string(let text), .safe(let text):
      let digits = trimmed(text.bytes)
      if digits.last?.isDigit ?? false,
        let int = Int(String(decoding: digits, as: UTF8.self))
      {
        return int
      }
    default: break
    }
    throw Fault("template.filter-argument", "Cần số nguyên cho \(what), gặp \(value.kindName).")
  }
}
