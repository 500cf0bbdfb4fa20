import Campaigns
import Templating
import Vietnamese

/// What units undertook, with whom they signed it, and what came of it.
extension PageScope {
  static let registrationShape = Shape([
    "item": .text("nội dung đăng ký"),
    "unit": .object("đơn vị đăng ký", linkShape),
    "campaign": .object("phong trào", linkShape),
    "start": .text("ngày bắt đầu"),
    "end": .text("ngày kết thúc"),
    "lead": .text("chủ trì"),
    "coordinators": .text("phối hợp, cách nhau bằng dấu phẩy"),
    "expected": .text("kết quả dự kiến"),
    "signed": .text("ngày ký"),
    "status": .text("tiến độ bằng lời"),
    "status_id": .text("tiến độ để đặt lớp CSS, như `hoan-thanh`"),
    "counterparties": .list("những bên cùng ký: cụm, khối, đơn vị, nội bộ", of: linkShape),
    "achieved": .text("kết quả đạt được"),
    "done": .text("ngày hoàn thành"),
    "late": .text("chậm hoặc quá hạn bao nhiêu ngày, bằng lời; trống khi đúng hạn"),
  ])

  func registration(_ item: Registration) -> Value {
    .record(
      Self.registrationShape,
      [
        .text(item.item), unitLink(item.unit), campaignLink(item.campaign),
        shortDate(item.start), shortDate(item.end), .text(item.lead),
        .text(joined(item.coordinators)), .text(item.expected), shortDate(item.signedOn),
        .text(item.status.map { say($0.title) }), .text(item.status?.rawValue ?? "chua-ro"),
        .some(item.counterparties.map(party)), .text(item.achieved), shortDate(item.doneOn),
        .text(
          item.daysLate(on: model.now).map { days in
            say(
              item.doneOn == nil ? "quá hạn {count} ngày" : "chậm {count} ngày",
              ("count", tree.text(days)))
          }),
      ])
  }

  /// A cluster or a unit by its name, the unit's own sections, or the words as they are.
  private func party(_ id: String) -> Value {
    if id == Registration.inside { return link(say("nội bộ đơn vị"), nil) }
    if let cluster = directory.cluster(id) { return link(cluster.name, Address.cluster(id)) }
    return unitLink(id)
  }
}
