package import Campaigns
import Vietnamese

/// What a unit's full name alone tells.
///
/// How it is called for short, its id, the letters in the numbers of its documents: a person may
/// correct each of them, and nobody should have to type them.
package struct UnitNaming: Sendable, Hashable {
  /// `TH Nguyễn Du`, `Sở GDĐT Lâm Đồng`, `UBND xã Tân Phú`.
  package let shortName: String
  /// Nil if the name does not begin with a word that says what the unit is.
  package let kind: Unit.Kind?
  package let levels: [Unit.Level]
  /// `THND`, `SGDĐT`, `UBND`.
  package let code: String
  /// Title of the head as it stands above a signature.
  package let headTitle: String?

  package init(_ name: String) {
    let words = nfc(name).split(whereSeparator: \.isWhitespace).map(String.init)
    var parts = Self.shortened(words)
    let kind = Self.kind(of: words)
    // “Trường” says nothing beside TH or THPT.
    if parts.count > 1, parts[0].lowercased() == "trường" { parts.removeFirst() }
    self.kind = kind
    shortName = parts.joined(separator: " ")
    levels = Unit.Level.allCases.filter { level in
      parts.contains { Self.levels[$0] == level }
    }
    switch kind {
    case .committee: code = "UBND"
    case .department: code = "SGDĐT"
    case .ministry, .government: code = ""
    default:
      code = parts.map(Self.initial).joined()
    }
    headTitle = Self.headTitle(kind)
  }

  /// The id: lower-case ASCII.
  package var id: String { Fold.slug(shortName) }

  private static func shortened(_ words: [String]) -> [String] {
    let plain = words.map { $0.lowercased() }
    var parts: [String] = []
    var place = 0
    while place < words.count {
      if let (phrase, letters) = phrases.first(where: { plain[place...].starts(with: $0.0) }) {
        parts.append(letters)
        place += phrase.count
      } else {
        parts.append(words[place])
        place += 1
      }
    }
    return parts
  }

  /// What a word of the short name adds to the code: words all in capitals whole, others their
  /// first letter if that is a capital; numbers stay.
  private static func initial(_ word: String) -> String {
    guard let first = word.first else { return "" }
    if word.allSatisfy({ $0.isNumber }) { return word }
    if word.count > 1, word.allSatisfy({ $0.isUppercase || !$0.isLetter }) {
      return word.filter(\.isLetter)
    }
    return first.isUppercase ? String(first) : ""
  }

  private static func kind(of words: [String]) -> Unit.Kind? {
    let plain = words.prefix(3).map { $0.lowercased() }
    switch plain.first {
    case "trường", "thpt", "thcs", "th", "mn": return .school
    case "sở": return .department
    case "phòng": return .division
    case "bộ": return .ministry
    case "ubnd": return .committee
    case "ủy", "uỷ": return plain.dropFirst().first == "ban" ? .committee : nil
    case "trung": return plain.dropFirst().first == "tâm" ? .centre : nil
    default: return nil
    }
  }

  private static func headTitle(_ kind: Unit.Kind?) -> String? {
    switch kind {
    case .school: "HIỆU TRƯỞNG"
    case .department, .centre: "GIÁM ĐỐC"
    case .division, .section: "TRƯỞNG PHÒNG"
    case .committee: "CHỦ TỊCH"
    case .ministry: "BỘ TRƯỞNG"
    case .government, nil: nil
    }
  }

  private static let phrases: [([String], String)] = [
    ("ủy ban nhân dân", "UBND"), ("uỷ ban nhân dân", "UBND"), ("giáo dục và đào tạo", "GDĐT"),
    ("phổ thông dân tộc nội trú", "PTDTNT"), ("phổ thông dân tộc bán trú", "PTDTBT"),
    ("trung học phổ thông", "THPT"), ("trung học cơ sở", "THCS"), ("tiểu học", "TH"),
    ("mầm non", "MN"), ("mẫu giáo", "MG"), ("giáo dục thường xuyên", "GDTX"),
    ("giáo dục nghề nghiệp", "GDNN"), ("trung tâm", "TT"),
  ].map { ($0.0.split(separator: " ").map(String.init), $0.1) }

  private static let levels: [String: Unit.Level] = [
    "MN": .preschool, "MG": .preschool, "TH": .primary, "THCS": .lowerSecondary,
    "THPT": .upperSecondary, "GDTX": .continuing,
  ]
}
