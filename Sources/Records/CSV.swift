package import Diagnostics

/// Reads tables of RFC 4180 as spreadsheets really write them: `,`, `;` or tab, BOM, any line end.
package enum CSV {
  static let maxRows = 1_000_000
  static let maxCell = 1_048_576
  /// Problems told of one file; the rest would only repeat them.
  static let maxProblems = 200

  /// The table, or nil with an error in the bag if there is none to speak of.
  ///
  /// Empty rows are skipped. A row with too few or too many cells is an error and left out; empty
  /// cells at the end beyond the headings are the spreadsheet's own and do not count.
  package static func parse(_ bytes: [UInt8], file: String, into bag: inout DiagnosticBag)
    -> Table?
  {
    guard
      Bytes.checkEncoding(bytes, file: file, firstLine: 1, id: "csv.encoding", into: &bag)
    else { return nil }
    if let offset = bytes.firstIndex(of: 0) {
      let place = Bytes.position(of: offset, in: bytes, from: Bytes.start(bytes))
      bag.error(
        "csv.nul", at: Location(file: file, line: place.line, column: place.column),
        "Tệp chứa byte 0, không phải bảng CSV.",
        help: "Mở bằng chương trình bảng tính rồi lưu lại thành “CSV UTF-8”.")
      return nil
    }
    var reader = CSVReader(bytes: bytes, file: file)
    return reader.read(into: &bag)
  }

  /// The rows of a UTF-8 text as they stand, of whatever length and blank ones too, each with the
  /// line at which it begins: for whoever looks for the head of the table himself.
  ///
  /// Quotes out of place are taken as they are, as spreadsheet programs do.
  package static func rows(
    _ bytes: [UInt8], separatedBy separator: UInt8, file: String, into bag: inout DiagnosticBag
  ) -> [(line: Int, cells: [String])] {
    var reader = CSVReader(bytes: bytes, file: file)
    return reader.rows(separatedBy: separator, into: &bag)
  }
}

/// One pass over the bytes; cells become strings only when a row is complete.
private struct CSVReader {
  private struct RawCell {
    var range: Range<Int>
    /// Set if the cell holds doubled quotes, so that its bytes are not its text.
    var unescaped: [UInt8]?
    var line: Int
    var column: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private var position: Int
  private var line = 1
  private var lineStart: Int
  private var separator = UInt8(ascii: ",")
  private var problems = 0
  private var isOver = false

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    position = Bytes.start(bytes)
    lineStart = position
  }

  mutating func read(into bag: inout DiagnosticBag) -> Table? {
    findSeparator()
    var header: [Table.Cell] = []
    var rows: [Table.Row] = []
    var raw: [RawCell] = []
    var source = Table.Source(file: file, headings: [])
    var number = 0
    while position < bytes.count, !isOver, problems < CSV.maxProblems {
      let first = line
      number += 1
      let isSound = readRow(&raw, into: &bag)
      while let last = raw.last, isBlank(last), raw.count > max(header.count, 0) {
        raw.removeLast()
      }
      if raw.allSatisfy(isBlank) { continue }
      if header.isEmpty {
        guard isSound else { return nil }
        source = Table.Source(file: file, headings: raw.map { text($0).trimmed })
        header = raw.enumerated().map { cell($1, source, row: number, index: $0, isHead: true) }
        continue
      }
      guard isSound else { continue }
      guard raw.count == header.count else {
        tellRagged(raw.count, header.count, number, first, into: &bag)
        continue
      }
      if rows.count >= CSV.maxRows {
        bag.error(
          "csv.limit", at: Location(file: file, line: first),
          "Bảng có hơn \(CSV.maxRows) dòng.", help: "Chia bảng thành nhiều tệp.")
        break
      }
      var cells: [Table.Cell] = []
      cells.reserveCapacity(raw.count)
      for index in raw.indices { cells.append(cell(raw[index], source, row: number, index: index)) }
      rows.append(Table.Row(number: first, cells: cells))
    }
    if header.isEmpty {
      if problems == 0 {
        bag.error(
          "csv.empty", at: Location(file: file), "Bảng trống, không có dòng tên cột.",
          help: "Dòng đầu của bảng phải ghi tên các cột.")
      }
      return nil
    }
    return Table(file: file, header: header, rows: rows)
  }

  mutating func rows(
    separatedBy mark: UInt8, into bag: inout DiagnosticBag
  ) -> [(line: Int, cells: [String])] {
    separator = mark
    var rows: [(line: Int, cells: [String])] = []
    var raw: [RawCell] = []
    var told = DiagnosticBag()
    while position < bytes.count, !isOver, rows.count < CSV.maxRows {
      let first = line
      _ = readRow(&raw, into: &told)
      rows.append((first, raw.map(text)))
    }
    for problem in told.all where problem.id != "csv.stray-quote" { bag.add(problem) }
    if position < bytes.count, rows.count >= CSV.maxRows {
      bag.error(
        "csv.limit", at: Location(file: file, line: line),
        "Bảng có hơn \(CSV.maxRows) dòng.", help: "Chia bảng thành nhiều tệp.")
    }
    return rows
  }

  // MARK: Rows and cells

  /// Reads to the end of the row, whose last line it leaves behind; false if a cell is broken.
  private mutating func readRow(_ row: inout [RawCell], into bag: inout DiagnosticBag) -> Bool {
    row.removeAll(keepingCapacity: true)
    var isSound = true
    var counted = position
    var column = 1
    var countedLine = line
    while true {
      if line != countedLine {
        countedLine = line
        counted = lineStart
        column = 1
      }
      for index in counted..<position where bytes[index] & 0xC0 != 0x80 { column += 1 }
      counted = position
      let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
      var cell = RawCell(range: position..<position, unescaped: nil, line: line, column: column)
      let isFine = isQuoted ? readQuoted(&cell, into: &bag) : readPlain(&cell, into: &bag)
      isSound = isFine && isSound
      if cell.range.count > CSV.maxCell {
        tell(
          "csv.limit", cell, "Một ô dài hơn \(CSV.maxCell) byte.",
          "Kiểm tra dấu ngoặc kép của ô này.", into: &bag)
        isSound = false
      }
      row.append(cell)
      guard position < bytes.count else { return isSound }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      endLine(byte)
      return isSound
    }
  }

  /// Counts a line whose end mark, just passed, was `byte`.
  private mutating func endLine(_ byte: UInt8) {
    if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    line += 1
    lineStart = position
  }

  private mutating func readPlain(_ cell: inout RawCell, into bag: inout DiagnosticBag) -> Bool {
    let start = position
    var isSound = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\""), isSound {
        isSound = false
        tell(
          "csv.stray-quote", cell, "Dấu ngoặc kép nằm giữa ô không mở bằng ngoặc kép.",
          "Đặt cả ô trong ngoặc kép và viết hai dấu \"\" cho một dấu ngoặc kép bên trong.",
          into: &bag)
      }
      position += 1
    }
    cell.range = start..<position
    return isSound
  }

  private mutating func readQuoted(_ cell: inout RawCell, into bag: inout DiagnosticBag) -> Bool {
    position += 1
    var start = position
    var kept: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        if position + 1 < bytes.count, bytes[position + 1] == byte {
          kept.append(contentsOf: bytes[start...position])
          position += 2
          start = position
          continue
        }
        cell.range = cell.range.lowerBound + 1..<position
        if !kept.isEmpty { cell.unescaped = kept + bytes[start..<position] }
        position += 1
        return endQuoted(cell, into: &bag)
      }
      position += 1
      if byte == 0x0A || byte == 0x0D { endLine(byte) }
    }
    isOver = true
    tell(
      "csv.unclosed-quote", cell, "Ô mở bằng dấu ngoặc kép nhưng không đóng đến hết tệp.",
      "Thêm dấu ngoặc kép đóng ở cuối ô.", into: &bag)
    return false
  }

  /// After the closing quote the cell must end.
  private mutating func endQuoted(_ cell: RawCell, into bag: inout DiagnosticBag) -> Bool {
    func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
    guard position < bytes.count, !isEnd(bytes[position]) else { return true }
    tell(
      "csv.stray-quote", cell, "Sau dấu ngoặc kép đóng ô còn chữ thừa.",
      "Viết hai dấu \"\" cho một dấu ngoặc kép bên trong ô.", into: &bag)
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return false
  }

  private func text(_ cell: RawCell) -> String {
    if let text = cell.unescaped { return String(decoding: text, as: UTF8.self) }
    return String(decoding: bytes[cell.range], as: UTF8.self)
  }

  private func cell(
    _ raw: RawCell, _ source: Table.Source, row: Int, index: Int, isHead: Bool = false
  ) -> Table.Cell {
    let text = text(raw)
    return Table.Cell(
      text: isHead ? text.trimmed : text,
      place: Table.Place(
        source: source, line: raw.line, column: raw.column, row: row, index: index))
  }

  private func isBlank(_ cell: RawCell) -> Bool {
    cell.unescaped == nil && bytes[cell.range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: Separator

  /// Takes Excel's `sep=;` line, or else the mark that the first row holds most of.
  private mutating func findSeparator() {
    let marks = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let head = bytes[position...].prefix(5)
    if head.starts(with: Array("sep=".utf8)), let mark = head.last, marks.contains(mark) {
      separator = mark
      position += 5
      if position < bytes.count {
        position += 1
        endLine(bytes[position - 1])
      }
      return
    }
    var counts = [0, 0, 0]
    var isQuoted = false
    var isBlank = true
    for byte in bytes[position...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if isBlank { continue }
        break
      }
      isBlank = false
      if let index = marks.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    separator = marks[counts.firstIndex(of: most) ?? 0]
  }

  // MARK: Problems

  private mutating func tell(
    _ id: String, _ cell: RawCell, _ summary: String, _ help: String,
    into bag: inout DiagnosticBag
  ) {
    problems += 1
    bag.error(
      id, at: Location(file: file, line: cell.line, column: cell.column), summary, help: help)
  }

  private mutating func tellRagged(
    _ count: Int, _ wanted: Int, _ row: Int, _ line: Int, into bag: inout DiagnosticBag
  ) {
    problems += 1
    let mark = separator == 0x09 ? "tab" : "“\(Character(Unicode.Scalar(separator)))”"
    bag.error(
      "csv.ragged", at: Location(file: file, line: line),
      "Dòng \(row) có \(count) ô, trong khi bảng có \(wanted) cột.",
      help: "Các ô cách nhau bằng dấu \(mark). Ô có dấu ấy bên trong phải đặt trong ngoặc kép; "
        + "ô trống vẫn phải giữ dấu ngăn.")
  }
}
