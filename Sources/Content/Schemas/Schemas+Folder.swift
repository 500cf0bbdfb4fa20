import Campaigns
import Diagnostics
import Records

extension Schemas {
  static let site = Schema(
    name: "site.yaml", title: "Cấu hình trang", kind: .yaml,
    fields: [
      field("title", "", required: true, "Tên của trang thông tin."),
      field(
        "shortName", "", "Tên gọn, thay cho tên trang ở chỗ hẹp như đầu trang trên điện thoại."),
      field("logo", "", "Biểu trưng ở đầu trang: tệp trong media/, ví dụ media/logo.png."),
      field("tagline", "", "Dòng giới thiệu ngắn dưới tên trang."),
      field("description", "", "Mô tả trang cho máy tìm kiếm và thẻ chia sẻ."),
      field("baseURL", "", .url, "Địa chỉ gốc của trang, ví dụ https://thidua.example.edu.vn/."),
      field(
        "feedBase", "", .url,
        "Địa chỉ gốc cũ khi trang đã dời đi, để các bài trong nguồn tin không hiện lại như bài mới."
      ),
      field("language", "", .choice(languages), "Ngôn ngữ của trang; mặc định là vi."),
      field(
        "languages", "", .choice(languages), list: true,
        "Mọi ngôn ngữ của trang, ví dụ [vi, en]; ngôn ngữ thứ hai nằm dưới /en/."),
      field("title_en", "", "Tên trang ở các trang tiếng Anh."),
      field("tagline_en", "", "Dòng giới thiệu ngắn ở các trang tiếng Anh."),
      field("description_en", "", "Mô tả ở các trang tiếng Anh."),
      field("notice_en", "", "Lời báo ở các trang tiếng Anh."),
      field("publisher", "", .reference("unit"), "Mã đơn vị chủ quản trang (trong units.csv)."),
      field("notice", "", "Lời báo hiện trên mọi trang, ví dụ “dữ liệu minh họa”."),
      field("rawHTML", "", .bool, "Cho phép HTML trong bài viết; mặc định là không."),
      field("requireApproval", "", .bool, "“có” thì chỉ đăng những bài đã duyệt (approval)."),
      field(
        "shareCards", "", .bool,
        "Vẽ thẻ chia sẻ (ảnh có tên bài) cho Zalo, Facebook; mặc định là có."),
      field(
        "storyPDF", "", .bool,
        "Làm bản PDF của mỗi bài để in và lưu; mặc định là có."),
      field("reportDate", "", .date, "Ngày ghi trên báo cáo; mặc định là ngày dựng trang."),
      field(
        "exemplarPatience", "", .integer,
        "Điển hình không có bước mới sau bao nhiêu ngày thì nhắc; mặc định là 90."),
      field(
        "colors", "",
        .mapping([
          field("primary", "", "Màu chính, ví dụ #8b1a1a."), field("accent", "", "Màu nhấn."),
          field("primaryDark", "", "Màu chính ở nền tối; mặc định là màu chính, làm sáng lên."),
          field("accentDark", "", "Màu nhấn ở nền tối; mặc định là màu nhấn, làm sáng lên."),
        ]), "Màu của trang; màu khó đọc được chỉnh đậm, nhạt cho đủ tương phản."),
      field(
        "navigation", "",
        .mappings([
          field("title", "", required: true, "Chữ hiện trên thanh điều hướng."),
          field("url", "", required: true, "Địa chỉ, trong trang hoặc bên ngoài."),
        ]), "Các mục thêm vào thanh điều hướng."),
      field(
        "contact", "",
        .mapping([
          field("email", "", "Thư điện tử của đơn vị."), field("phone", "", "Số điện thoại."),
          field("address", "", "Địa chỉ bưu điện."),
        ]), "Thông tin liên hệ ở chân trang."),
    ], keyFields: [])

  private static let languages = Language.allCases.map { Choice(id: $0.rawValue, aliases: []) }

  static let units = Schema(
    name: "units.csv", title: "Đơn vị", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã không dấu, duy nhất, ví dụ thpt-cao-nguyen-xanh."),
      field("name", "Tên đơn vị", required: true, "Tên đầy đủ như trên con dấu."),
      field("short_name", "Tên gọn", "Tên gọi ngắn dùng trong bảng."),
      field("name_en", "Tên tiếng Anh", "Tên trên trang tiếng Anh."),
      field("kind", "Loại", choices(Unit.Kind.self, \.title), required: true, "Loại đơn vị."),
      field(
        "level", "Cấp học", choices(Unit.Level.self, \.title), list: true,
        "Các cấp học, cách nhau bằng dấu chấm phẩy."),
      field(
        "aliases", "Mã cũ", .id, list: true,
        "Những mã trước đây của đơn vị; địa chỉ cũ chuyển tới trang này."),
      field(
        "parent", "Đơn vị chủ quản", .reference("unit"),
        "Cơ quan quản lý trực tiếp, trừ những ngày mà parents.csv ghi khác."),
      field(
        "professional_parent", "Cấp trên chuyên môn", .reference("unit"),
        "Cấp trên nhận báo cáo chuyên môn; số liệu được cộng dồn theo cấp này. Thay đổi theo "
          + "thời gian ghi ở parents.csv."),
      field(
        "clusters", "Cụm, khối", .reference("cluster"), list: true,
        "Mã các cụm, khối thi đua mà đơn vị luôn ở trong; vào, ra theo thời gian thì ghi ở "
          + "memberships.csv."),
      field("place", "Địa danh", "Địa danh ghi trước ngày tháng trên văn bản."),
      field("code", "Ký hiệu", "Chữ viết tắt trong số, ký hiệu văn bản, ví dụ SGDĐT."),
      field("website", "Trang thông tin", .url, "Địa chỉ trang của đơn vị."),
      field("email", "Thư điện tử", "Hộp thư chung của đơn vị."),
      field("phone", "Điện thoại", "Số điện thoại của đơn vị."),
      field("address", "Địa chỉ", "Địa chỉ trụ sở."),
      field("valid_from", "Từ ngày", .date, "Ngày đơn vị bắt đầu hoạt động."),
      field("valid_to", "Đến ngày", .date, "Ngày đơn vị thôi hoạt động (sáp nhập, giải thể)."),
      field(
        "successors", "Đơn vị kế thừa", .reference("unit"), list: true, "Các đơn vị kế thừa."),
      field("difficult_area", "Vùng khó khăn", .bool, "Đơn vị ở vùng đặc biệt khó khăn."),
      field("staff", "Số CBQL, GV, NV", .integer, "Tổng số người làm việc."),
      field("teachers", "Số giáo viên", .integer, "Số giáo viên."),
      field("pupils", "Số học sinh", .integer, "Số học sinh, trẻ em, học viên."),
      field("classes", "Số lớp", .integer, "Số lớp, nhóm lớp."),
      field("head", "Thủ trưởng", .reference("person"), "Mã người đứng đầu (trong people.csv)."),
      field("head_title", "Chức vụ thủ trưởng", "Chức vụ ghi trên chữ ký, ví dụ HIỆU TRƯỞNG."),
      sample,
    ], keyFields: ["id"])

  static let clusters = Schema(
    name: "clusters.csv", title: "Cụm, khối thi đua", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã không dấu, duy nhất."),
      field("name", "Tên cụm, khối", required: true, "Tên cụm, khối thi đua."),
      field("owner", "Đơn vị phụ trách", .reference("unit"), "Đơn vị quản lý cụm, khối."),
      field(
        "period", "Kỳ",
        .choice([
          Choice(id: "nam-hoc", aliases: ["Năm học"]), Choice(id: "nam", aliases: ["Năm"]),
        ]), "Xét thi đua theo năm học hay năm dương lịch; mặc định là năm học."),
      sample,
    ], keyFields: ["id"])

  static let people = Schema(
    name: "people.csv", title: "Người được nêu tên", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã không dấu, duy nhất."),
      field("name", "Họ và tên", required: true, "Họ và tên đầy đủ."),
      field("title", "Danh xưng", "thầy, cô, em, bà, ông."),
      field(
        "role", "Vai trò",
        .choice([
          Choice(id: "cbql", aliases: ["Cán bộ quản lý"]), Choice(id: "gv", aliases: ["Giáo viên"]),
          Choice(id: "nv", aliases: ["Nhân viên"]), Choice(id: "hs", aliases: ["Học sinh"]),
          Choice(id: "khac", aliases: ["Khác"]),
        ]), required: true, "Vai trò của người đó."),
      field("position", "Chức vụ", "Chức vụ, công việc."),
      field("unit", "Đơn vị", .reference("unit"), "Mã đơn vị."),
      field("class", "Lớp", "Lớp của học sinh; chỉ hiện khi có đồng ý “truong-lop”."),
      field("direct", "Trực tiếp", .bool, "Trực tiếp lao động, giảng dạy, học tập."),
      field("birth_year", "Năm sinh", .integer, "Năm sinh; không hiện ra trang."),
      field(
        "discipline_until", "Kỷ luật đến", .date,
        "Ngày hết hạn kỷ luật; không hiện ra trang."),
      field("given_name", "Tên gọi", "Tên dùng để xếp thứ tự nếu khác tiếng cuối của họ tên."),
      field(
        "contact", "Liên hệ riêng", list: true,
        "Thư, điện thoại riêng; không hiện ra trang, chỉ để dò chỗ lộ ra trong bài."),
      field(
        "consent", "Đồng ý công bố", .bool,
        "“có” khi người từ đủ 16 tuổi đã đồng ý bằng văn bản cho mọi loại dữ liệu; trẻ em, đồng ý "
          + "từng phần hoặc có thời hạn thì ghi ở consents.csv. Bỏ trống là chưa đồng ý."),
      sample,
    ], keyFields: ["id"])

  static let documents = Schema(
    name: "documents.csv", title: "Văn bản căn cứ", kind: .table,
    fields: [
      field("id", "Mã", .id, required: true, "Mã không dấu, duy nhất."),
      field(
        "type", "Loại", choices(LegalDocument.Kind.self, \.title), required: true,
        "Loại văn bản."),
      field("number", "Số", "Số của văn bản."),
      field("code", "Ký hiệu", "Phần ký hiệu sau số, ví dụ KH-UBND."),
      field("date", "Ngày", .partialDate, "Ngày ban hành; được phép chỉ ghi tháng hoặc năm."),
      field("issuer", "Cơ quan ban hành", "Cơ quan ban hành."),
      field("subject", "Trích yếu", "Trích yếu nội dung."),
      field("effective_from", "Hiệu lực từ", .date, "Ngày có hiệu lực."),
      field("effective_to", "Hiệu lực đến", .date, "Ngày hết hiệu lực."),
      field("replaced_by", "Thay bằng", .reference("document"), "Mã văn bản thay thế."),
      field("url", "Đường dẫn", .url, "Nơi công bố văn bản."),
      note,
    ], keyFields: ["id"])
}
