import Campaigns
import Diagnostics
import Vietnamese

/// The part of L24 on units alone: who took over from whom, who stands under whom, who was in which
/// cluster.
struct UnitsInTime {
  private let archive: Archive
  private let directory: Directory

  init(_ context: CheckContext) {
    archive = context.archive
    directory = context.directory
  }

  func check(into log: inout CheckLog) {
    let superiors = Dictionary(grouping: archive.superiors, by: \.unit)
    for unit in archive.units {
      succession(of: unit, into: &log)
      self.superiors(of: unit, superiors[unit.id] ?? [], into: &log)
    }
    entries(
      archive.superiors, key: { "\($0.unit) \($0.kind.rawValue)" }, "parent.overlap",
      record: { "\($0.unit)/\($0.parent)" },
      what: { Phrase("cấp trên của “\($0.unit)”", en: "the superiors of “\($0.unit)”") }, into: &log
    )
    entries(
      archive.memberships, key: { "\($0.cluster) \($0.unit)" }, "membership.overlap",
      record: { "\($0.cluster)/\($0.unit)" },
      what: {
        Phrase(
          "“\($0.unit)” trong “\($0.cluster)”", en: "“\($0.unit)” within “\($0.cluster)”")
      }, into: &log)
    for entry in archive.memberships { membership(entry, into: &log) }
    leaders(into: &log)
  }

  // MARK: Succession

  /// One day after another: a successor that starts late leaves days on which nobody stood there.
  private func succession(of unit: Unit, into log: inout CheckLog) {
    guard let end = unit.validTo else { return }
    for id in unit.successors {
      guard let next = directory.unit(id) else { continue }
      if let from = next.validFrom, end.adding(days: 1) < from {
        log.tell(
          "unit.succession-gap", at: unit.location, record: "\(unit.id)/\(id)",
          Phrase(
            "“\(unit.id)” thôi hoạt động \(end.short) mà đơn vị kế thừa “\(id)” đến \(from.short) "
              + "mới bắt đầu.",
            en: "“\(unit.id)” ended on \(end.short) but its successor “\(id)” starts on "
              + "\(from.short)."),
          help: Phrase(
            "Sửa “valid_to” hoặc “valid_from” cho liền ngày.",
            en: "Mend “valid_to” or “valid_from” so that they meet."),
          notes: [
            (
              Phrase("“\(id)” ở \(next.location).", en: "“\(id)” is at \(next.location)."),
              next.location
            )
          ])
      } else if let last = next.validTo, last <= end {
        log.tell(
          "unit.succession-ended", at: unit.location, record: "\(unit.id)/\(id)",
          Phrase(
            "Đơn vị kế thừa “\(id)” thôi hoạt động \(last.short), không sau “\(unit.id)” "
              + "(\(end.short)).",
            en: "The successor “\(id)” ended on \(last.short), not after “\(unit.id)” "
              + "(\(end.short))."),
          help: Phrase("Sửa cột “successors”.", en: "Mend the column “successors”."))
      }
    }
  }

  /// A unit that lives on when its superior ends needs to say under whom it stands from then on.
  private func superiors(of unit: Unit, _ dated: [Superior], into log: inout CheckLog) {
    func examine(_ kind: Superior.Kind, _ id: String?, _ holds: (PlainDate) -> Bool) {
      guard let above = id.flatMap({ directory.unit($0) }), let end = above.validTo else { return }
      let next = end.adding(days: 1)
      guard holds(next), unit.exists(on: next),
        directory.superior(of: unit.id, kind, on: next) == nil
      else { return }
      log.tell(
        "unit.superior-ended", at: unit.location, record: unit.id,
        Phrase(
          "Từ \(next.short) không rõ \(kind.title.lowercased()) của “\(unit.id)”: “\(above.id)” đã "
            + "thôi hoạt động" + (above.successors.count > 1 ? ", có nhiều đơn vị kế thừa." : "."),
          en: "From \(next.short) it is not known whom “\(unit.id)” stands under: “\(above.id)” "
            + "had ended" + (above.successors.count > 1 ? " with several successors." : ".")),
        help: Phrase(
          "Ghi cấp trên từ ngày đó vào parents.csv, hoặc “valid_to” nếu đơn vị cũng thôi hoạt động.",
          en: "Write its superior from that day into parents.csv, or its own “valid_to”."))
    }
    examine(.administrative, unit.parent) { _ in true }
    examine(.professional, unit.professionalParent) { _ in true }
    for entry in dated { examine(entry.kind, entry.parent) { entry.holds(on: $0) } }
  }

  // MARK: Entries over a time

  /// Of one key no two entries hold on the same day, and each starts before it ends.
  private func entries<Entry: Lasting>(
    _ all: [Entry], key: (Entry) -> String, _ id: String, record: (Entry) -> String,
    what: (Entry) -> Phrase, into log: inout CheckLog
  ) where Entry: Placed {
    var seen: [String: [Entry]] = [:]
    for entry in all {
      if let from = entry.from, let to = entry.to, to < from {
        log.tell(
          "period.ends-before-start", .error, at: entry.location, record: record(entry),
          Phrase(
            "“Đến ngày” (\(to.short)) trước “Từ ngày” (\(from.short)).",
            en: "The last day (\(to.short)) is before the first (\(from.short))."),
          help: Phrase("Sửa cột “from” hoặc “to”.", en: "Mend the column “from” or “to”."))
        continue
      }
      let key = key(entry)
      if let other = seen[key]?.first(where: { $0.overlaps(entry) }) {
        let what = what(entry)
        log.tell(
          id, .error, at: entry.location, record: record(entry),
          Phrase(
            "Hai dòng về \(what.vietnamese) trùng thời gian.",
            en: "Two rows about \(what.english) overlap in time."),
          help: Phrase(
            "Sửa “from”, “to” cho dòng sau bắt đầu khi dòng trước đã hết.",
            en: "Mend “from” or “to” so that one starts when the other has ended."),
          notes: [
            (
              Phrase("Dòng kia ở \(other.location).", en: "The other is at \(other.location)."),
              other.location
            )
          ])
      }
      seen[key, default: []].append(entry)
    }
  }

  // MARK: Memberships

  private func membership(_ entry: Membership, into log: inout CheckLog) {
    guard let unit = directory.unit(entry.unit) else { return }
    let record = "\(entry.cluster)/\(entry.unit)"
    if unit.clusters.contains(entry.cluster) {
      log.tell(
        "membership.twice", at: entry.location, record: record,
        Phrase(
          "“\(unit.id)” vừa có “\(entry.cluster)” ở cột “clusters” (luôn là thành viên), vừa có "
            + "ngày vào, ra ở đây; chỉ dòng này được dùng.",
          en:
            "“\(unit.id)” is in “\(entry.cluster)” by its column “clusters” (always) and by dates "
            + "here; only this row counts."),
        help: Phrase(
          "Bỏ “\(entry.cluster)” khỏi cột “clusters” của units.csv.",
          en: "Remove “\(entry.cluster)” from the column “clusters” of units.csv."),
        notes: [
          (
            Phrase("Đơn vị ở \(unit.location).", en: "The unit is at \(unit.location)."),
            unit.location
          )
        ])
    }
    let starts = entry.from.map { !unit.exists(on: $0) } ?? false
    let ends = entry.to.map { !unit.exists(on: $0) } ?? false
    guard starts || ends else { return }
    log.tell(
      "membership.outside-validity", at: entry.location, record: record,
      Phrase(
        "“\(unit.id)” ở trong “\(entry.cluster)” cả khi đơn vị không hoạt động.",
        en: "“\(unit.id)” is in “\(entry.cluster)” while it does not exist."),
      help: Phrase(
        "Kiểm tra “from”, “to” với thời gian hoạt động trong units.csv.",
        en: "Check “from” and “to” against the unit's dates in units.csv."))
  }

  private func leaders(into log: inout CheckLog) {
    let leading = Dictionary(grouping: archive.memberships.filter(\.isLeader), by: \.cluster)
    for (cluster, entries) in leading.sorted(by: { $0.key < $1.key }) {
      for (index, entry) in entries.enumerated() {
        guard
          let other = entries[..<index].first(where: {
            $0.unit != entry.unit && $0.overlaps(entry)
          })
        else { continue }
        log.tell(
          "membership.two-leaders", at: entry.location, record: "\(cluster)/\(entry.unit)",
          Phrase(
            "“\(cluster)” có hai trưởng cụm, khối cùng lúc: “\(other.unit)” và “\(entry.unit)”.",
            en: "“\(cluster)” has two leaders at once: “\(other.unit)” and “\(entry.unit)”."),
          help: Phrase(
            "Mỗi thời gian chỉ một đơn vị có “leader” là “có”.",
            en: "Let one unit at a time have “leader”."),
          notes: [
            (
              Phrase("Dòng kia ở \(other.location).", en: "The other is at \(other.location)."),
              other.location
            )
          ])
      }
    }
  }
}

/// What a message can point at.
protocol Placed { var location: Location { get } }
extension Superior: Placed {}
extension Membership: Placed {}
