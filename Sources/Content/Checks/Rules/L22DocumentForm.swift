import Campaigns
import Diagnostics

extension Check {
  static let documentForm = Check(
    "L22", .warning, Phrase("Thể thức văn bản", en: "Form of documents"),
    explanation: Phrase(
      "Những lỗi thể thức mà văn bản bị trả lại, như thiếu dấu cách sau KT., TM., TL., TUQ.",
      en: "Faults of form for which papers are sent back, such as no space after KT., TM., TL., "
        + "TUQ."),
    remedy: Phrase("Sửa chữ trong tệp.", en: "Mend the text in the file."),
    citation: "Nghị định 30/2020/NĐ-CP, Phụ lục I"
  ) { context, log in
    let archive = context.archive
    for campaign in archive.campaigns {
      prose(campaign.prose, record: campaign.id, into: &log)
      for award in campaign.awards {
        short(award.signer, at: award.location, record: award.id, into: &log)
      }
      short(
        campaign.signatory?.position, at: campaign.location, record: campaign.id, into: &log)
    }
    for part in archive.narratives {
      prose(part.prose, record: part.prose.location.file, into: &log)
    }
    for unit in archive.units {
      short(unit.headTitle, at: unit.location, record: unit.id, into: &log)
    }
  }

  private static let marks = ["KT.", "TM.", "TL.", "TUQ."].map { Array($0.utf8) }

  private static func prose(_ prose: Prose, record: String, into log: inout CheckLog) {
    var line = prose.location.line
    for text in prose.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let mark = tight(text) {
        tell(mark, at: Location(file: prose.location.file, line: line), record, into: &log)
      }
      line += 1
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
