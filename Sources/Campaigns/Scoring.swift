package import Diagnostics
package import Vietnamese

/// A unit's place in a cluster over a time (thành viên cụm, khối thi đua).
package struct Membership: Sendable, Lasting {
  package var cluster: String
  package var unit: String
  package var from: PlainDate?
  package var to: PlainDate?
  /// Leads the cluster during that time (trưởng cụm, trưởng khối).
  package var isLeader: Bool
  package var location: Location

  package init(
    cluster: String, unit: String, from: PlainDate?, to: PlainDate?, isLeader: Bool,
    location: Location
  ) {
    self.cluster = cluster
    self.unit = unit
    self.from = from
    self.to = to
    self.isLeader = isLeader
    self.location = location
  }
}

/// A line of a cluster's score table (tiêu chí chấm điểm), in a tree of parts.
package struct Criterion: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case base = "diem-chuan"
    case bonus = "diem-cong"
    case penalty = "diem-tru"
    /// No criterion, but a grade that a total earns (mức xếp loại), where the cluster set any.
    case grade = "xep-loai"

    package var title: String {
      switch self {
      case .base: "Điểm chuẩn"
      case .bonus: "Điểm cộng"
      case .penalty: "Điểm trừ"
      case .grade: "Xếp loại"
      }
    }
  }

  package var cluster: String
  package var period: Period
  /// Unique in the table of its cluster and period.
  package var id: String
  package var parent: String?
  package var text: String
  package var kind: Kind
  /// Maximum points (điểm tối đa); of a parent it is what its children must add up to.
  package var max: VNNumber?
  /// The least total that earns the grade.
  package var least: VNNumber?
  package var needsEvidence: Bool
  package var location: Location

  package init(
    cluster: String, period: Period, id: String, text: String, kind: Kind, max: VNNumber?,
    needsEvidence: Bool, location: Location
  ) {
    self.cluster = cluster
    self.period = period
    self.id = id
    self.text = text
    self.kind = kind
    self.max = max
    self.needsEvidence = needsEvidence
    self.location = location
  }
}

/// What a unit gave itself for a criterion and what the cluster gave it (tự chấm, cụm chấm).
package struct Score: Sendable {
  package var cluster: String
  package var period: Period
  package var criterion: String
  package var unit: String
  package var own: VNNumber?
  package var given: VNNumber?
  package var evidence: String?
  package var location: Location

  package init(
    cluster: String, period: Period, criterion: String, unit: String, location: Location
  ) {
    self.cluster = cluster
    self.period = period
    self.criterion = criterion
    self.unit = unit
    self.location = location
  }
}
