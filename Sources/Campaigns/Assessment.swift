package import Diagnostics
package import Vietnamese

/// What can be said of a target: three of the five states say that nothing was measured against it.
package enum TargetState: String, Sendable, CaseIterable {
  case exceeded, met, missed, unknown, unquantified

  package var id: String { rawValue }

  package var title: String {
    switch self {
    case .exceeded: "Vượt"
    case .met: "Đạt"
    case .missed: "Chưa đạt"
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
  package var isDraft = false
  package var note: String?
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
