import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

/// Exemplars, who learns from whom, registrations, and campaigns among campaigns.
@Suite struct ExemplarPageTests {
  /// The fixture with a second school that follows, and a campaign of a school's own.
  private func archive(_ change: (inout Archive) throws -> Void = { _ in }) throws -> Archive {
    var archive = try Fixture.archive()
    archive.campaigns[0].exemplars[0].followers = [
      Exemplar.Follower(
        unit: "truong-b", relation: .learns, date: try Fixture.date("02/3/2024"),
        note: "Dự giờ <b>"),
      Exemplar.Follower(
        unit: "truong-b", relation: .surpasses, date: try Fixture.date("20/5/2024"), note: "Hơn"),
      Exemplar.Follower(unit: "so", relation: .learns, date: nil, note: nil),
    ]
    var own = Campaign(
      id: "pt-a", title: "Phong trào của trường A", kind: .drive, origin: .unit,
      owner: "truong-a", period: archive.campaigns[0].period, periodText: "năm 2024",
      prose: Fixture.prose("", "campaigns/pt-a/campaign.md"),
      location: Fixture.at("campaigns/pt-a/campaign.md"))
    own.parent = "pt"
    var beside = own
    beside.id = "pt-b"
    beside.title = "Phong trào bên cạnh"
    beside.parent = nil
    beside.owner = "so"
    beside.related = ["pt"]
    archive.campaigns += [own, beside]
    try change(&archive)
    return archive
  }

  private func text(_ path: String) throws -> String {
    let site = try RenderedSite(archive())
    #expect(site.bag.all.map(\.summary) == [])
    return try site.page(path)
  }

  @Test func exemplarHasAPageWithItsLife() throws {
    let page = try text("dien-hinh/dh-1/index.html")
    for part in [
      "<h1>Thư viện mở</h1>", "Mô hình", "Phát hiện</b> <span class=\"when\">02/3/2024",
      "Bồi dưỡng</b> <span class=\"when\">bước tiếp theo",
      "Tổng kết</b> <span class=\"when\">chưa đến",
      "Bước tiếp theo: bồi dưỡng", "chuyen-0/index.html",
    ] {
      #expect(page.contains(part), "thiếu “\(part)”")
    }
  }

  @Test func skippedStepIsSaidInWords() throws {
    let site = try RenderedSite(
      archive {
        $0.campaigns[0].exemplars[0].steps.append(
          Exemplar.LoggedStep(
            step: .review, date: try Fixture.date("02/5/2024"), note: nil, by: nil,
            location: Fixture.at("steps.csv", 3)))
      })
    let page = try site.page("dien-hinh/dh-1/index.html")
    #expect(page.contains("Bồi dưỡng</b> <span class=\"when\">bỏ qua, chưa ghi nhận"))
    #expect(page.contains("Nhân rộng</b> <span class=\"when\">bước tiếp theo"))
  }

  @Test func whoLearnsFromWhomIsAPictureAndATable() throws {
    let page = try text("phong-trao/pt/lan-toa/index.html")
    let picture = try #require(page.split(separator: "<svg").last?.split(separator: "</svg>").first)
    #expect(picture.contains("role=\"img\""))
    #expect(picture.contains("<desc"))
    // One line for the school, by the furthest that it came, and one for the department.
    #expect(picture.contains("Trường B (vượt qua); Sở Giáo dục (học tập)"))
    #expect(page.contains("<td data-label=\"Mức độ\">Vượt qua</td>"))
    #expect(page.contains("mới nhất 20/5/2024"))
    #expect(page.contains("không ghi ngày"))
    #expect(!page.contains("Dự giờ"), "the note of a nearer stage no longer tells the state")
  }

  @Test func nobodyFollowsNoPicture() throws {
    let site = try RenderedSite(archive { $0.campaigns[0].exemplars[0].followers = [] })
    #expect(site.pages["phong-trao/pt/lan-toa/index.html"] == nil)
    let page = try site.page("dien-hinh/dh-1/index.html")
    #expect(page.contains("Chưa ghi nhận đơn vị nào"))
    #expect(!page.contains("<svg"))
  }

  @Test func listUnitAndStoryLeadToTheExemplar() throws {
    let site = try RenderedSite(archive())
    for path in [
      "dien-hinh/index.html", "don-vi/truong-a/index.html", "don-vi/truong-b/index.html",
      "guong/chuyen-0/index.html", "phong-trao/pt/index.html",
    ] {
      #expect(try site.page(path).contains("dien-hinh/dh-1/index.html\""), "\(path)")
    }
    #expect(try site.page("dien-hinh/index.html").contains("2 đơn vị"))
  }

  @Test func registrationTellsWhatWasReached() throws {
    let site = try RenderedSite(
      archive {
        $0.campaigns[0].registrations[0].end = try Fixture.date("01/6/2024")
        $0.campaigns[0].registrations[0].signedOn = try Fixture.date("01/3/2024")
        $0.campaigns[0].registrations[0].counterparties = ["cum-1", "noi-bo", "Hội Cha mẹ"]
        $0.campaigns[0].registrations[0].expected = "Ba phòng"
        $0.campaigns[0].registrations[0].achieved = "Bốn phòng"
        $0.campaigns[0].registrations[0].status = .done
        $0.campaigns[0].registrations[0].doneOn = try Fixture.date("11/6/2024")
      })
    for path in ["don-vi/truong-a/index.html", "phong-trao/pt/index.html"] {
      let page = try site.page(path)
      for part in [
        "Ký ngày 01/3/2024 với", "cum-khoi/cum-1/index.html\">Cụm 1</a>, nội bộ đơn vị, Hội Cha mẹ",
        "Ba phòng", "Bốn phòng", "ngày 11/6/2024", "chậm 10 ngày",
      ] {
        #expect(page.contains(part), "\(path): thiếu “\(part)”")
      }
    }
  }

  @Test func kinIsShownBothWays() throws {
    let site = try RenderedSite(archive())
    let parent = try site.page("phong-trao/pt/index.html")
    #expect(parent.contains("Phong trào thành phần"))
    #expect(parent.contains("phong-trao/pt-b/index.html"))
    #expect(parent.contains("Liên quan"))
    #expect(try site.page("phong-trao/pt-b/index.html").contains("phong-trao/pt/index.html"))
    let own = try site.page("phong-trao/pt-a/index.html")
    #expect(own.contains("Phong trào cấp trên"))
    #expect(own.contains("Chỉ tiêu nhận từ phong trào cấp trên"))
    #expect(own.contains("Học sinh &lt;giỏi&gt;"))
    // The department made the parent itself, so that it inherits nothing.
    #expect(!parent.contains("Chỉ tiêu nhận từ"))
  }

  @Test func aLoopOfParentsEnds() throws {
    let site = try RenderedSite(archive { $0.campaigns[0].parent = "pt-a" })
    #expect(try site.page("phong-trao/pt/index.html").contains("Phong trào cấp trên"))
  }

  @Test func movementsWithoutTargetsStandApart() throws {
    let site = try RenderedSite(archive())
    let list = try site.page("phong-trao/index.html")
    #expect(list.contains("Phong trào không giao chỉ tiêu riêng"))
    let unit = try site.page("don-vi/truong-a/index.html")
    #expect(unit.contains("Phong trào khác đơn vị tổ chức, hưởng ứng"))
    #expect(!unit.contains("id=\"pt-pt-b\""))
  }

  @Test func courseHoldsPhasesReviewsAndEvents() throws {
    let site = try RenderedSite(
      archive {
        var event = Event(
          id: "e1", campaign: "pt", kind: .launch, title: "Lễ phát động <năm>",
          date: try #require(PartialDate.parse("05/3/2024")),
          location: Fixture.at("events.csv", 2))
        event.exemplars = ["dh-1"]
        event.place = "Sân trường"
        $0.campaigns[0].events = [event]
      })
    let page = try site.page("phong-trao/pt/index.html")
    let course = try #require(page.split(separator: "id=\"s-phases\"").last)
    for part in [
      "Giai đoạn 1", "Sơ kết", "10/12/2024", "Lễ phát động &lt;năm&gt;", "Sân trường",
      "id=\"tien-trinh-t\"", "sắp tới",
    ] {
      #expect(course.contains(part), "thiếu “\(part)”")
    }
  }
}
