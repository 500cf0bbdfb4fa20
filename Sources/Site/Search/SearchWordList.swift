import Vietnamese

/// The words of all documents in order, each with the documents in which it stands.
struct SearchWordList {
  private let documents: Int
  /// The keys in the order of their bytes.
  private var keys: [ArraySlice<UInt8>] = []
  /// Where the entries of each key begin, and after the last where they end.
  private var starts: [Int] = [0]
  private var entries: [SearchTable.Entry] = []

  /// - Parameter tables: those of one stretch of documents after another.
  init(tables: [SearchTable], documents: Int) {
    self.documents = documents
    // The words of a table in order meet those of the others: one sort, and equals are neighbours.
    var found: [(key: ArraySlice<UInt8>, table: Int, word: Int)] = []
    for (number, table) in tables.enumerated() {
      for word in 0..<table.count {
        found.append((table.keys[table.starts[word]..<table.starts[word + 1]], number, word))
      }
    }
    found.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var ranks = tables.map { [Int](repeating: 0, count: $0.count) }
    for word in found {
      if keys.last != word.key { keys.append(word.key) }
      ranks[word.table][word.word] = keys.count - 1
    }
    starts = [Int](repeating: 0, count: keys.count + 1)
    for (number, table) in tables.enumerated() {
      for entry in table.entries { starts[ranks[number][entry.word] + 1] += 1 }
    }
    for i in keys.indices { starts[i + 1] += starts[i] }
    var next = starts
    entries = [SearchTable.Entry](
      repeating: SearchTable.Entry(word: 0, document: 0, field: .body, place: 0),
      count: starts.last ?? 0)
    for (number, table) in tables.enumerated() {
      for entry in table.entries {
        let rank = ranks[number][entry.word]
        entries[next[rank]] = entry
        next[rank] += 1
      }
    }
  }

  /// The word list for the root, and the lists in parts of about that many bytes.
  func parts(of size: Int) -> (root: [UInt8], parts: [[UInt8]]) {
    var root: [UInt8] = []
    var parts: [[UInt8]] = []
    var part = SearchCode()
    var last: ArraySlice<UInt8> = []
    var i = 0
    func close() {
      if !part.bytes.isEmpty { parts.append([0x22] + part.bytes + [0x22]) }
      part = SearchCode()
    }
    while i < keys.count {
      let letters = letters(i)
      var end = i + 1
      while end < keys.count, self.letters(end) == letters { end += 1 }
      let list = list(of: i..<end)
      if part.bytes.isEmpty || part.bytes.count + list.count > size {
        close()
        root.append(UInt8(ascii: "!"))
      }
      part.text(list)
      // A capital tells how many letters are as in the word before.
      let shared = zip(last, letters).prefix { $0 == $1 }.count
      root.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: shared))
      root += letters.dropFirst(shared)
      last = letters
      i = end
    }
    close()
    return (root, parts)
  }

  private func letters(_ i: Int) -> ArraySlice<UInt8> {
    keys[i].prefix { $0 != SearchWords.separator }
  }

  /// The documents of the spellings of one word: for each its marks, then five lists by field.
  ///
  /// Lists that most documents stand on tell nothing and are left out; the first digit says so.
  private func list(of spellings: Range<Int>) -> [UInt8] {
    var counts = [Int](repeating: 0, count: SearchTable.Field.allCases.count)
    for entry in entries[starts[spellings.lowerBound]..<starts[spellings.upperBound]] {
      counts[entry.field.rawValue] += 1
    }
    let isKept = SearchTable.Field.allCases.map { counts[$0.rawValue] <= most(of: $0) }
    var code = SearchCode()
    code.digit(isKept.contains(false) ? 1 : 0)
    for spelling in spellings {
      code.text(keys[spelling].dropFirst(letters(spelling).count + 1))
      code.text([SearchWords.separator])
      for field in SearchTable.Field.allCases {
        let range = starts[spelling]..<starts[spelling + 1]
        let found = isKept[field.rawValue] ? entries[range].filter { $0.field == field } : []
        code.number(found.count)
        var last = -1
        for entry in found {
          code.number(entry.document - last - 1)
          code.digit(entry.place)
          last = entry.document
        }
      }
    }
    code.text([0x20])
    return code.bytes
  }

  private func most(of field: SearchTable.Field) -> Int {
    switch field {
    case .title: max(400, documents * 2 / 5)
    case .name, .summary: max(400, documents / 8)
    case .often, .body: max(400, documents / 12)
    }
  }
}
