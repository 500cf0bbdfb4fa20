/// How far an exemplar has come along the track of its campaign.
extension Exemplar {
  package struct Stage: Sendable {
    package enum State: String, Sendable, CaseIterable {
      case done = "xong"
      /// A later step was taken, this one never.
      case skipped = "bo-qua"
      case next = "tiep-theo"
      case ahead = "sap-toi"

      package var title: String {
        switch self {
        case .done: "Đã thực hiện"
        case .skipped: "Bỏ qua, chưa ghi nhận"
        case .next: "Bước tiếp theo"
        case .ahead: "Chưa đến"
        }
      }
    }

    package var step: Step
    /// The first time that the step was taken; nil where it was not.
    package var entry: LoggedStep?
    package var state: State
  }

  /// The steps in the order of the track; without a track those of the log alone.
  package func stages(on track: Campaign.Track?) -> [Stage] {
    let log = steps.sorted { ($0.date, $0.location) < ($1.date, $1.location) }
    guard let track else { return log.map { Stage(step: $0.step, entry: $0, state: .done) } }
    var stages = Step.steps(of: track).map { step in
      let entry = log.first { $0.step == step }
      return Stage(step: step, entry: entry, state: entry == nil ? .ahead : .done)
    }
    let last = stages.lastIndex { $0.state == .done }
    for index in stages.indices where stages[index].state == .ahead {
      if let last, index < last { stages[index].state = .skipped }
    }
    if !isClosed, let next = stages.firstIndex(where: { $0.state == .ahead }) {
      stages[next].state = .next
    }
    return stages
  }

  /// The steps that the exemplar is to go: those of its campaign, else of the track that its log
  /// fits.
  package func order(in campaign: Campaign) -> [Step] {
    if let track = campaign.track { return Step.steps(of: track) }
    let stages = Step.steps(of: .fourStages)
    return steps.allSatisfy { stages.contains($0.step) } ? stages : Step.steps(of: .fiveSteps)
  }
}

extension Exemplar.Step {
  /// Whether the step carries the example beyond its own unit (nhân rộng).
  package var spreads: Bool { self == .spread || self == .publicise }
}
