import Campaigns

/// Finds many names of persons in one pass over the bytes of a text.
///
/// A name is found by its words, whatever spaces, line breaks or Markdown emphasis stand between
/// them, as it is spelt or all in capitals.
struct NameFinder: Sendable {
  /// A name in the text and the places of those in the list who bear it.
  struct Hit {
    var range: Range<Int>
    var bearers: [Int]
  }

  private var bearers: [UInt64: [Int]] = [:]
  private var firstWords: Set<UInt64> = []
  private var longest = 0

  var isEmpty: Bool { bearers.isEmpty }

  /// A name of one word is too common to be looked for, and one in small letters is none.
  mutating func add(_ name: String, bearer: Int) {
    for spelling in Set([name, name.uppercased()]) {
      let bytes = Array(spelling.utf8)
      let words = Words(bytes[...]).all
      guard words.count > 1, let first = words.first else { continue }
      firstWords.insert(Hash.of(bytes[first]))
      bearers[words.reduce(into: Hash()) { $0.add(bytes[$1]) }.value, default: []].append(bearer)
      longest = max(longest, words.count)
    }
  }

  /// Tells of each name from left to right, the longest where several begin at one place, until
  /// `body` says false.
  func each(in bytes: ArraySlice<UInt8>, _ body: (Hit) -> Bool) {
    if isEmpty { return }
    var words = Words(bytes)
    while let first = words.next() {
      // Names begin with a capital; most words are done with here.
      if (0x61...0x7A).contains(bytes[first.lowerBound]) { continue }
      guard firstWords.contains(Hash.of(bytes[first])) else { continue }
      guard let hit = longest(from: first, words, in: bytes) else { continue }
      words.position = hit.range.upperBound
      guard body(hit) else { return }
    }
  }

  private func longest(
    from first: Range<Int>, _ following: Words, in bytes: ArraySlice<UInt8>
  ) -> Hit? {
    var words = following
    var hash = Hash()
    hash.add(bytes[first])
    var end = first.upperBound
    var hit: Hit?
    for _ in 1..<max(longest, 2) {
      guard let next = words.next(), Words.joins(bytes[end..<next.lowerBound]) else { break }
      hash.add(bytes[next])
      end = next.upperBound
      if let found = bearers[hash.value] {
        hit = Hit(range: first.lowerBound..<end, bearers: found)
      }
    }
    return hit
  }
}

/// FNV-1a over the words of a name; 64 bits make a chance meeting of two names no concern.
private struct Hash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: ArraySlice<UInt8>) {
    for byte in word { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0x20) &* 0x100_0000_01B3
  }

  static func of(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash = Hash()
    hash.add(word)
    return hash.value
  }
}

/// The words of a text: runs of letters and digits, all that is not ASCII among them but the marks
/// of punctuation that Vietnamese uses.
struct Words {
  private let bytes: ArraySlice<UInt8>
  var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var all: [Range<Int>] {
    var copy = self
    var found: [Range<Int>] = []
    while let word = copy.next() { found.append(word) }
    return found
  }

  mutating func next() -> Range<Int>? {
    while position < bytes.endIndex {
      let gap = Self.gap(in: bytes, at: position)
      if gap == 0 { break }
      position += gap
    }
    let start = position
    while position < bytes.endIndex, Self.gap(in: bytes, at: position) == 0 { position += 1 }
    return start < position ? start..<position : nil
  }

  /// How many bytes of a mark or space stand there; 0 within a word.
  private static func gap(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      let lower = byte | 0x20
      let isWord = (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      return isWord ? 0 : 1
    }
    // General punctuation (U+2000–U+203F) and the space that does not break (U+00A0).
    if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 { return 3 }
    if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 { return 2 }
    return 0
  }

  /// Whether what stands between two words leaves them one name: spaces, emphasis, apostrophes.
  static func joins(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.allSatisfy { byte in
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09, 0x27, 0x2A, 0x5F, 0x60: true
      default: byte >= 0x80
      }
    }
  }
}
