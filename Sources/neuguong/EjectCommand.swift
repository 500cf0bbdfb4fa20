import Diagnostics
import Glibc
import Templating
import Terminal

/// `templates eject`: copies of the built-in templates, to be edited.
enum EjectCommand {
  static func run(_ arguments: Arguments) throws(Stop) {
    var bag = DiagnosticBag()
    let builtIn = try TemplateFolder.read(nil, into: &bag)
    let (names, folder) = try wanted(arguments.positionals, builtIn)
    let sources = builtIn.sources.filter { names.isEmpty || names.contains($0.name) }
    let replaces = arguments.has("replace")
    if !replaces { try refuseExisting(sources.map { "\(folder)/\($0.name)" }) }
    if unsafe mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw Stop(exit: .machine, text: "Không tạo được thư mục “\(folder)”.")
    }
    let console = Console(isQuiet: arguments.has("quiet"))
    for source in sources {
      let path = "\(folder)/\(source.name)"
      try OutputTextFile.write(source.bytes, to: path, replaces: replaces)
      console.say("đã ghi \(path)")
    }
    console.say("Sửa các mẫu, rồi chạy: neuguong templates check \(folder)")
  }

  /// The last word is the folder, those before it are names.
  private static func wanted(
    _ words: [String], _ builtIn: TemplateFolder
  ) throws(Stop) -> (names: [String], folder: String) {
    guard var folder = words.last, !folder.isEmpty else {
      throw Stop(exit: .usage, text: "Cần thư mục để chép mẫu vào.")
    }
    // A lone name of a template is a forgotten folder, not a folder of that name.
    if builtIn.sources.contains(where: { $0.name == folder }) {
      throw Stop(exit: .usage, text: "Cần thư mục để chép mẫu vào, sau tên mẫu “\(folder)”.")
    }
    let names = Array(words.dropLast())
    for name in names where !builtIn.sources.contains(where: { $0.name == name }) {
      throw Stop(exit: .usage, text: TemplatesCommand.unknown(name, among: builtIn))
    }
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return (names, folder)
  }

  /// Nothing is written if anything would be in the way.
  private static func refuseExisting(_ paths: [String]) throws(Stop) {
    var status = stat()
    let existing = paths.filter { unsafe lstat($0, &status) == 0 }
    if existing.isEmpty { return }
    throw Stop(
      exit: .usage,
      text: "Đã có \(existing.joined(separator: ", ")); chưa ghi gì. "
        + "Thêm --replace nếu muốn ghi đè.")
  }
}

/// A file that a person is going to edit.
enum OutputTextFile {
  /// Writes the whole file or leaves what was there; a link is replaced, never followed.
  static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws(Stop) {
    let place = replaces ? path + ".tmp" : path
    if replaces { unsafe unlink(place) }
    let file = unsafe open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Stop(exit: .machine, text: "Không ghi được “\(path)”.") }
    let isWhole = writeAll(bytes, to: file)
    let isClosed = close(file) == 0
    if isWhole, isClosed, !replaces || (unsafe rename(place, path)) == 0 { return }
    unsafe unlink(place)
    throw Stop(exit: .machine, text: "Không ghi được “\(path)”.")
  }

  private static func writeAll(_ bytes: [UInt8], to file: CInt) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          file, buffer.baseAddress.map { unsafe $0 + sent }, buffer.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }
}
