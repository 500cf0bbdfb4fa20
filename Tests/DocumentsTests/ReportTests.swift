import Campaigns
import Documents
import Testing
import Vietnamese

/// The report of a school: its frame, its figures, and what is still to be written.
@Suite struct ReportTests {
  @Test func frame() throws {
    let frame = try Fixture.document("Chữ.").frame
    #expect(frame.superior == "SỞ GIÁO DỤC")
    #expect(frame.issuer == Fixture.hostile.uppercased())
    #expect(frame.symbol == "/BC-THA")
    #expect(frame.place == "Bến Tre")
    #expect(frame.date.year == 2024 && frame.date.month == 6 && frame.date.day == 5)
    #expect(frame.kind == "BÁO CÁO")
    #expect(frame.subject == "Tổng kết phong trào thi đua “Dạy tốt” năm 2024")
    #expect(frame.addressees == ["Sở Giáo dục"])
    #expect(frame.signature.lines == ["HIỆU TRƯỞNG"])
    #expect(frame.recipients.first == "Sở Giáo dục (để báo cáo)")
  }

  @Test func missingNarrativeIsAGapAndGivenNarrativeIsNot() throws {
    let template = "{{ narrative.thuan_loi }}\n\n{{ narrative.bai_hoc }}"
    let empty = try Fixture.document(template)
    guard empty.body.count == 2, case .gap("Thuận lợi") = empty.body[0],
      case .gap("Bài học kinh nghiệm") = empty.body[1]
    else {
      Issue.record("\(empty.body)")
      return
    }
    let written = try Fixture.document(
      template, narrative: "Mở.\n\n## Thuận lợi\n\nĐoàn kết.\n\n## Bài học kinh nghiệm\n\n")
    guard written.body.count == 2, case .paragraph(let runs) = written.body[0],
      case .gap = written.body[1]
    else {
      Issue.record("\(written.body)")
      return
    }
    #expect(runs.text == "Đoàn kết.")
  }

  @Test func counts() throws {
    let document = try Fixture.document(
      "{{ counts.total }} {{ counts.exceeded }} {{ counts.met }} {{ counts.missed }} "
        + "{{ counts.unknown }} {{ counts.unquantified }}")
    guard case .paragraph(let runs) = try #require(document.body.first) else {
      Issue.record("\(document.body)")
      return
    }
    let numbers = runs.text.split(separator: " ").compactMap { Int($0) }
    try #require(numbers.count == 6)
    #expect(numbers[0] == 3)
    #expect(numbers[1] + numbers[2] == 1)
    #expect(numbers[3...] == [1, 1, 0])
  }

  @Test func everyParticipantOwesAReport() throws {
    var archive = try Fixture.archive()
    archive.campaigns[0].results = []
    let directory = Directory(archive)
    let plan = ReportPlan(directory: directory, assessor: Assessor(directory))
    #expect(plan.keys.map(\.path).contains("bao-cao/th-a/pt/2024"))
  }
}
