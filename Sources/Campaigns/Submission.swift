package import Diagnostics
package import Vietnamese

/// A paper that a unit sent in fulfilment of a duty (văn bản đã gửi).
package struct Submission: Sendable {
  package var campaign: String
  package var duty: String
  package var unit: String
  package var sentOn: PlainDate
  /// Which turn of a repeated duty it answers; nil: the one due nearest to the day of sending.
  package var period: Period?
  /// Number and code of the paper, such as `45/BC-THCS`.
  package var number: String?
  package var note: String?
  package var location: Location

  package init(campaign: String, duty: String, unit: String, sentOn: PlainDate, location: Location)
  {
    self.campaign = campaign
    self.duty = duty
    self.unit = unit
    self.sentOn = sentOn
    self.location = location
  }
}

/// Something held in the course of a campaign (sự kiện): a launch, a signing, a conference.
package struct Event: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case launch = "phat-dong"
    case signing = "ky-giao-uoc"
    case thematicMeeting = "sinh-hoat-chuyen-de"
    case interimReview = "so-ket"
    case finalReview = "tong-ket"
    case exemplarConference = "hoi-nghi-dien-hinh"
    case congress = "dai-hoi-thi-dua"
    case other = "khac"

    package var title: String {
      switch self {
      case .launch: "Lễ phát động"
      case .signing: "Ký giao ước thi đua"
      case .thematicMeeting: "Sinh hoạt chuyên đề"
      case .interimReview: "Hội nghị sơ kết"
      case .finalReview: "Hội nghị tổng kết"
      case .exemplarConference: "Hội nghị điển hình tiên tiến"
      case .congress: "Đại hội thi đua yêu nước"
      case .other: "Sự kiện khác"
      }
    }
  }

  package var id: String
  package var campaign: String
  package var kind: Kind
  package var title: String
  package var date: PartialDate
  package var place: String?
  package var unit: String?
  package var cluster: String?
  package var exemplars: [String] = []
  package var note: String?
  package var location: Location

  package init(
    id: String, campaign: String, kind: Kind, title: String, date: PartialDate, location: Location
  ) {
    self.id = id
    self.campaign = campaign
    self.kind = kind
    self.title = title
    self.date = date
    self.location = location
  }
}
