import Glibc

/// A file that the command line names.
enum InputFile {
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func read(_ path: String) throws(Stop) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw Stop(exit: .usage, text: "Không mở được tệp “\(path)”.")
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Stop(exit: .machine, text: "Không đọc được “\(path)”.") }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
