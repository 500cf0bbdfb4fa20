import Diagnostics
import Records
import Vietnamese
import Workbooks

/// A small content folder, complete: it builds as it is, and each file shows how to go on.
package struct Starter {
  /// One file of the folder, its path relative to it.
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  /// The form in which tables are written.
  package enum TableForm: String, Sendable, CaseIterable {
    /// Workbooks with notes and lists to choose from.
    case xlsx
    case csv
  }

  /// Where forms to send to other people are kept; the reader leaves that folder alone.
  package static let formFolder = "bieu-mau"
  package static let form = formFolder + "/nhap-lieu.xlsx"

  private let answers: StarterAnswers
  private let form: TableForm
  private let renderer: StarterRenderer

  /// - Throws: a problem in our own texts, which tests would have found.
  package init(_ answers: StarterAnswers, tables form: TableForm) throws(StarterFault) {
    self.answers = answers
    self.form = form
    renderer = try StarterRenderer(StarterScope(answers, ending: form.rawValue))
  }

  /// All files, in the order of the plan.
  package func files() throws(StarterFault) -> [File] {
    var files: [File] = []
    var tables: [FilledTable] = []
    let (author, date) = (answers.unit.name, answers.today)
    for (place, text) in StarterPlan.entries(for: answers.kind) {
      let bytes = try renderer.render(text)
      switch place {
      case .file(let path): files.append(File(path: self.path(path), bytes: bytes))
      case .table(let schema):
        let path = path(schema.name).replacing(".csv", with: ".\(form.rawValue)")
        let name = Tables.stem(of: schema)
        if !StarterPlan.kept.contains(name) {
          tables.append(try Self.filled(bytes, text, as: schema))
        }
        files.append(
          File(
            path: path,
            bytes: try Self.table(bytes, named: name, as: form, author: author, date: date)))
      }
    }
    let guide = String(decoding: try renderer.render("bieu-mau-huong-dan.txt"), as: UTF8.self)
    files.append(
      File(
        path: Self.form,
        bytes: try Self.workbook(
          tables, title: "Biểu mẫu nhập liệu thi đua: \(author)", author: author, date: date,
          guide: guide.split(separator: "\n").map(String.init))))
    return files
  }

  private func path(_ pattern: String) -> String {
    pattern.replacing("<id>", with: StarterPlan.campaign)
      .replacing("<unit>", with: answers.unit.id)
      .replacing("<year>", with: String(answers.today.year))
  }

  /// A table rendered from one of our texts, in the form asked for.
  static func table(
    _ bytes: [UInt8], named name: String, as form: TableForm, author: String, date: PlainDate
  ) throws(StarterFault) -> [UInt8] {
    guard form == .xlsx, let schema = Tables.schema(named: name) else { return bytes }
    return try workbook(
      [try filled(bytes, name, as: schema)], title: schema.title, author: author, date: date)
  }

  static func filled(
    _ bytes: [UInt8], _ name: String, as schema: Schema
  ) throws(StarterFault) -> FilledTable {
    var bag = DiagnosticBag()
    guard let table = CSV.parse(bytes, file: name, into: &bag), !bag.hasErrors else {
      throw StarterFault(bag, name)
    }
    return FilledTable(table, as: schema)
  }

  static func workbook(
    _ tables: [FilledTable], title: String, author: String, date: PlainDate,
    guide: [String]? = nil
  ) throws(StarterFault) -> [UInt8] {
    do throws(WorkbookError) {
      return try TableWorkbook(tables).bytes(
        title: title, author: author, date: date, guide: guide)
    } catch {
      throw StarterFault(message: error.message)
    }
  }
}

/// A starter that cannot be made: our own text is wrong, or the machine has no memory.
package struct StarterFault: Error, Sendable {
  package var message: String

  init(message: String) { self.message = message }

  init(_ bag: DiagnosticBag, _ name: String) {
    message = bag.all.first { $0.severity == .error }?.summary ?? "Không đọc được “\(name)”."
  }
}
