import Campaigns
import Content
import Diagnostics
import Glibc
import Intake
import Terminal

/// `import`: an office's workbook into the tables of a content folder.
enum ImportCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    let file = arguments.positional ?? ""
    let folder = arguments.value("to") ?? "content"
    var bag = DiagnosticBag()
    let bytes = try InputFile.read(file)
    guard bytes.count <= ContentSource.largestFile else {
      throw Stop(
        exit: .usage, text: "“\(file)” lớn hơn \(ContentSource.largestFile >> 20) MB.")
    }
    guard let register = ContentReader.register(.folder(folder), into: &bag) else {
      try show(bag, arguments)
      return .content
    }
    var options = try ImportRequest.options(arguments, register.archive)
    options.addsToExisting = arguments.has("add")
    let place = TablePlace(folder: folder, files: register.files)
    let importer = Importer(into: register.archive, options: options) { place.text(of: $0) }
    let imported = importer.read(bytes, file: file, into: &bag)

    let console = Console(isQuiet: arguments.has("quiet"))
    let isForPeople = (arguments.value("format") ?? "text") == "text"
    if isForPeople, !console.isQuiet {
      Console.out(imported.accounts.map(\.text).joined(separator: "\n"))
    }
    try show(bag, arguments)
    let errors = bag.count(.error)
    guard errors == 0 || (arguments.has("skip-bad") && !imported.tables.isEmpty) else {
      console.say(
        "Chưa ghi gì: \(errors) lỗi. Sửa các ô đã nêu rồi chạy lại"
          + (imported.tables.isEmpty
            ? "." : "; hoặc thêm --skip-bad để ghi phần còn lại và bỏ các ô ấy."))
      return .content
    }
    if arguments.has("dry-run") {
      for table in imported.tables {
        let isThere = register.files.contains(place.target(table.path))
        console.say(
          "sẽ ghi \(folder)/\(summary(table, place))"
            + (isThere && !arguments.has("add") && !arguments.has("replace")
              ? "; bảng đã có, cần --add hoặc --replace" : ""))
      }
      return .fine
    }
    let today = try Clock.day(nil)
    try place.refuse(imported.tables.map(\.path), replaces: arguments.has("replace"), arguments)
    for table in imported.tables {
      let kept = try place.write(table, on: today)
      console.say(
        "đã ghi \(folder)/\(summary(table, place))"
          + (kept.map { "; bản trước giữ ở \(folder)/\($0)" } ?? ""))
    }
    console.say("Tiếp theo: neuguong check \(folder)")
    return .fine
  }

  private static func summary(_ table: Imported.Table, _ place: TablePlace) -> String {
    "\(place.target(table.path)): \(table.rows) dòng"
      + (table.added == table.rows ? "" : " (\(table.added) dòng mới)")
  }

  private static func show(_ bag: DiagnosticBag, _ arguments: Arguments) throws(Stop) {
    var unheard = DiagnosticBag()
    // The workbook is named as it was on the command line, and lies in no content folder.
    let printer = ProblemPrinter(
      format: arguments.value("format", as: ReportFormat.self) ?? .text,
      language: Explain.language(arguments), console: Console(isQuiet: arguments.has("quiet")),
      content: ".", templates: try TemplateFolder.read(nil, into: &unheard),
      sourceLine: { _, _ in nil })
    printer.print(bag)
  }
}

extension Verb {
  static let `import` = Verb(
    name: "import", summary: "đọc bảng tính của cơ quan thành bảng của nội dung",
    details: [
      "Đọc bảng như người ta làm: dòng tiêu đề ở trên, tên cột gộp ô hai ba tầng, dòng cộng ở giữa "
        + "và ở cuối, ô gộp, phông chữ TCVN3 và VNI, CSV mọi bảng mã. In ra đã hiểu mỗi trang tính, "
        + "mỗi cột là gì, lấy dòng nào, bỏ dòng nào và vì sao.",
      "Có ô không đọc được thì nêu từng ô và không ghi gì. Không bao giờ ghi đè hay ghi nối nếu "
        + "không có --replace hoặc --add.",
    ],
    examples: [
      Example("import tong-hop.xlsx --dry-run", "xem hiểu được gì, không ghi"),
      Example(
        "import tong-hop.xlsx --campaign dak-lak-2024 --period \"HK I 2024-2025\" --add",
        "thêm số liệu một kỳ vào bảng đã có"),
      Example(
        "import khen.xlsx --table awards --set \"basis=thuong-xuyen\"",
        "mọi dòng có cùng loại hình khen thưởng"),
    ],
    operands: [
      .required(.file("TỆP", of: ["xlsx", "csv", "tsv", "txt"]), "bảng tính .xlsx hoặc tệp CSV")
    ],
    options: [
      Option(
        name: "to", value: .folder("NỘI DUNG"), help: "thư mục nội dung (mặc định: content)"),
      Option(name: "table", value: .word(Importer.tableNames), help: "loại bảng, khi không tự rõ"),
      Option(name: "campaign", value: "MÃ", help: "phong trào của bảng, khi không tự rõ"),
      Option(
        name: "unit", value: "MÃ",
        help: "cả tệp là của đơn vị này; kết quả và khen thưởng khi ấy vào units/MÃ/"),
      Option(name: "period", value: "KỲ", help: "kỳ của số liệu, ví dụ \"HK I 2024-2025\""),
      Option(
        name: "set", value: "CỘT=GIÁ TRỊ",
        help: "giá trị cho những dòng không có; nhiều cột cách nhau bằng “;”"),
      Option(
        name: "ignore", value: "TÊN CỘT", help: "bỏ cột này; nhiều cột cách nhau bằng “;”"),
      Option(
        name: "sheet", value: "TÊN", help: "chỉ đọc trang tính này; nhiều trang cách nhau bằng “;”"),
      Option(name: "hidden", help: "đọc cả trang tính, dòng và cột ẩn"),
      Option(
        name: "fractions", value: .word(["co", "khong"]),
        help: "cột % chỉ có số từ 0 đến 1: 0,5 nghĩa là 50% (co) hay 0,5% (khong)"),
      Option(
        name: "encoding", value: .word(ImportOptions.encodings.keys.sorted()),
        help: "bảng mã của tệp CSV, khi không tự nhận ra"),
      Option(name: "dry-run", help: "chỉ cho xem, không ghi gì"),
      Option(name: "skip-bad", help: "bỏ những ô không đọc được, ghi phần còn lại"),
      Option(name: "add", help: "thêm dòng mới vào bảng đã có, giữ nguyên dòng cũ"),
      .replace, .format, .language, .quiet,
    ])
}
