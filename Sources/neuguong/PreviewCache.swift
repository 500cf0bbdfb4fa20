import Glibc
import Publication

/// Where the preview keeps what is dear to make: a folder of the user's, or one that goes with it.
final class PreviewCache {
  let cache: ArtefactCache
  /// The folder that goes; nil for the user's own.
  private let temporary: String?

  /// - Parameter folder: the user's; nil for one that is removed at the end.
  init(_ folder: String?, content: String) throws {
    if let folder {
      temporary = nil
      try ArtefactCache.refuseOverlap(cache: folder, with: [content])
      cache = try ArtefactCache(folder: folder)
      return
    }
    let place = Environment.value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(place)/neuguong-xem-truoc-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw Stop(exit: .machine, text: "Không tạo được thư mục tạm trong “\(place)”.")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    temporary = path
    cache = try ArtefactCache(folder: path)
  }

  deinit {
    guard let temporary, let stream = unsafe opendir(temporary) else { return }
    // A cache is one folder of files.
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unsafe unlink("\(temporary)/\(name)") }
    }
    unsafe closedir(stream)
    unsafe rmdir(temporary)
  }
}
