import Vietnamese

/// Words and abbreviations that mean the same to who searches: `GDĐT`, “Giáo dục và Đào tạo”.
package struct Synonyms: Sendable {
  /// Each group's phrases as letters without marks; those of fewer than two are left out.
  package let groups: [[String]]

  /// - Parameters:
  ///   - table: lines of phrases with `;` between them; those that begin with `#` are remarks.
  ///   - own: groups that the site's owner adds.
  package init(table: [UInt8], own: [[String]] = []) {
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ";").map(String.init) }
    groups = (lines + own).map { group in
      var phrases: [String] = []
      for phrase in group {
        let letters = SearchWords.letters(of: phrase)
        if !letters.isEmpty, !phrases.contains(letters) { phrases.append(letters) }
      }
      return phrases
    }.filter { $0.count > 1 }
  }
}
