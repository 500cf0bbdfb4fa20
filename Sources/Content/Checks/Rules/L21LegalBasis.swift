import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let legalBasis = Check(
    "L21", .warning, Phrase("Căn cứ pháp lý", en: "Legal basis stale or inconsistent"),
    explanation: Phrase(
      "Văn bản làm căn cứ phải còn hiệu lực; một văn bản chỉ có một số, ký hiệu và ngày; số phải đi "
        + "với ngày, ngày phải có thật.",
      en: "An act that is cited must be in force; it has one number, code and date; a number comes "
        + "with a date, and the date must exist."),
    remedy: Phrase(
      "Đối chiếu văn bản gốc, sửa documents.csv hoặc câu trích dẫn.",
      en: "Compare with the act itself; mend documents.csv or the citation."),
    citation: "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (trích dẫn văn bản)"
  ) { context, log in
    let documents = context.archive.documents
    register(documents, into: &log)
    for campaign in context.archive.campaigns { basis(of: campaign, context, into: &log) }
    for text in context.archive.officialProse {
      citations(in: text, against: documents, into: &log)
    }
  }

  private static func register(_ documents: [LegalDocument], into log: inout CheckLog) {
    var seen: [String: LegalDocument] = [:]
    for document in documents {
      if document.number != nil, document.date == nil {
        log.tell(
          "document.without-date", at: document.location, record: document.id,
          Phrase(
            "Văn bản “\(document.id)” có số mà không có ngày.",
            en: "Document “\(document.id)” has a number but no date."),
          help: Phrase("Điền cột “date” (Ngày).", en: "Fill in the column “date”."))
      }
      guard let number = document.number, let date = document.date else { continue }
      let key = "\(number)|\(date.first.dayNumber)|\(date.last.dayNumber)"
      guard let first = seen[key] else {
        seen[key] = document
        continue
      }
      if first.code == document.code { continue }
      log.tell(
        "document.two-codes", at: document.location, record: document.id,
        Phrase(
          "Văn bản “\(document.id)” cùng số, cùng ngày với “\(first.id)” nhưng khác ký hiệu "
            + "(\(document.symbol ?? "") và \(first.symbol ?? "")).",
          en: "Document “\(document.id)” has the number and date of “\(first.id)” but another code "
            + "(\(document.symbol ?? "") and \(first.symbol ?? ""))."),
        help: Phrase("Kiểm tra ký hiệu nào đúng.", en: "Check which code is right."),
        notes: [
          (Phrase("Văn bản kia ở \(first.location).", en: "The other is there."), first.location)
        ])
    }
  }

  private static func basis(
    of campaign: Campaign, _ context: CheckContext, into log: inout CheckLog
  ) {
    for entry in campaign.basis {
      guard let document = context.directory.document(entry.document),
        let end = document.effectiveTo, end < campaign.period.from
      else { continue }
      let heir = document.replacedBy.flatMap { context.directory.document($0)?.citation }
      log.tell(
        "basis.expired", at: campaign.location, record: "\(campaign.id)/\(document.id)",
        Phrase(
          "Căn cứ “\(document.id)” hết hiệu lực ngày \(end.short), trước khi phong trào bắt đầu.",
          en: "The basis “\(document.id)” ended on \(end.short), before the campaign began."),
        help: heir.map {
          Phrase("Văn bản thay thế: \($0).", en: "It was replaced by: \($0).")
        }
          ?? Phrase(
            "Dùng văn bản đang có hiệu lực.", en: "Use the act that is in force."))
    }
  }

  /// Citations as plans write them: `Chỉ thị số 19/CT-TTg ngày 16/7/2021`.
  private static func citations(
    in text: NamedProse, against documents: [LegalDocument], into log: inout CheckLog
  ) {
    let pattern =
      /(Chỉ thị|Kế hoạch|Quyết định|Nghị quyết|Thông tư|Hướng dẫn|Công văn)(\s+số)?\s+(\d+)\/([A-ZĐ][A-ZĐa-z&\-]*)(?:,?\s+ngày\s+(\d{1,2})[\/\-](\d{1,2})[\/\-](\d{2,6}))?/
    for (bytes, place) in text.prose.lines where mayCite(bytes) {
      let line = String(decoding: bytes, as: UTF8.self)
      for match in line.matches(of: pattern) {
        let (whole, kind, word, number, code, day, month, year) = match.output
        if word == nil {
          log.tell(
            "citation.without-word", at: place, record: text.record,
            Phrase("“\(whole)” thiếu chữ “số”.", en: "“\(whole)” lacks the word “số”."),
            help: Phrase(
              "Viết “\(kind) số \(number)/\(code)”.", en: "Write “\(kind) số \(number)/\(code)”."))
        }
        guard let day = day.flatMap({ Int($0) }), let month = month.flatMap({ Int($0) }),
          let year = year.flatMap({ Int($0) })
        else { continue }
        guard let date = PlainDate(year: year, month: month, day: day), year < 2200 else {
          log.tell(
            "citation.impossible-date", at: place, record: text.record,
            Phrase(
              "Ngày trong “\(whole)” không có thật.", en: "“\(whole)” has an impossible date."),
            help: Phrase("Đối chiếu văn bản gốc.", en: "Compare with the act itself."))
          continue
        }
        let same = documents.first {
          $0.number.map { $0 == String(number) } == true && $0.date?.first == date
        }
        guard let same, let known = same.code, known != String(code) else { continue }
        log.tell(
          "citation.two-codes", at: place, record: text.record,
          Phrase(
            "“\(whole)” khác ký hiệu với văn bản “\(same.id)” (\(same.symbol ?? "")).",
            en: "“\(whole)” has another code than document “\(same.id)” (\(same.symbol ?? ""))."),
          help: Phrase("Kiểm tra ký hiệu nào đúng.", en: "Check which code is right."))
      }
    }
  }
  /// Whether there is a slash between a digit and a capital, without which nothing is cited: the
  /// pattern is slow, and most lines cite nothing.
  private static func mayCite(_ line: some Sequence<UInt8>) -> Bool {
    var before: UInt8 = 0
    var isAfterNumber = false
    for byte in line {
      // `Đ` begins with 0xC4.
      if isAfterNumber, (65...90).contains(byte) || byte == 0xC4 { return true }
      isAfterNumber = byte == UInt8(ascii: "/") && (48...57).contains(before)
      before = byte
    }
    return false
  }
}
