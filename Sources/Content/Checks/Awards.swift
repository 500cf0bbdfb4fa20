import Campaigns
import Diagnostics
import Vietnamese

/// One achievement is honoured once (L17; Luật 06/2022/QH15, Điều 5).
enum Awards {
  static func check(_ archive: Archive, into bag: inout DiagnosticBag) {
    var seen: [String: Award] = [:]
    let awards = archive.campaigns.flatMap(\.awards).sorted { $0.location < $1.location }
    for award in awards where award.revokedOn == nil {
      guard let achievement = award.achievement else { continue }
      let subject = award.person ?? "\(award.unit) \(award.subject ?? "")"
      let key = "\(subject)|\(award.period?.id ?? "")|\(Fold.search(achievement))"
      guard let first = seen[key] else {
        seen[key] = award
        continue
      }
      bag.warning(
        "award.double", at: award.location,
        "Khen thưởng “\(award.id)” trùng thành tích với “\(first.id)”.",
        help: "Không tặng nhiều hình thức khen thưởng cho một thành tích; kiểm tra lại.",
        notes: [.init("Khen thưởng “\(first.id)” ở \(first.location).", at: first.location)])
    }
  }
}
