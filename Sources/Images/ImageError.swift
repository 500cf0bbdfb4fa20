/// Why a picture cannot be used, in words for the person who put it there.
package enum ImageError: Error, Sendable, Hashable {
  case unknownFormat
  /// Damaged, or the end is missing.
  case broken
  case isAnimated
  case tooLarge(width: Int, height: Int)
  case noMemory

  /// What to do about it.
  package var help: String {
    switch self {
    case .unknownFormat:
      "Mở ảnh bằng chương trình xem ảnh rồi lưu lại (xuất) thành JPEG hoặc PNG; ảnh HEIC của iPhone "
        + "và ảnh SVG, GIF, AVIF cũng làm vậy."
    case .broken: "Chép lại ảnh từ máy chụp hoặc mở ra lưu lại; lần chép trước có thể đã dở dang."
    case .isAnimated: "Lưu một khung hình của ảnh thành JPEG hoặc PNG."
    case .tooLarge: "Thu nhỏ ảnh, ví dụ còn 4000 điểm ảnh ở cạnh dài."
    case .noMemory: "Đóng bớt chương trình khác hoặc chạy với --jobs 1."
    }
  }

  package var message: String {
    switch self {
    case .unknownFormat: "không phải ảnh JPEG, PNG hay WebP"
    case .broken: "bị hỏng hoặc thiếu phần cuối"
    case .isAnimated: "là ảnh động, báo cáo và trang web chỉ nhận ảnh tĩnh"
    case .tooLarge(let width, let height):
      "quá lớn (\(width) × \(height) điểm ảnh); nhiều nhất \(ImageLimits.pixels / 1_000_000) triệu "
        + "điểm ảnh và \(ImageLimits.side) điểm ảnh mỗi cạnh"
    case .noMemory: "không xử lý được vì máy thiếu bộ nhớ"
    }
  }
}

/// How large a picture may be; a small file can claim any size.
package enum ImageLimits {
  package static let pixels = 120_000_000
  package static let side = 30_000

  static func allows(width: Int, height: Int) -> Bool {
    width > 0 && height > 0 && width <= side && height <= side && width * height <= pixels
  }
}
