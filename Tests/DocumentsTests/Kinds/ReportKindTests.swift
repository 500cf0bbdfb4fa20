import Glibc
import Testing

@testable import Documents

/// What is due, and what each kind says, as a clerk would read it.
@Suite struct ReportKindTests {
  @Test func everyUnitOwesWhatItHasToTell() async throws {
    let paths = try await SmallSector().keys().map(\.path)
    #expect(
      paths == [
        "bao-cao/so/pt/2023-2024-hk2", "bao-cao/so/pt/giai-doan-dot-1",
        "bao-cao/so/pt/tong-hop-2023-2024-hk2", "bao-cao/so/pt/tong-hop-cum-1-2023-2024-hk2",
        "bao-cao/so/pt/khen-thuong", "bao-cao/so/pt/dien-hinh", "bao-cao/so/pt/dang-ky-cum-1",
        "bao-cao/so/pt/nhiem-vu", "bao-cao/th-a/pt/2023-2024-hk2",
        "bao-cao/th-a/pt/giai-doan-dot-1", "bao-cao/th-a/pt/khen-thuong",
        "bao-cao/th-a/pt/dien-hinh", "bao-cao/th-a/pt/dang-ky", "bao-cao/th-b/pt/2023-2024-hk2",
        "bao-cao/th-b/pt/giai-doan-dot-1", "bao-cao/th-b/pt/dang-ky",
      ])
  }

  static let told = [
    "th-a/pt/2023-2024-hk2", "so/pt/giai-doan-dot-1", "so/pt/tong-hop-2023-2024-hk2",
    "so/pt/tong-hop-cum-1-2023-2024-hk2", "so/pt/khen-thuong", "so/pt/dien-hinh",
    "th-a/pt/dang-ky", "so/pt/dang-ky-cum-1", "so/pt/nhiem-vu",
  ]

  /// `NEUGUONG_GOLDEN=1 swift test …` writes the texts anew; read them before they are kept.
  @Test(arguments: told) func eachKindReadsAsItShould(_ path: String) async throws {
    let text = try await SmallSector().document(path).told + "\n"
    let name = path.replacing("/", with: "_") + ".txt"
    let file = String(#filePath.dropLast("ReportKindTests.swift".count)) + "Golden/" + name
    if unsafe getenv("NEUGUONG_GOLDEN") != nil {
      let stream = try unsafe #require(fopen(file, "w"))
      unsafe fputs(text, stream)
      unsafe fclose(stream)
    }
    let wanted = try SmallSector.read(file)
    #expect(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        == wanted.split(separator: "\n", omittingEmptySubsequences: false))
  }

  @Test func afterTheDecreeTheListNamesTheRule() async throws {
    var sector = SmallSector()
    sector.date = "05/7/2025"
    sector.files["documents.csv", default: ""] +=
      "\nnd-152,nd,152/2025,NĐ-CP,14/6/2025,Chính phủ,\n"
    sector.files["rules/nd-152.yaml"] =
      "title: Thứ tự\nact: nd-152\nfrom: 01/7/2025\norder: khoản 5 Điều 29\n"
    let list = try await sector.document("so/pt/khen-thuong").told
    #expect(list.contains("quy định tại khoản 5 Điều 29 Nghị định số 152/2025/NĐ-CP"))
  }
}
