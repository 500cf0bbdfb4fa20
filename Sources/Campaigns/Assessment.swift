package import Diagnostics
package import Vietnamese

/// What can be said of a target; only the first three states judge it.
package enum TargetState: String, Sendable, CaseIterable {
  case exceeded, met, missed
  /// There are figures, but units or years are missing, some are drafts, or there is no baseline:
  /// what is not known makes no target met and none missed.
  case incomplete
  case unknown, unquantified

  package var id: String { rawValue }

  package var title: String {
    switch self {
    case .exceeded: "Vượt"
    case .met: "Đạt"
    case .missed: "Chưa đạt"
    case .incomplete: "Chưa đủ số liệu"
    case .unknown: "Chưa có số liệu"
    case .unquantified: "Không lượng hóa"
    }
  }
}

/// A measured figure and where it came from.
package struct Figure: Sendable {
  package var value: VNNumber?
  package var numerator: VNNumber?
  package var denominator: VNNumber?
  /// The cells of input that the figure was read or added up from.
  package var sources: [Location] = []
  /// Units that should have reported and did not, by id.
  package var missing: [String] = []
  package var reporting: Int = 1
  package var isRolledUp = false
  /// Whether any of it has not been confirmed: such a figure is shown, and judges nothing.
  package var isDraft = false
  /// Rows that name their evidence (minh chứng); what they name is not published.
  package var evidenced = 0
  package var note: String?

  /// Whether everyone reported, and for good.
  var isFirm: Bool { missing.isEmpty && !isDraft }
}

/// A target held against the figure of one unit and period, with the reason in words.
package struct Assessment: Sendable {
  package var target: Target
  package var unit: String
  package var period: Period
  package var state: TargetState
  package var figure: Figure?
  package var reason: String

  /// The achieved value for a table, such as `79,63%`; a dash where there is none.
  package var valueText: String {
    guard let value = figure?.value else { return "–" }
    return target.text(of: value)
  }
}
