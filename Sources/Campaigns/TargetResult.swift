package import Diagnostics
package import Vietnamese

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
