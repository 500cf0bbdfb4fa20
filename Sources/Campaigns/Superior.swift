package import Diagnostics
package import Vietnamese

/// Whom a unit stands under over a time (cấp trên theo thời gian), where that changed: schools left
/// the district's office for the commune on 1 July 2025.
package struct Superior: Sendable, Lasting {
  package enum Kind: String, Sendable, CaseIterable {
    case administrative = "chu-quan"
    case professional = "chuyen-mon"

    package var title: String {
      switch self {
      case .administrative: "Cơ quan chủ quản"
      case .professional: "Cấp trên chuyên môn"
      }
    }
  }

  package var unit: String
  package var parent: String
  package var kind: Kind
  package var from: PlainDate?
  package var to: PlainDate?
  package var location: Location

  package init(
    unit: String, parent: String, kind: Kind, from: PlainDate?, to: PlainDate?, location: Location
  ) {
    self.unit = unit
    self.parent = parent
    self.kind = kind
    self.from = from
    self.to = to
    self.location = location
  }
}
