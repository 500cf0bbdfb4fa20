import Campaigns
import Testing
import Vietnamese

@testable import Site

/// The calendar, the board of who is late, and the calendar files, read back by a strict reader.
@Suite struct CalendarTests {
  /// Duties and events beside the fixture's; the build is of 20/11/2024.
  private func archive() throws -> Archive {
    var archive = try Fixture.archive(stories: 2)
    func duty(_ id: String, _ kind: Campaign.Duty.Kind, due: String) throws -> Campaign.Duty {
      Campaign.Duty(
        id: id, kind: kind, text: "Gửi về Sở; đúng hạn, qua \\thư", due: PartialDate.parse(due),
        event: nil, to: "so", via: nil, location: Fixture.at("campaign.md"))
    }
    var campaign = archive.campaigns[0]
    campaign.duties += [
      try duty("ke-hoach", .plan, due: "trước ngày 01/5/2024"),
      try duty("so-ket", .interimReport, due: "trong tháng 6/2024"),
      try duty("tong-ket", .finalReport, due: "trước ngày 10/12/2024"),
    ]
    var sent = Submission(
      campaign: "pt", duty: "ke-hoach", unit: "truong-a", sentOn: try Fixture.date("03/5/2024"),
      location: Fixture.at("submissions.csv"))
    sent.number = "12/KH-TA"
    campaign.submissions = [sent]
    func event(_ id: String, _ title: String, _ date: String) throws -> Event {
      Event(
        id: id, campaign: "pt", kind: .thematicMeeting, title: title,
        date: try #require(PartialDate.parse(date)), location: Fixture.at("events.csv"))
    }
    var meeting = try event("gap-mat", "Gặp mặt", "dự kiến tháng 02/2025")
    meeting.cluster = "cum-1"
    meeting.exemplars = ["dh-1"]
    meeting.place = "Hội trường; tầng 2, nhà A"
    campaign.events = [meeting, try event("dai-hoi", "Đại hội", "năm 2025")]
    archive.campaigns[0] = campaign
    return archive
  }

  @Test func theBoardTellsInWordsWhoIsLate() throws {
    let page = try RenderedSite(archive()).page("phong-trao/pt/tien-do/index.html")
    for text in [
      "Chưa gửi, quá hạn 143 ngày", "Đã gửi, trễ 3 ngày", "Chưa đến hạn, còn 19 ngày", "12/KH-TA",
      "ngày cuối 30/4/2024", "ngày cuối 09/12/2024", "Gửi trễ: <b>1</b>",
      "Chưa gửi, quá hạn: <b>3</b>",
    ] {
      #expect(page.contains(text), "thiếu “\(text)”")
    }
    let campaign = try RenderedSite(archive()).page("phong-trao/pt/index.html")
    #expect(campaign.contains("tien-do/index.html"))
  }

  @Test func aBoardOfManyUnitsHasSheets() throws {
    var whole = try archive()
    whole.units += (0..<150).map {
      var unit = Unit(
        id: "them-\($0)", name: "Trường Thêm \($0)", kind: .school, location: Fixture.at("u.csv"))
      unit.parent = "so"
      return unit
    }
    whole.campaigns[0].submissions += try (0..<150).map {
      Submission(
        campaign: "pt", duty: "ke-hoach", unit: "them-\($0)",
        sentOn: try Fixture.date("03/4/2024"), location: Fixture.at("submissions.csv"))
    }
    let site = try RenderedSite(whole)
    let first = try site.page("phong-trao/pt/tien-do/index.html")
    let last = try site.page("phong-trao/pt/tien-do/trang/3/index.html")
    #expect(first.contains("tien-do/trang/2/index.html"))
    let board = try #require(first.split(separator: "id=\"s-board\"").last)
    #expect(last.contains("Trường Thêm 149") && !board.contains("Trường Thêm 149"))
    #expect(first.utf8.count < 150_000)
    #expect(last.contains("id=\"s-board\"") && !last.contains("id=\"s-late\""))
  }

  @Test func theUnitSeesWhatItOwes() throws {
    let page = try RenderedSite(archive()).page("don-vi/truong-a/index.html")
    let block = try #require(page.split(separator: "id=\"s-duties\"").last)
    #expect(block.contains("12/KH-TA") && block.contains("Chưa gửi, quá hạn 143 ngày"))
    #expect(page.contains("don-vi/truong-a/lich.ics"))
    // An exemplar of the unit was shown there.
    #expect(page.contains("Gặp mặt"))
    let cluster = try RenderedSite(archive()).page("cum-khoi/cum-1/index.html")
    #expect(cluster.contains("Gặp mặt") && cluster.contains("dự kiến"))
    #expect(cluster.contains("dien-hinh/dh-1/index.html"))
  }

  @Test func theCalendarHasWhatComesFirst() throws {
    let page = try RenderedSite(archive()).page("lich/index.html")
    let months = page.split(separator: "<h3>").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(
      months == [
        "Tháng 12/2024", "Tháng 02/2025", "Năm 2025, chưa rõ tháng", "Tháng 6/2024",
        "Tháng 4/2024",
      ])
    #expect(page.contains("href=\"../lich/lich.ics\""))
    #expect(page.contains("class=\"badge\">dự kiến"))
  }

  /// The id of an exemplar that may not be shown tells who it is.
  @Test func anExemplarWithoutAPageIsNotNamed() throws {
    var archive = try archive()
    archive.campaigns[0].events[0].exemplars = ["co-le-thi-kin"]
    for (path, page) in try RenderedSite(archive).pages {
      #expect(!page.contains("co-le-thi-kin"), "\(path)")
    }
  }

  @Test func anOpenRemedyCountsItsDays() throws {
    var archive = try archive()
    let page = try RenderedSite(archive).page("don-vi/truong-a/index.html")
    #expect(page.contains("Chưa khắc phục") && page.contains("đã 232 ngày"))
    archive.campaigns[0].inspections[0].closedOn = try Fixture.date("02/5/2024")
    let closed = try RenderedSite(archive).page("don-vi/truong-a/index.html")
    #expect(!closed.contains("Chưa khắc phục") && closed.contains("02/5/2024"))
  }

  @Test func calendarFilesReadBack() throws {
    let files = try RenderedSite(archive()).files
    let feed = try ReadCalendar(#require(files["lich/lich.ics"]))
    #expect(feed.name == "Nêu gương")
    // The congress is known to the year alone and would fill it.
    #expect(
      feed.events.map { $0["UID"] } == [
        "pt.viec.ke-hoach@so.neuguong", "pt.viec.so-ket@so.neuguong",
        "pt.viec.tong-ket@so.neuguong", "pt.giai-doan.gd1@so.neuguong",
        "pt.su-kien.gap-mat@so.neuguong",
      ])
    let plan = try #require(feed.events.first)
    #expect(plan["DTSTART"] == "20240430" && plan["DTEND"] == "20240501")
    #expect(plan["DTSTAMP"] == "20241120T000000Z")
    #expect(plan["DESCRIPTION"]?.hasSuffix("Gửi về Sở; đúng hạn, qua \\thư") == true)
    let meeting = try #require(feed.events.last)
    #expect(meeting["DTSTART"] == "20250201" && meeting["DTEND"] == "20250301")
    #expect(meeting["STATUS"] == "TENTATIVE")
    #expect(meeting["LOCATION"] == "Hội trường; tầng 2, nhà A")

    let own = try ReadCalendar(#require(files["don-vi/truong-a/lich.ics"]))
    let sent = try #require(own.events.first { $0["UID"]?.contains("ke-hoach") == true })
    #expect(sent["DESCRIPTION"]?.hasSuffix("Đã gửi, trễ 3 ngày, 12/KH-TA, 03/5/2024") == true)
    #expect(files["don-vi/truong-b/lich.ics"] != nil)
    let gone = try ReadCalendar(#require(files["don-vi/truong-b/lich.ics"]))
    #expect(!gone.events.contains { $0["UID"]?.contains("tong-ket") == true })
  }

  /// Every length, so that the fold falls at each place of a letter of two, three and four bytes.
  @Test func linesAreFoldedBetweenLetters() throws {
    for length in 0..<90 {
      let title = String(repeating: "a", count: length) + String(repeating: "ậđ🎓", count: 40)
      var text = CalendarText()
      text.text("SUMMARY", title)
      let lines = try ReadCalendar.unfolded(String(decoding: text.bytes, as: UTF8.self))
      #expect(lines == ["SUMMARY:\(title)"], "\(length)")
    }
    var text = CalendarText()
    text.text("X", "a\nb\rc\u{1}d,e;f\\g")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "X:a\\nbcd\\,e\\;f\\\\g\r\n")
  }
}

/// A reader of iCalendar that forgives nothing (RFC 5545, 3.1 and 3.3.11).
private struct ReadCalendar {
  struct Fault: Error { var what: String }

  var name: String?
  var events: [[String: String]] = []

  init(_ text: String) throws {
    var lines = try Self.unfolded(text)[...]
    guard lines.popFirst() == "BEGIN:VCALENDAR", lines.popLast() == "END:VCALENDAR" else {
      throw Fault(what: "not one calendar")
    }
    var open: [String: String]?
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { throw Fault(what: "no colon: \(line)") }
      let head = line[..<colon].split(separator: ";")
      let raw = line[line.index(after: colon)...]
      let name = String(try #require(head.first))
      switch (name, raw, open) {
      case ("BEGIN", "VEVENT", nil): open = [:]
      case ("END", "VEVENT", .some(let event)):
        for needed in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"]
        where event[needed] == nil {
          throw Fault(what: "\(needed) is missing")
        }
        events.append(event)
        open = nil
      case (_, _, .some(var event)):
        if name == "DTSTART" || name == "DTEND" {
          guard head.dropFirst() == ["VALUE=DATE"], raw.count == 8, Int(raw) != nil else {
            throw Fault(what: "not a day: \(line)")
          }
        }
        let isText = ["UID", "SUMMARY", "DESCRIPTION", "LOCATION"].contains(name)
        let value = isText ? try Self.unescaped(raw) : String(raw)
        guard event.updateValue(value, forKey: name) == nil else {
          throw Fault(what: "\(name) twice")
        }
        open = event
      case ("X-WR-CALNAME", _, nil): self.name = try Self.unescaped(raw)
      default: continue
      }
    }
    guard open == nil, Set(events.compactMap { $0["UID"] }).count == events.count else {
      throw Fault(what: "an open event, or two of one name")
    }
  }

  static func unfolded(_ text: String) throws -> [String] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == 0x0D else {
        if byte < 32 { throw Fault(what: "control character") }
        line.append(byte)
        continue
      }
      guard bytes.popFirst() == 0x0A else { throw Fault(what: "CR without LF") }
      guard line.count <= 75 else { throw Fault(what: "\(line.count) octets in a line") }
      guard String(validating: line, as: UTF8.self) != nil else {
        throw Fault(what: "a letter is cut")
      }
      if line.first == 0x20 {
        guard let last = lines.popLast() else { throw Fault(what: "nothing to go on with") }
        lines.append(last + line.dropFirst())
      } else {
        lines.append(line)
      }
      line = []
    }
    guard line.isEmpty else { throw Fault(what: "the last line is open") }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func unescaped(_ raw: Substring) throws -> String {
    var text = ""
    var rest = raw
    while let letter = rest.popFirst() {
      switch letter {
      case "\\":
        switch rest.popFirst() {
        case "n", "N": text += "\n"
        case .some(let next) where "\\;,".contains(next): text.append(next)
        default: throw Fault(what: "unknown escape in \(raw)")
        }
      case ";", ",": throw Fault(what: "not escaped: \(raw)")
      default: text.append(letter)
      }
    }
    return text
  }
}
