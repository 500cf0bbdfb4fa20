package import Diagnostics
package import Vietnamese

/// One target of a campaign (chỉ tiêu): the plan's own sentence and what it demands.
package struct Target: Sendable {
  /// Which figures of the campaign's time the demand is held against (cách tính).
  package enum Window: String, Sendable, CaseIterable {
    /// The figure of the period judged.
    case atDate
    /// Counts of all periods added up; a share as it stands at the end of them.
    case overPeriod
    /// The figure of each year by itself.
    case everyYear
    /// Counts of all years added up and divided by the years.
    case averagePerYear

    package var title: String {
      switch self {
      case .atDate: "tại thời điểm"
      case .overPeriod: "cả giai đoạn"
      case .everyYear: "từng năm"
      case .averagePerYear: "bình quân năm"
      }
    }
  }

  /// What “giảm 0,3%” of a percentage means.
  package enum Measure: String, Sendable, CaseIterable {
    /// From 5% to 4,7%.
    case points
    /// From 5% to 4,985%.
    case percent

    package var title: String {
      switch self {
      case .points: "điểm phần trăm"
      case .percent: "phần trăm"
      }
    }
  }

  package var id: String
  package var campaign: String
  /// The sentence of the plan, letter for letter.
  package var verbatim: String
  package var name: String
  package var group: String?
  package var comparator: Comparator
  package var value: VNNumber?
  package var valueHigh: VNNumber?
  /// Unit of measure, such as `%`, `trường` or `điểm`.
  package var unitOfMeasure: String
  package var ordinal: String?
  package var dimension: Dimension?
  package var baseline: VNNumber?
  package var baselineAt: String?
  /// Which way is good, where the plan says so.
  package var direction: Indicator.Direction?
  package var isStrict = false
  /// As the plan or the table says; see `window`.
  package var statedWindow: Window?
  /// What a change of a percentage is counted in; nil where the plan does not say.
  package var measure: Measure?
  /// Years that yearly and average targets count, where the period may be read in two ways: a term
  /// “2020-2025” is five years and six calendar years.
  package var years: Int?
  package var deadline: PartialDate?
  package var parent: String?
  /// Targets that must hold at once: this one counts what passes them all.
  package var joint: [String] = []
  /// Targets that nothing can pass together with this one.
  package var excludes: [String] = []
  package var indicator: String?
  /// Ids or kinds of the units that report; empty means every participant.
  package var appliesTo: [String] = []
  package var rollsUp = true
  /// Unit that answers for the target (đơn vị chịu trách nhiệm).
  package var owner: String?
  /// Document that set the target, such as a resolution of a council.
  package var source: String?
  package var note: String?
  package var location: Location

  package init(
    id: String, campaign: String, verbatim: String, name: String, comparator: Comparator,
    value: VNNumber?, unitOfMeasure: String, location: Location
  ) {
    self.id = id
    self.campaign = campaign
    self.verbatim = verbatim
    self.name = name
    self.comparator = comparator
    self.value = value
    self.unitOfMeasure = unitOfMeasure
    self.location = location
  }

  package var isPercent: Bool { unitOfMeasure == "%" }

  /// The stated window; two comparators bring their own.
  package var window: Window {
    switch comparator {
    case .averagePerYear: .averagePerYear
    case .everyYear: .everyYear
    default: statedWindow ?? .atDate
    }
  }

  /// Whether the plan asks for a change of a percentage by some per cent and leaves open of what.
  package var hasOpenMeasure: Bool {
    isPercent && measure == nil && (comparator == .reduceBy || comparator == .increaseBy)
  }

  /// Which way is good: as stated, else as the comparator has it; nil where neither is.
  package var goodDirection: Indicator.Direction? {
    if let direction, direction != .keep { return direction }
    switch comparator {
    case .reduce, .reduceBy, .zero: return .down
    case .range, .byReference, .qualitative: return nil
    default: return .up
    }
  }

  /// A number with the target's unit: `79,63%`, `344 trường`.
  package func text(of number: VNNumber) -> String {
    isPercent ? "\(number.text)%" : "\(number.text) \(unitOfMeasure)"
  }

  /// What is asked, for a table: `ít nhất 80%`, `15–20%`, `không lượng hóa`.
  package var demand: String {
    switch comparator {
    case .qualitative, .byReference, .zero: return comparator.phrase
    case .all: return value.map(text) ?? "100%"
    case .range:
      guard let value, let valueHigh else { return comparator.phrase }
      return "\(value.text)–\(text(of: valueHigh))"
    case .reach, .countAt, .ordinalAtLeast: return value.map(text) ?? comparator.phrase
    default:
      guard let value else { return comparator.phrase }
      let more = isStrict && comparator != .moreThan ? "trên " : ""
      let size = measure == .points && isPercent ? "\(value.text) điểm phần trăm" : text(of: value)
      return "\(comparator.phrase) \(more)\(size)"
    }
  }
}
