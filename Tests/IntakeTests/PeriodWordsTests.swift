import Campaigns
import Testing
import Vietnamese

@testable import Intake

@Suite("Periods in titles, headings and names of sheets")
struct PeriodWordsTests {
  @Test(
    "are found among other words",
    arguments: [
      ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU HỌC KỲ I NĂM HỌC 2023 - 2024", "2023-2024-hk1"),
      ("HKII 2023-2024", "2023-2024-hk2"), ("Tổng kết năm học 2023–2024", "2023-2024"),
      ("Phong trào thi đua năm 2024", "2024"), ("Giai đoạn 2021-2025, năm 2024", "2024"),
      ("GIAI ĐOẠN 2021-2025", "nam-2021-2025"), ("Đắk Lắk, ngày 15 tháng 01 năm 2024", nil),
      ("Phấn đấu đến hết năm 2025", nil), ("Học kỳ I", nil), ("6 tháng đầu năm 2024", nil),
    ] as [(String, String?)])
  func found(_ text: String, _ id: String?) {
    #expect(PeriodWords.period(of: [text])?.id == id)
  }

  @Test("are put together of two lines, and never chosen from a contradiction")
  func together() {
    #expect(PeriodWords.period(of: ["Học kỳ I", "Năm học 2023-2024"])?.id == "2023-2024-hk1")
    #expect(PeriodWords.period(of: ["HK I 2023-2024", "HK II 2023-2024"]) == nil)
    #expect(PeriodWords("Kết quả HK II (%)").rest == ["ket", "qua"])
  }
}
