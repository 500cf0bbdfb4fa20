package import Diagnostics
package import Vietnamese

/// Someone or something held up as an example (điển hình tiên tiến), with the log of its steps.
package struct Exemplar: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case newFactor = "nhan-to-moi"
    case exemplar = "dien-hinh"
    case goodDeed = "nguoi-tot"
    case model = "mo-hinh"

    package var title: String {
      switch self {
      case .newFactor: "Nhân tố mới"
      case .exemplar: "Điển hình tiên tiến"
      case .goodDeed: "Người tốt, việc tốt"
      case .model: "Mô hình"
      }
    }
  }

  /// A step of either track; raw values are the ids in `steps.csv`.
  package enum Step: String, Sendable, CaseIterable {
    case discover = "phat-hien"
    case foster = "boi-duong"
    case review = "tong-ket"
    case spread = "nhan-rong"
    case build = "xay-dung"
    case publicise = "tuyen-truyen"
    case learn = "hoc-tap"
    case assess = "binh-xet"
    case award = "khen-thuong"

    package var title: String {
      switch self {
      case .discover: "Phát hiện"
      case .foster: "Bồi dưỡng"
      case .review: "Tổng kết"
      case .spread: "Nhân rộng"
      case .build: "Xây dựng"
      case .publicise: "Tuyên truyền, nhân rộng"
      case .learn: "Tổ chức học tập"
      case .assess: "Bình xét"
      case .award: "Xem xét mức độ lan tỏa, khen thưởng"
      }
    }

    package static func steps(of track: Campaign.Track) -> [Step] {
      switch track {
      case .fourStages: [.discover, .foster, .review, .spread]
      case .fiveSteps: [.build, .publicise, .learn, .assess, .award]
      }
    }
  }

  package struct LoggedStep: Sendable {
    package var step: Step
    package var date: PlainDate
    package var note: String?
    package var by: String?
    /// Whether a paper is named that proves the step; which one is nobody's business but the unit's.
    package var hasEvidence = false
    package var location: Location

    package init(step: Step, date: PlainDate, note: String?, by: String?, location: Location) {
      self.step = step
      self.date = date
      self.note = note
      self.by = by
      self.location = location
    }
  }

  package enum Relation: String, Sendable, CaseIterable {
    case learns = "hoc-tap"
    case catchesUp = "bat-kip"
    case surpasses = "vuot-qua"

    package var title: String {
      switch self {
      case .learns: "Học tập"
      case .catchesUp: "Bắt kịp"
      case .surpasses: "Vượt qua"
      }
    }
  }

  package struct Follower: Sendable {
    package var unit: String
    package var relation: Relation
    package var date: PlainDate?
    package var note: String?

    package init(unit: String, relation: Relation, date: PlainDate?, note: String?) {
      self.unit = unit
      self.relation = relation
      self.date = date
      self.note = note
    }
  }

  package var id: String
  package var campaign: String
  package var name: String
  package var kind: Kind
  package var person: String?
  package var unit: String
  package var summary: String?
  package var isClosed = false
  /// Ids that it had before; its page is still found at them.
  package var aliases: [String] = []
  package var steps: [LoggedStep] = []
  package var followers: [Follower] = []
  package var location: Location

  package init(
    id: String, campaign: String, name: String, kind: Kind, unit: String, location: Location
  ) {
    self.id = id
    self.campaign = campaign
    self.name = name
    self.kind = kind
    self.unit = unit
    self.location = location
  }
}

/// A visit of inspection (kiểm tra, giám sát).
package struct Inspection: Sendable {
  package var id: String
  package var campaign: String
  package var date: PlainDate
  package var by: String?
  package var unit: String
  package var findings: String?
  package var remedy: String?
  package var closedOn: PlainDate?
  package var location: Location

  package init(id: String, campaign: String, date: PlainDate, unit: String, location: Location) {
    self.id = id
    self.campaign = campaign
    self.date = date
    self.unit = unit
    self.location = location
  }
}
