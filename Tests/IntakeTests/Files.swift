import Glibc

/// Files of the repository that tests read.
enum Files {
  static let tests = folder(of: #filePath, up: 1)
  static let content = folder(of: #filePath, up: 3) + "/content"

  private static func folder(of path: String, up count: Int) -> String {
    "/" + path.split(separator: "/").dropLast(count).joined(separator: "/")
  }

  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
  }

  /// All files below a folder by their paths from it; pictures are empty, for nobody looks at them.
  static func tree(_ root: String) -> [String: [UInt8]]? {
    var files: [String: [UInt8]] = [:]
    func visit(_ folder: String) {
      guard let stream = unsafe opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { return }
      defer { unsafe closedir(stream) }
      while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
          unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasPrefix(".") { continue }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if unsafe entry.pointee.d_type == UInt8(DT_DIR) {
          visit(path)
        } else {
          files[path] = read("\(root)/\(path)")
        }
      }
    }
    visit("")
    return files.isEmpty ? nil : files
  }
}
