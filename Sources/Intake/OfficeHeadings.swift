/// Headings that offices use beside those that the schemas declare, by table and field.
///
/// The schemas say what our own tables are called; these are words of other people's workbooks, and
/// only an import understands them.
enum OfficeHeadings {
  static func spellings(of field: String, in table: String) -> [String] {
    (byTable[table]?[field] ?? []) + (common[field] ?? [])
  }

  /// For every table that has the field, unless it says otherwise of the same words.
  private static let common: [String: [String]] = [
    "id": ["Mã số"],
    "unit": [
      "Tên đơn vị", "Tên trường", "Trường", "Đơn vị báo cáo", "Đơn vị công tác", "Trường học",
      "Cơ quan, đơn vị", "Tên cơ quan, đơn vị", "Cơ sở giáo dục", "Đơn vị, trường",
      "Đơn vị (trường)", "Tên cơ sở giáo dục", "Đơn vị trường học", "Tên đơn vị, trường học",
    ],
    "period": ["Kỳ báo cáo", "Học kỳ", "Năm học", "Năm"],
    "as_of": ["Ngày chốt số liệu", "Tính đến ngày", "Thời điểm chốt"],
    "status": ["Tình trạng", "Tiến độ"],
    "evidence": ["Hồ sơ minh chứng", "Tài liệu minh chứng"],
    "person": ["Họ và tên", "Họ tên", "Tên cá nhân"],
    "note": ["Chú thích", "Giải thích"],
  ]

  private static let byTable: [String: [String: [String]]] = [
    "units": [
      "name": [
        "Tên trường", "Trường", "Đơn vị", "Tên cơ sở giáo dục", "Trường học", "Cơ quan, đơn vị",
        "Tên cơ quan, đơn vị", "Tên đơn vị, trường học",
      ],
      "short_name": ["Tên viết tắt", "Tên ngắn"], "kind": ["Loại hình", "Loại đơn vị"],
      "level": ["Cấp"], "classes": ["Lớp", "Tổng số lớp"],
      "pupils": ["Học sinh", "Tổng số học sinh", "Số HS", "HS", "Số trẻ", "Số học sinh, trẻ"],
      "teachers": ["Giáo viên", "Số GV", "GV"],
      "staff": ["CBGVNV", "CB, GV, NV", "Tổng số CB, GV, NV", "CBQL, GV, NV", "Biên chế"],
      "phone": ["Số điện thoại", "ĐT", "SĐT", "Điện thoại liên hệ"],
      "email": ["Email", "E-mail", "Hộp thư"], "website": ["Website", "Trang web"],
      "address": ["Địa chỉ trụ sở"], "place": ["Địa bàn"],
      "parent": ["Trực thuộc", "Cơ quan chủ quản", "Phòng GDĐT", "Cấp trên"],
      "clusters": ["Cụm", "Khối", "Cụm thi đua", "Khối thi đua", "Cụm, khối thi đua"],
      "head": ["Hiệu trưởng", "Họ tên hiệu trưởng", "Thủ trưởng đơn vị"],
    ],
    "people": [
      "name": ["Họ tên", "Tên"], "position": ["Chức danh"], "role": ["Đối tượng"],
    ],
    "clusters": ["name": ["Cụm", "Khối", "Cụm thi đua", "Tên cụm", "Tên khối"]],
    "documents": [
      "type": ["Loại văn bản"], "date": ["Ngày ban hành", "Ngày tháng"],
      "subject": ["Trích yếu nội dung"], "issuer": ["Nơi ban hành"],
    ],
    "targets": [
      "verbatim": ["Nội dung chỉ tiêu", "Chỉ tiêu thi đua"],
      "value": ["Mức", "Chỉ tiêu giao", "Kế hoạch"], "unit_of_measure": ["ĐVT"],
      "deadline": ["Thời gian hoàn thành"],
    ],
    "results": [
      "target": ["Nội dung chỉ tiêu", "Tên chỉ tiêu", "Chỉ tiêu thi đua", "Tiêu chí", "Nội dung"],
      "value": [
        "Kết quả", "Thực hiện", "Kết quả thực hiện", "Kết quả đạt được", "Tỷ lệ", "Tỉ lệ",
        "Tỷ lệ đạt", "Tỉ lệ đạt", "Đạt tỷ lệ", "Số liệu", "TH", "Tỷ lệ phần trăm",
      ],
      "numerator": ["Số đạt", "Số lượng đạt", "Đạt", "Số trường đạt", "Đã đạt"],
      "denominator": ["Tổng số", "Tổng", "TS"],
    ],
    "registrations": [
      "item": [
        "Nội dung", "Công việc đăng ký", "Việc đăng ký", "Nội dung thi đua",
        "Công trình, phần việc",
        "Tên công trình, phần việc", "Nội dung đăng ký thi đua",
      ],
      "start": ["Thời gian bắt đầu", "Từ ngày", "Ngày bắt đầu"],
      "end": ["Thời gian kết thúc", "Đến ngày", "Thời gian hoàn thành", "Ngày kết thúc"],
      "lead": ["Người phụ trách", "Người chịu trách nhiệm", "Bộ phận chủ trì", "Phụ trách"],
      "coordinators": ["Đơn vị phối hợp", "Bộ phận phối hợp"],
      "expected": ["Mục tiêu", "Chỉ tiêu", "Kết quả cần đạt", "Dự kiến kết quả"],
      "achieved": ["Kết quả", "Kết quả thực hiện"], "done_on": ["Hoàn thành ngày"],
      "signed_on": ["Ngày ký giao ước", "Ngày ký cam kết", "Ngày đăng ký"],
    ],
    "awards": [
      "form": [
        "Hình thức khen thưởng", "Danh hiệu thi đua", "Danh hiệu", "Hình thức", "Hình thức khen",
        "Danh hiệu, hình thức khen thưởng",
      ],
      "person": ["Cá nhân được khen"], "subject": ["Tập thể", "Tên tập thể"],
      "decision_number": [
        "Số QĐ", "Quyết định số", "Số, ký hiệu quyết định", "Quyết định", "Số quyết định, ngày",
        "Số, ngày quyết định", "Số, ngày QĐ", "Số, ngày, tháng, năm quyết định",
      ],
      "decision_date": ["Ngày QĐ", "Ngày ký", "Ngày ban hành"],
      "authority": ["Cấp khen", "Cơ quan khen thưởng", "Cấp quyết định", "Cơ quan ban hành"],
      "achievement": ["Nội dung khen thưởng", "Lý do khen", "Thành tích khen thưởng"],
      "basis": ["Loại hình", "Loại hình khen thưởng"],
    ],
    "exemplars": [
      "name": ["Tên mô hình", "Điển hình", "Mô hình", "Tên tập thể, cá nhân", "Tập thể, cá nhân"],
      "kind": ["Loại hình", "Loại điển hình"],
      "summary": ["Nội dung", "Thành tích tiêu biểu", "Tóm tắt thành tích", "Việc làm nổi bật"],
    ],
    "inspections": [
      "date": ["Ngày kiểm tra", "Thời gian kiểm tra", "Thời gian"],
      "by": ["Đoàn kiểm tra", "Đơn vị chủ trì kiểm tra", "Cơ quan kiểm tra"],
      "unit": ["Đơn vị được kiểm tra", "Đơn vị được giám sát"],
      "findings": ["Kết quả kiểm tra", "Nhận xét", "Tồn tại, hạn chế"],
      "remedy": ["Kiến nghị", "Yêu cầu khắc phục"],
      "closed_on": ["Ngày hoàn thành khắc phục", "Thời gian khắc phục"],
    ],
    "submissions": ["sent_on": ["Ngày gửi", "Ngày nộp"]],
  ]

  /// Titles of sheets and names of files that speak of a table.
  static let hints: [String: [String]] = [
    "units": ["danh sách trường", "danh sách đơn vị", "danh bạ", "đơn vị trực thuộc"],
    "people": ["danh sách cán bộ", "danh sách giáo viên", "danh sách cá nhân"],
    "results": ["kết quả thực hiện", "tổng hợp kết quả", "kết quả chỉ tiêu", "tổng hợp số liệu"],
    "registrations": ["đăng ký thi đua", "đăng ký", "giao ước"],
    "awards": ["khen thưởng", "danh hiệu thi đua", "bằng khen", "giấy khen"],
    "exemplars": ["điển hình", "gương người tốt", "mô hình"],
    "inspections": ["kiểm tra", "giám sát"], "documents": ["văn bản"],
    "clusters": ["cụm thi đua", "khối thi đua"], "targets": ["giao chỉ tiêu", "chỉ tiêu giao"],
  ]
}
