import Content
import Diagnostics
import Glibc
import Intake
import Starters
import Terminal
import Vietnamese

/// Where tables are written to: a content folder, and never outside of it.
struct TablePlace {
  let folder: String
  /// The files that are there.
  let files: Set<String>

  /// The file that a table is kept in: the workbook in its place, if there is one.
  func target(_ path: String) -> String {
    let book = Self.stem(path) + ".xlsx"
    return files.contains(book) ? book : path
  }

  /// A table that is there, as CSV whatever its form.
  func text(of path: String) -> [UInt8]? {
    let target = target(path)
    guard let bytes = try? ContentSource.folder(folder).read(target) else { return nil }
    return target == path ? bytes : TableBook.text(bytes, file: target)
  }

  /// Stops before anything is written if a table is there already, in any of its forms.
  func refuse(_ paths: [String], replaces: Bool, _ arguments: Arguments) throws(Stop) {
    for path in paths {
      let stem = Self.stem(path)
      // What is no workbook of tables, or one table in two forms, only a person can set right.
      let isBroken = target(path) != path && (text(of: path) == nil || files.contains(path))
      let twin = files.contains("\(stem).tsv") ? "\(stem).tsv" : isBroken ? target(path) : nil
      if let twin {
        throw Stop(
          exit: .usage,
          text:
            "Đã có “\(folder)/\(twin)” là cùng một bảng; chưa ghi gì. Chuyển tệp ấy đi nơi khác "
            + "(bảng chỉ được có ở một tệp) rồi chạy lại.")
      }
    }
    let existing = paths.map(target).filter(files.contains)
    if existing.isEmpty || replaces || arguments.has("add") { return }
    throw Stop(
      exit: .usage,
      text: "Đã có \(existing.map { "\(folder)/\($0)" }.joined(separator: ", ")); chưa ghi gì. "
        + "Thêm --add để thêm dòng mới vào bảng ấy, --replace để thay cả bảng.")
  }

  /// Writes a table in the form that it has there.
  ///
  /// A workbook is made anew and may lose what a person added to it, such as colours; so it is kept
  /// beside the new one, under a name that the reader passes over.
  ///
  /// - Returns: the path of the workbook as it was.
  func write(_ table: Imported.Table, on day: PlainDate) throws(Stop) -> String? {
    let target = target(table.path)
    guard target != table.path else {
      try write(table.bytes, to: table.path)
      return nil
    }
    let book = try NewCommand.faultless { () throws(StarterFault) in
      try TableBook.book(table.bytes, schema: table.schema, on: day)
    }
    let old: [UInt8]
    do throws(ContentFault) {
      old = try ContentSource.folder(folder).read(target)
    } catch {
      throw Stop(exit: .machine, text: error.diagnostic(of: target).summary)
    }
    var parts = target.split(separator: "/").map(String.init)
    let name = parts.removeLast()
    let kept = (parts + [".truoc-khi-nhap-\(name)"]).joined(separator: "/")
    try write(old, to: kept)
    try write(book, to: target)
    return kept
  }

  private static func stem(_ path: String) -> String {
    path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Stop) {
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
