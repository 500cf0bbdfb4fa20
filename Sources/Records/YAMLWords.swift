/// libyaml's English problems in words that a clerk can act on.
enum YAMLWords {
  static func translate(_ problem: String, isTab: Bool)
    -> (id: String, summary: String, help: String)
  {
    if isTab {
      return (
        "yaml.tab", "Đầu dòng có dấu tab.", "Thụt đầu dòng bằng dấu cách, mỗi mức hai dấu cách."
      )
    }
    for (part, summary, help) in table where problem.contains(part) {
      return ("yaml.syntax", summary, help)
    }
    return (
      "yaml.syntax", "Không đọc được YAML (\(problem)).",
      "Kiểm tra mức thụt đầu dòng và các dấu “:”, “-”, ngoặc kép ở dòng này và dòng trước."
    )
  }

  private static let quoteHelp = "Đặt cả giá trị trong ngoặc kép."

  private static let table: [(part: String, summary: String, help: String)] = [
    (
      "cannot start any token", "Có ký tự không được đứng đầu một giá trị (như “@”, “`”, “%”).",
      quoteHelp
    ),
    (
      "mapping values are not allowed", "Dấu “:” không được đứng ở đây.",
      "Giá trị có dấu “: ” thì đặt trong ngoặc kép; nếu là khóa mới thì kiểm tra mức thụt đầu dòng."
    ),
    (
      "could not find expected ':'", "Thiếu dấu “:” sau tên khóa.",
      "Viết “khóa: giá trị”, có một dấu cách sau dấu “:”."
    ),
    (
      "did not find expected key", "Dòng này không phải một khóa của nhóm đang viết.",
      "Kiểm tra mức thụt đầu dòng và ngoặc kép ở dòng trước."
    ),
    (
      "did not find expected '-'", "Dòng này phải là một mục của danh sách (bắt đầu bằng “- ”).",
      "Kiểm tra mức thụt đầu dòng."
    ),
    (
      "did not find expected ',' or ']'", "Danh sách “[ … ]” thiếu dấu phẩy hoặc dấu “]”.",
      "Thêm dấu còn thiếu."
    ),
    (
      "did not find expected ',' or '}'", "Nhóm “{ … }” thiếu dấu phẩy hoặc dấu “}”.",
      "Thêm dấu còn thiếu."
    ),
    (
      "unexpected end of stream", "Hết tệp mà ngoặc kép hoặc dấu ngoặc chưa đóng.",
      "Thêm dấu đóng còn thiếu."
    ),
    (
      "unknown escape character", "Sau dấu “\\” có ký tự không hợp lệ.",
      "Viết “\\\\” cho một dấu “\\”, hoặc dùng ngoặc đơn thay cho ngoặc kép."
    ),
    (
      "control characters are not allowed", "Có ký tự điều khiển không nhìn thấy được.",
      "Xóa ký tự ấy, hoặc gõ lại dòng này."
    ),
    (
      "did not find expected <document start>", "Sau phần dữ liệu còn chữ thừa.",
      "Kiểm tra mức thụt đầu dòng của dòng này."
    ),
    ("undefined tag handle", "Không dùng thẻ kiểu (phần bắt đầu bằng “!”).", quoteHelp),
  ]
}
