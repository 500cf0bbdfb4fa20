import Diagnostics
import Glibc
import Publication
import Testing

/// A real full disk and a real read-only folder, where the machine lets the test have them.
@Suite struct FullDiskTests {
  static var isRoot: Bool { geteuid() == 0 }
  static var canMount: Bool {
    let folder = TemporaryFolder()
    defer { _ = unsafe umount2(folder.path, 0) }
    return unsafe mount("tmpfs", folder.path, "tmpfs", 0, nil) == 0
  }

  @Test(.enabled(if: canMount)) func aFullDiskLeavesTheOldSite() throws {
    let folder = TemporaryFolder()
    try #require(unsafe mount("tmpfs", folder.path, "tmpfs", 0, "size=256k") == 0)
    defer { _ = unsafe umount2(folder.path, 0) }
    let output = folder.path + "/public"
    let old = try Publisher(output: output)
    try old.write(OutputFile(path: "a", bytes: [1], origin: "x"))
    try old.commit()
    let publisher = try Publisher(output: output)
    do {
      try publisher.write(
        OutputFile(path: "a", bytes: Array(repeating: 2, count: 400_000), origin: "x"))
      Issue.record("phải báo lỗi")
    } catch {
      #expect(error.cause == .machine)
      let summary = error.problems.all.first?.summary ?? ""
      #expect(summary.contains("ổ đĩa đã đầy") && summary.contains("public/a"))
    }
    publisher.abandon()
    #expect(folder.text("public/a") == "\u{1}")
    #expect(folder.names().filter { $0.contains("staging") } == [])
  }

  @Test(.enabled(if: canMount)) func aDiskForReadingOnlyIsToldAsSuch() throws {
    let folder = TemporaryFolder()
    try #require(unsafe mount("tmpfs", folder.path, "tmpfs", UInt(MS_RDONLY), nil) == 0)
    defer { _ = unsafe umount2(folder.path, 0) }
    do {
      _ = try Publisher(output: folder.path + "/public")
      Issue.record("phải báo lỗi")
    } catch {
      #expect(error.cause == .machine)
      #expect(error.problems.all.first?.summary.contains("chỉ cho phép đọc") == true)
    }
  }

  @Test(.disabled(if: isRoot, "root may write anywhere"))
  func aReadOnlyParentIsToldAsSuch() throws {
    let folder = TemporaryFolder()
    _ = unsafe chmod(folder.path, 0o555)
    defer { _ = unsafe chmod(folder.path, 0o755) }
    do {
      _ = try Publisher(output: folder.path + "/public")
      Issue.record("phải báo lỗi")
    } catch {
      #expect(error.cause == .machine)
      #expect(error.problems.all.first?.summary.contains("không có quyền") == true)
    }
  }
}
