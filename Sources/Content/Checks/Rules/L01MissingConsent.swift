import Diagnostics

extension Check {
  static let missingConsent = Check(
    "L01", .error, Phrase("Chưa đồng ý công bố", en: "Missing consent"),
    explanation: Phrase(
      "Tên, hình ảnh, thành tích, bài viết về một người chỉ được công bố khi người đó đã đồng ý cho "
        + "loại dữ liệu ấy và nơi công bố ấy. Tên trong bảng được thay bằng vai trò, ảnh và bài được "
        + "bỏ ra; tên còn lại trong bài viết là lỗi.",
      en: "A name, a picture, an achievement or a story of a person is published only with consent "
        + "to that class of data and that channel. Names in tables become a role, pictures and "
        + "stories are dropped; a name that stays in prose is an error."),
    remedy: Phrase(
      "Ghi văn bản đồng ý vào consents.csv, hoặc thay tên bằng vai trò.",
      en: "Record the consent in consents.csv, or write a role instead of the name."),
    citation: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Bộ luật Dân sự 91/2015/QH13, Điều 32",
    isWaivable: false
  ) { context, log in context.tellConsentFaults(into: &log) }
}

extension CheckContext {
  /// The faults that belong to the check of this log.
  func tellConsentFaults(into log: inout CheckLog) {
    for fault in consentFaults where fault.code == log.check.code {
      let declared = fault.declared.map { place in
        (
          Phrase("Người này được khai ở \(place).", en: "The person is declared at \(place)."),
          Optional(place)
        )
      }
      log.tell(
        fault.id, fault.severity, at: fault.location, record: fault.record, fault.summary,
        help: fault.help, notes: declared.map { [$0] } ?? [])
    }
  }
}
