import Diagnostics

extension Check {
  /// All checks in the order of their codes.
  package static let all: [Check] = [
    missingConsent, childConsent, endedConsent, privateContact,
    targetIncomplete, targetWithoutResult, impossibleResult, outsideRange, inconsistentFigures,
    totalAndAverage,
    overdueDuty, planIncomplete, exemplarSteps, storyFacts,
    quotaExceeded, wrongAuthority, doubleAward, titleOrForm, standardNotMet, levelling,
    legalBasis, documentForm, scoreTable, timeAndUnits, textHygiene,
  ].sorted { $0.code < $1.code }

  package static func named(_ code: String) -> Check? {
    all.first { $0.code == code.uppercased() }
  }
}
