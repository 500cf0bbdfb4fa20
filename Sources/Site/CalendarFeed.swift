import Campaigns
import Vietnamese

/// Dates as a calendar file (iCalendar, RFC 5545) that phones and mail programs subscribe to.
struct CalendarFeed {
  let model: SiteModel
  let name: String
  let items: [SiteCalendar.Item]
  /// The unit whose calendar it is; nil for that of the site.
  var unit: String?

  func bytes() -> [UInt8] {
    var out = CalendarText()
    out.line("BEGIN", "VCALENDAR")
    out.line("VERSION", "2.0")
    out.line("PRODID", "-//neuguong//lich//VI")
    out.line("CALSCALE", "GREGORIAN")
    out.line("METHOD", "PUBLISH")
    out.text("X-WR-CALNAME", name)
    // A day that is not known to the month would fill a year of everybody's calendar.
    for item in items where item.hasMonth { event(item, into: &out) }
    out.line("END", "VCALENDAR")
    return out.bytes
  }

  private func event(_ item: SiteCalendar.Item, into out: inout CalendarText) {
    let campaign = model.directory.title(ofCampaign: item.campaign) ?? item.campaign
    let owner = model.settings.publisher ?? "trang"
    let whose = unit.map { ".\($0)" } ?? ""
    out.line("BEGIN", "VEVENT")
    out.text(
      "UID", "\(item.id.split(separator: "/").joined(separator: "."))\(whose)@\(owner).neuguong")
    out.line("DTSTAMP", "\(Self.basic(model.now))T000000Z")
    out.line("DTSTART;VALUE=DATE", Self.basic(item.days.from))
    out.line("DTEND;VALUE=DATE", Self.basic(item.days.to.adding(days: 1)))
    let prefix = item.kind == .duty ? "Hạn: " : ""
    out.text("SUMMARY", prefix + item.title + (item.isTentative ? " (dự kiến)" : ""))
    out.text("DESCRIPTION", description(item, campaign))
    if let place = item.event?.place { out.text("LOCATION", place) }
    if let url = model.absolute(page(of: item)) { out.line("URL", url) }
    out.line("STATUS", item.isTentative ? "TENTATIVE" : "CONFIRMED")
    // A last day or a meeting of others does not make its reader busy.
    out.line("TRANSP", "TRANSPARENT")
    out.line("END", "VEVENT")
  }

  private func description(_ item: SiteCalendar.Item, _ campaign: String) -> String {
    var lines = [campaign, "Thời gian: \(item.date)"]
    if let detail = item.detail { lines.append(detail) }
    if let unit, let column = item.column,
      let entry = model.calendar.boards[item.campaign]?.columns[column].entries
        .first(where: { $0.unit == unit }), entry.state.isSent
    {
      // Only what stays true: days left would be wrong by the time they are read.
      lines.append(
        [entry.state.title, entry.number, entry.sentOn?.short].compactMap(\.self)
          .joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  private func page(of item: SiteCalendar.Item) -> String {
    item.kind == .duty ? Address.progress(item.campaign) : Address.campaign(item.campaign)
  }

  /// `20241209`.
  private static func basic(_ day: PlainDate) -> String {
    String(decoding: day.iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }
}

/// A growing calendar text: lines that end in CRLF and are folded at 75 octets, never within a letter.
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// A value that stands as it is.
  mutating func line(_ name: String, _ value: String) { fold(Array("\(name):\(value)".utf8)) }

  /// A value of type TEXT, escaped (RFC 5545, 3.3.11).
  mutating func text(_ name: String, _ value: String) {
    var line = Array("\(name):".utf8)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        line += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): line += Array("\\n".utf8)
      case 0..<32, 127: continue
      default: line.append(byte)
      }
    }
    fold(line)
  }

  private mutating func fold(_ line: [UInt8]) {
    var rest = line[...]
    var room = 75
    while rest.count > room {
      var cut = rest.startIndex + room
      while cut > rest.startIndex, rest[cut] & 0xC0 == 0x80 { cut -= 1 }
      bytes += rest[..<cut]
      bytes += [0x0D, 0x0A, 0x20]
      rest = rest[cut...]
      // The space that marks a folded line counts.
      room = 74
    }
    bytes += rest
    bytes += [0x0D, 0x0A]
  }
}
