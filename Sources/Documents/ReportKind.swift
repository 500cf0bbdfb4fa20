package import Campaigns
import Vietnamese

/// What the program can print of a unit in a campaign; each kind has a template of its own.
package enum ReportKind: String, Sendable, CaseIterable {
  /// Sơ kết học kỳ, tổng kết năm học of a unit.
  case review = "ket-qua"
  /// Sơ kết, tổng kết of a phase of the campaign.
  case phase = "giai-doan"
  /// What the units below, or those of a cluster, reported, added up.
  case consolidated = "tong-hop"
  case awards = "khen-thuong"
  case exemplars = "dien-hinh"
  /// What a unit registers and undertakes, to be signed.
  case commitment = "dang-ky"
  case duties = "nhiem-vu"

  /// How lists of reports head it.
  package var title: String {
    switch self {
    case .review: "Báo cáo sơ kết, tổng kết theo kỳ"
    case .phase: "Báo cáo theo giai đoạn"
    case .consolidated: "Báo cáo tổng hợp"
    case .awards: "Danh sách khen thưởng"
    case .exemplars: "Danh sách điển hình tiên tiến"
    case .commitment: "Đăng ký, giao ước thi đua"
    case .duties: "Theo dõi nhiệm vụ"
    }
  }

  /// The kind of document that is printed (tên loại văn bản).
  package var documentName: String {
    switch self {
    case .review, .phase, .consolidated, .duties: "BÁO CÁO"
    case .awards, .exemplars: "DANH SÁCH"
    case .commitment: "BẢN ĐĂNG KÝ, GIAO ƯỚC THI ĐUA"
    }
  }

  /// The kind's letters in the number of a document (NĐ 30/2020/NĐ-CP, Phụ lục III); lists and
  /// undertakings have no number of their own.
  package var code: String? { documentName == "BÁO CÁO" ? "BC" : nil }

  package var template: String {
    switch self {
    case .review: "report.md"
    case .phase: "report-phase.md"
    case .consolidated: "report-consolidated.md"
    case .awards: "report-awards.md"
    case .exemplars: "report-exemplars.md"
    case .commitment: "report-commitment.md"
    case .duties: "report-duties.md"
    }
  }

  /// Whether it is a paper sent up, addressed to somebody (Kính gửi).
  var goesUp: Bool { code != nil }
}

/// One report that is due from a unit: what it covers and where it is published.
package struct ReportKey: Sendable, Hashable {
  package var kind: ReportKind
  package var unit: String
  package var campaign: String
  /// The period whose figures are told.
  package var period: Period
  package var review: Campaign.Review
  /// The phase of the campaign, for a report on one.
  package var phase: String?
  /// The cluster whose members are told of, in place of the units below.
  package var cluster: String?

  package init(
    _ kind: ReportKind, unit: String, campaign: String, period: Period,
    review: Campaign.Review = .final, phase: String? = nil, cluster: String? = nil
  ) {
    self.kind = kind
    self.unit = unit
    self.campaign = campaign
    self.period = period
    self.review = review
    self.phase = phase
    self.cluster = cluster
  }

  /// The time that the report tells of: that which closes a school year tells of all of it, by the
  /// figures of its second term.
  package var told: Period {
    guard kind == .review, review == .final, case .term(let term) = period, term.part == .second,
      let year = term.schoolYear
    else { return period }
    return .term(year)
  }

  /// Folder and file name without an extension: `bao-cao/<unit>/<campaign>/<name>`.
  package var path: String { "bao-cao/\(unit)/\(campaign)/\(name)" }

  private var name: String {
    let whose = cluster.map { "-\($0)" } ?? ""
    switch kind {
    case .review: return period.id
    case .phase: return "giai-doan-\(phase ?? period.id)"
    case .consolidated: return "tong-hop\(whose)-\(period.id)"
    case .awards, .exemplars, .commitment, .duties: return kind.rawValue + whose
    }
  }
}

extension SchoolTerm {
  /// The whole year that a term is part of.
  var schoolYear: SchoolTerm? { SchoolTerm(startYear: startYear, part: .whole) }
}
