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
