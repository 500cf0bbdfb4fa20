/// Vietnamese sentences put together at random; plain clerk's prose, all of it invented.
struct Prose {
  var random: Random

  static let people = [
    "cô giáo chủ nhiệm", "thầy tổ trưởng", "tập thể giáo viên", "nhóm học sinh lớp 11",
    "cán bộ thư viện", "đội ngũ nhân viên y tế", "chi đoàn giáo viên", "công đoàn nhà trường",
    "ban giám hiệu", "thầy hiệu trưởng", "các em học sinh nội trú", "tổ Ngữ văn", "tổ Toán – Tin",
    "hội cha mẹ học sinh", "câu lạc bộ Khoa học", "liên đội", "cô phó hiệu trưởng",
  ]
  static let times = [
    "Từ đầu năm học", "Trong học kỳ I", "Sau ba tháng triển khai", "Vào mỗi chiều thứ sáu",
    "Suốt hai năm qua", "Ngay từ tuần học đầu tiên", "Trong đợt thi đua chào mừng ngày 20/11",
    "Mỗi tháng một lần", "Khi mùa mưa đến", "Sau buổi sơ kết", "Đều đặn hằng tuần",
  ]
  static let deeds = [
    "tổ chức lớp phụ đạo miễn phí", "góp sách cho tủ sách dùng chung", "đến từng nhà vận động",
    "xây dựng kho học liệu số", "trồng và chăm sóc vườn rau", "đổi mới cách kiểm tra, đánh giá",
    "ghi lại tiến bộ của từng em", "sửa bàn ghế cũ bằng vật liệu tại chỗ",
    "chia sẻ bài giảng với trường bạn", "lập nhóm đôi bạn cùng tiến", "duy trì giờ đọc đầu buổi",
    "hướng dẫn các em làm dự án nhỏ", "quyên góp quần áo ấm", "mở lớp bơi an toàn",
    "dạy tiếng Việt cho học sinh dân tộc thiểu số",
  ]
  static let aims = [
    "để không em nào phải bỏ học giữa chừng", "nhằm nâng dần chất lượng đại trà",
    "vì một ngôi trường xanh, sạch, đẹp", "để các em tự tin hơn trước đám đông",
    "nhằm giảm bớt hồ sơ, sổ sách", "để phụ huynh yên tâm gửi con", "vì sự tiến bộ của người học",
    "để mỗi giờ lên lớp là một giờ vui", "nhằm lan tỏa cách làm hay trong toàn ngành",
    "để những điều tốt đẹp được nhìn thấy",
  ]
  static let results = [
    "Tỷ lệ chuyên cần tăng lên rõ rệt", "Số học sinh cần hỗ trợ giảm một nửa",
    "Nhiều em lần đầu dám đứng lên phát biểu", "Cách làm ấy được cụm thi đua nhân rộng",
    "Phòng học cũ trở thành nơi các em muốn đến", "Phụ huynh chủ động góp công, góp sức",
    "Kết quả ấy không đến trong ngày một ngày hai", "Niềm vui lớn nhất là nụ cười của các em",
    "Những con số được công khai trên bảng tin", "Đồng nghiệp gọi đó là sự bền bỉ thầm lặng",
  ]
  static let links = [
    "dù điều kiện còn nhiều khó khăn", "khi đường đến trường còn lầy lội",
    "với sự đồng hành của địa phương", "mà không cần thêm kinh phí",
    "nhờ sự góp ý thẳng thắn của đồng nghiệp", "trong khi vẫn bảo đảm chương trình",
    "bắt đầu từ những việc rất nhỏ", "trên tinh thần tự nguyện",
  ]
  static let headings = [
    "Khởi đầu từ một việc nhỏ", "Cách làm", "Những ngày khó khăn", "Kết quả bước đầu",
    "Điều còn lại", "Lan tỏa", "Bài học kinh nghiệm", "Người trong cuộc nói gì",
    "Con đường phía trước",
  ]
  static let tags = [
    "đổi mới", "sáng tạo", "chuyển đổi số", "đọc sách", "trường xanh", "bơi an toàn", "khuyến học",
    "vùng khó", "tiếng Việt", "đôi bạn cùng tiến", "học liệu số", "STEM", "kỹ năng sống",
    "dạy tốt", "học tốt", "tấm gương", "tự học", "thể thao", "văn nghệ", "nội trú",
  ]

  mutating func sentence() -> String {
    let time = random.pick(Self.times)
    let who = random.pick(Self.people)
    let deed = random.pick(Self.deeds)
    switch random.below(6) {
    case 0: return "\(time), \(who) \(deed) \(random.pick(Self.aims))."
    case 1: return "\(time), \(random.pick(Self.links)), \(who) vẫn \(deed)."
    case 2: return "\(random.pick(Self.results)), \(random.pick(Self.links))."
    case 3:
      let count = random.within(12...480)
      return "\(time) đã có \(count) lượt người cùng \(who) \(deed)."
    case 4:
      return "\(time), **\(who)** \(deed) và \(random.pick(Self.deeds)) \(random.pick(Self.aims))."
    default: return "\(random.pick(Self.results)) từ khi \(who) \(deed)."
    }
  }

  mutating func paragraph(_ sentences: Int) -> String {
    var text = ""
    for index in 0..<sentences { text += (index == 0 ? "" : " ") + sentence() }
    return text
  }

  mutating func list() -> String {
    var text = ""
    for index in 1...random.within(3...5) {
      let mark = random.percent(50) ? "-" : "- *Việc \(index)*:"
      text += "\(mark) \(random.pick(Self.people)) \(random.pick(Self.deeds));\n"
    }
    return text
  }

  mutating func quote() -> String {
    "> \(random.pick(Self.results)), \(random.pick(Self.links)).\n>\n> — Lời \(random.pick(Self.people))\n"
  }

  mutating func table() -> String {
    var text = "| Nội dung | Năm trước | Năm nay | Ghi chú |\n| --- | ---: | ---: | --- |\n"
    for _ in 0..<random.within(3...7) {
      let before = random.within(20...80)
      let now = before + random.within(1...19)
      let tenth = random.below(10)
      text += "| \(random.pick(Self.deeds)) | \(before),\(tenth)% | \(now),\(tenth)% | "
      text += random.percent(30) ? "*vượt* |\n" : "đạt |\n"
    }
    return text
  }

  static func words(_ text: String) -> Int {
    text.utf8.split { $0 == 0x20 || $0 == 0x0A }.count
  }
}
