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

  @Test func quotaOfHolders() async throws {
    let one = title("k1", "cstdcs", "co-hoa")
    let two = title("k2", "ldtt", "hieu-truong-b")
    // One of two holders is the whole of 50 %: near, not above.
    try await sample(one, two).expect("award.quota-near", .note, at: "\(awards):2:1", cell: "A2")
    let found = try await sample(one, title("k3", "cstdcs", "hieu-truong-b"))
      .expect("award.quota", .warning, at: "\(awards):3:1", cell: "A3")
    #expect(found.summary.contains("2/2"))
    #expect(found.summary.contains("Chỉ thị số 24/CT-UBND, Điều 9"))
  }

  @Test func quotaOfStaffIsAnErrorWhereThePackSaysSo() async throws {
    func paper(_ id: String) -> String {
      "\(id),hinh-thuc,giay-khen,tap-the,,thpt-b,Tổ \(id),chuyen-de,Việc \(id),,2024,,15/8/2024,"
    }
    try await sample(paper("a"), paper("b"), paper("c"))
      .expect("award.quota", at: "\(awards):4:1", cell: "A4")
    #expect(try await none("L15", in: sample(paper("a"))))
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

  @Test func threeTimesInARow() async throws {
    let top = title("k9", "cstd-tinh", "co-hoa")
    let years = ["2022", "2023", "2024"].map { title("y\($0)", "cstdcs", "co-hoa", $0) }
    #expect(try await none("L19", in: sample(top, years[0], years[1], years[2])))
    let found = try await sample(top, years[0], years[2])
      .expect("award.standard", .warning, at: "\(awards):2:1", cell: "A2")
    #expect(found.summary.contains("dữ liệu có 1"))
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
