import Glibc
import Terminal

/// Where tables are written to: a content folder, and never outside of it.
struct TablePlace {
  let folder: String
  /// The files that are there.
  let files: Set<String>

  /// Stops before anything is written if a table is there already, in any of its forms.
  func refuse(_ paths: [String], replaces: Bool, _ arguments: Arguments) throws(Stop) {
    for path in paths {
      let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
      if let twin = ["xlsx", "tsv"].map({ "\(stem).\($0)" }).first(where: files.contains) {
        throw Stop(
          exit: .usage,
          text:
            "Đã có “\(folder)/\(twin)” là cùng một bảng; chưa ghi gì. Chuyển tệp ấy đi nơi khác "
            + "(bảng chỉ được có ở một tệp) rồi chạy lại.")
      }
    }
    let existing = paths.filter(files.contains)
    if existing.isEmpty || replaces || arguments.has("add") { return }
    throw Stop(
      exit: .usage,
      text: "Đã có \(existing.map { "\(folder)/\($0)" }.joined(separator: ", ")); chưa ghi gì. "
        + "Thêm --add để thêm dòng mới vào bảng ấy, --replace để thay cả bảng.")
  }

  func write(_ bytes: [UInt8], to path: String) throws(Stop) {
    let parts = path.split(separator: "/").map(String.init)
    var place = folder
    for part in parts.dropLast() {
      place += "/\(part)"
      if unsafe mkdir(place, 0o777) != 0, errno != EEXIST {
        throw Stop(exit: .machine, text: "Không tạo được thư mục “\(place)”.")
      }
    }
    guard let root = resolved(folder), let target = resolved(place),
      target == root || target.hasPrefix(root == "/" ? root : root + "/")
    else {
      throw Stop(
        exit: .usage, text: "“\(place)” là liên kết trỏ ra ngoài “\(folder)”; chưa ghi gì vào đó.")
    }
    // What was allowed to be there has been looked at; the new table takes its place in one step.
    try OutputTextFile.write(bytes, to: "\(folder)/\(path)", replaces: true)
  }

  private func resolved(_ path: String) -> String? {
    guard let raw = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(raw) }
    return unsafe String(validatingCString: raw)
  }
}
