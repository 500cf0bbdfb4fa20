import Diagnostics

extension Check {
  static let endedConsent = Check(
    "L03", .error,
    Phrase("Đồng ý đã rút hoặc hết hạn", en: "Withdrawn or expired consent"),
    explanation: Phrase(
      "Rút đồng ý thì phải ngừng công bố. Tên, ảnh và bài được bỏ khỏi mọi trang, danh sách, nguồn "
        + "tin, sơ đồ và báo cáo ở lần dựng kế tiếp; tên còn lại trong bài viết là lỗi.",
      en: "Publication ends with consent. Name, picture and story leave all pages, lists, feeds, "
        + "maps and reports with the next build; a name that stays in prose is an error."),
    remedy: Phrase(
      "Bỏ tên khỏi nội dung rồi dựng lại; bản đã in hoặc gửi đi thì thu hồi riêng.",
      en: "Take the name out of the content and build again; recall what was printed or sent."),
    citation: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 24", isWaivable: false
  ) { context, log in context.tellConsentFaults(into: &log) }
}
