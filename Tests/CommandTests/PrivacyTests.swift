import Testing

/// Nothing private in any file that a build leaves behind, whatever its form.
@Suite(.serialized) struct PrivacyTests {
  private let folder = TemporaryFolder()
  private let year = "truong/campaigns/nam-hoc"

  /// A school with a pupil, whose consent the test sets, and with all that must stay inside.
  private func plant(pupil rows: String...) throws {
    try SmallSite.plant("truong", in: folder)
    folder.makeFolder("truong/units")
    folder.makeFolder("truong/units/truong-toi")
    folder.makeFolder("truong/units/truong-toi/reports")
    try put(
      "truong/units.csv",
      """
      id,name,kind,level,place,code,head,head_title,staff
      truong-toi,Trường Tiểu học Của Tôi,truong,th,Ba Lai,THCT,thay-binh,HIỆU TRƯỞNG,30
      """)
    try put(
      "truong/people.csv",
      """
      id,name,title,role,unit,class,birth_year,discipline_until,contact,consent
      thay-binh,Nguyễn Văn Bình,thầy,cbql,truong-toi,,1931,17/8/2031,binh.rieng@example.vn; 0912345678,có
      co-trang,Vũ Thị Trang,cô,gv,truong-toi,,,,,
      co-in,Phan Thị Ấn,cô,gv,truong-toi,,,,,
      co-lang,Tôn Nữ Lặng,cô,gv,truong-toi,,,,,
      em-rut,Đặng Quốc Rút,em,hs,truong-toi,5B8,2014,,,
      em-lan,Hoàng Thị Ngọc Lan,em,hs,truong-toi,4A7,2015,,,
      """)
    let all = "ten; anh; truong-lop; thanh-tich; bai-viet"
    try put(
      "truong/consents.csv",
      """
      person,classes,channel,given_by,date,valid_until,withdrawn_on,evidence
      co-trang,\(all),trang,ban-than,01/9/2024,,,Cặp giấy xanh số 9
      co-in,\(all),ban-in,ban-than,01/9/2024,,,Cặp giấy xanh số 9
      em-rut,\(all),,ban-than,01/9/2024,,01/3/2025,Cặp giấy xanh số 9
      em-rut,\(all),,me,01/9/2024,,,Cặp giấy xanh số 9
      \(rows.joined(separator: "\n"))
      """)
    try put(
      "\(year)/awards.csv",
      """
      id,class,form,subject_kind,person,unit,basis,achievement,period,decision_number,decision_date
      k1,hinh-thuc,giay-khen,ca-nhan,co-trang,truong-toi,chuyen-de,Dạy thay đồng nghiệp,2025,1/QĐ,05/5/2025
      k2,hinh-thuc,giay-khen,ca-nhan,co-in,truong-toi,chuyen-de,Soạn sách bài tập,2025,1/QĐ,05/5/2025
      k3,hinh-thuc,giay-khen,ca-nhan,em-rut,truong-toi,dot-xuat,Nhặt được ví trả lại,2025,1/QĐ,05/5/2025
      k4,hinh-thuc,giay-khen,ca-nhan,em-lan,truong-toi,dot-xuat,Đọc tám mươi cuốn sách,2025,1/QĐ,05/5/2025
      k5,hinh-thuc,giay-khen,tap-the,,truong-toi,chuyen-de,Góc đọc của cô Tôn Nữ Lặng,2025,1/QĐ,05/5/2025
      """)
    try put(
      "\(year)/exemplars.csv",
      """
      id,name,kind,person,unit,summary
      dh-lan,Em Hoàng Thị Ngọc Lan,nguoi-tot,em-lan,truong-toi,Ngọc Lan kể chuyện sách
      dh-rut,Em Đặng Quốc Rút,nguoi-tot,em-rut,truong-toi,Đặng Quốc Rút trả lại ví
      """)
    try put(
      "\(year)/results.csv",
      """
      target,unit,period,numerator,denominator,as_of,evidence
      hoan-thanh,truong-toi,HK I 2024-2025,412,418,15/01/2025,Ngăn kéo thứ bảy
      """)
    try put(
      "truong/stories/2025/co-be-ke-chuyen.md",
      """
      ---
      title: Cô bé kể chuyện
      date: 2025-04-01
      unit: truong-toi
      person: em-lan
      exemplar: dh-lan
      campaign: nam-hoc
      kind: ca-nhan
      summary: Hoàng Thị Ngọc Lan đọc sách cho cả lớp nghe.
      ---
      Mỗi trưa, Hoàng Thị Ngọc Lan đọc một chương. Sau 3 tháng, cả lớp 4A7 cùng đọc.
      """)
    try put(
      "truong/stories/2025/tra-vi.md",
      "---\ntitle: Trả ví\ndate: 2025-04-02\nperson: em-rut\n---\nĐặng Quốc Rút, ví da nâu, 5 phút.\n"
    )
    try put(
      "truong/stories/2025/nhap.md",
      "---\ntitle: Bản nháp kín\ndate: 2025-04-02\ndraft: có\n---\nChuyện chưa kể, 5 phút.\n")
    try put(
      "truong/stories/2025/mai.md",
      "---\ntitle: Chuyện ngày mai\ndate: 2025-06-01\n---\nLễ trao cờ bí mật, 5 phút.\n")
    try put(
      "truong/units/truong-toi/reports/nam-hoc.md", "## Thuận lợi\n\nCả trường cùng đọc sách.\n")
  }

  private static let hers = "ten; anh; truong-lop; thanh-tich; bai-viet"
  private let hersGiven = [
    "em-lan,\(hers),,ban-than,01/9/2024,,,Cặp giấy xanh số 9",
    "em-lan,\(hers),,me,01/9/2024,,,Cặp giấy xanh số 9",
  ]
  private let hersWithdrawn = [
    "em-lan,\(hers),,ban-than,01/9/2024,,,Cặp giấy xanh số 9",
    "em-lan,\(hers),,me,01/9/2024,,30/5/2025,Cặp giấy xanh số 9",
  ]

  private func put(_ name: String, _ text: String) throws {
    try folder.put(name, Array((text + "\n").utf8))
  }

  private func run(_ verb: String, into output: String) throws {
    let outcome = try Tool.neuguong(
      [verb, "truong", "--output", output, "--now", "2025-05-31"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.err)")
  }

  /// The words of every file below a folder, those of papers as a reader finds them.
  private func texts(_ output: String) throws -> [(path: String, text: String)] {
    try Tool.run(["find", folder.path + "/" + output, "-type", "f"]).out.split(separator: "\n")
      .sorted().map { path in
        let path = String(path)
        let form = path.split(separator: ".").last ?? ""
        let text =
          switch form {
          case "pdf": try Tool.run(["pdftotext", path, "-"]).out
          case "docx", "xlsx": try Tool.run(["unzip", "-p", path]).out
          default: try Tool.run(["cat", path]).out
          }
        return (path, Self.words(text, isMarkup: ["docx", "xlsx"].contains(form)))
      }
  }

  /// Runs and lines break a name; here it is whole again.
  private static func words(_ text: String, isMarkup: Bool) -> String {
    var words = ""
    var isTag = false
    for character in text {
      if isMarkup, character == "<" { isTag = true }
      if !isTag { words.append(character.isWhitespace ? " " : character) }
      if character == ">" { isTag = false }
    }
    return words
  }

  private func expect(
    _ secret: String, inNoneOf texts: [(path: String, text: String)],
    _ place: SourceLocation = #_sourceLocation
  ) {
    let leaks = texts.filter { $0.text.contains(secret) || $0.path.contains(secret) }.map(\.path)
    #expect(leaks.isEmpty, "“\(secret)”", sourceLocation: place)
  }

  private func files(_ texts: [(path: String, text: String)], with word: String) -> Set<String> {
    Set(
      texts.filter { $0.text.contains(word) }.map {
        String($0.path.split(separator: ".").last ?? "")
      })
  }

  private static let secrets = [
    "17/8/2031", "2031-08-17", "binh.rieng", "0912345678", "Cặp giấy xanh", "Ngăn kéo thứ bảy",
    "Tôn Nữ Lặng", "Đặng Quốc Rút", "ví da nâu", "tra-vi", "5B8", "Nhặt được ví", "Bản nháp kín",
    "Chuyện chưa kể", "nhap", "Chuyện ngày mai", "Lễ trao cờ bí mật", ">1931<", " 1931",
  ]

  @Test func aSiteAndItsReportsTellNothingPrivate() throws {
    try plant(pupil: hersGiven[0], hersGiven[1])
    try run("build", into: "public")
    let texts = try texts("public")
    // The words are found where they are, so that not finding them says something.
    #expect(files(texts, with: "Nguyễn Văn Bình").isSuperset(of: ["html", "pdf", "docx"]))
    #expect(
      files(texts, with: "Hoàng Thị Ngọc Lan").isSuperset(of: ["html", "pdf", "docx", "xml"]))
    for secret in Self.secrets { expect(secret, inNoneOf: texts) }
    // Who consented to the site alone is named on its pages (and in their data and search) and in no
    // report, and the reverse: a
    // report on the site is for all to take, so who consented to print alone is not named there.
    #expect(files(texts, with: "Vũ Thị Trang") == ["html", "json", "js", "txt"])
    expect("Vũ Thị Trang", inNoneOf: texts.filter { $0.path.contains("/bao-cao/truong-toi/") })
    expect("Phan Thị Ấn", inNoneOf: texts)
  }

  @Test func reportsHandedOutNameWhoConsentedToPrint() throws {
    try plant(pupil: hersGiven[0], hersGiven[1])
    try run("report", into: "bao-cao")
    let texts = try texts("bao-cao")
    #expect(files(texts, with: "Phan Thị Ấn").isSuperset(of: ["html", "pdf", "docx"]))
    expect("Vũ Thị Trang", inNoneOf: texts)
    for secret in Self.secrets { expect(secret, inNoneOf: texts) }
  }

  @Test func aHeadWithoutConsentIsNotNamedUnderAReport() throws {
    try plant(pupil: hersGiven[0], hersGiven[1])
    let people = folder.text("truong/people.csv")
    try #require(people.contains("0912345678,có"))
    try put(
      "truong/people.csv", people.split(separator: "0912345678,có").joined(separator: "0912345678,")
    )
    try run("report", into: "bao-cao")
    let texts = try texts("bao-cao")
    #expect(files(texts, with: "HIỆU TRƯỞNG").isSuperset(of: ["html", "pdf", "docx"]))
    expect("Nguyễn Văn Bình", inNoneOf: texts)
    expect("một cán bộ quản lý", inNoneOf: texts)
  }

  @Test func aWithdrawalLeavesNoTrace() throws {
    try plant(pupil: hersGiven[0], hersGiven[1])
    try run("build", into: "public")
    let traces = [
      "Ngọc Lan", "dh-lan", "Cô bé kể chuyện", "co-be-ke-chuyen", "4A7", "Đọc tám mươi cuốn sách",
    ]
    let before = try texts("public")
    for trace in traces { #expect(!files(before, with: trace).isEmpty, "\(trace)") }
    try put(
      "truong/consents.csv",
      """
      person,classes,channel,given_by,date,valid_until,withdrawn_on,evidence
      \(hersWithdrawn.joined(separator: "\n"))
      """)
    try run("build", into: "public")
    let after = try texts("public")
    for trace in traces { expect(trace, inNoneOf: after) }
    #expect(files(after, with: "Một học sinh").contains("html"))
  }
}
