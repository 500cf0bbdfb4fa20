package import Diagnostics
package import Vietnamese

/// An emulation campaign (phong trào thi đua) with everything its plan says.
package struct Campaign: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case regular = "thuong-xuyen"
    case thematic = "chuyen-de"
    case drive = "dot"
    case peak = "cao-diem"

    package var title: String {
      switch self {
      case .regular: "Thi đua thường xuyên"
      case .thematic: "Thi đua theo chuyên đề"
      case .drive: "Thi đua theo đợt"
      case .peak: "Cao điểm thi đua"
      }
    }
  }

  /// Level at which the campaign was started (cấp phát động).
  package enum Origin: String, Sendable, CaseIterable {
    case national = "trung-uong"
    case province = "tinh"
    case district = "huyen"
    case sector = "nganh"
    case unit = "don-vi"

    package var title: String {
      switch self {
      case .national: "Trung ương"
      case .province: "Tỉnh"
      case .district: "Huyện"
      case .sector: "Ngành"
      case .unit: "Đơn vị"
      }
    }
  }

  package struct Basis: Sendable {
    package var document: String
    /// True if the plan carries this document out (thực hiện), false if it only cites it.
    package var isImplemented: Bool

    package init(document: String, isImplemented: Bool) {
      self.document = document
      self.isImplemented = isImplemented
    }
  }

  package enum Review: String, Sendable, CaseIterable {
    case interim = "so-ket"
    case final = "tong-ket"

    package var title: String { self == .interim ? "sơ kết" : "tổng kết" }
  }

  package struct Phase: Sendable {
    package var id: String
    package var name: String
    package var span: DateSpan
    package var review: Review?
    package var due: PartialDate?
    package var location: Location

    package init(
      id: String, name: String, span: DateSpan, review: Review?, due: PartialDate?,
      location: Location
    ) {
      self.id = id
      self.name = name
      self.span = span
      self.review = review
      self.due = due
      self.location = location
    }
  }

  package struct Assignment: Sendable {
    package var text: String
    package var lead: String?
    package var coordinators: [String]
    package var location: Location

    package init(text: String, lead: String?, coordinators: [String], location: Location) {
      self.text = text
      self.lead = lead
      self.coordinators = coordinators
      self.location = location
    }
  }

  package struct Recipient: Sendable {
    package var name: String
    package var purpose: String?

    package init(name: String, purpose: String?) {
      self.name = name
      self.purpose = purpose
    }
  }

  package struct Signatory: Sendable {
    package var name: String?
    package var position: String?
    /// `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` or nil where the head signs (NĐ 30/2020, Phụ lục I, II.7).
    package var mode: String?

    package init(name: String?, position: String?, mode: String?) {
      self.name = name
      self.position = position
      self.mode = mode
    }
  }

  package struct Anniversary: Sendable {
    package var event: String
    package var date: String?
    package var years: Int?

    package init(event: String, date: String?, years: Int?) {
      self.event = event
      self.date = date
      self.years = years
    }
  }

  /// The named way along which exemplars of the campaign are led.
  package enum Track: String, Sendable, CaseIterable {
    /// 4 khâu: phát hiện, bồi dưỡng, tổng kết, nhân rộng.
    case fourStages = "four-stages"
    /// 5 bước: xây dựng, tuyên truyền, học tập, bình xét, khen thưởng.
    case fiveSteps = "five-steps"

    package var title: String { self == .fourStages ? "4 khâu" : "5 bước" }
  }

  package var id: String
  package var title: String
  package var shortTitle: String?
  package var titleEnglish: String?
  package var kind: Kind
  package var origin: Origin
  package var owner: String
  package var period: DateSpan
  package var periodText: String
  package var terms: [SchoolTerm] = []
  package var theme: String?
  package var motto: String?
  package var mottoElements: [String] = []
  package var method: String?
  package var slogan: String?
  package var parent: String?
  package var related: [String] = []
  package var basis: [Basis] = []
  package var collectiveSubjects: String?
  package var individualSubjects: String?
  package var householdSubjects: String?
  package var phases: [Phase] = []
  package var anniversary: Anniversary?
  package var track: Track?
  package var duties: [Duty] = []
  package var tasks: [Assignment] = []
  /// Units named by the plan; empty means the owner and all units below it.
  package var participants: [String] = []
  package var signatory: Signatory?
  package var recipients: [Recipient] = []
  package var source: String?
  /// Ids or addresses that the campaign had before; its page is still found at them.
  package var aliases: [String] = []
  package var isSample = false
  package var prose: Prose
  package var targets: [Target] = []
  package var results: [TargetResult] = []
  package var registrations: [Registration] = []
  package var awards: [Award] = []
  package var exemplars: [Exemplar] = []
  package var inspections: [Inspection] = []
  package var submissions: [Submission] = []
  package var events: [Event] = []
  package var location: Location

  package init(
    id: String, title: String, kind: Kind, origin: Origin, owner: String, period: DateSpan,
    periodText: String, prose: Prose, location: Location
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.origin = origin
    self.owner = owner
    self.period = period
    self.periodText = periodText
    self.prose = prose
    self.location = location
  }

  package var displayTitle: String { shortTitle ?? title }
}
