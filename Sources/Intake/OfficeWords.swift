import Vietnamese

/// Words by which rows and columns of office tables say what they are, folded.
enum OfficeWords {
  static let ordinals = folded(["STT", "TT", "Số TT", "Số thứ tự", "#"])

  /// Columns beside the figures that are worked out of them, or say what was planned.
  static let surplus = folded([
    "So sánh", "So với chỉ tiêu", "So với kế hoạch", "So với cùng kỳ", "Cùng kỳ", "Tăng giảm",
    "Tăng, giảm", "Tăng", "Giảm", "Chênh lệch", "Xếp loại", "Xếp hạng", "Xếp thứ", "Thứ hạng",
    "Đánh giá", "Mức độ hoàn thành", "Kết luận", "Đơn vị tính", "ĐVT", "Chỉ tiêu giao",
    "Chỉ tiêu được giao", "Kế hoạch", "Kế hoạch giao", "Mục tiêu", "Nghị quyết", "KH", "Chỉ tiêu",
    "Tỷ lệ hoàn thành kế hoạch", "Đạt hay không đạt", "Đạt/Không đạt", "Người báo cáo",
  ])

  /// Counts that are the numerator of a share or a figure of their own, by what the target wants.
  static let counts = folded(["Số lượng", "SL", "Số"])

  /// Whether a text heads a row of totals: “Cộng khối THPT”, but neither “Công đoàn” nor “Tống Công
  /// Minh”; a text without any marks may be either and is taken for a total only as a whole.
  static func isTotal(_ text: String) -> Bool {
    let low = text.lowercased()
    let words = low.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if Fold.search(low) == low { return bareTotals.contains(words.joined(separator: " ")) }
    if totals.contains(SortKey(words.joined(separator: " "))) { return true }
    return (1...2).contains { count in
      words.count > count
        && totalLeads.contains(SortKey(words.prefix(count).joined(separator: " ")))
    }
  }

  private static let totalTexts = [
    "tổng", "tổng cộng", "cộng", "tc", "t cộng", "tổng số", "toàn tỉnh", "toàn huyện", "toàn ngành",
    "toàn thị xã", "toàn thành phố", "toàn xã", "toàn trường", "toàn cụm", "toàn khối", "chung",
    "bình quân", "trung bình", "lũy kế", "tổng hợp", "bình quân chung",
  ]
  private static let totals = Set(totalTexts.map { SortKey($0) })
  private static let bareTotals = Set(totalTexts.map(Fold.heading))
  private static let totalLeads = Set(
    ["tổng cộng", "cộng", "toàn tỉnh", "toàn huyện", "bình quân"].map { SortKey($0) })

  /// First words of rows that add up or head the units of a group.
  static let groupLeads = folded(["Khối", "Cụm", "Bậc", "Cấp", "Huyện", "Thị xã", "Thành phố"])

  static let footers = [
    "Người lập", "Ghi chú", "Nơi nhận", "Thủ trưởng", "Hiệu trưởng", "Giám đốc", "Trưởng phòng",
    "KT", "TM", "Ký tên", "Người tổng hợp", "Người kiểm tra", "Xác nhận", "Lãnh đạo", "Kế toán",
    "Chú thích", "Lưu ý", "Biểu này", "Cán bộ tổng hợp", "Phó Hiệu trưởng", "Phó Giám đốc",
    "Chủ tịch", "Phụ trách", "Người báo cáo", "Lập biểu", "Chuyên viên",
  ].map(\.words)

  static let dittos: Set<String> = ["\"", "″", "”", "//", "''", "nt", "-nt-", "- nt -", "như trên"]

  /// Spellings of choices that schemas do not list, by field: what people write, and the id.
  static func choice(_ text: String, of field: String) -> String? {
    let words = text.words
    let key = words.joined(separator: " ")
    if let id = choices[field]?[key] { return id }
    // “Giấy khen của Hiệu trưởng”, “Giấy khen UBND huyện” are one form.
    if field == "form", key.hasPrefix("giay khen") { return "giay-khen" }
    return nil
  }

  private static let choices: [String: [String: String]] = [
    "form": table([
      "co-cp": ["Cờ Chính phủ", "Cờ thi đua Chính phủ"],
      "cstd-tq": ["CSTĐ toàn quốc", "CSTĐTQ"],
      "bang-khen-tt": ["Bằng khen Thủ tướng", "Bằng khen Thủ tướng Chính phủ", "BK Thủ tướng"],
      "co-tinh": ["Cờ thi đua tỉnh", "Cờ thi đua UBND tỉnh", "Cờ thi đua của UBND tỉnh"],
      "ttldxs": ["TTLĐXS", "Tập thể LĐXS", "Tập thể LĐ xuất sắc"],
      "cstd-tinh": ["CSTĐ cấp tỉnh", "CSTĐ tỉnh", "CSTĐCT"],
      "bang-khen-bo": ["Bằng khen Bộ GDĐT", "Bằng khen của Bộ trưởng", "Bằng khen Bộ trưởng"],
      "bang-khen-tinh": [
        "Bằng khen", "Bằng khen UBND tỉnh", "Bằng khen của UBND tỉnh",
        "Bằng khen Chủ tịch UBND tỉnh",
        "Bằng khen cấp tỉnh",
      ],
      "ttldtt": ["TTLĐTT", "Tập thể LĐTT", "Tập thể LĐ tiên tiến"],
      "cstdcs": ["CSTĐ cơ sở", "CSTĐCS", "CSTĐ cấp cơ sở", "Chiến sĩ thi đua cấp cơ sở"],
      "ldtt": ["LĐTT"],
    ]),
    "status": table([
      "hoan-thanh": ["Đã hoàn thành", "Xong", "Đã xong"], "dang-thuc-hien": ["Đang làm"],
    ]),
    "role": table([
      "cbql": ["CBQL", "Hiệu trưởng", "Phó Hiệu trưởng", "Giám đốc", "Phó Giám đốc"],
      "gv": ["GV", "Giáo viên chủ nhiệm", "Tổ trưởng chuyên môn", "Tổ trưởng"],
      "nv": ["NV", "Kế toán", "Văn thư", "Y tế", "Thư viện", "Bảo vệ"], "hs": ["HS", "Học viên"],
    ]),
  ]

  private static func table(_ spellings: [String: [String]]) -> [String: String] {
    var ids: [String: String] = [:]
    for (id, texts) in spellings { for text in texts { ids[Fold.heading(text)] = id } }
    return ids
  }

  private static func folded(_ texts: [String]) -> Set<String> { Set(texts.map(Fold.heading)) }
}
