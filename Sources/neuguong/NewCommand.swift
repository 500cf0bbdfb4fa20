import Campaigns
import Diagnostics
import Glibc
import Starters
import Terminal
import Vietnamese

/// `new`: a small content folder that builds as it is, to be filled in.
enum NewCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    switch arguments.verb.name {
    case "new story": return try NewRecord.story(arguments)
    case "new campaign": return try NewRecord.campaign(arguments)
    case "new unit": return try NewUnit.run(arguments)
    default: return try folder(arguments)
    }
  }

  private static func folder(_ arguments: Arguments) throws(Stop) -> Exit {
    let folder = try folderName(arguments)
    let answers = try answers(arguments)
    let form = arguments.value("tables", as: Starter.TableForm.self) ?? .xlsx
    let files = try faultless { () throws(StarterFault) in
      try Starter(answers, tables: form).files()
    }
    // mkdir fails on anything that is there already, so nothing can be overwritten.
    guard unsafe mkdir(folder, 0o777) == 0 else {
      switch errno {
      case EEXIST:
        throw Stop(exit: .usage, text: "“\(folder)” đã có; chọn một tên chưa dùng.")
      case ENOENT:
        throw Stop(exit: .usage, text: "Không có thư mục để chứa “\(folder)”; hãy tạo trước.")
      default: throw Stop(exit: .machine, text: "Không tạo được thư mục “\(folder)”.")
      }
    }
    for file in files { try NewFile.write(file.bytes, to: file.path, in: folder) }
    Console(isQuiet: arguments.has("quiet")).say(
      """
      Đã tạo “\(folder)” cho \(answers.unit.name): \(files.count) tệp.
      Đọc \(folder)/README.md để biết sửa tệp nào trước, rồi chạy:
        neuguong check \(folder)
        neuguong build \(folder) --output public
      """)
    return .fine
  }

  /// A folder cannot be called nearly as a part of the verb, which was most likely meant.
  private static func folderName(_ arguments: Arguments) throws(Stop) -> String {
    var folder = arguments.positional ?? "content"
    if folder.isEmpty { throw Stop(exit: .usage, text: "Tên thư mục trống.") }
    let parts = arguments.verb.parts.map(\.word)
    if !folder.contains("/"), let question = Suggestion.question(for: folder, among: parts) {
      throw Stop(
        exit: .usage,
        text: "Không có việc “new \(folder)”. \(question) Muốn tạo thư mục tên ấy thì viết "
          + "“neuguong new ./\(folder)”.")
    }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }

  private static func answers(_ arguments: Arguments) throws(Stop) -> StarterAnswers {
    let kind = arguments.value("for", as: StarterAnswers.Kind.self) ?? .school
    let name = try NewName.line(arguments.value("name"), of: "--name")
    let place = try NewName.line(arguments.value("place"), of: "--place")
    let answers = StarterAnswers(
      kind: kind, name: name, id: try NewName.id(arguments.value("unit-id"), of: "--unit-id"),
      parent: try parent(arguments), place: place, year: try schoolYear(arguments),
      today: try Clock.day(arguments.value("now")))
    if answers.unit.id.isEmpty {
      throw Stop(
        exit: .usage,
        text: "Tên “\(answers.unit.name)” không cho được mã; thêm --unit-id, ví dụ th-nguyen-du.")
    }
    if answers.parent?.id == answers.unit.id {
      throw Stop(exit: .usage, text: "--parent và --name là cùng một đơn vị.")
    }
    return answers
  }

  private static func parent(_ arguments: Arguments) throws(Stop) -> StarterAnswers.Office? {
    guard let name = try NewName.line(arguments.value("parent"), of: "--parent") else {
      return nil
    }
    guard let kind = UnitNaming(name).kind else {
      throw Stop(
        exit: .usage,
        text: "Không rõ “\(name)” là loại cơ quan nào; viết tên đầy đủ, ví dụ "
          + "“Ủy ban nhân dân xã Tân Phú” hoặc “Sở Giáo dục và Đào tạo Lâm Đồng”.")
    }
    return StarterAnswers.Office(name: name, kind: kind)
  }

  static func schoolYear(_ arguments: Arguments) throws(Stop) -> SchoolTerm? {
    guard let text = arguments.value("school-year") else { return nil }
    guard let year = SchoolTerm.parse(text), year.part == .whole else {
      throw Stop(
        exit: .usage, text: "--school-year cần một năm học như 2026-2027, không phải “\(text)”.")
    }
    return year
  }

  /// What a starter's own fault is to a person: a bug of ours, for its texts are ours.
  static func faultless<T>(_ make: () throws(StarterFault) -> T) throws(Stop) -> T {
    do throws(StarterFault) {
      return try make()
    } catch {
      throw Stop(exit: .bug, text: "Không tạo được: \(error.message) Xin báo lại kèm lệnh đã chạy.")
    }
  }
}

/// Words of the command line that become names.
enum NewName {
  private static let longest = 300

  /// One line of text without blanks around it; nil if the option is not there.
  static func line(_ text: String?, of option: String) throws(Stop) -> String? {
    guard let text else { return nil }
    let line = nfc(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if !line.isEmpty, isPlain, line.count <= longest { return line }
    throw Stop(
      exit: .usage, text: "\(option) cần một dòng chữ, không quá \(longest) chữ và không trống.")
  }

  /// An id as addresses allow it; nil if the option is not there.
  static func id(_ text: String?, of option: String) throws(Stop) -> String? {
    guard let text else { return nil }
    let slug = Fold.slug(text)
    if text == slug, !slug.isEmpty { return text }
    throw Stop(
      exit: .usage,
      text: "\(option) chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối"
        + (slug.isEmpty ? "." : ", ví dụ “\(slug)”."))
  }

  /// The words of a verb as one line, whether or not a person wrote them in quotes.
  static func title(_ arguments: Arguments) throws(Stop) -> String {
    let text = arguments.positionals.joined(separator: " ")
    guard let line = try line(text, of: arguments.verb.operands.first?.value.placeholder ?? "")
    else {
      throw Stop(exit: .usage, text: "Cần một cái tên.")
    }
    return line
  }
}

/// Files that were not there before.
enum NewFile {
  /// Makes the folders that the path needs.
  static func write(_ bytes: [UInt8], to path: String, in folder: String) throws(Stop) {
    var place = folder
    for part in path.split(separator: "/").dropLast() {
      place += "/\(part)"
      if unsafe mkdir(place, 0o777) != 0, errno != EEXIST {
        throw Stop(exit: .machine, text: "Không tạo được thư mục “\(place)”.")
      }
    }
    try OutputTextFile.write(bytes, to: "\(folder)/\(path)", replaces: false)
  }
}
