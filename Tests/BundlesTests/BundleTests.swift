import Bundles
import Testing
import Zip

@Suite("Bundles")
struct BundleTests {
  private let files: [(path: String, bytes: [UInt8])] = [
    ("báo cáo/Tổng kết.pdf", Array("%PDF".utf8)),
    ("du-lieu/ket-qua.csv", Array("Chỉ tiêu,Đơn vị\n".utf8)),
  ]

  private func manifest(_ files: [(path: String, bytes: [UInt8])]) -> BundleManifest {
    BundleManifest(
      unit: .init(id: "thcs-a", name: "Trường THCS “A”"),
      campaign: .init(id: "thi-dua", name: "Thi đua"), period: .init(id: "hk1", name: "Học kỳ I"),
      program: "0.1.0", day: "2025-05-31",
      inputs: [.init(path: "units.csv", bytes: [1])],
      files: files.map { .init(path: $0.path, bytes: $0.bytes) }, essence: "e")
  }

  private func differences(_ entries: [ZipWriter.Entry]) throws -> [Bundle.Difference] {
    try Bundle.verify(ZipWriter.zip(entries)).differences
  }

  @Test("agree with their manifest, whatever the order in which files were given")
  func whole() throws {
    let bytes = try Bundle.zip(manifest(files), files: files)
    #expect(try Bundle.zip(manifest(files.reversed()), files: files.reversed()) == bytes)
    let (found, differences) = try Bundle.verify(bytes)
    #expect(found == manifest(files))
    #expect(differences.isEmpty)
    #expect(found.id == "thcs-a_thi-dua_hk1")
  }

  @Test("tell every difference")
  func changes() throws {
    let head = ZipWriter.Entry(BundleManifest.path, manifest(files).bytes)
    let whole = files.map { ZipWriter.Entry($0.path, $0.bytes) }
    #expect(try differences([head] + whole).isEmpty)
    #expect(try differences([head, whole[0]]) == [.missing("du-lieu/ket-qua.csv")])
    #expect(
      try differences([head, whole[0], ZipWriter.Entry(files[1].path, Array("x".utf8))])
        == [.changed("du-lieu/ket-qua.csv")])
    #expect(
      try differences([head] + whole + [ZipWriter.Entry("con.exe", [])]) == [.stranger("con.exe")])
    #expect(
      try differences([head] + whole + [ZipWriter.Entry("a:b", [])])
        == [.unsafe("a:b"), .stranger("a:b")])
  }

  @Test("that are none are refused")
  func none() throws {
    for bytes in [
      [], Array("PK".utf8), try ZipWriter.zip([ZipWriter.Entry("a", [])]),
      try ZipWriter.zip([ZipWriter.Entry(BundleManifest.path, Array("{}".utf8))]),
    ] {
      #expect(throws: BundleFault.self) { _ = try Bundle.verify(bytes) }
    }
    let later = String(decoding: manifest(files).bytes, as: UTF8.self)
      .split(separator: "\"version\": 1").joined(separator: "\"version\": 2")
    let fault = #expect(throws: BundleFault.self) {
      _ = try BundleManifest(reading: Array(later.utf8))
    }
    #expect(fault?.message.contains("mới hơn") == true)
  }

  @Test("of several machines make one index, equal to that of one machine")
  func merging() throws {
    let entries = ["a", "b", "c"].map { unit -> BundleIndex.Entry in
      var manifest = manifest([])
      manifest.unit.id = unit
      return BundleIndex.Entry(manifest, zip: Array(unit.utf8))
    }
    let whole = BundleIndex(program: "0.1.0", day: "2025-05-31", entries: entries)
    let parts = [[2], [0, 1], []].map { places in
      BundleIndex(program: "0.1.0", day: "2025-05-31", entries: places.map { entries[$0] })
    }
    let merged = try BundleIndex(merging: parts)
    #expect(merged.bytes == whole.bytes)
    #expect(merged.sums == whole.sums)
    #expect(try BundleIndex(reading: whole.bytes) == whole)
    #expect(String(decoding: whole.sums, as: UTF8.self).contains("  a_thi-dua_hk1.zip\n"))

    let other = BundleIndex(program: "0.2.0", day: "2025-05-31", entries: [])
    #expect(throws: BundleFault.self) { try BundleIndex(merging: [whole, other]) }
    var changed = entries[0]
    changed.essence = "x"
    let rival = BundleIndex(program: "0.1.0", day: "2025-05-31", entries: [changed])
    #expect(throws: BundleFault.self) { try BundleIndex(merging: [whole, rival]) }
    #expect(throws: BundleFault.self) { try BundleIndex(merging: []) }
  }
}
