/// How a value is held against a target (cách so sánh); `domain.md` 1.6 lists the cue words.
package enum Comparator: String, Sendable, CaseIterable {
  case reach, all, atLeast, moreThan, range, ordinalAtLeast, countAt, increaseBy, riseTo
  case averagePerYear, everyYear, reduceBy, improve, reduce, maintain, zero, byReference
  case qualitative

  /// What people choose from a list; unlike `phrase` no two are the same.
  package var title: String {
    switch self {
    case .reach: "Đạt"
    case .all: "Tất cả"
    case .atLeast: "Ít nhất"
    case .moreThan: "Trên"
    case .range: "Trong khoảng"
    case .ordinalAtLeast: "Xếp loại từ"
    case .countAt: "Có số lượng"
    case .increaseBy: "Tăng thêm"
    case .riseTo: "Tăng lên đến"
    case .averagePerYear: "Bình quân mỗi năm"
    case .everyYear: "Mỗi năm đều đạt"
    case .reduceBy: "Giảm bớt"
    case .improve: "Nâng cao so với mốc"
    case .reduce: "Giảm so với mốc"
    case .maintain: "Duy trì"
    case .zero: "Không để xảy ra"
    case .byReference: "Theo chỉ tiêu được giao"
    case .qualitative: "Không lượng hóa"
    }
  }

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
