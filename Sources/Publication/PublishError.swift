package import Diagnostics
import Glibc

/// Why the output could not be published; the old output is as it was.
package struct PublishError: Error, Sendable {
  /// Whose turn it is to act, which decides the exit code.
  package enum Cause: Sendable, Hashable {
    /// The content asks for an impossible set of files (exit 1).
    case content
    /// The output folder named on the command line will not do (exit 2).
    case usage
    /// The disk, a permission, another build (exit 3).
    case machine
  }

  package var cause: Cause
  /// At least one; they carry the ids, such as `publish.not-ours`.
  package var problems: DiagnosticBag

  init(
    _ id: String, _ cause: Cause, _ summary: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    self.cause = cause
    problems = DiagnosticBag()
    problems.error(id, at: nil, summary, help: help, notes: notes)
  }

  init(content problems: DiagnosticBag) {
    cause = .content
    self.problems = problems
  }

  /// A failed call of the system: what was tried, on which path, and why it failed.
  static func system(_ doing: String, _ path: String, _ code: CInt) -> PublishError {
    PublishError(
      "publish.system", .machine, "Không thể \(doing) “\(path)”: \(Self.words(for: code)).",
      help: Self.help(for: code))
  }

  /// The id of the first problem.
  package var id: String { problems.all.first?.id ?? "publish.system" }

  /// What an error number of the system means, in Vietnamese.
  package static func words(for code: CInt) -> String {
    switch code {
    case ENOSPC: "ổ đĩa đã đầy"
    case EDQUOT: "đã dùng hết hạn mức dung lượng"
    case EACCES, EPERM: "không có quyền"
    case EROFS: "ổ đĩa chỉ cho phép đọc"
    case ENOENT: "không có tệp hoặc thư mục này"
    case ENOTDIR: "một phần của đường dẫn không phải là thư mục"
    case EISDIR: "đây là một thư mục"
    case EEXIST: "tên này đã có"
    case ENOTEMPTY: "thư mục không rỗng"
    case ENAMETOOLONG: "tên quá dài"
    case ELOOP: "gặp liên kết tượng trưng"
    case EBUSY: "đang được dùng (có thể là điểm gắn ổ đĩa)"
    case EMFILE, ENFILE: "mở quá nhiều tệp cùng lúc"
    case EIO: "lỗi đọc ghi của thiết bị"
    case EXDEV: "nằm trên ổ đĩa khác"
    case EFBIG: "tệp quá lớn"
    case ENOMEM: "hết bộ nhớ"
    default: "lỗi hệ thống số \(code)"
    }
  }

  private static func help(for code: CInt) -> String? {
    switch code {
    case ENOSPC, EDQUOT: "Hãy giải phóng dung lượng rồi chạy lại; trang cũ vẫn còn nguyên."
    case EACCES, EPERM, EROFS:
      "Hãy cấp quyền ghi vào thư mục chứa nơi xuất bản, hoặc chọn nơi khác bằng --output."
    case EBUSY: "Hãy chọn một thư mục con của điểm gắn làm nơi xuất bản."
    default: nil
    }
  }
}
