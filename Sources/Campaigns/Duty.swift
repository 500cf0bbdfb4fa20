package import Diagnostics
package import Vietnamese

extension Campaign {
  /// Something owed by a date (việc phải báo cáo, phải nộp).
  package struct Duty: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case plan = "ke-hoach"
      case registration = "dang-ky"
      case interimReport = "so-ket"
      case finalReport = "tong-ket"
      case dossier = "ho-so"
      case periodic = "dinh-ky"
      case inspection = "kiem-tra"
      case other = "khac"

      package var title: String {
        switch self {
        case .plan: "Kế hoạch"
        case .registration: "Đăng ký"
        case .interimReport: "Sơ kết"
        case .finalReport: "Tổng kết"
        case .dossier: "Hồ sơ khen thưởng"
        case .periodic: "Báo cáo định kỳ"
        case .inspection: "Kiểm tra"
        case .other: "Việc khác"
        }
      }
    }

    /// How often a duty comes back within its campaign (hàng năm, mỗi học kỳ).
    package enum Repetition: String, Sendable, CaseIterable {
      case year = "nam"
      case schoolYear = "nam-hoc"
      case term = "hoc-ky"

      package var title: String {
        switch self {
        case .year: "hằng năm"
        case .schoolYear: "mỗi năm học"
        case .term: "mỗi học kỳ"
        }
      }

      var turnsAYear: Int { self == .term ? 2 : 1 }
    }

    package var id: String
    package var kind: Kind
    package var text: String
    /// The days that the plan states; of a repeated duty those of its first turns, one year's worth.
    package var dues: [PartialDate]
    /// The day is set elsewhere (theo quy định).
    package var isByRule = false
    package var every: Repetition?
    /// The event that the duty is bound to: its id in `events.csv`, or words.
    package var event: String?
    /// Ids, kinds and levels of the units that owe it; empty: all that take part but the receiver.
    package var from: [String] = []
    package var to: String?
    package var via: String?
    package var location: Location

    package init(
      id: String, kind: Kind, text: String, due: PartialDate?, event: String?, to: String?,
      via: String?, location: Location
    ) {
      self.id = id
      self.kind = kind
      self.text = text
      dues = due.map { [$0] } ?? []
      self.event = event
      self.to = to
      self.via = via
      self.location = location
    }

    package var due: PartialDate? { dues.first }

    /// Whether words that stand for a day say that it is set elsewhere.
    package static func isRule(_ words: String) -> Bool {
      Fold.heading(words) == "theo quy dinh"
    }
  }

  /// The event that a duty is bound to, if `events.csv` has it.
  package func event(of duty: Duty) -> Event? {
    duty.event.flatMap { id in events.first { $0.id == id } }
  }

  /// The last day in the words of the plan, or what it names in its place.
  package func dueText(of duty: Duty) -> String? {
    let words =
      duty.due?.text ?? event(of: duty)?.title ?? duty.event
      ?? (duty.isByRule ? "theo quy định" : nil)
    guard let every = duty.every?.title else { return words }
    return words.map { "\($0), \(every)" } ?? every
  }
}
