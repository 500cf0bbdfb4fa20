import Campaigns
import Diagnostics
import Vietnamese

/// The log of an exemplar follows the track of its campaign (L13).
enum Exemplars {
  static func check(_ campaign: Campaign, now: PlainDate, into bag: inout DiagnosticBag) {
    for exemplar in campaign.exemplars {
      let order = campaign.track.map(Exemplar.Step.steps(of:)) ?? track(of: exemplar)
      for step in exemplar.steps where !order.contains(step.step) {
        bag.warning(
          "exemplar.wrong-track", at: step.location,
          "Bước “\(step.step.title)” không thuộc quy trình của phong trào “\(campaign.id)”.",
          help: "Các bước: \(order.map(\.rawValue).joined(separator: ", ")).")
      }
      for step in exemplar.steps where step.date > now {
        bag.warning(
          "exemplar.step-in-future", at: step.location,
          "Bước “\(step.step.title)” ghi ngày \(step.date.short), sau ngày dựng trang.",
          help: "Chỉ ghi bước đã làm xong.")
      }
      sequence(of: exemplar, order, into: &bag)
    }
  }

  private static func track(of exemplar: Exemplar) -> [Exemplar.Step] {
    let stages = Exemplar.Step.steps(of: .fourStages)
    return exemplar.steps.allSatisfy { stages.contains($0.step) }
      ? stages : Exemplar.Step.steps(of: .fiveSteps)
  }

  private static func sequence(
    of exemplar: Exemplar, _ order: [Exemplar.Step], into bag: inout DiagnosticBag
  ) {
    let first = order.map { wanted in
      exemplar.steps.filter { $0.step == wanted }.min { $0.date < $1.date }
    }
    for (index, step) in first.enumerated() {
      guard let step else { continue }
      if let earlier = first[..<index].last(where: { $0.map { $0.date > step.date } ?? false }),
        let earlier
      {
        bag.warning(
          "exemplar.step-order", at: step.location,
          "Bước “\(step.step.title)” (\(step.date.short)) đứng trước bước "
            + "“\(earlier.step.title)” (\(earlier.date.short)).",
          help: "Kiểm tra lại ngày của hai bước.",
          notes: [.init("Bước kia ở \(earlier.location).", at: earlier.location)])
      } else if index > 0, first[index - 1] == nil {
        bag.warning(
          "exemplar.step-skipped", at: step.location,
          "Điển hình “\(exemplar.id)” có bước “\(step.step.title)” mà chưa có bước "
            + "“\(order[index - 1].title)”.",
          help: "Ghi thêm bước còn thiếu vào steps.csv.")
      }
    }
  }
}
