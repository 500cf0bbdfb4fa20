import Diagnostics

extension Check {
  static let childConsent = Check(
    "L02", .error, Phrase("Đồng ý của trẻ em chưa đủ", en: "Child consent incomplete"),
    explanation: Phrase(
      "Trẻ em từ đủ 7 đến dưới 16 tuổi cần cả đồng ý của chính mình và của cha, mẹ hoặc người giám "
        + "hộ; dưới 7 tuổi cần của người giám hộ. Trường, lớp, kết quả học tập cũng là bí mật đời "
        + "sống riêng tư, chỉ công bố khi có đồng ý cho riêng loại ấy. Tuổi tính vào ngày dựng trang; "
        + "chỉ biết năm sinh thì ai còn có thể dưới 16 tuổi được coi là trẻ em.",
      en: "A child of 7 to 15 needs its own and a guardian's consent, one below 7 a guardian's. "
        + "School, class and results are private too and need their own class of consent. Age is "
        + "that on the day of the build; by the year alone, who may be below 16 is a child."),
    remedy: Phrase(
      "Ghi thêm dòng còn thiếu vào consents.csv; kiểm tra năm sinh trong people.csv.",
      en: "Add the missing row to consents.csv; check the year of birth in people.csv."),
    citation: "Luật Trẻ em 102/2016/QH13, Điều 21; Nghị định 56/2017/NĐ-CP, Điều 33, 36; "
      + "Luật 91/2025/QH15, Điều 24",
    isWaivable: false
  ) { context, log in context.tellConsentFaults(into: &log) }
}
