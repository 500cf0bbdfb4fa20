package import Diagnostics

/// Where content comes from: a folder of the disk, or files held in memory for tests.
package enum ContentSource: Sendable {
  case folder(String)
  case memory([String: [UInt8]])

  /// No sheet or story comes near this; what is larger was put there by mistake.
  package static let largestFile = 64 << 20

  /// All visible files below the root, by the bytes of their paths; nil if there is no such folder.
  package func files(into bag: inout DiagnosticBag) -> [String]? {
    switch self {
    case .folder(let root): return ContentFolder.list(root, into: &bag)
    case .memory(let files):
      return files.keys.filter(Self.isVisible).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
  }

  /// The bytes of one file, named by its path below the root.
  package func read(_ path: String) throws(ContentFault) -> [UInt8] {
    guard Self.staysInside(path) else { throw .outside }
    switch self {
    case .folder(let root): return try ContentFolder.read(path, below: root)
    case .memory(let files):
      guard let bytes = files[path] else { throw .missing }
      guard bytes.count <= Self.largestFile else { throw .tooLarge }
      return bytes
    }
  }

  /// The first bytes of one file, at most `count`.
  package func read(_ path: String, first count: Int) throws(ContentFault) -> [UInt8] {
    guard case .folder(let root) = self, Self.staysInside(path) else {
      return Array(try read(path).prefix(count))
    }
    return try ContentFolder.read(path, below: root, first: count)
  }

  /// The bytes, or nil after having told why not.
  func read(_ path: String, into bag: inout DiagnosticBag) -> [UInt8]? {
    do throws(ContentFault) { return try read(path) } catch {
      bag.add(error.diagnostic(of: path))
      return nil
    }
  }

  private static func isVisible(_ path: String) -> Bool {
    !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  private static func staysInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.utf8.contains(0)
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains {
        $0 == ".." || $0.isEmpty
      }
  }
}

/// Why a file of the folder cannot be read.
package enum ContentFault: Error, Sendable, Hashable {
  case missing, outside, tooLarge, special, denied
  case system(code: Int32)

  package func diagnostic(of path: String) -> Diagnostic {
    let place = Location(file: path)
    switch self {
    case .missing:
      return Diagnostic(
        "content.missing-file", at: place, "Không có tệp “\(path)”.",
        help: "Kiểm tra lại tên tệp và thư mục chứa tệp.")
    case .outside:
      return Diagnostic(
        "content.symlink-outside", at: place,
        "“\(path)” là liên kết trỏ ra ngoài thư mục nội dung.",
        help: "Chép hẳn tệp vào thư mục nội dung thay cho liên kết.")
    case .tooLarge:
      return Diagnostic(
        "content.file-too-large", at: place,
        "Tệp “\(path)” lớn hơn \(ContentSource.largestFile >> 20) MB.",
        help: "Tách tệp hoặc kiểm tra xem có phải đã chép nhầm tệp.")
    case .special:
      return Diagnostic(
        "content.special-file", at: place,
        "“\(path)” không phải là tệp thường nên không được đọc.",
        help: "Xóa mục này khỏi thư mục nội dung.")
    case .denied:
      return Diagnostic(
        "content.unreadable-file", at: place, "Không có quyền đọc “\(path)”.",
        help: "Cấp quyền đọc cho người chạy chương trình (ví dụ: chmod u+r).")
    case .system(let code):
      return Diagnostic(
        "content.unreadable-file", at: place, "Không đọc được “\(path)” (mã lỗi \(code)).",
        help: "Kiểm tra ổ đĩa rồi chạy lại.")
    }
  }
}
