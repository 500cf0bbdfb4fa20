package import Diagnostics

/// A measure shared by targets of several campaigns and units (chỉ số), so that they compare.
package struct Indicator: Sendable {
  package enum Direction: String, Sendable, CaseIterable {
    case up, down, keep

    package var title: String {
      switch self {
      case .up: "Càng cao càng tốt"
      case .down: "Càng thấp càng tốt"
      case .keep: "Giữ vững"
      }
    }
  }

  package var id: String
  package var name: String
  /// Such as `%`, `trường` or `điểm`.
  package var unitOfMeasure: String
  package var direction: Direction
  /// What is counted above the line, in words.
  package var numerator: String?
  /// What it is counted among, in words.
  package var denominator: String?
  package var source: String?
  package var note: String?
  package var location: Location

  package init(
    id: String, name: String, unitOfMeasure: String, direction: Direction, location: Location
  ) {
    self.id = id
    self.name = name
    self.unitOfMeasure = unitOfMeasure
    self.direction = direction
    self.location = location
  }
}
