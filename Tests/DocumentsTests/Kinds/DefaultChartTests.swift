import Diagnostics
import Testing

@testable import Documents

/// The charts that the templates of the program draw where data have something to say.
@Suite struct DefaultChartTests {
  /// Three schools, of which two have figures of two terms.
  private static var sector: SmallSector {
    get throws {
      var sector = SmallSector()
      let units = try #require(sector.files["units.csv"])
      sector.files["units.csv"] =
        units
        + "\nth-c,Trường Tiểu học Rạch Gốc,TH Rạch Gốc,truong,th,so,,Ba Lai,THRG,,,,,HIỆU TRƯỞNG"
      let results = try #require(sector.files["campaigns/pt/results.csv"])
      sector.files["campaigns/pt/results.csv"] =
        results + """

          ct-1,th-c,2023-2024-hk2,,190,200,31/5/2024,confirmed
          ct-1,th-a,2023-2024-hk1,,400,420,15/01/2024,confirmed
          """
      return sector
    }
  }

  private func figures(_ path: String, _ sector: SmallSector) async throws -> [(
    figure: Figure, sources: [FigureSource]
  )] {
    let document = try await sector.document(path)
    return document.body.compactMap { block in
      guard case .figure(let figure) = block else { return nil }
      return (figure, figure.sources.map { document.sources[$0] })
    }
  }

  @Test func unitsStandSideBySide() async throws {
    let figures = try await figures("so/pt/tong-hop-2023-2024-hk2", Self.sector)
    let chart = try #require(figures.first { $0.figure.alternative.contains("theo đơn vị") })
    #expect(
      chart.figure.caption?.runs.text
        == "Hình 1. Kết quả thực hiện chỉ tiêu theo đơn vị, học kỳ II, năm học 2023-2024")
    #expect(
      chart.figure.alternative.hasSuffix(
        "TH Bến Đò: 91,67%, kế hoạch 95%; TH Cồn Phụng: 98,56%, kế hoạch 95%; "
          + "TH Rạch Gốc: 95,00%, kế hoạch 95%"), "\(chart.figure.alternative)")
    #expect(chart.sources.map(\.text) == ["95", "91,67%", "98,56%", "95,00%"])
    #expect(
      chart.sources.map { $0.cells.first?.file ?? "" } == [
        "campaigns/pt/targets.csv", "campaigns/pt/results.csv", "campaigns/pt/results.csv",
        "campaigns/pt/results.csv",
      ])
  }

  @Test func termsFollowEachOther() async throws {
    let figures = try await figures("th-a/pt/2023-2024-hk2", Self.sector)
    let chart = try #require(figures.first { $0.figure.alternative.contains("qua các kỳ") })
    #expect(chart.figure.caption?.runs.text.hasSuffix("qua các kỳ") == true)
    #expect(chart.figure.alternative.contains("HK I 2023-2024"))
    #expect(chart.sources.map(\.text) == ["95,24%", "95", "98,56%"])
    #expect(chart.sources.map(\.meaning).first?.hasSuffix("học kỳ I, năm học 2023-2024") == true)
  }

  /// Two units or one term need no chart.
  @Test func littleIsNotDrawn() async throws {
    for path in ["so/pt/tong-hop-2023-2024-hk2", "th-a/pt/2023-2024-hk2"] {
      #expect(try await figures(path, SmallSector()).isEmpty)
    }
  }
}
