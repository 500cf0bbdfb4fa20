import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let textHygiene = Check(
    "L25", .note, Phrase("Chữ nghĩa và trùng lặp", en: "Text hygiene and duplicates"),
    explanation: Phrase(
      "Chữ có dấu rời (NFD), chữ vỡ mã, ngoặc kép lẻ, lỗi quét thường gặp, một chữ viết tắt hai "
        + "cách; hai người hoặc hai đơn vị trùng tên khi bỏ dấu.",
      en: "Decomposed letters (NFD), mojibake, unmatched quotes, known scan errors, one acronym "
        + "spelt two ways; persons or units that are equal without marks."),
    remedy: Phrase("Sửa chữ trong tệp.", en: "Mend the text in the file."),
    citation: "TCVN 6909:2001; Quyết định 72/2002/QĐ-TTg"
  ) { context, log in
    for text in context.archive.allProse { flaws(in: text, into: &log) }
    for text in context.archive.officialProse { acronyms(in: text, into: &log) }
    twins(context.archive, into: &log)
  }

  // MARK: Text

  /// What scanners make of words of plans, and what was meant.
  private static let scanErrors = [
    ("Phân đầu", "Phấn đấu"), ("Công TTĐT", "Cổng TTĐT"), ("Ban ĐKT", "Ban TĐKT"),
    ("phong trào đi đua", "phong trào thi đua"), ("thế lực thù định", "thế lực thù địch"),
    ("đẩy manh", "đẩy mạnh"), ("công thông tin điện tử", "cổng thông tin điện tử"),
  ].map { (wrong: Array($0.0.utf8), word: $0.0, right: $0.1) }

  private static func flaws(in text: NamedProse, into log: inout CheckLog) {
    // Most texts are sound, so the whole is looked at before its lines are cut.
    guard isSuspicious(text.prose.bytes) else { return }
    for (bytes, place) in text.prose.lines {
      func tell(_ id: String, _ summary: Phrase, _ help: Phrase) {
        log.tell(id, at: place, record: text.record, summary, help: help)
      }
      if has(bytes, where: isCombining) {
        tell(
          "text.decomposed", Phrase("Chữ có dấu rời (NFD).", en: "Decomposed letters (NFD)."),
          Phrase(
            "Lưu lại tệp ở dạng dựng sẵn (NFC).", en: "Save the file in composed form (NFC)."))
      }
      if has(bytes, where: isMojibake) {
        tell(
          "text.mojibake",
          Phrase(
            "Chữ bị vỡ mã (UTF-8 đọc nhầm).", en: "Mojibake (UTF-8 read as another encoding)."),
          Phrase(
            "Chép lại đoạn này từ bản gốc.", en: "Copy the passage again from its source."))
      }
      let open = count(bytes, 0x9C)
      let close = count(bytes, 0x9D)
      if open != close {
        tell(
          "text.unmatched-quote",
          Phrase(
            "Ngoặc kép lẻ: \(open) dấu mở, \(close) dấu đóng.",
            en: "Unmatched quotes: \(open) opened, \(close) closed."),
          Phrase("Thêm hoặc bỏ một dấu.", en: "Add or remove a mark."))
      }
      for error in scanErrors where bytes.place(of: error.wrong) != nil {
        tell(
          "text.scan-error",
          Phrase(
            "“\(error.word)” có lẽ là “\(error.right)”.",
            en: "“\(error.word)” is perhaps “\(error.right)”."),
          Phrase("Đối chiếu bản gốc.", en: "Compare with the source."))
      }
    }
  }

  /// One look at all bytes for anything that the closer tests could find.
  private static func isSuspicious(_ bytes: ArraySlice<UInt8>) -> Bool {
    var openQuotes = 0
    for index in bytes.indices where isLead[Int(bytes[index])] {
      let second = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      let third = index + 2 < bytes.endIndex ? bytes[index + 2] : 0
      switch bytes[index] {
      case 0xCC, 0xCD: if isCombining(bytes[index], second, third) { return true }
      case 0xC3: if isMojibake(0xC3, second, third) { return true }
      case 0xE2 where second == 0x80:
        if third == 0x9C { openQuotes += 1 } else if third == 0x9D { openQuotes -= 1 }
      default: if scanErrors.contains(where: { bytes.holds($0.wrong, at: index) }) { return true }
      }
    }
    return openQuotes != 0
  }

  /// The bytes with which something to look at begins.
  private static let isLead = (0...255).map { byte in
    [0xC3, 0xCC, 0xCD, 0xE2].contains(byte)
      || scanErrors.contains { $0.wrong.first.map(Int.init) == byte }
  }

  private static func has(
    _ bytes: ArraySlice<UInt8>, where test: (UInt8, UInt8, UInt8) -> Bool
  ) -> Bool {
    guard bytes.count >= 2 else { return false }
    for index in bytes.startIndex..<(bytes.endIndex - 1) where bytes[index] >= 0xC3 {
      let third = index + 2 < bytes.endIndex ? bytes[index + 2] : 0
      if test(bytes[index], bytes[index + 1], third) { return true }
    }
    return false
  }

  /// U+0300–U+036F.
  private static func isCombining(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    a == 0xCC || (a == 0xCD && b <= 0xAF)
  }

  /// What becomes of `à`, `ắ`, `đ` when UTF-8 is taken for Latin-1: `Ã `, `áº`, `Ä‘`.
  private static func isMojibake(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xC3, 0x83): c == 0xC2 || c == 0xC3 || c == 0xC6
    case (0xC3, 0xA1): c == 0xC2
    case (0xC3, 0x84): c == 0xE2
    case (0xC3, 0x86): c == 0xC2
    default: false
    }
  }

  /// How often the quotation mark U+201C or U+201D stands there, told by its last byte.
  private static func count(_ bytes: ArraySlice<UInt8>, _ last: UInt8) -> Int {
    guard bytes.count >= 3 else { return 0 }
    var count = 0
    for index in (bytes.startIndex + 2)..<bytes.endIndex
    where bytes[index] == last && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2 {
      count += 1
    }
    return count
  }

  // MARK: Acronyms

  /// `GDĐT` and `GD&ĐT` in one text: one is the other less a letter.
  private static func acronyms(in text: NamedProse, into log: inout CheckLog) {
    var first: [String: Location] = [:]
    var order: [String] = []
    for (bytes, place) in text.prose.lines {
      let line = String(decoding: bytes, as: UTF8.self)
      for word in line.split(whereSeparator: { !($0.isUppercase || $0 == "&") })
      where word.count >= 4 && first[String(word)] == nil {
        first[String(word)] = place
        order.append(String(word))
      }
    }
    for word in order {
      guard let place = first[word] else { continue }
      for shorter in lessALetter(word) {
        guard let other = first[shorter] else { continue }
        let (late, early) = other < place ? (word, shorter) : (shorter, word)
        log.tell(
          "text.two-acronyms", at: max(place, other), record: text.record,
          Phrase(
            "Chữ viết tắt “\(late)” ở trên viết là “\(early)”.",
            en: "The acronym “\(late)” is written “\(early)” above."),
          help: Phrase("Viết thống nhất một cách.", en: "Write it one way."))
      }
    }
  }

  /// The word less one inner letter; a first letter more is another word (`SGDĐT`, of the Sở).
  private static func lessALetter(_ word: String) -> [String] {
    guard word.count > 4 else { return [] }
    let letters = Array(word)
    let all = letters.indices.dropFirst().dropLast().map { skipped in
      String(letters[..<skipped]) + String(letters[(skipped + 1)...])
    }
    return Set(all).sorted()
  }

  // MARK: Duplicates

  private static func twins(_ archive: Archive, into log: inout CheckLog) {
    var people: [String: Person] = [:]
    for person in archive.people {
      let key = "\(Fold.search(person.name))|\(person.unit ?? "")"
      if let first = people[key] {
        log.tell(
          "person.twice", .warning, at: person.location, record: person.id,
          Phrase(
            "Hai người cùng tên ở một đơn vị: “\(first.id)” và “\(person.id)”.",
            en: "Two persons of one name in one unit: “\(first.id)” and “\(person.id)”."),
          help: Phrase(
            "Nếu là một người thì bỏ một dòng.", en: "If they are one person, remove a row."),
          notes: [(Phrase("Người kia ở đây.", en: "The other is here."), first.location)])
      } else {
        people[key] = person
      }
    }
    var units: [String: Unit] = [:]
    for unit in archive.units {
      let key = "\(Fold.search(unit.name))|\(unit.parent ?? "")"
      if let first = units[key], meet(first, unit) {
        log.tell(
          "unit.twice", .warning, at: unit.location, record: unit.id,
          Phrase(
            "Hai đơn vị cùng tên: “\(first.id)” và “\(unit.id)”.",
            en: "Two units of one name: “\(first.id)” and “\(unit.id)”."),
          help: Phrase(
            "Nếu là một đơn vị thì bỏ một dòng.", en: "If they are one unit, remove a row."),
          notes: [(Phrase("Đơn vị kia ở đây.", en: "The other is here."), first.location)])
      } else {
        units[key] = unit
      }
    }
  }

  private static func meet(_ a: Unit, _ b: Unit) -> Bool {
    if let end = a.validTo, let start = b.validFrom, end < start { return false }
    if let end = b.validTo, let start = a.validFrom, end < start { return false }
    return true
  }
}
