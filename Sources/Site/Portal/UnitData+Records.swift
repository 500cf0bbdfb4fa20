import Campaigns
import Vietnamese

/// What the file of a unit tells of its campaigns, stories, awards and reports.
extension UnitData {
  /// A campaign as it concerns one unit.
  struct Taking: Sendable {
    let campaign: Campaign
    let unit: Unit

    init(_ campaign: Campaign, _ unit: Unit) {
      self.campaign = campaign
      self.unit = unit
    }
  }

  static let campaign = DataShape<In<Taking>>(
    "phong_trao", "Một phong trào, nhìn từ đơn vị.",
    [
      .text("ma", "mã phong trào") { $0.it.campaign.id },
      .text("ten", "tên phong trào") { $0.it.campaign.title },
      .maybeText("chu_de", "chủ đề") { $0.it.campaign.theme },
      .date("tu_ngay", "ngày đầu") { $0.it.campaign.period.from },
      .date("den_ngay", "ngày cuối") { $0.it.campaign.period.to },
      .text("don_vi_phat_dong", "mã đơn vị phát động") { $0.it.campaign.owner },
      .address("trang", "địa chỉ trang của phong trào") {
        $0.data.address(Address.campaign($0.it.campaign.id))
      },
      .list("chi_tieu", "chỉ tiêu giao cho đơn vị, kèm kết quả mới nhất", target) { taking in
        taking.data.judged(taking.it).map { taking.with($0) }
      },
      .list("dang_ky", "nội dung đơn vị đăng ký", registration) { taking in
        (taking.model.registrations[taking.it.unit.id] ?? [])
          .filter { $0.campaign == taking.it.campaign.id }.map { taking.with($0) }
      },
    ])

  /// A target with the newest figure of the unit, if there is any.
  struct Judged: Sendable {
    let target: Target
    let newest: Assessment?

    var state: TargetState {
      newest?.state ?? (target.comparator.isUnquantified ? .unquantified : .unknown)
    }

    var fact: DataFact {
      let holds: Bool? =
        switch state {
        case .exceeded, .met: true
        case .missed: false
        case .incomplete, .unknown, .unquantified: nil
        }
      return DataFact(holds: holds, reason: newest?.reason ?? state.title)
    }
  }

  func judged(_ taking: Taking) -> [Judged] {
    let assessor = model.assessor
    let periods = assessor.periods(of: taking.campaign, unit: taking.unit.id)
    return taking.campaign.targets.filter { assessor.concerns($0, unit: taking.unit) }.map {
      target in
      let newest = periods.reversed().lazy
        .map { assessor.assess(target, unit: taking.unit.id, period: $0) }
        .first { $0.figure != nil }
      return Judged(target: target, newest: newest)
    }
  }

  private static let target = DataShape<In<Judged>>(
    "chi_tieu", "Một chỉ tiêu và kết quả mới nhất của đơn vị. Số là số thập phân chính xác.",
    [
      .text("ma", "mã chỉ tiêu") { $0.it.target.id },
      .text("ten", "tên gọn") { $0.it.target.name },
      .text("nguyen_van", "nguyên văn trong kế hoạch") { $0.it.target.verbatim },
      .text("yeu_cau", "yêu cầu, bằng lời") { $0.it.target.demand },
      .number("muc", "con số kế hoạch yêu cầu; null khi không lượng hóa") { $0.it.target.value },
      .number("muc_tren", "cận trên, khi yêu cầu là một khoảng") { $0.it.target.valueHigh },
      .text("don_vi_tinh", "đơn vị tính, như “%” hoặc “trường”") { $0.it.target.unitOfMeasure },
      .maybeText("ky", "kỳ của kết quả") { $0.it.newest?.period.name },
      .number("ket_qua", "kết quả; null khi chưa có số liệu") { $0.it.newest?.figure?.value },
      .maybeText("ket_qua_chu", "kết quả như trên trang, như “79,63%”") { $0.it.newest?.valueText },
      .number("tu_so", "tử số, nếu có") { $0.it.newest?.figure?.numerator },
      .number("mau_so", "mẫu số, nếu có") { $0.it.newest?.figure?.denominator },
      .choice(
        "tinh_trang", "đánh giá: vượt, đạt, chưa đạt, chưa đủ số liệu, chưa có, không lượng hóa"
      ) {
        $0.it.state
      },
      .fact("dat", "chỉ tiêu đã đạt") { $0.it.fact },
      .flag("tam_tinh", "số liệu chưa xác nhận") { $0.it.newest?.figure?.isDraft ?? false },
      .flag("cong_don", "cộng dồn từ các đơn vị trực thuộc") {
        $0.it.newest?.figure?.isRolledUp ?? false
      },
      .count("so_don_vi_thieu", "số đơn vị trực thuộc chưa có số liệu") {
        $0.it.newest?.figure?.missing.count
      },
    ])

  private static let registration = DataShape<In<Registration>>(
    "dang_ky", "Một nội dung đăng ký thi đua.",
    [
      .text("noi_dung", "nội dung") { $0.it.item },
      .date("tu_ngay", "ngày bắt đầu") { $0.it.start },
      .date("den_ngay", "ngày kết thúc") { $0.it.end },
      .maybeText("du_kien", "kết quả dự kiến") { $0.it.expected },
      .choice("tinh_trang", "tiến độ; null khi chưa rõ") { $0.it.status },
      .maybeText("ket_qua", "kết quả đạt được") { $0.it.achieved },
      .date("xong_ngay", "ngày hoàn thành") { $0.it.doneOn },
    ])

  static let story = DataShape<In<Int>>(
    "guong", "Một bài về gương điển hình.",
    [
      .text("tieu_de", "tên bài") { $0.story.title },
      .date("ngay", "ngày đăng") { $0.story.date },
      .maybeText("tom_tat", "tóm tắt") { $0.story.summary },
      .choice("loai", "loại: cá nhân, tập thể, mô hình") { $0.story.kind },
      .address("trang", "địa chỉ của bài") { $0.data.address(Address.story($0.story.slug)) },
      .address("anh", "địa chỉ ảnh") { told in
        told.data.picture(told.story).flatMap { told.data.address($0) }
      },
      .maybeText("anh_mo_ta", "lời tả ảnh") { $0.story.image == nil ? nil : $0.story.imageAlt },
      .maybeText("phong_trao", "mã phong trào") { $0.story.campaign },
      .flag("minh_hoa", "là dữ liệu minh họa, không có thật") { $0.story.isSample },
    ])

  static let exemplar = DataShape<In<Exemplar>>(
    "dien_hinh", "Một điển hình được theo dõi.",
    [
      .text("ma", "mã điển hình") { $0.it.id },
      .text("ten", "tên điển hình") { $0.it.name },
      .text("loai", "loại điển hình") { $0.it.kind.title },
      .maybeText("tom_tat", "tóm tắt") { $0.it.summary },
      .text("phong_trao", "mã phong trào") { $0.it.campaign },
      .address("trang", "địa chỉ trang của điển hình") {
        $0.data.address(Address.exemplar($0.it.id))
      },
      .count("so_don_vi_hoc_theo", "số đơn vị học tập, làm theo") {
        Set($0.it.followers.map(\.unit)).count
      },
    ])

  static let award = DataShape<In<Award>>(
    "khen_thuong", "Một danh hiệu hoặc hình thức khen thưởng.",
    [
      .text("hinh_thuc", "danh hiệu hoặc hình thức khen thưởng") { $0.it.form.title },
      .text("phan_loai", "“Danh hiệu thi đua” hoặc “Hình thức khen thưởng”") {
        $0.it.awardClass.title
      },
      .text("doi_tuong", "người, tập thể được khen; người chưa đồng ý thì không nêu tên") {
        $0.data.scope.subject(of: $0.it)
      },
      .choice("loai_doi_tuong", "tập thể, hộ gia đình hoặc cá nhân") { $0.it.subjectKind },
      .maybeText("thanh_tich", "thành tích") { $0.it.achievement },
      .maybeText("ky", "kỳ được xét") { $0.it.period?.name },
      .maybeText("so_quyet_dinh", "số quyết định") { $0.it.decisionNumber },
      .date("ngay_quyet_dinh", "ngày quyết định") { $0.it.decisionDate },
      .maybeText("cap_quyet_dinh", "cấp ra quyết định") { $0.it.authority },
      .maybeText("phong_trao", "mã phong trào; null khi ngoài phong trào") { $0.it.campaign },
    ])

  static let report = DataShape<In<ReportLink>>(
    "bao_cao", "Một báo cáo.",
    [
      .text("ten", "tên báo cáo") { $0.it.title },
      .text("loai", "loại báo cáo") { $0.it.heading },
      .text("phong_trao", "mã phong trào") { $0.it.campaign },
      .address("trang", "địa chỉ bản xem trên trang") { report in
        report.it.html.flatMap { report.data.address($0) }
      },
      .list("tep", "các bản để tải", reportFile) { report in
        report.it.files.map { report.with($0) }
      },
    ])

  private static let reportFile = DataShape<In<ReportLink.File>>(
    "tep_bao_cao", "Một bản của báo cáo.",
    [
      .text("dang", "dạng tệp: PDF, Word hoặc Excel") { $0.it.name },
      .address("dia_chi", "địa chỉ của tệp") { $0.data.address($0.it.path) },
      .count("co", "cỡ tệp, tính bằng byte; null khi tệp chưa được tạo") { $0.it.size },
    ])
}

extension UnitData.In<Int> {
  fileprivate var story: Story { data.model.stories[it] }
}
