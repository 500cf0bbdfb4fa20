import Campaigns
import Diagnostics
import Vietnamese

/// How the checks of consent say why and with what effect.
enum ConsentWords {
  /// The check to which a reason belongs.
  static func code(_ reason: Leave.Reason) -> String {
    switch reason {
    case .withdrawn, .expired: "L03"
    case .shortForm, .ownMissing, .guardianMissing: "L02"
    case .refused, .silent, .notCovered, .notYet: "L01"
    }
  }

  static func id(_ reason: Leave.Reason, _ use: Consent.DataClass) -> String {
    if use == .story { return "consent.story-withheld" }
    if use == .photo { return "consent.photo-withheld" }
    return switch code(reason) {
    case "L03": "consent.ended"
    case "L02": "consent.child"
    default: "consent.missing"
    }
  }

  /// Why something may not be shown, to stand after a person.
  static func why(_ reason: Leave.Reason) -> Phrase {
    switch reason {
    case .refused: Phrase("không đồng ý công bố", en: "does not consent")
    case .withdrawn(let day):
      Phrase("đã rút đồng ý ngày \(day.short)", en: "withdrew consent on \(day.short)")
    case .expired(let day):
      Phrase("đã hết hạn đồng ý ngày \(day.short)", en: "gave consent that ended on \(day.short)")
    case .silent: Phrase("chưa đồng ý công bố", en: "has not consented")
    case .notCovered:
      Phrase("chưa đồng ý cho loại dữ liệu này", en: "has not consented to this class of data")
    case .notYet(let day):
      Phrase(
        "chỉ đồng ý công bố từ ngày \(day.short)", en: "consents from \(day.short) on alone")
    case .shortForm:
      Phrase(
        "là trẻ em, mà cột “consent” chỉ dùng cho người từ đủ 16 tuổi",
        en: "is a child, whom the column “consent” does not serve")
    case .ownMissing:
      Phrase(
        "là trẻ em từ đủ 7 tuổi mà chưa có đồng ý của chính mình",
        en: "is a child of 7 or more without a consent of its own")
    case .guardianMissing:
      Phrase(
        "là trẻ em mà chưa có đồng ý của cha, mẹ hoặc người giám hộ",
        en: "is a child without the consent of a parent or guardian")
    }
  }

  /// What becomes of it, to stand after “so”.
  static func effect(_ use: Consent.DataClass, role: String) -> Phrase {
    switch use {
    case .story: Phrase("bài không được đăng", en: "the story is not published")
    case .photo: Phrase("ảnh không được đăng", en: "the picture is not published")
    default: Phrase("hiện là “\(role)”", en: "“\(role)” is shown")
    }
  }

  static func remedy(_ reason: Leave.Reason) -> Phrase {
    switch reason {
    case .shortForm, .ownMissing, .guardianMissing:
      Phrase(
        "Ghi đủ vào consents.csv: trẻ từ 7 đến 15 tuổi cần cả đồng ý của mình và của người giám hộ, "
          + "dưới 7 tuổi cần của người giám hộ; năm sinh ghi ở people.csv.",
        en: "Complete consents.csv: a child of 7 to 15 needs its own and a guardian's consent, one "
          + "below 7 a guardian's; the year of birth is in people.csv.")
    case .withdrawn, .expired:
      Phrase(
        "Bỏ tên khỏi nội dung; chỉ ghi lại khi có văn bản đồng ý mới.",
        en: "Take the name out; put it back only with a new consent.")
    default:
      Phrase(
        "Có văn bản đồng ý thì ghi vào consents.csv, hoặc “có” vào cột “consent” (Đồng ý công bố) "
          + "của people.csv.",
        en:
          "With a paper of consent, add it to consents.csv, or put “có” into the column “consent” "
          + "of people.csv.")
    }
  }
}
