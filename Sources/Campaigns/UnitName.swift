import Vietnamese

/// A unit's name taken apart: the words that say what it is, and those that tell it from others.
///
/// Directories put “Trường THCS Nguyễn Du” under N, as people look it up. Words of kind are known by
/// their full spelling with marks, so that “Phong Điền” is not taken for “Phòng”. A name that is all
/// kind, such as “Bộ Giáo dục và Đào tạo”, keeps its last words of kind as its own.
package struct UnitName: Sendable, Hashable {
  /// With the space after it; empty where the name is its own alone.
  package let generic: String
  package let proper: String

  package init(_ name: String) {
    let name = nfc(name)
    let words = name.split(separator: " ")
    let plain = words.map { $0.lowercased() }
    var start = 0
    var before = 0
    while let count = Self.generic(plain[start...]) {
      before = start
      start += count
    }
    // “Trường Mầm non Quận 1” stands under Q, and what is nothing but kind under its last part.
    let isNumber = start < words.count && words[start].allSatisfy { $0.isNumber }
    if start == words.count || (isNumber && start > 0) { start = before }
    if start < words.count {
      let own = words[start].startIndex
      generic = String(name[..<own])
      proper = String(name[own...])
    } else {
      generic = ""
      proper = name
    }
  }

  /// The letter of the alphabet under which it stands: Ă, Đ, Ơ are letters of their own; `#` for
  /// what begins with no letter.
  package var letter: String { Alphabet.letter(of: proper) }

  /// How many words at the beginning say what the unit is; nil for none.
  private static func generic(_ words: ArraySlice<String>) -> Int? {
    guard let first = words.first else { return nil }
    // “số 2” of “Trường Tiểu học số 2 Hòa Xuân”.
    if first == "số", words.count > 2, words[words.startIndex + 1].allSatisfy({ $0.isNumber }) {
      return 2
    }
    return (phrases[first] ?? []).first { words.dropFirst().starts(with: $0) }.map { $0.count + 1 }
  }

  /// By their first word: what follows it, longest first.
  private static let phrases: [String: [[String]]] = {
    var found: [String: [[String]]] = [:]
    for text in texts {
      let words = text.split(separator: " ").map(String.init)
      found[words[0], default: []].append(Array(words.dropFirst()))
    }
    return found.mapValues { $0.sorted { $0.count > $1.count } }
  }()

  private static let texts = [
    "trường", "trường học", "trung học cơ sở", "trung học phổ thông", "trung học", "tiểu học",
    "mầm non", "mẫu giáo", "nhà trẻ", "phổ thông dân tộc nội trú", "phổ thông dân tộc bán trú",
    "phổ thông", "dân tộc nội trú", "dân tộc bán trú", "nội trú", "bán trú", "chuyên", "liên cấp",
    "thcs", "thpt", "th", "mn", "mg", "pt", "ptdt", "ptdtnt", "ptdtbt", "tt", "th&thcs", "th-thcs",
    "thcs&thpt", "thcs-thpt", "gdnn-gdtx", "gdtx", "gdnn", "gdtx-hn", "trung tâm",
    "giáo dục nghề nghiệp", "giáo dục thường xuyên", "hướng nghiệp", "và", "-", "–", "&", "sở",
    "phòng", "bộ", "giáo dục và đào tạo", "gdđt", "gd&đt", "gd-đt", "ủy ban nhân dân",
    "uỷ ban nhân dân", "ubnd", "tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "thị xã", "xã",
    "phường", "thị trấn", "đặc khu", "văn hóa - xã hội", "văn hóa – xã hội", "nhóm trẻ",
    "lớp mẫu giáo", "độc lập", "tư thục", "công lập", "dân lập",
  ]
}
