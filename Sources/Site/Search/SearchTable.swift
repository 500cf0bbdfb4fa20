import Vietnamese

/// Words of some documents and where they stand, gathered without a string for any word.
struct SearchTable {
  /// Where in a document a word stands, the weightiest first.
  enum Field: Int, CaseIterable {
    case title, name, summary
    /// In the body three times or more, and less often.
    case often, body
  }

  /// Words of a body beyond this place are not looked up: nobody finds a page by them.
  static let longestBody = 4000

  /// Keys of words in the order of their first use, one after another.
  private(set) var keys: [UInt8] = []
  /// Where each key begins, and after the last where it ends.
  private(set) var starts: [Int] = [0]
  /// One entry for each word of each document; `Entry` tells how it is packed.
  private(set) var entries: [Entry] = []

  private var slots = [Int32](repeating: -1, count: 1 << 13)
  private var hashes: [UInt32] = []
  /// For each word the entry of the document at hand, if `document` tells that it is of it.
  private var latest: [Int32] = []
  private var words = SearchWords()
  private var document = -1
  private var place = 0

  /// A word in a document, packed into one number so that millions take little room.
  struct Entry {
    private(set) var bits: UInt64

    init(word: Int, document: Int, field: Field, place: Int) {
      bits =
        UInt64(word) << 40 | UInt64(document) << 20 | UInt64(field.rawValue) << 16
        | UInt64(place % SearchCode.base)
    }

    var word: Int { Int(bits >> 40) }
    var document: Int { Int(bits >> 20 & 0xFFFFF) }
    var place: Int { Int(bits & 0x7F) }
    private var first: Int { Int(bits >> 16 & 0xF) }
    private var count: Int { Int(bits >> 8 & 0xFF) }
    var field: Field {
      let field = Field(rawValue: first) ?? .body
      return field == .body && count >= 2 ? .often : field
    }

    mutating func again() { if count < 3 { bits += 1 << 8 } }
  }

  var count: Int { hashes.count }

  mutating func begin(_ document: Int) {
    self.document = document
    place = 0
  }

  mutating func add(_ text: String?, _ field: Field) {
    guard let text, !text.isEmpty else { return }
    add(Array(text.utf8)[...], field)
    // Texts do not run into each other: the last word of one is not beside the first of the next.
    place += 2
  }

  mutating func add(_ bytes: ArraySlice<UInt8>, _ field: Field) {
    var position = bytes.startIndex
    while words.next(in: bytes, from: &position) {
      place += 1
      if field == .body {
        if place > Self.longestBody { return }
        // Letters of a list and small numbers stand in every text.
        if words.length == 1 || (words.length == 2 && words.key[0] <= 0x39) { continue }
      }
      enter(field)
    }
  }

  private mutating func enter(_ field: Field) {
    let word = find()
    let last = Int(latest[word])
    if last >= 0, entries[last].document == document {
      if field == .body { entries[last].again() }
      return
    }
    latest[word] = Int32(truncatingIfNeeded: entries.count)
    entries.append(Entry(word: word, document: document, field: field, place: place))
  }

  /// The number of the word at hand, a new one if it was never seen.
  private mutating func find() -> Int {
    // FNV-1a; keys are short.
    var hash: UInt32 = 2_166_136_261
    for byte in words.key { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] >= 0 {
      let word = Int(slots[slot])
      if hashes[word] == hash, isKey(word) { return word }
      slot = (slot + 1) & mask
    }
    let word = hashes.count
    slots[slot] = Int32(truncatingIfNeeded: word)
    hashes.append(hash)
    latest.append(-1)
    keys.append(contentsOf: words.key)
    starts.append(keys.count)
    if hashes.count * 2 > slots.count { grow() }
    return word
  }

  private func isKey(_ word: Int) -> Bool {
    let start = starts[word]
    guard starts[word + 1] - start == words.key.count else { return false }
    for i in words.key.indices where keys[start + i] != words.key[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for word in hashes.indices {
      var slot = Int(hashes[word] ^ hashes[word] >> 15) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: word)
    }
  }
}
