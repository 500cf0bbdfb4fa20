import Campaigns
import Diagnostics
import Vietnamese

/// Reads the text of one figure: shares, counts, “12/15”, figures with their unit of measure.
struct FigureText {
  /// Whether shares from 0 to 1 are parts of one; nil where nobody has said.
  let readsFractions: Bool?

  /// Texts by field of a result; nil after having told what is wrong.
  func read(
    _ cell: Grid.Cell, _ figure: Column.Figure, demand: Target, isSuspect: Bool,
    at place: Location, into bag: inout DiagnosticBag
  ) -> [(field: String, text: String)]? {
    let isShare = demand.unitOfMeasure == "%"
    if cell.isSpread {
      bag.error(
        "import.merged-figure", at: place,
        "Số “\(cell.text)” nằm trong ô gộp của nhiều dòng hoặc cột.",
        help: "Bỏ gộp ô và ghi số vào đúng dòng, cột của nó.")
      return nil
    }
    if cell.value == .date {
      bag.error(
        "import.date-figure", at: place, "Ô là ngày \(cell.text), không phải số liệu.",
        help: "Bảng tính đã đổi số thành ngày; định dạng ô là văn bản hoặc số rồi ghi lại.")
      return nil
    }
    let text = bare(cell.text, demand)
    if let (top, bottom) = fraction(text) {
      return [("numerator", top), ("denominator", bottom)]
    }
    let isPercent = text.hasSuffix("%")
    switch figure.measure {
    case .numerator, .denominator:
      if isPercent { return tellPercent(cell, figure, at: place, into: &bag) }
      return [(figure.measure.rawValue, text)]
    case .count:
      if isPercent, !isShare { return tellPercent(cell, figure, at: place, into: &bag) }
      if isPercent { return [("value", text)] }
      return [(isShare ? "numerator" : "value", text)]
    case .value: break
    }
    if isPercent {
      if !isShare, !demand.unitOfMeasure.isEmpty {
        bag.error(
          "import.percent", at: place,
          "Ô ghi \(text), trong khi chỉ tiêu “\(demand.name)” đo bằng \(demand.unitOfMeasure).",
          help: "Ghi số \(demand.unitOfMeasure), hoặc sửa tên cột nếu số này thuộc chỉ tiêu khác.")
        return nil
      }
      return [("value", text)]
    }
    guard isSuspect, isShare || figure.saysPercent else { return [("value", text)] }
    switch readsFractions {
    case false?: return [("value", text)]
    case true?: return hundredfold(text).map { [("value", $0)] } ?? [("value", text)]
    case nil:
      bag.error(
        "import.fraction", at: place,
        "Không rõ “\(text)” là \(text)% hay \(hundredfold(text) ?? "")%: cả cột chỉ có số từ 0 đến 1.",
        help: "Thêm --fractions co nếu 0,5 nghĩa là 50%, --fractions khong nếu nghĩa là 0,5%.")
      return nil
    }
  }

  /// Without the unit of measure that is written after the figure.
  private func bare(_ text: String, _ demand: Target) -> String {
    let unit = demand.unitOfMeasure
    guard !unit.isEmpty, unit != "%", let first = text.first, first.isNumber else { return text }
    let figure = text.prefix { $0.isNumber || ".,".contains($0) || $0 == " " }
    let rest = String(text.dropFirst(figure.count))
    return Fold.heading(rest) == Fold.heading(unit) ? String(figure).trimmingSpaces : text
  }

  /// “12/15”: twelve of fifteen.
  private func fraction(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0).trimmingSpaces }
    guard parts.count == 2, case .success(let top) = VNNumber.parse(parts[0]),
      case .success(let bottom) = VNNumber.parse(parts[1]),
      !top.isPercent, !bottom.isPercent, top.number <= bottom.number
    else { return nil }
    return (parts[0], parts[1])
  }

  private func hundredfold(_ text: String) -> String? {
    guard case .success(let parsed) = VNNumber.parse(text),
      let more = parsed.number.multiplying(by: VNNumber(100))
    else { return nil }
    var text = more.text(groupedBy: "")
    if text.contains(",") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(",") { text.removeLast() }
    }
    return text
  }

  private func tellPercent(
    _ cell: Grid.Cell, _ figure: Column.Figure, at place: Location, into bag: inout DiagnosticBag
  ) -> [(field: String, text: String)]? {
    let name =
      switch figure.measure {
      case .numerator: "tử số"
      case .denominator: "mẫu số"
      default: "số lượng"
      }
    bag.error(
      "import.percent", at: place, "Ô ghi \(cell.text), trong khi cột là \(name).",
      help: "Ghi số đếm, hoặc đổi tên cột thành “Tỷ lệ (%)”.")
    return nil
  }
}
