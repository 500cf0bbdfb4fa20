/// Immutable text as UTF-8 bytes, the form in which templates read and write everything.
///
/// `String` costs more than half of the speed of rendering, so it stands only at the edges.
package struct Str: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8) }
  package init(stringLiteral text: String) { bytes = Array(text.utf8) }

  package var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// The name of a member with its hash, worked out once when templates are compiled.
struct Key: Sendable, Hashable {
  enum Builtin: Sendable { case none, size, first, last }

  let name: String
  let hash: UInt64
  let builtin: Builtin

  init(_ name: String) {
    self.name = name
    hash = Key.hash(name)
    switch name {
    case "size": builtin = .size
    case "first": builtin = .first
    case "last": builtin = .last
    default: builtin = .none
    }
  }

  /// A name that is never one of the built-in questions.
  init(member name: String) {
    self.name = name
    hash = Key.hash(name)
    builtin = .none
  }

  /// FNV-1a: the same on every run, unlike `Hasher`.
  static func hash(_ name: String) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return h
  }
}

/// Questions about bytes that the lexer and the filters share.
extension UInt8 {
  @inline(__always) var isSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
  @inline(__always) var isDigit: Bool { self >= 48 && self <= 57 }
  @inline(__always) var isAlpha: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  /// Letters, `_` and every byte of a letter beyond ASCII: Vietnamese names are names too.
  @inline(__always) var startsName: Bool { isAlpha || self == 95 || self >= 128 }
  @inline(__always) var continuesName: Bool { startsName || isDigit || self == 45 }
  @inline(__always) var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension [UInt8] {
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// Position of `needle` at or after `start`, or nil.
  ///
  /// At worst this takes the product of both lengths; `Machine.weighSearch` pays for it.
  func position(of needle: [UInt8], from start: Int = 0) -> Int? {
    guard let first = needle.first else { return start <= count ? start : nil }
    let bytes = span
    let wanted = needle.span
    var i = start
    let last = count - needle.count
    while i <= last {
      if bytes[i] == first {
        var k = 1
        while k < wanted.count, bytes[i + k] == wanted[k] { k += 1 }
        if k == wanted.count { return i }
      }
      i += 1
    }
    return nil
  }

  /// Position of the last occurrence of `needle`, or nil.
  func lastPosition(of needle: [UInt8]) -> Int? {
    var i = count - needle.count
    while i >= 0 {
      if self[i..<(i + needle.count)].elementsEqual(needle) { return i }
      i -= 1
    }
    return nil
  }

  /// Number of Unicode scalars.
  var scalarCount: Int {
    unsafe withUnsafeBufferPointer { raw in
      var n = 0
      for i in 0..<raw.count where unsafe !raw[i].isContinuation { n += 1 }
      return n
    }
  }

  /// The scalar with this index, from the end if it is negative; empty if there is none.
  func scalar(_ index: Int) -> [UInt8] {
    let count = scalarCount
    guard index >= -count, index < count else { return [] }
    let start = offset(ofScalar: index < 0 ? count + index : index)
    var end = start + 1
    while end < self.count, self[end].isContinuation { end += 1 }
    return Array(self[start..<end])
  }

  /// Byte offset of the scalar with this index, or `count` if there are fewer.
  func offset(ofScalar index: Int) -> Int {
    unsafe withUnsafeBytes { raw in
      var left = index
      var i = 0
      while i + 8 <= raw.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // A bit for each byte that goes on with a letter: 1 at the top, 0 below it.
        let continuations = word & ~(word << 1) & 0x8080_8080_8080_8080
        let letters = 8 - continuations.nonzeroBitCount
        if letters > left { break }
        left -= letters
        i += 8
      }
      while i < raw.count {
        if unsafe !raw[i].isContinuation {
          if left == 0 { break }
          left -= 1
        }
        i += 1
      }
      return i
    }
  }
}
