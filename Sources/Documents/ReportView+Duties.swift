import Campaigns
import Templating
import Vietnamese

/// What is undertaken, and what the plan asks for by which day.
extension ReportView {
  static let undertakings: [ReportName] = [
    ReportName("undertakings", .list("nội dung đăng ký", of: undertakingShape)) { view in
      .list(view.shownRegistrations.map(view.undertaking))
    },
    ReportName(
      "outcomes", .list("nội dung đăng ký đã có kết quả vào ngày lập văn bản", of: undertakingShape)
    ) { view in
      .list(
        view.shownRegistrations.filter { $0.achieved(by: view.date) != nil }
          .map(view.undertaking))
    },
    ReportName("parties", .texts("những bên cùng ký kết: cụm, khối, đơn vị, nội bộ")) {
      .list($0.parties.map { .text($0) })
    },
    ReportName("signers", .list("những bên ký giao ước", of: signerShape)) { .list($0.signers) },
  ]

  static let followUp: [ReportName] = [
    ReportName("today", .text("ngày lập báo cáo")) { .text($0.date.short) },
    ReportName("duties", .list("nhiệm vụ kế hoạch giao", of: dutyShape)) { view in
      .list(view.campaign.duties.map(view.duty))
    },
    ReportName("tasks", .list("phân công thực hiện", of: taskShape)) { view in
      .list(view.campaign.tasks.map(view.task))
    },
  ]

  static let undertakingShape = Shape([
    "unit": .text("tên đơn vị"),
    "item": .text("nội dung đăng ký"),
    "start": .text("ngày bắt đầu"),
    "end": .text("ngày kết thúc"),
    "lead": .text("người, bộ phận chủ trì"),
    "coordinators": .text("nơi phối hợp"),
    "expected": .text("kết quả dự kiến"),
    "status": .text("tình trạng"),
    "is_overdue": .flag("quá hạn mà chưa hoàn thành"),
    "achieved": .safe("kết quả đã đạt vào ngày lập văn bản"),
  ])

  static let signerShape = Shape([
    "name": .text("đơn vị, hoặc người, bộ phận chủ trì"),
    "position": .text("chức vụ của người ký"),
    "signed": .text("ngày ký, nếu đã ký"),
  ])

  static let dutyShape = Shape([
    "text": .text("nhiệm vụ, nguyên văn"),
    "kind": .text("loại việc"),
    "due": .text("thời hạn, như kế hoạch viết"),
    "to": .text("nơi nhận"),
    "via": .text("bộ phận nhận"),
    "state": .text("đã đến hạn hay chưa"),
    "outcome": .safe(
      "bao nhiêu đơn vị đã gửi, gửi quá hạn, chưa gửi; trống nếu không theo dõi được"),
    "is_past": .flag("đã quá thời hạn"),
  ])

  static let taskShape = Shape([
    "text": .text("việc"),
    "lead": .text("chủ trì"),
    "coordinators": .text("phối hợp"),
  ])

  private func undertaking(_ registration: Registration) -> Value {
    .record(
      Self.undertakingShape,
      [
        .text(directory.name(ofUnit: registration.unit)), .text(registration.item),
        .text(registration.start?.short), .text(registration.end?.short),
        .text(registration.lead), .text(registration.coordinators.joined(separator: "; ")),
        .text(registration.expected), .text(registration.status(on: date)?.title),
        .bool(isOverdue(registration)), achieved(registration),
      ])
  }

  private func achieved(_ registration: Registration) -> Value {
    guard let words = registration.achieved(by: date) else { return .null }
    let origin = SourceLedger.Origin(
      "Kết quả nội dung đăng ký “\(registration.item)”",
      cells: [registration.achievedAt ?? registration.location])
    return .html(ledger.sentence(words, origin))
  }

  /// Each once, in the order of the registrations.
  private var parties: [String] {
    var seen: Set<String> = []
    return shownRegistrations.flatMap(\.counterparties).filter { seen.insert($0).inserted }
      .map { id in
        if id == Registration.inside { return "nội bộ đơn vị" }
        return directory.cluster(id)?.name ?? directory.name(ofUnit: id) ?? id
      }
  }

  /// The members of a cluster by their heads; within a unit those who lead what was registered.
  private var signers: [Value] {
    if let cluster = key.cluster {
      return directory.members(of: cluster, in: key.period)
        .filter { directory.takesPart($0.id, in: campaign.id) }
        .sorted { SortKey($0.name) < SortKey($1.name) }
        .map {
          .record(Self.signerShape, [.text($0.name), .text($0.headTitle?.capitalisedTitle), .null])
        }
    }
    var names: [String] = []
    let registrations = shownRegistrations
    for lead in registrations.compactMap(\.lead) where !names.contains(lead) {
      names.append(lead)
    }
    return names.map { name in
      let signed = registrations.filter { $0.lead == name }.compactMap(\.signedOn).max()
      return .record(Self.signerShape, [.text(name), .null, .text(signed?.short)])
    }
  }

  private func duty(_ duty: Campaign.Duty) -> Value {
    let isPast = duty.due.map { $0.last < date } ?? false
    let state =
      duty.due != nil
      ? (isPast ? "Đã đến hạn" : "Chưa đến hạn")
      : duty.event != nil
        ? "Theo sự kiện"
        : duty.isByRule ? "Theo quy định" : "Thường xuyên, không ghi thời hạn"
    return .record(
      Self.dutyShape,
      [
        .text(Self.withoutStop(duty.text).capitalisedFirst), .text(duty.kind.title),
        .text(campaign.dueText(of: duty)),
        .text(duty.to.map { directory.name(ofUnit: $0) ?? $0 }), .text(duty.via), .text(state),
        .html(outcome(of: duty)),
        .bool(isPast),
      ])
  }

  private func task(_ task: Campaign.Assignment) -> Value {
    .record(
      Self.taskShape,
      [
        .text(Self.withoutStop(task.text)),
        .text(task.lead.map { directory.name(ofUnit: $0) ?? $0 }),
        .text(
          task.coordinators.map { directory.name(ofUnit: $0) ?? $0 }.joined(separator: "; ")),
      ])
  }
}

extension String {
  /// `HIỆU TRƯỞNG` as it stands in a table: `Hiệu trưởng`.
  var capitalisedTitle: String {
    lowercased().capitalisedFirst
  }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
