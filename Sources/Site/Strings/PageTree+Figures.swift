import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// What targets ask and how they were judged, as the pages of a language say it.
extension PageTree {
  /// What is asked, to begin a cell: `Ít nhất 80%`, `At least 80%`.
  func demand(of target: Target) -> String {
    let demand = target.demand
    if language == .vietnamese { return demand.capitalizedFirst }
    let phrase = target.comparator.phrase
    guard demand.hasPrefix(phrase) else { return marks(demand) }
    var rest = String(demand.dropFirst(phrase.count))
    let (more, points) = (" trên ", "điểm phần trăm")
    if rest.hasPrefix(more) { rest = " \(strings.say("trên")) \(rest.dropFirst(more.count))" }
    if rest.hasSuffix(points) {
      rest = rest.dropLast(points.count) + strings.say(points)
    }
    return (strings.say(phrase) + marks(rest)).capitalizedFirst
  }

  /// `79,63%`, `79.63%`.
  func value(of assessment: Assessment) -> String { marks(assessment.valueText) }

  /// Why a target is judged so.
  ///
  /// In Vietnamese the whole reckoning; else what it comes to.
  func reason(of assessment: Assessment) -> String {
    if language == .vietnamese || strings.hasWords(assessment.reason) {
      return strings.say(assessment.reason)
    }
    return switch assessment.state {
    case .exceeded, .met, .missed:
      strings.say(
        "Kết quả {value}, yêu cầu: {demand}.",
        [
          ("value", value(of: assessment)),
          ("demand", demand(of: assessment.target).lowercased()),
        ])
    case .incomplete: strings.say("Chưa đủ số liệu để đánh giá.")
    case .unknown: strings.say("Chưa có số liệu.")
    case .unquantified: strings.say("Kế hoạch không nêu con số; cần đơn vị đánh giá bằng lời.")
    }
  }

  /// Which part of a whole a target is about: `Tiểu học, 3–5 tuổi`.
  func title(of dimension: Dimension) -> String {
    if language == .vietnamese { return dimension.title }
    var words = dimension.levels.map { strings.say($0.title) }
    if let ages = dimension.ages {
      let years =
        ages.lowerBound == ages.upperBound
        ? String(ages.lowerBound) : "\(ages.lowerBound)–\(ages.upperBound)"
      words.append(strings.say("{years} tuổi", [("years", years)]))
    }
    if let subject = dimension.subject { words.append(subject) }
    return words.joined(separator: ", ")
  }
}
