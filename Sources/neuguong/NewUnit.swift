import Campaigns
import Content
import Diagnostics
import Glibc
import Records
import Starters
import Terminal

/// `new unit`: one row more in the table of units, where that can be done without harm.
enum NewUnit {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    let place = try ContentPlace(arguments)
    guard let path = place.unitsPath else {
      throw Stop(exit: .content, text: "Trong “\(place.folder)” chưa có bảng units.")
    }
    let row = try row(arguments, place, path)
    let console = Console(isQuiet: arguments.has("quiet"))
    if !row.homeless.isEmpty {
      let lost = row.homeless.map { "\($0.heading) (\($0.value))" }.joined(separator: ", ")
      console.say("Bảng không có cột cho: \(lost).")
    }
    guard let bytes = row.bytes else {
      console.say(
        "“\(place.shown(path))” không sửa thẳng được. Dán dòng sau vào dòng trống đầu tiên của bảng:"
      )
      // Cells of a spreadsheet fall into their columns when tabs are pasted.
      Console.out(row.cells.joined(separator: "\t") + "\n")
      return .fine
    }
    try append(bytes, row.appended, to: "\(place.folder)/\(path)")
    console.say("Đã thêm một dòng vào “\(place.shown(path))”: \(row.cells.first ?? "").")
    return .fine
  }

  private static func row(
    _ arguments: Arguments, _ place: ContentPlace, _ path: String
  ) throws(Stop) -> RowInsertion {
    let name = try NewName.title(arguments)
    let naming = UnitNaming(name)
    let id = try NewName.id(arguments.value("unit-id"), of: "--unit-id") ?? naming.id
    if let other = place.archive.units.first(where: { $0.id == id || $0.aliases.contains(id) }) {
      throw Stop(
        exit: .usage, text: "Đã có mã “\(id)” (\(other.name)); chọn mã khác bằng --unit-id.")
    }
    guard let kind = arguments.value("kind", as: Unit.Kind.self) ?? naming.kind else {
      throw Stop(
        exit: .usage,
        text: "Không rõ “\(name)” là loại đơn vị nào; thêm --kind, ví dụ --kind truong.")
    }
    let ids = place.archive.units.map(\.id)
    let parent =
      try place.known(arguments.value("parent"), of: "--parent", among: ids)
      ?? superior(place, below: kind)
    guard let schema = Tables.schema(named: "units") else {
      throw Stop(exit: .bug, text: "Không có định dạng của bảng units.")
    }
    var bag = DiagnosticBag()
    do throws(ContentFault) {
      let table = try ContentSource.folder(place.folder).read(path)
      let row = RowInsertion(
        [
          "id": id, "name": name, "short_name": naming.shortName, "kind": kind.title,
          "level": naming.levels.map(\.title).joined(separator: "; "), "parent": parent ?? "",
          "place": place.archive.units.first { $0.id == parent }?.place ?? "",
          "code": naming.code, "head_title": naming.headTitle ?? "",
        ], into: table, file: path, as: schema, &bag)
      if let row { return row }
    } catch {
      throw Stop(exit: .machine, text: error.diagnostic(of: path).summary)
    }
    throw Stop(
      exit: .content,
      text: (bag.all.first { $0.severity == .error }?.summary ?? "Không đọc được “\(path)”.")
        + " Sửa bảng trước: neuguong check \(place.folder)")
  }

  /// The publisher of the site, if it may have units below it.
  private static func superior(_ place: ContentPlace, below kind: Unit.Kind) -> String? {
    guard let publisher = place.archive.settings.publisher,
      let unit = place.archive.units.first(where: { $0.id == publisher })
    else { return nil }
    return unit.kind == .school || unit.kind == kind ? nil : unit.id
  }

  /// Writes at the end of the file itself, which keeps its owner and permissions; a row that does not
  /// fit on the disk is taken back.
  private static func append(
    _ whole: [UInt8], _ added: [UInt8], to path: String
  ) throws(Stop) {
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw Stop(exit: .machine, text: "Không ghi được “\(path)”.") }
    defer { close(file) }
    let before = whole.count - added.count
    var status = stat()
    guard unsafe fstat(file, &status) == 0, Int(status.st_size) == before else {
      throw Stop(exit: .machine, text: "“\(path)” vừa được sửa ở chỗ khác; hãy chạy lại.")
    }
    let sent = unsafe added.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    if sent == added.count { return }
    ftruncate(file, off_t(before))
    throw Stop(exit: .machine, text: "Không ghi được “\(path)”; bảng giữ nguyên như cũ.")
  }
}
