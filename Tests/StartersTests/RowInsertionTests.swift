import Content
import Diagnostics
import Records
import Starters
import Testing

struct RowInsertionTests {
  private func insert(
    _ table: String, file: String = "units.csv", name: String = "Trường “A”, B"
  ) throws -> RowInsertion? {
    var bag = DiagnosticBag()
    return RowInsertion(
      ["id": "th-a", "name": name, "kind": "Trường", "place": "Tân Phú"],
      into: Array(table.utf8), file: file, as: try #require(Tables.schema(named: "units")), &bag)
  }

  @Test("All bytes before the row stay, and so do separators and line ends")
  func keepsWhatIsThere() throws {
    let tables = [
      ("Mã,Loại,Tên đơn vị\nx,so,X\n", "th-a,Trường,\"Trường “A”, B\"\n"),
      ("Mã;Loại;Tên đơn vị\r\nx;so;X\r\n", "th-a;Trường;\"Trường “A”, B\"\r\n"),
      ("\u{FEFF}id\tkind\tname\nx\tso\tX", "\nth-a\tTrường\t\"Trường “A”, B\"\n"),
      ("id,name,kind\n\n", "th-a,\"Trường “A”, B\",Trường\n"),
    ]
    for (table, row) in tables {
      let insertion = try #require(try insert(table))
      #expect(insertion.bytes == Array((table + row).utf8), "\(table)")
      #expect(insertion.appended == Array(row.utf8))
      #expect(insertion.homeless.map(\.value) == ["Tân Phú"])
    }
  }

  @Test("A table that a row cannot be added to without harm is left alone")
  func refuses() throws {
    // The quote is never closed: what is added would fall into the cell.
    #expect(try insert("id,name,kind\nx,\"X,so\n") == nil)
    #expect(try insert("") == nil)
  }
}
