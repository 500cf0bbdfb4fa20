import Diagnostics
import Vietnamese

/// Words about what a broken link was most likely meant to be.
enum LinkAdvice {
  /// A name that differs in letter case or in the form of its marks alone is told apart from a
  /// misspelling: it works on some machines and not on others.
  static func help(for name: String, among candidates: [String]) -> String? {
    let folded = nfc(name).lowercased()
    let same = candidates.filter { nfc($0).lowercased() == folded }.min()
    guard let same else { return Suggestion.question(for: name, among: candidates.sorted()) }
    return nfc(same) == nfc(name)
      ? "Tên đúng là “\(same)”, viết dấu theo cách khác (dựng sẵn hay tổ hợp); chép lại từ đây."
      : "Tên đúng là “\(same)”: chữ hoa, chữ thường phải viết đúng như vậy."
  }

  /// Where `needle` begins in a line.
  static func place(of needle: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first else { return nil }
    var i = line.startIndex
    while let hit = line[i...].firstIndex(of: first) {
      if line[hit...].starts(with: needle) { return hit }
      i = hit + 1
    }
    return nil
  }
}
