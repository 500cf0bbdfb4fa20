import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// What is counted, and what a unit says of itself.
extension ReportView {
  static let countsShape = Shape(
    members: [("total", .figure("số chỉ tiêu áp dụng"))]
      + TargetState.allCases.map { ($0.id, .figure("số chỉ tiêu: \($0.title.lowercased())")) }
      + [
        ("units", .figure("số đơn vị được tổng hợp")),
        ("missing", .figure("số đơn vị chưa gửi đủ số liệu")),
        ("unreported", .figure("số chỉ tiêu chưa đơn vị nào gửi số liệu")),
        ("registrations", .figure("số nội dung đăng ký")),
        ("done", .figure("số nội dung đăng ký đã hoàn thành")),
        ("overdue", .figure("số nội dung đăng ký quá hạn")),
        ("inspections", .figure("số lần kiểm tra")),
        ("exemplars", .figure("số điển hình")),
        ("awards", .figure("số khen thưởng")),
        ("duties", .figure("số nhiệm vụ theo kế hoạch")),
      ])

  var counts: Value {
    func count(_ meaning: String, _ cells: [Location]) -> Value {
      ledger.count(cells, of: "\(meaning), \(whose), \(time)")
    }
    let states = TargetState.allCases.map { state in
      count(
        "Số chỉ tiêu \(state.title.lowercased())",
        assessments.filter { $0.state == state }.map(\.target.location))
    }
    let registrations = shownRegistrations
    return .record(
      Self.countsShape,
      [count("Số chỉ tiêu", assessments.map(\.target.location))] + states + [
        count("Số đơn vị được tổng hợp", parts.map(\.location)),
        count("Số đơn vị chưa gửi đủ số liệu", missing.map(\.location)),
        count("Số chỉ tiêu chưa đơn vị nào gửi số liệu", unreported.map(\.location)),
        count("Số nội dung đăng ký", registrations.map(\.location)),
        count(
          "Số nội dung đăng ký đã hoàn thành",
          registrations.filter { $0.status == .done }.map(\.location)),
        count(
          "Số nội dung đăng ký quá hạn", registrations.filter(isOverdue).map(\.location)),
        count("Số lần kiểm tra", shownInspections.map(\.location)),
        count("Số điển hình", shownExemplars.map(\.location)),
        count("Số khen thưởng", shownAwards.map(\.location)),
        count("Số nhiệm vụ theo kế hoạch", campaign.duties.map(\.location)),
      ])
  }

  var headcount: [Value] {
    let count = unit.headcount
    let parts: [(Int?, String, Location?)] = [
      (count.classes, "lớp", count.places.classes),
      (count.pupils, "học sinh", count.places.pupils),
      (count.teachers, "giáo viên", count.places.teachers),
      (count.staff, "cán bộ quản lý, giáo viên, nhân viên", count.places.staff),
    ]
    return parts.compactMap { number, noun, place in
      number.map { number in
        let origin = SourceLedger.Origin(
          "Số \(noun), \(unit.name)", cells: [place ?? unit.location])
        return .html("\(ledger.traced(VNNumber(number).text, origin)) \(noun)")
      }
    }
  }

  // MARK: What was registered and looked into

  var shownRegistrations: [Registration] {
    if let cluster = key.cluster {
      let ids = Set(directory.members(of: cluster, in: key.period).map(\.id))
      return campaign.registrations.filter { ids.contains($0.unit) }
    }
    return key.kind == .duties
      ? campaign.registrations.filter { isInScope($0.unit) }
      : campaign.registrations.filter { $0.unit == unit.id }
  }

  func isOverdue(_ registration: Registration) -> Bool {
    guard let end = registration.end else { return false }
    return end < date && registration.status != .done
  }

  private var shownInspections: [Inspection] {
    let all = campaign.inspections.filter { isInScope($0.unit) }
    return phase == nil ? all : all.filter { isInTime($0.date) }
  }

  var registered: [Value] {
    marked(shownRegistrations) { item, mark in
      var text = Self.withoutStop(item.item)
      if let start = item.start, let end = item.end {
        text += " (từ \(start.short) đến \(end.short))"
      }
      if let status = item.status(on: date) { text += ", \(status.title.lowercased())" }
      return .record(Self.itemShape, [.text(text), .text(mark)])
    }
  }

  var inspections: [Value] {
    marked(shownInspections) { visit, mark in
      var text = "N" + visit.date.official.dropFirst()
      if let name = directory.unit(visit.unit)?.name { text += ", \(name)" }
      if let findings = visit.findings { text += ": \(findings)" }
      return .record(Self.itemShape, [.text(Self.withoutStop(text)), .text(mark)])
    }
  }
}
