import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let inconsistentFigures = Check(
    "L09", .error,
    Phrase("Số liệu không khớp nhau", en: "Nested, joint or rolled-up figures disagree"),
    explanation: Phrase(
      "Phần “trong đó” không lớn hơn cái chứa nó; số cùng đạt nhiều chỉ tiêu không lớn hơn từng chỉ "
        + "tiêu; các phần loại trừ nhau cộng lại không quá tổng số; tổng của các đơn vị trực thuộc "
        + "bằng số của cấp trên và không sót đơn vị nào.",
      en: "A part is not larger than its whole; what passes several targets at once is not more "
        + "than what passes each; shares that exclude each other are not more than all; the units "
        + "below add up to the figure of the unit above, and none is left out."),
    remedy: Phrase(
      "Đối chiếu hai dòng số liệu và sửa dòng sai.", en: "Compare the rows and mend the wrong one."),
    citation: "Kế hoạch thi đua Đắk Lắk 2024: tiêu chí 5, 14 và cả hai tiêu chí; tổng hợp kết quả"
  ) { context, log in
    for campaign in context.archive.campaigns {
      let sheet = FigureSheet(campaign)
      for target in campaign.targets {
        nested(target, sheet, into: &log)
        joint(target, sheet, into: &log)
        exclusive(target, sheet, into: &log)
      }
      rolledUp(campaign, sheet, context, into: &log)
    }
  }

  // MARK: Trong đó

  private static func nested(_ child: Target, _ sheet: FigureSheet, into log: inout CheckLog) {
    guard let parent = child.parent.flatMap({ sheet.targets[$0] }),
      child.unitOfMeasure == parent.unitOfMeasure
    else { return }
    for result in sheet.results(of: child.id) {
      guard let whole = sheet.result(parent.id, like: result) else { continue }
      let pairs = [
        (result.counted(of: child), whole.counted(of: parent)),
        (result.denominator, whole.denominator),
      ]
      for case (let part?, let all?) in pairs where part > all {
        log.tell(
          "result.part-too-large", at: result.location, record: result.key,
          Phrase(
            "Phần “trong đó” là \(part.text), lớn hơn \(all.text) của chỉ tiêu “\(parent.id)”.",
            en: "The part is \(part.text), more than the \(all.text) of target “\(parent.id)”."),
          help: Phrase(
            "Chỉ tiêu “trong đó” chỉ đếm trong số đã đạt chỉ tiêu lớn.",
            en: "A nested target counts only among those that meet the larger one."),
          notes: [(Phrase("Số kia ở đây.", en: "The other figure is here."), whole.location)])
        break
      }
    }
  }

  // MARK: Cùng đạt

  private static func joint(_ target: Target, _ sheet: FigureSheet, into log: inout CheckLog) {
    let parts = target.joint.compactMap { sheet.targets[$0] }
    if let value = target.value,
      let part = parts.first(where: { $0.value.map { $0 < value } ?? false })
    {
      tell(joint: value, part, at: target.location, record: target.id, into: &log)
    }
    for result in sheet.results(of: target.id) {
      for part in parts {
        guard let other = sheet.result(part.id, like: result), result.exceeds(other, of: target),
          let value = result.counted(of: target) ?? result.value
        else { continue }
        tell(joint: value, part, at: result.location, record: result.key, into: &log)
        break
      }
    }
  }

  private static func tell(
    joint value: VNNumber, _ part: Target, at place: Location, record: String,
    into log: inout CheckLog
  ) {
    log.tell(
      "result.joint-too-large", at: place, record: record,
      Phrase(
        "Số cùng đạt các chỉ tiêu là \(value.text), lớn hơn số đạt riêng “\(part.id)”.",
        en: "What passes all targets is \(value.text), more than what passes “\(part.id)” alone."),
      help: Phrase(
        "Số cùng đạt nhiều nhất bằng số nhỏ nhất trong các chỉ tiêu thành phần.",
        en: "It can be no more than the least of its parts."),
      notes: [(Phrase("Chỉ tiêu thành phần ở đây.", en: "The part is here."), part.location)])
  }

  // MARK: Loại trừ nhau

  private static func exclusive(_ target: Target, _ sheet: FigureSheet, into log: inout CheckLog) {
    let others = target.excludes.compactMap { sheet.targets[$0] }
    guard target.isPercent, !others.isEmpty, others.allSatisfy(\.isPercent) else { return }
    for result in sheet.results(of: target.id) {
      let rows = [result] + others.compactMap { sheet.result($0.id, like: result) }
      let shares = rows.compactMap(\.share)
      let sum = shares.reduce(VNNumber(0)) { $0.adding($1) ?? $0 }
      // Each share is rounded by less than a hundredth.
      guard shares.count > 1, sum > VNNumber(units: 10000 + shares.count, scale: 2) else {
        continue
      }
      log.tell(
        "result.shares-too-large", at: result.location, record: result.key,
        Phrase(
          "Các tỷ lệ loại trừ nhau cộng lại là \(sum.text)%, quá 100%.",
          en: "Shares that exclude each other add up to \(sum.text)%, more than 100%."),
        help: Phrase(
          "Kiểm tra từng tỷ lệ; mỗi đối tượng chỉ được đếm ở một chỗ.",
          en: "Check each share; nothing may be counted twice."))
    }
  }

  // MARK: Cộng dồn

  /// A unit that reports for those below it says what they say, added up.
  private static func rolledUp(
    _ campaign: Campaign, _ sheet: FigureSheet, _ context: CheckContext, into log: inout CheckLog
  ) {
    for target in campaign.targets where target.rollsUp && target.comparator.addsUp {
      var told = Set<String>()
      for result in sheet.results(of: target.id) where !told.contains(result.unit) {
        guard let own = result.counted(of: target),
          let below = context.assessor.below(target, unit: result.unit, period: result.period),
          let sum = target.isPercent ? below.numerator : below.value
        else { continue }
        let isTooLarge = sum > own
        if sum == own, below.missing.isEmpty { continue }
        if !isTooLarge, !below.missing.isEmpty {
          told.insert(result.unit)
          tell(missing: below.missing, result, context, into: &log)
          continue
        }
        if sum == own { continue }
        told.insert(result.unit)
        log.tell(
          "result.sum-mismatch", at: result.location, record: "\(target.id)/\(result.unit)",
          Phrase(
            "\(result.unit), \(result.period.name): ghi \(own.text) nhưng các đơn vị trực thuộc "
              + "cộng lại là \(sum.text).",
            en: "\(result.unit), \(result.period.id): it says \(own.text) but the units below add "
              + "up to \(sum.text)."),
          help: Phrase(
            "Sửa số của cấp trên hoặc của đơn vị; bỏ dòng của cấp trên thì chương trình tự cộng.",
            en: "Mend one of them; without a row of its own the unit's figure is added up."),
          notes: below.sources.prefix(3).map {
            (Phrase("Một số của đơn vị trực thuộc.", en: "A figure of a unit below."), $0)
          })
      }
    }
  }

  private static func tell(
    missing: [String], _ result: TargetResult, _ context: CheckContext, into log: inout CheckLog
  ) {
    let names = missing.prefix(5).map { context.directory.name(ofUnit: $0) ?? $0 }
      .joined(separator: ", ")
    log.tell(
      "result.unit-missing", .warning, at: result.location,
      record: "\(result.target)/\(result.unit)",
      Phrase(
        "\(result.unit), \(result.period.name): có số chung nhưng thiếu số của \(names).",
        en: "\(result.unit), \(result.period.id): there is a total, but no figure of \(names)."),
      help: Phrase(
        "Nhập số của đơn vị còn thiếu để đối chiếu được.",
        en: "Enter the missing figures, so that the total can be checked."))
  }
}

/// The results of a campaign by target, and by target, unit and period.
private struct FigureSheet {
  let targets: [String: Target]
  private let byTarget: [String: [TargetResult]]
  private let byKey: [String: TargetResult]

  init(_ campaign: Campaign) {
    targets = Dictionary(campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    byTarget = Dictionary(grouping: campaign.results, by: \.target)
    byKey = Dictionary(campaign.results.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func results(of target: String) -> [TargetResult] { byTarget[target] ?? [] }

  /// What the same unit says of another target for the same period.
  func result(_ target: String, like result: TargetResult) -> TargetResult? {
    byKey["\(target)/\(result.unit)/\(result.period.id)"]
  }
}

extension TargetResult {
  /// How many were counted; nil for a share that names no counts.
  fileprivate func counted(of target: Target) -> VNNumber? {
    target.isPercent ? numerator : value ?? numerator
  }

  fileprivate var share: VNNumber? {
    if let numerator, let denominator {
      return VNNumber.percentage(numerator: numerator, denominator: denominator, scale: 2)
    }
    return value
  }

  /// Of the same whole, counts are compared; else shares are.
  fileprivate func exceeds(_ other: TargetResult, of target: Target) -> Bool {
    if let mine = numerator, let theirs = other.numerator, denominator == other.denominator {
      return mine > theirs
    }
    guard let mine = target.isPercent ? share : value,
      let theirs = target.isPercent ? other.share : other.value
    else { return false }
    return mine > theirs
  }
}
