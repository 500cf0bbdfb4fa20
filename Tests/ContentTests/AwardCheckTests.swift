import Campaigns
import Content
import Diagnostics
import Testing

/// L15 to L20: awards held against dated rule packs and against each other.
@Suite struct AwardCheckTests {
  private let awards = "campaigns/thi-dua/awards.csv"
  private let head =
    "id,class,form,subject_kind,person,unit,subject,basis,achievement,achievement_id,period,"
    + "achieved_on,decision_date,authority\n"
  private let pack = """
    title: Quy tắc thử
    act: ct-24
    from: 01/01/2024
    to: 31/12/2024
    quotas:
      - form: cstdcs
        base: nguoi-dat
        holders: ldtt
        max: 50
        article: Điều 9
      - form: giay-khen
        base: tong-so
        max: 20
        severity: error
        article: Điều 10
    authority:
      - office: "Giám đốc Sở | Chủ tịch UBND huyện"
        forms: [cstdcs, ldtt, giay-khen]
        article: Điều 80
    standards:
      - form: cstd-tinh
        requires: cstdcs
        consecutive: 3
        article: Điều 22
    """

  private func sample(_ rows: String..., pack: String? = nil) -> Sample {
    Sample().with("rules/thu.yaml", pack ?? self.pack)
      .with(awards, head + rows.map { $0 + "\n" }.joined())
      .with("units.csv", Self.units)
  }

  private static let units = """
    id,name,kind,level,parent,clusters,valid_to,successors,head,staff
    so-a,Sở Giáo dục và Đào tạo A,so,,,,,,,40
    thpt-b,Trường THPT B,truong,thpt,so-a,khoi-1,,,hieu-truong-b,10
    th-c,Trường Tiểu học C,truong,th,so-a,,30/6/2023,thpt-b,,

    """

  private func none(_ code: String, in sample: Sample) async throws -> Bool {
    try await !sample.read().problems.contains { $0.rule?.code == code }
  }

  private func title(
    _ id: String, _ form: String, _ person: String, _ period: String = "2024",
    on day: String = "15/8/2024", by authority: String = "Giám đốc Sở A"
  ) -> String {
    "\(id),danh-hieu,\(form),ca-nhan,\(person),thpt-b,,thuong-xuyen,Việc \(id),,\(period),,\(day),"
      + authority
  }

  /// A title of someone who is named and not in `people.csv`.
  private func other(_ id: String, _ form: String, on day: String = "15/8/2024") -> String {
    "\(id),danh-hieu,\(form),ca-nhan,,thpt-b,Bà \(id),thuong-xuyen,Việc \(id),,2024,,\(day),"
  }

  @Test func quotaOfHolders() async throws {
    let one = title("k1", "cstdcs", "co-hoa")
    let two = title("k2", "ldtt", "hieu-truong-b")
    // One of two holders is the whole of 50 %: near, not above.
    try await sample(one, two).expect("award.quota-near", .note, at: "\(awards):2:1", cell: "A2")
    let found = try await sample(one, two, other("k3", "cstdcs"))
      .expect("award.quota", .warning, at: "\(awards):4:1", cell: "A4")
    #expect(found.summary.contains("2/3"))
    #expect(found.summary.contains("Chỉ thị số 24/CT-UBND, Điều 9"))
  }

  @Test func whoHoldsTheHigherTitleHoldsTheLowerToo() async throws {
    let rows = ["a", "b", "c"].map { other($0, "ldtt") }
    let top = [other("d", "cstd-tinh"), other("e", "cstdcs"), other("f", "cstdcs")]
    // Two of six: those above count among the holders.
    #expect(try await none("L15", in: sample(rows[0], rows[1], rows[2], top[0], top[1], top[2])))
  }

  @Test func aShareOfHoldersWhoWereNotEnteredIsNotKnown() async throws {
    #expect(try await none("L15", in: sample(other("a", "cstdcs"), other("b", "cstdcs"))))
  }

  @Test func quotaOfStaffIsAnErrorWhereThePackSaysSo() async throws {
    func paper(_ id: String, _ kind: String = "ca-nhan") -> String {
      "\(id),hinh-thuc,giay-khen,\(kind),,thpt-b,Tổ \(id),chuyen-de,Việc \(id),,2024,,15/8/2024,"
    }
    try await sample(paper("a"), paper("b"), paper("c"))
      .expect("award.quota", at: "\(awards):4:1", cell: "A4")
    #expect(try await none("L15", in: sample(paper("a"))))
    // A team is nobody of the staff.
    #expect(
      try await none(
        "L15", in: sample(paper("a", "tap-the"), paper("b", "tap-the"), paper("c", "tap-the"))))
  }

  @Test func eachAwardIsHeldAgainstTheRulesOfItsOwnDay() async throws {
    let rows = ["a", "b", "c"].map { other($0, "cstdcs", on: "15/01/2025") }
    #expect(try await none("L15", in: sample(rows[0], rows[1], rows[2], other("d", "ldtt"))))
  }

  @Test func flagsAreAShareOfTheClustersThatTheProvinceRuns() async throws {
    let pack = """
      title: Cờ thi đua của Chính phủ
      act: ct-24
      from: 01/01/2024
      quotas:
        - form: co-cp
          base: dan-dau-cum
          max: 20
          article: Điều 7
      """
    let flag = "k1,danh-hieu,co-cp,tap-the,,thpt-b,,thuong-xuyen,Dẫn đầu,,2024,,15/8/2024,"
    func clusters(of owner: String, _ count: Int) -> String {
      "id,name,owner,period\n"
        + (1...count).map { "khoi-\($0),Khối \($0),\(owner),nam-hoc\n" }.joined()
    }
    let one = sample(flag, pack: pack)
    try await one.with("clusters.csv", clusters(of: "so-a", 4))
      .expect("award.quota", .warning, at: "\(awards):2:1", cell: "A2")
    #expect(try await none("L15", in: one.with("clusters.csv", clusters(of: "so-a", 6))))
    // Clusters below the province do not count, and then nothing is known.
    #expect(try await none("L15", in: one.with("clusters.csv", clusters(of: "thpt-b", 4))))
  }

  @Test func rulesBindOnlyInTheirTimeAndScope() async throws {
    let late = [
      title("k1", "cstdcs", "co-hoa", on: "15/8/2025"),
      title("k2", "cstdcs", "hieu-truong-b", on: "15/8/2025"),
    ]
    #expect(try await none("L15", in: sample(late[0], late[1])))
    let elsewhere = pack.split(separator: "from: 01/01/2024").joined(
      separator: "scope: [th-c]\nfrom: 01/01/2024")
    #expect(
      try await none(
        "L15",
        in: sample(
          title("k1", "cstdcs", "co-hoa"), title("k2", "cstdcs", "hieu-truong-b"), pack: elsewhere))
    )
  }

  @Test func authority() async throws {
    let row = "k1,danh-hieu,ttldxs,tap-the,,thpt-b,,thuong-xuyen,Tốt,,2024,,15/8/2024,"
    let found = try await sample(row + "GIÁM ĐỐC SỞ GDĐT A")
      .expect("award.authority", at: "\(awards):2:1", cell: "A2")
    #expect(found.summary.contains("Điều 80"))
    #expect(try await none("L16", in: sample(row + "Chủ tịch UBND tỉnh A")))
    #expect(try await none("L16", in: sample(title("k1", "ldtt", "co-hoa"))))
  }

  @Test func anOfficeUnderItsFullName() async throws {
    let row = "k1,danh-hieu,ttldxs,tap-the,,thpt-b,,thuong-xuyen,Tốt,,2024,,15/8/2024,"
    try await sample(row + "Chủ tịch Ủy ban nhân dân huyện B")
      .expect("award.authority", at: "\(awards):2:1", cell: "A2")
  }

  @Test func anOfficeThatIsNoMore() async throws {
    let ended = """
      title: Cấp huyện kết thúc hoạt động
      act: ct-24
      from: 01/7/2024
      authority:
        - office: Chủ tịch UBND huyện
          article: Điều 2
      """
    func row(_ day: String) -> String {
      title("k1", "ldtt", "co-hoa", on: day, by: "Chủ tịch UBND huyện B")
    }
    let found = try await sample(row("01/7/2024"), pack: ended)
      .expect("award.authority", at: "\(awards):2:1", cell: "A2")
    #expect(found.help?.contains("không còn") == true)
    #expect(try await none("L16", in: sample(row("30/6/2024"), pack: ended)))
  }

  @Test func oneAchievementById() async throws {
    let first = "k1,hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,,dot-xuat,Cứu em nhỏ,cuu,2024,,,"
    let second = "k2,hinh-thuc,bang-khen-tinh,ca-nhan,co-hoa,thpt-b,,dot-xuat,Dũng cảm,cuu,2025,,,"
    try await sample(first, second).expect("award.double", at: "\(awards):3:1", cell: "A3")
    let other = second.split(separator: ",cuu,").joined(separator: ",khac,")
    #expect(try await none("L17", in: sample(first, other)))
  }

  @Test func oneAchievementInNearlyTheSameWords() async throws {
    func row(_ id: String, _ text: String) -> String {
      "\(id),hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,,dot-xuat,\(text),,2024,,,"
    }
    let text = "Duy trì xe lớp đưa học sinh đi bộ an toàn từ buôn tới trường"
    try await sample(row("k1", text), row("k2", text + " học"))
      .expect("award.double", at: "\(awards):3:1", cell: "A3")
    #expect(try await none("L17", in: sample(row("k1", text), row("k2", "Dạy giỏi cấp tỉnh"))))
  }

  @Test func aYearsWorkMayEarnATitleAndTheNext() async throws {
    func row(_ id: String, _ form: String, _ person: String, _ class: String = "danh-hieu")
      -> String
    {
      "\(id),\(`class`),\(form),ca-nhan,\(person),thpt-b,,thuong-xuyen,Hoàn thành xuất sắc nhiệm vụ"
        + ",,2024,,,"
    }
    #expect(
      try await none("L17", in: sample(row("a", "ldtt", "co-hoa"), row("b", "cstdcs", "co-hoa"))))
    // The same title twice is one too many.
    try await sample(row("a", "ldtt", "co-hoa"), row("b", "ldtt", "co-hoa"))
      .expect("award.double", at: "\(awards):3:1", cell: "A3")
    // Two without a name need not be one person, nor the unit itself.
    let team = "c,hinh-thuc,giay-khen,tap-the,,thpt-b,,thuong-xuyen,Hoàn thành xuất sắc nhiệm vụ,"
    #expect(
      try await none(
        "L17",
        in: sample(
          row("a", "giay-khen", "", "hinh-thuc"), row("b", "giay-khen", "", "hinh-thuc"),
          team + ",2024,,,")))
  }

  @Test func awardsOfAnUnknownPeriodAreNotCompared() async throws {
    let row = "hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,,chuyen-de,Hoàn thành nhiệm vụ,,,,,"
    #expect(try await none("L17", in: sample("a," + row, "b," + row)))
  }

  @Test func aTitleOfPersonsIsNoneOfCollectives() async throws {
    try await sample("a,danh-hieu,ldtt,tap-the,,thpt-b,,thuong-xuyen,Tốt,,2024,,,")
      .expect("award.subject-mismatch", at: "\(awards):2:1", cell: "A2")
    #expect(
      try await none(
        "L18", in: sample("a,danh-hieu,ttldtt,tap-the,,thpt-b,,thuong-xuyen,Tốt,,2024,,,")))
  }

  @Test func threeTimesInARow() async throws {
    let top = title("k9", "cstd-tinh", "co-hoa")
    let years = ["2022", "2023", "2024"].map { title("y\($0)", "cstdcs", "co-hoa", $0) }
    #expect(try await none("L19", in: sample(top, years[0], years[1], years[2])))
    let found = try await sample(top, years[0], years[2])
      .expect("award.standard", .warning, at: "\(awards):2:1", cell: "A2")
    #expect(found.summary.contains("dữ liệu có 1"))
    // What was given ad hoc or for a theme is no step of the row (NĐ 152/2025, Điều 4 khoản 3).
    let thematic = years[1].split(separator: "thuong-xuyen").joined(separator: "chuyen-de")
    try await sample(top, years[0], thematic, years[2])
      .expect("award.standard", .warning, at: "\(awards):2:1", cell: "A2")
  }

  @Test func noLadderWhereNoStandardAsksForOne() async throws {
    let high = "k1,hinh-thuc,bang-khen-tinh,ca-nhan,co-hoa,thpt-b,,thuong-xuyen,Dạy giỏi,,2024,,"
    #expect(try await none("L19", in: sample(high + "15/8/2024,")))
  }

  @Test func aCollectiveNeedsItsMembers() async throws {
    let pack = """
      title: Tập thể
      act: ct-24
      from: 01/01/2024
      standards:
        - form: ttldxs
          requires: ldtt
          share: 70
          article: Điều 27
        - form: ttldxs
          requires: cstdcs
          members: 1
          article: Điều 27
      """
    let collective = "k0,danh-hieu,ttldxs,tap-the,,thpt-b,,thuong-xuyen,Tốt,,2024,,15/8/2024,"
    let six = (1...6).map { other("k\($0)", "ldtt") }
    func count(_ rows: [String]) async throws -> Int {
      let text = head + ([collective] + rows).map { $0 + "\n" }.joined()
      let sample = sample(pack: pack).with(awards, text)
      return try await sample.read().problems.count { $0.id == "award.share" }
    }
    // Nobody's titles were entered: nothing is known.
    #expect(try await count([]) == 0)
    // Six of ten, and none of the higher title.
    #expect(try await count(six) == 2)
    #expect(try await count(six + [other("k7", "cstdcs")]) == 0)
  }

  @Test func daysOutOfOrder() async throws {
    func row(_ achieved: String, _ decided: String) -> String {
      "k1,hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,,dot-xuat,Cứu em nhỏ,,2024,\(achieved),"
        + "\(decided),"
    }
    try await sample(row("16/8/2024", "15/8/2024"))
      .expect("award.dates", .warning, at: "\(awards):2:1", cell: "A2")
    #expect(try await none("L19", in: sample(row("15/8/2024", "15/8/2024"))))
  }

  @Test func proposedAndRevokedAwardsDoNotCount() async throws {
    let text = """
      id,class,form,subject_kind,person,unit,subject,basis,period,proposed_on,decision_date,revoked_on
      k0,danh-hieu,ldtt,ca-nhan,co-hoa,thpt-b,,thuong-xuyen,2024,,15/8/2024,
      k1,danh-hieu,cstdcs,ca-nhan,co-hoa,thpt-b,,thuong-xuyen,2024,,15/8/2024,01/9/2024
      k2,danh-hieu,cstdcs,ca-nhan,,thpt-b,Ông B,thuong-xuyen,2024,01/8/2024,,

      """
    let sample = sample().with(awards, text)
    #expect(try await none("L15", in: sample))
    let archive = try #require(try await sample.read().archive)
    #expect(archive.allAwards.map(\.status) == [.granted, .revoked, .proposed])
  }

  @Test func awardsOutsideAnyCampaignHaveAHome() async throws {
    let own = "units/thpt-b/awards.csv"
    func row(_ kind: String) -> String {
      head + "k1,\(kind),ldtt,ca-nhan,co-hoa,,,thuong-xuyen,Tốt,,2024,,15/8/2024,\n"
    }
    let (archive, problems) = try await sample().with(own, row("danh-hieu")).read()
    #expect(try #require(archive).awards.map(\.id) == ["k1"])
    #expect(!problems.contains { $0.severity > .note })
    // They are checked like all others.
    try await sample().with(own, row("hinh-thuc"))
      .expect("award.class-mismatch", at: "\(own):2:4", cell: "B2")
  }

  @Test func duringADiscipline() async throws {
    let people = """
      id,name,role,unit,consent,discipline_until
      hieu-truong-b,Nguyễn Văn An,cbql,thpt-b,có,
      co-hoa,Trần Thị Hoa,gv,thpt-b,có,15/8/2024

      """
    try await sample(title("k1", "ldtt", "co-hoa")).with("people.csv", people)
      .expect("award.in-discipline", .warning, at: "\(awards):2:1", cell: "A2")
    let after = title("k1", "ldtt", "co-hoa", on: "16/8/2024")
    #expect(try await none("L19", in: sample(after).with("people.csv", people)))
  }

  @Test func lateAndLevelled() async throws {
    func row(_ id: String, _ achieved: String) -> String {
      "\(id),hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,,dot-xuat,Việc \(id),,2024,\(achieved),"
        + "15/8/2024,"
    }
    try await sample(row("k1", "01/01/2024"))
      .expect("award.late", .note, at: "\(awards):2:1", cell: "A2")
    #expect(try await none("L20", in: sample(row("k1", "01/8/2024"))))
    let managers = (1...3).map { title("k\($0)", "ldtt", "hieu-truong-b", "202\($0)") }
    try await sample(managers[0], managers[1], managers[2])
      .expect("award.only-managers", .note, at: "campaigns/thi-dua/campaign.md:2:8")
  }

  @Test func aPackNeedsItsAct() async throws {
    let nameless = pack.split(separator: "act: ct-24").joined(separator: "act: ct-99")
    try await sample(pack: nameless).expect("reference.unknown-document", at: "rules/thu.yaml:2:6")
  }
}
