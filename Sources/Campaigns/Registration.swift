package import Diagnostics
package import Vietnamese

/// What a unit undertakes in a campaign (đăng ký, giao ước thi đua), and what came of it.
package struct Registration: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case underWay = "dang-thuc-hien"
    case done = "hoan-thanh"
    case notDone = "chua-hoan-thanh"

    package var title: String {
      switch self {
      case .underWay: "Đang thực hiện"
      case .done: "Hoàn thành"
      case .notDone: "Chưa hoàn thành"
      }
    }
  }

  /// Stands for the unit's own sections in `counterparties` (ký kết trong nội bộ).
  package static let inside = "noi-bo"

  package var id: String
  package var campaign: String
  package var unit: String
  package var item: String
  package var start: PlainDate?
  package var end: PlainDate?
  package var lead: String?
  package var coordinators: [String] = []
  package var expected: String?
  package var signedOn: PlainDate?
  /// With whom it was signed: ids of clusters and units, `noi-bo`, or plain words.
  package var counterparties: [String] = []
  package var status: Status?
  /// What was reached, in the words of who reports it; held against `expected` by the reader.
  package var achieved: String?
  /// The cell of `achieved`, so that its numbers lead back to it.
  package var achievedAt: Location?
  package var doneOn: PlainDate?
  package var location: Location

  package init(id: String, campaign: String, unit: String, item: String, location: Location) {
    self.id = id
    self.campaign = campaign
    self.unit = unit
    self.item = item
    self.location = location
  }

  /// Whether nobody has said yet how it ended.
  package var isOpen: Bool { status == nil || status == .underWay }

  /// By how many days it was done after its end, or is open past it on `day`; nil where it is in
  /// time or where that cannot be told.
  package func daysLate(on day: PlainDate) -> Int? {
    guard let end, let reached = doneOn ?? (isOpen ? day : nil), reached > end else { return nil }
    return reached.dayNumber - end.dayNumber
  }

  /// What had been reached by a day; a paper of that day knows nothing of what came later.
  package func achieved(by day: PlainDate) -> String? {
    doneOn.map { $0 <= day } ?? true ? achieved : nil
  }

  package func status(on day: PlainDate) -> Status? {
    status == .done && doneOn.map { $0 > day } ?? false ? .underWay : status
  }
}
