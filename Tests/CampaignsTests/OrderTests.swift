import Campaigns
import Testing
import Vietnamese

@Suite("Periods, awards and citations")
struct OrderTests {
  @Test(arguments: [
    ("HK I 2023-2024", "2023-2024-hk1", "học kỳ I, năm học 2023-2024"),
    ("2023-2024-hk2", "2023-2024-hk2", "học kỳ II, năm học 2023-2024"),
    ("năm học 2023-2024", "2023-2024", "năm học 2023-2024"),
    ("2024", "2024", "năm 2024"),
    ("Năm 2024", "2024", "năm 2024"),
    ("giai đoạn 2021-2025", "nam-2021-2025", "giai đoạn 2021-2025"),
  ])
  func periodsAreReadAsWritten(_ text: String, _ id: String, _ name: String) {
    #expect(Period.parse(text)?.id == id)
    #expect(Period.parse(text)?.name == name)
  }

  @Test(arguments: ["", "quý I", "2023-2025-hk1", "20024", "15/3/2024", "HK III 2023-2024"])
  func otherTextIsNoPeriod(_ text: String) {
    #expect(Period.parse(text) == nil)
  }

  @Test func periodsStandByTheirEnd() {
    let texts = [
      "giai đoạn 2021-2025", "2024", "năm học 2023-2024", "HK II 2023-2024", "HK I 2023-2024",
      "2023",
    ]
    #expect(
      texts.map(period).sorted().map(\.shortName) == [
        "2023", "HK I 2023-2024", "HK II 2023-2024", "NH 2023-2024", "2024", "2021-2025",
      ])
  }

  private func award(
    _ id: String, _ form: Award.Form, _ kind: Award.SubjectKind, isPosthumous: Bool = false
  ) -> Award {
    var award = Award(
      id: id, awardClass: form.isTitle ? .title : .form, form: form, subjectKind: kind, unit: "a",
      basis: .regular, location: nowhere)
    award.isPosthumous = isPosthumous
    return award
  }

  @Test func awardsStandInOrderOfConferring() {
    let wanted = [
      award("9", .order, .individual),
      award("8", .governmentFlag, .collective),
      award("7", .nationalFighter, .individual),
      award("6", .primeMinisterCertificate, .collective),
      // Ministry or province: titles before forms, among them collectives before persons.
      award("5", .excellentCollective, .collective),
      award("4", .provinceFighter, .individual),
      award("31", .provinceCertificate, .collective),
      award("30", .provinceCertificate, .household),
      award("2c", .provinceCertificate, .individual),
      award("2d", .provinceCertificate, .individual),
      award("2b", .provinceCertificate, .individual, isPosthumous: true),
      award("1", .baseFighter, .individual),
      award("0", .certificate, .collective),
    ]
    for list in [wanted.reversed(), wanted.sorted { $0.id < $1.id }] {
      #expect(list.sorted(by: Award.inOrderOfConferring).map(\.id) == wanted.map(\.id))
    }
  }

  @Test func theFirstCitationIsInFull() {
    var directive = LegalDocument(id: "ct-24", kind: .directive, location: nowhere)
    directive.number = "24"
    directive.code = "CT-UBND"
    directive.date = PartialDate.parse("26/12/2023")
    directive.issuer = "UBND tỉnh Đắk Lắk"
    directive.subject = "về việc phát động thi đua"
    #expect(
      directive.citation == "Chỉ thị số 24/CT-UBND ngày 26 tháng 12 năm 2023 "
        + "của UBND tỉnh Đắk Lắk về việc phát động thi đua")
    directive.date = PartialDate.parse("09/02/2024")
    directive.issuer = nil
    directive.subject = nil
    #expect(directive.citation == "Chỉ thị số 24/CT-UBND ngày 09 tháng 02 năm 2024")
  }

  @Test func partyNumbersKeepTheirHyphenAndLawsTheirName() {
    var party = LegalDocument(id: "ct-01", kind: .directive, location: nowhere)
    party.number = "01"
    party.code = "CT/TU"
    #expect(party.symbol == "01-CT/TU")
    var law = LegalDocument(id: "luat", kind: .law, location: nowhere)
    law.number = "06"
    law.code = "2022/QH15"
    law.date = PartialDate.parse("15/6/2022")
    law.subject = "Thi đua, khen thưởng"
    #expect(law.citation == "Luật Thi đua, khen thưởng")
    #expect(law.symbol == "06/2022/QH15")
    var plan = LegalDocument(id: "kh", kind: .plan, location: nowhere)
    #expect(plan.symbol == nil)
    #expect(plan.citation == "Kế hoạch")
    plan.code = "KH-SGDĐT"
    #expect(plan.symbol == "/KH-SGDĐT")
  }
}
