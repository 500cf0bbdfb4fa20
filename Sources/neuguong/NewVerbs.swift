import Campaigns
import Starters
import Terminal

/// What `new` makes, and what may be said of it.
extension Verb {
  static let new = Verb(
    name: "new", summary: "tạo thư mục nội dung, bài, phong trào, đơn vị mới",
    details: [
      "Thư mục mới dựng được trang và báo cáo ngay, có bảng Excel để điền và tệp README.md hướng dẫn "
        + "sửa tệp nào trước. Không bao giờ ghi đè.",
      "Muốn đặt tên thư mục trùng tên một việc dưới đây thì viết có dấu gạch chéo, ví dụ ./story.",
    ],
    examples: [
      Example(
        "new truong --name \"Trường Tiểu học Nguyễn Du\" --place \"Tân Phú\"",
        "thư mục cho một trường"),
      Example(
        "new thi-dua --for xa --name \"Ủy ban nhân dân xã Tân Phú\"",
        "thư mục cho một xã với ba trường ví dụ"),
    ],
    operands: [.optional(.folder(), "thư mục chưa có (mặc định: content)")],
    options: [
      Option(
        name: "for", value: .word(StarterAnswers.Kind.self),
        help: StarterAnswers.Kind.allCases.map { "\($0.rawValue): \($0.title)" }
          .joined(separator: "; ") + " (mặc định: truong)"),
      Option(name: "name", value: "TÊN", help: "tên đầy đủ của trường, Sở hoặc Ủy ban"),
      unitID,
      Option(name: "place", value: "ĐỊA DANH", help: "địa danh ghi trước ngày tháng trên văn bản"),
      Option(name: "parent", value: "TÊN", help: "tên đầy đủ của cơ quan chủ quản"),
      schoolYear,
      Option(
        name: "tables", value: .word(Starter.TableForm.self),
        help: "bảng là tệp Excel (mặc định) hay CSV"), .now, .quiet,
    ],
    parts: [story, campaign, unit])

  private static let unitID = Option(
    name: "unit-id", value: "MÃ", help: "mã của đơn vị (mặc định: lấy từ tên)")
  private static let schoolYear = Option(
    name: "school-year", value: "NĂM HỌC", help: "ví dụ 2026-2027 (mặc định: năm học hiện tại)")
  private static let content = Option(
    name: "content", value: .folder(),
    help: "thư mục nội dung (mặc định: thư mục này nếu có site.yaml, nếu không thì content)")

  private static let story = Verb(
    name: "new story", summary: "tạo một bài nêu gương còn nháp, phần khai báo điền sẵn",
    examples: [
      Example(
        "new story \"Cô giáo xe lớp\" --unit th-suoi-trong",
        "ghi stories/<năm>/co-giao-xe-lop.md")
    ],
    operands: [.some("TỰA BÀI", "tựa của bài")],
    options: [
      content, Option(name: "unit", value: "MÃ", help: "đơn vị của bài (mặc định: chủ quản trang)"),
      Option(name: "campaign", value: "MÃ", help: "phong trào (mặc định: nếu chỉ có một)"),
      Option(name: "person", value: "MÃ", help: "người được nêu gương"), .now, .quiet,
    ])

  private static let campaign = Verb(
    name: "new campaign", summary: "tạo một phong trào: kế hoạch, bảng chỉ tiêu và bảng kết quả",
    operands: [.some("TÊN", "tên đầy đủ của phong trào")],
    options: [
      content, Option(name: "id", value: "MÃ", help: "mã của phong trào (mặc định: lấy từ tên)"),
      Option(name: "unit", value: "MÃ", help: "đơn vị tổ chức (mặc định: chủ quản trang)"),
      schoolYear, .now, .quiet,
    ])

  private static let unit = Verb(
    name: "new unit", summary: "thêm một dòng vào bảng đơn vị; bảng Excel thì in dòng để dán",
    operands: [.some("TÊN", "tên đầy đủ của đơn vị")],
    options: [
      content, unitID,
      Option(
        name: "kind", value: .word(Unit.Kind.self), help: "loại đơn vị (mặc định: xem ở tên)"),
      Option(
        name: "parent", value: "MÃ", help: "cơ quan chủ quản (mặc định: chủ quản trang)"), .quiet,
    ])
}
