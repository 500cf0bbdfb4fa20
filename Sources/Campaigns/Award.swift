package import Diagnostics
package import Vietnamese

/// A title or an award given by decision (khen thưởng).
package struct Award: Sendable {
  /// Titles and forms are two lists of the law that users mix up; they are never one column.
  package enum Class: String, Sendable, CaseIterable {
    /// Danh hiệu thi đua.
    case title = "danh-hieu"
    /// Hình thức khen thưởng.
    case form = "hinh-thuc"

    package var title: String {
      self == .title ? "Danh hiệu thi đua" : "Hình thức khen thưởng"
    }
  }

  package enum Form: String, Sendable, CaseIterable {
    case order = "huan-chuong"
    case governmentFlag = "co-cp"
    case nationalFighter = "cstd-tq"
    case primeMinisterCertificate = "bang-khen-tt"
    case provinceFlag = "co-tinh"
    case excellentCollective = "ttldxs"
    case provinceFighter = "cstd-tinh"
    case ministryCertificate = "bang-khen-bo"
    case provinceCertificate = "bang-khen-tinh"
    case medal = "ky-niem-chuong"
    case advancedCollective = "ttldtt"
    case baseFighter = "cstdcs"
    case advancedWorker = "ldtt"
    case certificate = "giay-khen"

    package var title: String {
      switch self {
      case .order: "Huân chương"
      case .governmentFlag: "Cờ thi đua của Chính phủ"
      case .nationalFighter: "Chiến sĩ thi đua toàn quốc"
      case .primeMinisterCertificate: "Bằng khen của Thủ tướng Chính phủ"
      case .provinceFlag: "Cờ thi đua cấp tỉnh"
      case .provinceFighter: "Chiến sĩ thi đua cấp tỉnh"
      case .excellentCollective: "Tập thể lao động xuất sắc"
      case .ministryCertificate: "Bằng khen cấp Bộ"
      case .provinceCertificate: "Bằng khen của Chủ tịch UBND tỉnh"
      case .medal: "Kỷ niệm chương “Vì sự nghiệp Giáo dục”"
      case .advancedCollective: "Tập thể lao động tiên tiến"
      case .baseFighter: "Chiến sĩ thi đua cơ sở"
      case .advancedWorker: "Lao động tiên tiến"
      case .certificate: "Giấy khen"
      }
    }

    package var isTitle: Bool {
      switch self {
      case .governmentFlag, .nationalFighter, .provinceFlag, .provinceFighter,
        .excellentCollective, .advancedCollective, .baseFighter, .advancedWorker:
        true
      default: false
      }
    }

    /// Whom the law gives a title to (Luật 06/2022/QH15, Điều 21–28); forms of award go to anyone.
    package var holder: SubjectKind? {
      switch self {
      case .nationalFighter, .provinceFighter, .baseFighter, .advancedWorker: .individual
      case .governmentFlag, .provinceFlag, .excellentCollective, .advancedCollective: .collective
      default: nil
      }
    }

    /// “… trở lên”: whether the title is `other` or a higher one of the same holders.
    package func isAtLeast(_ other: Form) -> Bool {
      self == other || (holder != nil && holder == other.holder && rank < other.rank)
    }

    /// Who decides, 0 the State President, then the Prime Minister, ministry or province, base:
    /// the first key of the order of conferring.
    var level: Int {
      switch self {
      case .order: 0
      case .governmentFlag, .nationalFighter, .primeMinisterCertificate: 1
      case .provinceFlag, .provinceFighter, .excellentCollective, .ministryCertificate,
        .provinceCertificate, .medal:
        2
      case .advancedCollective, .baseFighter, .advancedWorker, .certificate: 3
      }
    }

    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// All forms from the highest to the lowest; where one level decides, titles come first.
    package static let inOrderOfConferring = allCases.sorted { $0.order < $1.order }

    var order: (Int, Int, Int) { (level, isTitle ? 0 : 1, rank) }
  }

  package enum SubjectKind: String, Sendable, CaseIterable {
    case collective = "tap-the"
    case household = "ho"
    case individual = "ca-nhan"

    package var title: String {
      switch self {
      case .collective: "Tập thể"
      case .household: "Hộ gia đình"
      case .individual: "Cá nhân"
      }
    }

    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package enum Basis: String, Sendable, CaseIterable {
    case regular = "thuong-xuyen"
    case thematic = "chuyen-de"
    case adHoc = "dot-xuat"
    case devotion = "cong-hien"

    package var title: String {
      switch self {
      case .regular: "Thường xuyên"
      case .thematic: "Chuyên đề"
      case .adHoc: "Đột xuất"
      case .devotion: "Cống hiến"
      }
    }
  }

  /// How far the award has come (tình trạng).
  package enum Status: Sendable {
    /// Put forward and not yet decided: nothing that counts (đang đề nghị).
    case proposed
    case granted
    /// Taken back by decision; it counts no more (đã hủy bỏ: Luật 06/2022/QH15, Điều 93).
    case revoked
  }

  package var id: String
  package var campaign: String?
  package var awardClass: Class
  package var form: Form
  package var subjectKind: SubjectKind
  package var person: String?
  package var unit: String
  /// Name of a collective that is no unit of the tree, such as a class or a team.
  package var subject: String?
  package var basis: Basis
  package var achievement: String?
  package var period: Period?
  /// Names one achievement where several awards might rest on it (mã thành tích).
  package var achievementID: String?
  /// Ngày lập thành tích.
  package var achievedOn: PlainDate?
  /// Ngày đề nghị.
  package var proposedOn: PlainDate?
  /// The last day on which the proposal is open to the public's remarks (công khai trước khi trình).
  package var noticeUntil: PlainDate?
  package var decisionNumber: String?
  package var decisionDate: PlainDate?
  package var authority: String?
  package var signer: String?
  package var isPosthumous = false
  package var revokedOn: PlainDate?
  package var note: String?
  package var location: Location
  /// Where the class was written.
  package var classLocation: Location

  package init(
    id: String, awardClass: Class, form: Form, subjectKind: SubjectKind, unit: String,
    basis: Basis, location: Location
  ) {
    self.id = id
    self.awardClass = awardClass
    self.form = form
    self.subjectKind = subjectKind
    self.unit = unit
    self.basis = basis
    self.location = location
    classLocation = location
  }

  /// A row without a decision and without a day of proposal was entered as an award given.
  package var status: Status {
    if revokedOn != nil { return .revoked }
    let isDecided = decisionNumber != nil || decisionDate != nil
    return isDecided || proposedOn == nil ? .granted : .proposed
  }

  /// Days from the achievement to the decision; nil where a day is not known.
  package var daysToDecision: Int? {
    guard let achievedOn, let decisionDate, decisionDate >= achievedOn else { return nil }
    return decisionDate.dayNumber - achievedOn.dayNumber
  }

  /// Order of conferring: high before low; where one level decides both, titles before forms;
  /// then collective, household, individual; living before posthumous
  /// (Nghị định 152/2025/NĐ-CP, Điều 29 khoản 5), then the id so that the order is total.
  package static func inOrderOfConferring(_ a: Award, _ b: Award) -> Bool { a.key < b.key }

  private var key: (Int, Int, Int, Int, Int, String) {
    let (level, titleFirst, rank) = form.order
    return (level, titleFirst, rank, subjectKind.rank, isPosthumous ? 1 : 0, id)
  }

  /// The place in the order of conferring that the law gives; awards of one place go by name.
  package var rankOfConferring: [Int] {
    let (level, titleFirst, rank) = form.order
    return [level, titleFirst, rank, subjectKind.rank, isPosthumous ? 1 : 0]
  }
}
