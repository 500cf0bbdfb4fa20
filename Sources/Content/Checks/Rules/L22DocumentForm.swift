import Campaigns
import Diagnostics

extension Check {
  static let documentForm = Check(
    "L22", .warning, Phrase("Thể thức văn bản", en: "Form of documents"),
    explanation: Phrase(
      "Những lỗi thể thức mà văn bản bị trả lại: thiếu dấu cách sau KT., TM., TL., TUQ.; thứ tự chữ "
        + "cái bỏ đ); đề mục nhảy cấp; Nơi nhận thiếu dòng Lưu.",
      en:
        "Faults of form for which papers are sent back: no space after KT., TM., TL., TUQ.; a list "
        + "without đ); headings that jump; recipients without the line Lưu."),
    remedy: Phrase("Sửa chữ trong tệp.", en: "Mend the text in the file."),
    citation: "Nghị định 30/2020/NĐ-CP, Phụ lục I"
  ) { context, log in
    let archive = context.archive
    for text in archive.officialProse {
      marks(in: text, into: &log)
      letters(in: text, into: &log)
      headings(in: text, into: &log)
    }
    for campaign in archive.campaigns {
      for award in campaign.awards {
        short(award.signer, at: award.location, record: award.id, into: &log)
      }
      short(
        campaign.signatory?.position, at: campaign.location, record: campaign.id, into: &log)
      recipients(of: campaign, into: &log)
    }
    for unit in archive.units {
      short(unit.headTitle, at: unit.location, record: unit.id, into: &log)
    }
  }

  // MARK: Lists and headings

  /// A list that goes from d) to e) has left out đ).
  private static func letters(in text: NamedProse, into log: inout CheckLog) {
    var previous: String?
    for (bytes, place) in text.prose.lines {
      guard let letter = marker(bytes) else { continue }
      if previous == "d", letter == "e" {
        log.tell(
          "list.skips-letter", at: place, record: text.record,
          Phrase("Sau d) là đ) rồi mới đến e).", en: "After d) comes đ), then e)."),
          help: Phrase(
            "Đánh lại thứ tự: a) b) c) d) đ) e) g).", en: "Letter anew: a) b) c) d) đ) e) g)."))
      }
      previous = letter
    }
  }

  /// The letter of a line such as `d) Đối với …`.
  private static func marker(_ line: ArraySlice<UInt8>) -> String? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A }
    guard let end = text.prefix(4).firstIndex(of: UInt8(ascii: ")")), end > text.startIndex else {
      return nil
    }
    let letter = String(decoding: text[..<end], as: UTF8.self)
    return letter.count == 1 && letter.first?.isLowercase == true ? letter : nil
  }

  /// A heading two levels below the one before it belongs to nothing.
  private static func headings(in text: NamedProse, into log: inout CheckLog) {
    var above = 0
    for (bytes, place) in text.prose.lines {
      let level = bytes.prefix { $0 == 0x23 }.count
      guard (1...6).contains(level), bytes.dropFirst(level).first == 0x20 else { continue }
      if above > 0, level > above + 1 {
        log.tell(
          "heading.jumps", at: place, record: text.record,
          Phrase(
            "Đề mục cấp \(level) đứng ngay dưới đề mục cấp \(above).",
            en: "A heading of level \(level) follows one of level \(above)."),
          help: Phrase("Bỏ bớt dấu # cho liền cấp.", en: "Use fewer # so that levels follow."))
      }
      above = level
    }
  }

  /// The list ends with `Lưu: VT, …` (NĐ 30/2020, Phụ lục I, II.9).
  private static func recipients(of campaign: Campaign, into log: inout CheckLog) {
    guard let last = campaign.recipients.last?.name else { return }
    if last.hasPrefix("Lưu:") { return }
    log.tell(
      "recipients.archive-line", at: campaign.location, record: campaign.id,
      Phrase(
        "Nơi nhận của “\(campaign.id)” kết thúc bằng “\(last)”, không phải “Lưu: VT, …”.",
        en: "The recipients of “\(campaign.id)” end with “\(last)”, not with “Lưu: VT, …”."),
      help: Phrase(
        "Thêm dòng cuối “Lưu: VT” kèm đơn vị soạn thảo, có dấu hai chấm.",
        en: "Add a last line “Lưu: VT” with the drafting unit, with its colon."))
  }

  // MARK: Signing marks

  private static let marks = ["KT.", "TM.", "TL.", "TUQ."].map { Array($0.utf8) }

  private static func marks(in text: NamedProse, into log: inout CheckLog) {
    for (bytes, place) in text.prose.lines {
      if let mark = tight(bytes) { tell(mark, at: place, text.record, into: &log) }
    }
  }

  private static func short(
    _ text: String?, at place: Location, record: String, into log: inout CheckLog
  ) {
    if let text, let mark = tight(Array(text.utf8)[...]) {
      tell(mark, at: place, record, into: &log)
    }
  }

  /// The mark that a letter follows without a space, as in `KT.GIÁM ĐỐC`.
  private static func tight(_ text: ArraySlice<UInt8>) -> String? {
    for (index, byte) in zip(text.indices, text) where byte == 0x2E {
      let next = index + 1
      guard next < text.endIndex, isLetter(text[next]) else { continue }
      for mark in marks where text[...index].suffix(mark.count).elementsEqual(mark) {
        let before = index - mark.count
        if before >= text.startIndex, isLetter(text[before]) { continue }
        return String(decoding: mark, as: UTF8.self)
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func tell(
    _ mark: String, at place: Location, _ record: String, into log: inout CheckLog
  ) {
    log.tell(
      "text.missing-space", at: place, record: record,
      Phrase("Thiếu dấu cách sau “\(mark)”.", en: "No space after “\(mark)”."),
      help: Phrase(
        "Viết “\(mark) ” rồi mới đến chức vụ, ví dụ “\(mark) GIÁM ĐỐC”.",
        en: "Write “\(mark) ” before the position, as in “\(mark) GIÁM ĐỐC”."))
  }
}
