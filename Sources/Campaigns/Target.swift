package import Diagnostics
package import Vietnamese

/// How a value is held against a target (cách so sánh); `domain.md` 1.6 lists the cue words.
package enum Comparator: String, Sendable, CaseIterable {
  case reach, all, atLeast, moreThan, range, ordinalAtLeast, countAt, increaseBy, riseTo
  case averagePerYear, everyYear, reduceBy, improve, reduce, maintain, zero, byReference
  case qualitative

  /// How the demand reads before its number, such as `ít nhất 80%`.
  package var phrase: String {
    switch self {
    case .reach, .countAt, .ordinalAtLeast: "đạt"
    case .all: "đạt"
    case .atLeast: "ít nhất"
    case .moreThan: "trên"
    case .range: "trong khoảng"
    case .increaseBy: "tăng thêm"
    case .riseTo: "tăng đạt"
    case .averagePerYear: "bình quân mỗi năm"
    case .everyYear: "hằng năm"
    case .reduceBy: "giảm"
    case .improve: "nâng cao"
    case .reduce: "giảm"
    case .maintain: "duy trì"
    case .zero: "không để xảy ra"
    case .byReference: "theo chỉ tiêu được giao"
    case .qualitative: "không lượng hóa"
    }
  }

  /// Whether a person has to judge, since the plan gives no quantity.
  package var isUnquantified: Bool { self == .byReference || self == .qualitative }

  /// Whether figures of several units may be added to one of their superior.
  ///
  /// An index (nâng cao, giảm so với mốc) belongs to the unit that it was measured for.
  package var addsUp: Bool {
    switch self {
    case .improve, .reduce, .reduceBy, .byReference, .qualitative: false
    default: true
    }
  }
}

/// One target of a campaign (chỉ tiêu): the plan's own sentence and what it demands.
package struct Target: Sendable {
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
  package var dimension: String?
  package var baseline: VNNumber?
  package var baselineAt: String?
  package var isFallGood: Bool?
  package var isStrict = false
  package var years: Int?
  package var deadline: PartialDate?
  package var parent: String?
  package var joint: [String] = []
  package var indicator: String?
  /// Ids or kinds of the units that report; empty means every participant.
  package var appliesTo: [String] = []
  package var rollsUp = true
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
      return
        "\(comparator.phrase) \(isStrict && comparator != .moreThan ? "trên " : "")\(text(of: value))"
    }
  }
}

/// A figure reported by one unit for one target and period (kết quả thực hiện).
package struct TargetResult: Sendable {
  package var campaign: String
  package var target: String
  package var unit: String
  package var period: Period
  package var value: VNNumber?
  package var numerator: VNNumber?
  package var denominator: VNNumber?
  package var asOf: PlainDate?
  package var isConfirmed: Bool
  package var evidence: String?
  package var note: String?
  package var location: Location
  /// The cells of the value, or of numerator and denominator; empty where they are not known.
  package var cells: [Location] = []

  package init(
    campaign: String, target: String, unit: String, period: Period, value: VNNumber?,
    numerator: VNNumber?, denominator: VNNumber?, asOf: PlainDate?, isConfirmed: Bool,
    evidence: String?, note: String?, location: Location
  ) {
    self.campaign = campaign
    self.target = target
    self.unit = unit
    self.period = period
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.asOf = asOf
    self.isConfirmed = isConfirmed
    self.evidence = evidence
    self.note = note
    self.location = location
  }
}
