import Glibc
import Terminal

/// `new`: a small content folder that builds as it is, to be filled in.
enum NewCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    let folder = arguments.positional ?? "content"
    // mkdir fails on anything that is there already, so nothing can be overwritten.
    guard unsafe mkdir(folder, 0o777) == 0 else {
      if errno == EEXIST {
        throw Stop(exit: .usage, text: "“\(folder)” đã có; chọn một tên chưa dùng.")
      }
      throw Stop(exit: .machine, text: "Không tạo được thư mục “\(folder)”.")
    }
    for path in ["campaigns", "campaigns/nam-hoc", "stories", "stories/2025"] {
      guard unsafe mkdir("\(folder)/\(path)", 0o777) == 0 else {
        throw Stop(exit: .machine, text: "Không tạo được thư mục “\(folder)/\(path)”.")
      }
    }
    for (path, text) in files { try write(text, to: "\(folder)/\(path)") }
    Console(isQuiet: arguments.has("quiet")).say(
      "Đã tạo “\(folder)”. Chạy: neuguong build \(folder) --output public")
    return .fine
  }

  private static func write(_ text: String, to path: String) throws(Stop) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else { throw Stop(exit: .machine, text: "Không ghi được “\(path)”.") }
    defer { close(file) }
    Console.write(Array(text.utf8), to: file)
  }

  private static let files: [(String, String)] = [
    (
      "site.yaml",
      """
      title: Nêu gương
      tagline: Chuyên mục thi đua của trường
      baseURL: https://truong.example.vn/thi-dua
      publisher: truong-toi

      """
    ),
    (
      "units.csv",
      """
      Mã,Tên đơn vị,Loại,Cấp học,Địa danh,Ký hiệu,Chức vụ thủ trưởng
      truong-toi,Trường Tiểu học Của Tôi,truong,th,Địa danh,THCT,HIỆU TRƯỞNG

      """
    ),
    (
      "campaigns/nam-hoc/campaign.md",
      """
      ---
      title: Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập
      kind: thuong-xuyen
      origin: nganh
      owner: truong-toi
      period: 01/9/2024 - 31/5/2025
      terms: [2024-2025]
      track: four-stages
      ---

      ## I. MỤC ĐÍCH, YÊU CẦU

      Viết nội dung kế hoạch của trường vào đây.

      """
    ),
    (
      "campaigns/nam-hoc/targets.csv",
      """
      Mã,Chỉ tiêu,Tên gọn,So sánh,Giá trị,Đơn vị tính,Thời hạn,Chịu trách nhiệm
      hoan-thanh,Ít nhất 98% học sinh hoàn thành chương trình lớp học,Học sinh hoàn thành chương trình,atLeast,98,%,31/5/2025,truong-toi

      """
    ),
    (
      "campaigns/nam-hoc/results.csv",
      """
      Chỉ tiêu,Đơn vị,Kỳ,Tử số,Mẫu số,Ngày chốt
      hoan-thanh,truong-toi,HK I 2024-2025,412,418,15/01/2025

      """
    ),
    (
      "stories/2025/guong-dau-tien.md",
      """
      ---
      title: Gương đầu tiên của trường
      date: 2025-03-26
      unit: truong-toi
      campaign: nam-hoc
      kind: tap-the
      summary: Một việc tốt của tập thể trường, kể bằng việc làm và con số.
      ---

      Kể câu chuyện ở đây: ai, việc gì, khi nào, kết quả bao nhiêu.

      """
    ),
  ]
}
