import XML
import Zip

/// Why a workbook could not be read, in words for the user.
package struct SpreadsheetFault: Error, Sendable {
  package var message: String
  package var help: String
}

/// Files of Excel and LibreOffice (`.xlsx`, ISO/IEC 29500-1), trusted in nothing.
///
/// What is read is what a person sees: shown values, merged cells, hidden rows, fonts. Formulas are
/// never worked out here; their last shown value is taken.
package enum SpreadsheetFile {
  /// Cells with content that a workbook may hold.
  static let maxCells = 5_000_000

  /// - Throws: `SpreadsheetFault` if the bytes are no such workbook, are locked or damaged.
  package static func read(_ bytes: [UInt8]) throws(SpreadsheetFault) -> Spreadsheet {
    // The old format, and also a new one behind a password, is a compound file.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw SpreadsheetFault(
        message: "tệp ở định dạng Excel cũ (.xls) hoặc có mật khẩu",
        help: "Mở bằng Excel, bỏ mật khẩu nếu có, rồi lưu thành “Excel Workbook (.xlsx)”.")
    }
    do throws(ZipError) {
      var limits = ZipReader.Limits()
      limits.entries = 5_000
      return try read(ZipReader(bytes, limits: limits))
    } catch {
      throw SpreadsheetFault(
        message: "không mở được như một tệp .xlsx: \(error.message)",
        help: "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại thành “Excel Workbook (.xlsx)”.")
    }
  }

  private static func read(
    _ package: borrowing ZipReader
  ) throws(ZipError) -> Spreadsheet {
    let rootLinks = try part("_rels/.rels", of: package, as: RelationReader()) ?? RelationReader()
    let book = rootLinks.target(ofType: "/officeDocument", below: "") ?? "xl/workbook.xml"
    guard let index = try part(book, of: package, as: WorkbookReader()) else {
      throw ZipError(message: "không phải là sổ bảng tính")
    }
    let folder = book.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = book.dropFirst(folder.utf8.count)
    let links =
      try part("\(folder)_rels/\(name).rels", of: package, as: RelationReader())
      ?? RelationReader()
    let strings = try links.target(ofType: "/sharedStrings", below: folder)
      .flatMap { path throws(ZipError) in try part(path, of: package, as: StringTableReader()) }
    let styles = try links.target(ofType: "/styles", below: folder)
      .flatMap { path throws(ZipError) in
        try part(path, of: package, as: StyleReader(since1904: index.isSince1904))
      }
    var sheets: [Spreadsheet.Sheet] = []
    var count = 0
    for entry in index.sheets {
      guard let path = links.target(ofID: entry.link, below: folder) else { continue }
      let reader = SheetReader(
        strings: strings?.items ?? [], styles: styles?.formats ?? [], room: maxCells - count)
      // Sheets of charts and dialogs hold no rows, which the reader finds by itself.
      guard let sheet = try part(path, of: package, as: reader) else { continue }
      if sheet.isOverfull { throw ZipError(message: "có hơn \(maxCells) ô") }
      count += sheet.count
      sheets.append(
        Spreadsheet.Sheet(
          name: entry.name, isHidden: entry.isHidden, rows: sheet.sortedRows, merges: sheet.merges,
          hiddenColumns: sheet.hiddenColumns))
    }
    return Spreadsheet(sheets: sheets)
  }

  /// What the listener heard of one part of the package; nil if there is no such part.
  private static func part<Listener: XMLListener>(
    _ path: String, of package: borrowing ZipReader, as listener: Listener
  ) throws(ZipError) -> Listener? {
    guard let bytes = try package.read(path) else { return nil }
    do throws(XMLFault) {
      try XMLReader.read(bytes, telling: listener)
    } catch {
      throw ZipError(message: "\(path), dòng \(error.line): \(error.message)")
    }
    return listener
  }
}

/// `workbook.xml`: the sheets in their order.
private final class WorkbookReader: XMLListener {
  var sheets: [(name: String, link: String, isHidden: Bool)] = []
  var isSince1904 = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": isSince1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      guard let link = attributes["id"] else { return }
      sheets.append(
        (attributes["name"] ?? "", link, (attributes["state"] ?? "visible") != "visible"))
    default: break
    }
  }

  func end(_ name: String, text: [UInt8]) {}
}

/// A `.rels` part: which part is what to another (ISO/IEC 29500-2).
private final class RelationReader: XMLListener {
  private var links: [(id: String, type: String, target: String)] = []

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    links.append((id, type, target))
  }

  func end(_ name: String, text: [UInt8]) {}

  func target(ofType ending: String, below folder: String) -> String? {
    links.first { $0.type.hasSuffix(ending) }.map { Self.path($0.target, below: folder) }
  }

  func target(ofID id: String, below folder: String) -> String? {
    links.first { $0.id == id }.map { Self.path($0.target, below: folder) }
  }

  private static func path(_ target: String, below folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts: [Substring] = []
    for part in (folder + target).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
