import Vietnamese

/// How names of offices, targets and people are brought to keys in which their spellings are equal.
enum NameKeys {
  /// “Trường Trung học phổ thông Cao Nguyên Xanh” and “THPT Cao Nguyên Xanh” alike.
  @Sendable static func unit(_ name: String) -> String {
    unitWords(name).joined(separator: " ")
  }

  /// The same without the words for kinds of places: “Phòng GDĐT huyện Ba Lai” is that of Ba Lai.
  @Sendable static func unitWithoutPlaces(_ name: String) -> String {
    unitWords(name).filter { !places.contains($0) }.joined(separator: " ")
  }

  /// The same without what follows a comma or a dash with spaces.
  @Sendable static func unitAlone(_ name: String) -> String {
    let head = name.withoutParentheses.split(separator: ",").first.map(String.init) ?? name
    let parts = head.split(separator: " - ").map(String.init)
    return unitWithoutPlaces(parts.first ?? head)
  }

  /// An id for a unit that has none yet.
  static func unitID(_ name: String) -> String {
    unitWithoutPlaces(name).split(separator: " ").joined(separator: "-")
  }

  /// “Tỷ lệ trường đạt chuẩn Quốc gia (%) đạt 62%” with or without its number is
  /// “truong dat chuan quoc gia”.
  @Sendable static func target(_ name: String) -> String {
    var words = withoutDemand(name.withoutParentheses).words[...]
    func isMark(_ word: String) -> Bool { Int(word) != nil || romans.contains(word) }
    while words.count > 1, let first = words.first, isMark(first) || first.count == 1 {
      words.removeFirst()
    }
    for lead in leads where words.starts(with: lead) && words.count > lead.count {
      words.removeFirst(lead.count)
      break
    }
    // “… đạt 62%”: a number alone may be part of the name, as in “tiêu chí số 5”.
    if words.count > 2, let last = words.last, Int(last) != nil,
      tails.contains(words.dropLast().last ?? "")
    {
      words.removeLast()
      while words.count > 1, let last = words.last, tails.contains(last) { words.removeLast() }
    }
    return words.joined(separator: " ")
  }

  /// Without what a plan demands after a colon: “…: 100 %”.
  private static func withoutDemand(_ text: String) -> String {
    guard let colon = text.lastIndex(of: ":") else { return text }
    let after = text[text.index(after: colon)...].drop { $0 == " " }
    return after.first?.isNumber == true ? String(text[..<colon]) : text
  }

  /// “Cô Trần Thị Biển” is Trần Thị Biển.
  @Sendable static func person(_ name: String) -> String {
    var words = name.withoutParentheses.words[...]
    while words.count > 2, let first = words.first, honours.contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  @Sendable static func cluster(_ name: String) -> String {
    name.words.filter { !["so", "thi", "dua", "cac", "truong"].contains($0) }
      .joined(separator: " ")
  }

  // MARK: Words

  private static func unitWords(_ name: String) -> [String] {
    var words: [String] = []
    var rest = name.words[...]
    while let word = rest.first {
      if let (phrase, short) = phrases.first(where: { rest.starts(with: $0.0) }) {
        words += short
        rest.removeFirst(phrase.count)
      } else {
        words.append(word)
        rest.removeFirst()
      }
    }
    return words
  }

  /// Longest first.
  private static let phrases: [([String], [String])] = [
    ("phòng giáo dục và đào tạo", "pgd"), ("phòng giáo dục đào tạo", "pgd"),
    ("phòng giáo dục & đào tạo", "pgd"), ("sở giáo dục và đào tạo", "so gddt"),
    ("sở giáo dục & đào tạo", "so gddt"), ("phổ thông dân tộc nội trú", "ptdtnt"),
    ("phổ thông dân tộc bán trú", "ptdtbt"), ("giáo dục nghề nghiệp", "gdnn"),
    ("giáo dục thường xuyên", "gdtx"), ("giáo dục và đào tạo", "gddt"),
    ("trung học phổ thông", "thpt"), ("trung học cơ sở", "thcs"), ("ủy ban nhân dân", "ubnd"),
    ("phòng gd và đt", "pgd"), ("phòng gd đt", "pgd"), ("sở gd và đt", "so gddt"),
    ("sở gd đt", "so gddt"), ("phòng gdđt", "pgd"), ("pgd đt", "pgd"), ("sgd đt", "so gddt"),
    ("gd và đt", "gddt"), ("tiểu học", "th"), ("mầm non", "mn"), ("mẫu giáo", "mg"),
    ("trung tâm", "tt"), ("thị xã", "tx"), ("thành phố", "tp"), ("phòng gd", "pgd"),
    ("gd đt", "gddt"), ("sở gd", "so gddt"), ("pgdđt", "pgd"), ("sgdđt", "so gddt"),
    ("sgd", "so gddt"), ("trường", ""),
  ].map { ($0.0.words, $0.1.words) }

  private static let places: Set<String> = [
    "tinh", "huyen", "tx", "tp", "quan", "xa", "phuong",
  ]
  private static let romans: Set<String> = [
    "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "ct",
  ]
  private static let leads: [[String]] = [
    "tổng số", "tỷ lệ", "tỉ lệ", "số lượng", "chỉ tiêu", "số",
  ].map(\.words)
  private static let tails: Set<String> = ["dat", "tu", "tren", "tro", "len", "it", "nhat", "la"]
  private static let honours: Set<String> = [
    "thay", "co", "ong", "ba", "em", "anh", "chi", "dong", "dc",
  ]
}
