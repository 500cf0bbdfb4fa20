import Diagnostics

extension Check {
  /// All checks in the order of their codes.
  package static let all: [Check] = [
    targetIncomplete, impossibleResult, exemplarSteps, doubleAward, titleOrForm, documentForm,
    timeAndUnits,
  ].sorted { $0.code < $1.code }

  package static func named(_ code: String) -> Check? {
    all.first { $0.code == code.uppercased() }
  }
}
