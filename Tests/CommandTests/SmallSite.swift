import Testing

/// A school with one campaign, one target and one story: the smallest content that says something.
///
/// Tests that lay their own tables into a folder begin with it, whatever `new` makes for people.
enum SmallSite {
  /// Writes the content into a new folder.
  static func plant(_ name: String, in folder: TemporaryFolder) throws {
    for place in ["", "/campaigns", "/campaigns/nam-hoc", "/stories", "/stories/2025"] {
      folder.makeFolder(name + place)
    }
    for (path, text) in files { try folder.put("\(name)/\(path)", Array(text.utf8)) }
  }

  private static let files: [(path: String, text: String)] = [
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
