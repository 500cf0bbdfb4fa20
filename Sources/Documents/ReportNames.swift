import Campaigns
package import Templating

/// A name that templates of reports see: what it means, and how it is filled.
struct ReportName: Sendable {
  let name: String
  let member: Member
  let value: @Sendable (ReportView) -> Value

  init(_ name: String, _ member: Member, _ value: @escaping @Sendable (ReportView) -> Value) {
    self.name = name
    self.member = member
    self.value = value
  }
}

extension ReportBuilder {
  /// The names that the template of each kind of report sees.
  package static var vocabularies: [Vocabulary] {
    ReportKind.allCases.map { kind in
      Vocabulary(
        template: kind.template, meaning: kind.meaning, globals: ReportView.shape(of: kind),
        family: "Các báo cáo", tracesFigures: true)
    }
  }
}

extension ReportKind {
  fileprivate var meaning: String {
    switch self {
    case .review: "báo cáo sơ kết, tổng kết theo kỳ, viết bằng Markdown"
    case .phase: "báo cáo sơ kết, tổng kết một giai đoạn của phong trào"
    case .consolidated: "báo cáo tổng hợp của đơn vị cấp trên hoặc cụm, khối"
    case .awards: "danh sách khen thưởng theo thứ tự luật định"
    case .exemplars: "danh sách điển hình và các bước đã làm"
    case .commitment: "bản đăng ký, giao ước thi đua có chỗ ký"
    case .duties: "báo cáo theo dõi nhiệm vụ"
    }
  }
}

extension ReportView {
  static func names(of kind: ReportKind) -> [ReportName] {
    switch kind {
    case .review, .phase: common + setting + results + charts + lists
    case .consolidated:
      common + setting + results + charts + unitCharts + lists + consolidation
    case .awards, .exemplars: common + lists
    case .commitment: common + undertakings
    case .duties: common + undertakings + followUp + sendings
    }
  }

  static func shape(of kind: ReportKind) -> Shape { shapes[kind] ?? Shape([]) }

  private static let shapes: [ReportKind: Shape] = Dictionary(
    uniqueKeysWithValues: ReportKind.allCases.map { kind in
      (kind, Shape(members: names(of: kind).map { ($0.name, $0.member) }))
    })

  // MARK: What every report sees

  private static let common: [ReportName] = [
    ReportName("unit", .object("đơn vị lập báo cáo", unitShape)) {
      .record(unitShape, [.text($0.unit.id), .text($0.unit.name)])
    },
    ReportName("campaign", .object("phong trào", campaignShape)) {
      .record(
        campaignShape,
        [
          .text($0.campaign.id), .text($0.campaign.title), .text($0.campaign.displayTitle),
          .text(ReportPlan.quoted($0.campaign.displayTitle)), .text($0.campaign.theme),
          .text($0.campaign.periodText),
        ])
    },
    ReportName("period", .object("thời gian báo cáo", periodShape)) {
      .record(
        periodShape,
        [.text($0.key.period.id), .text($0.time), .text($0.key.period.name)])
    },
    ReportName("whose", .text("đơn vị, cụm hoặc khối mà số liệu nói đến")) { .text($0.whose) },
    ReportName("is_cluster", .flag("báo cáo, giao ước của cụm, khối")) {
      .bool($0.key.cluster != nil)
    },
    ReportName("subject", .text("trích yếu của báo cáo")) {
      .text(ReportPlan.subject(of: $0.key, directory: $0.directory))
    },
    ReportName("basis", .texts("văn bản mà phong trào thực hiện")) { view in
      .list(
        view.campaign.basis.filter(\.isImplemented)
          .compactMap { view.directory.document($0.document) }.map { .text($0.citation) })
    },
    ReportName("counts", .object("các số đếm", countsShape)) { $0.counts },
  ]

  private static let setting: [ReportName] = [
    ReportName("review", .object("sơ kết hay tổng kết", reviewShape)) {
      .record(reviewShape, [.text($0.key.review.rawValue), .text($0.key.review.title)])
    },
    ReportName("headcount", .safeTexts("quy mô đơn vị: số lớp, số học sinh…")) {
      .list($0.headcount)
    },
    ReportName("narrative", .object("phần lời do đơn vị viết (Markdown)", narrativeShape)) { view in
      .record(
        narrativeShape, NarrativeSections.known.map { .html(view.narrative.markdown($0.name)) })
    },
    ReportName("registrations", .list("nội dung đã đăng ký", of: itemShape)) {
      .list($0.registered)
    },
    ReportName("inspections", .list("các lần kiểm tra", of: itemShape)) { .list($0.inspections) },
  ]

  static let unitShape = Shape([
    "id": .text("mã đơn vị"),
    "name": .text("tên đơn vị"),
  ])

  static let campaignShape = Shape([
    "id": .text("mã phong trào"),
    "title": .text("tên đầy đủ"),
    "short_title": .text("tên gọn"),
    "quoted": .text("tên gọn trong ngoặc kép, như viết giữa câu"),
    "theme": .text("chủ đề"),
    "period": .text("thời gian, như kế hoạch viết"),
  ])

  static let periodShape = Shape([
    "id": .text("mã kỳ"),
    "name": .text("tên kỳ hoặc giai đoạn, như “học kỳ I năm học 2023-2024”"),
    "figures": .text("kỳ của số liệu"),
  ])

  static let reviewShape = Shape([
    "id": .text("mã"),
    "title": .text("“sơ kết” hoặc “tổng kết”"),
  ])

  static let narrativeShape = Shape(
    members: NarrativeSections.known.map { part in
      (part.name, .safe("phần “\(part.title)”, hoặc chỗ trống cần bổ sung"))
    })

  static let itemShape = Shape([
    "text": .text("lời"),
    "mark": .text("dấu cuối dòng: chấm phẩy, dòng cuối là dấu chấm"),
  ])
}
