package import Templating

extension PageKind {
  /// What a page of the kind is about, under the name by which its template calls it.
  var subject: (name: String, member: Member)? {
    switch self {
    case .home: ("home", .object("nội dung trang đầu", PageScope.homeShape))
    case .units: ("units", .object("danh bạ đơn vị", PageScope.unitIndexShape))
    case .clusters: ("clusters", .object("các cụm, khối thi đua", PageScope.clusterListShape))
    case .campaigns:
      ("campaigns", .object("một tờ của danh sách phong trào", PageScope.campaignSheetShape))
    case .directory:
      ("directory", .object("một tờ của danh bạ đơn vị", PageScope.directoryShape))
    case .awards: ("register", .object("một tờ của sổ khen thưởng", PageScope.registerShape))
    case .rules: ("rules", .list("các bộ quy tắc, mới nhất trước", of: PageScope.rulePackShape))
    case .reports: ("reports", .object("một tờ của danh sách báo cáo", PageScope.reportSheetShape))
    case .unit: ("unit", .object("đơn vị", PageScope.unitShape))
    case .campaign: ("campaign", .object("phong trào", PageScope.campaignShape))
    case .cluster: ("cluster", .object("cụm, khối thi đua", PageScope.clusterShape))
    case .exemplars:
      ("exemplars", .object("mọi điển hình", PageScope.exemplarIndexShape))
    case .exemplarList:
      ("exemplars", .object("một tờ của danh sách điển hình", PageScope.exemplarSheetShape))
    case .exemplar: ("exemplar", .object("điển hình", PageScope.exemplarShape))
    case .influence:
      ("influence", .object("ai học ai trong một phong trào", PageScope.influenceShape))
    case .indicators:
      ("indicators", .list("các chỉ số", of: PageScope.indicatorCardShape))
    case .indicator: ("indicator", .object("chỉ số", PageScope.indicatorShape))
    case .progress:
      ("progress", .object("ai đã gửi, ai trễ trong một phong trào", PageScope.progressShape))
    case .calendar: ("calendar", .object("lịch các mốc", PageScope.calendarShape))
    case .stories: ("stories", .object("một tờ của danh sách bài", PageScope.sheetShape))
    case .storyLists:
      ("lists", .object("mọi danh sách bài theo một cách chia", PageScope.filterShape))
    case .story: ("story", .object("bài viết", PageScope.storyShape))
    case .free: ("content", .safe("nội dung trang (HTML)"))
    case .moved: ("target", .text("địa chỉ mới"))
    case .search: ("search", .object("trang tìm kiếm", PageScope.searchShape))
    case .embed, .embedFragment: ("embed", .object("đơn vị, thu gọn", PageScope.embedShape))
    case .embedGuide: ("guide", .object("cách nhúng", PageScope.embedGuideShape))
    case .missing, .data, .dataSchema: nil
    }
  }

  /// What the kind's template makes, for the reference.
  private var meaning: String {
    switch self {
    case .home: "trang đầu"
    case .units: "các đơn vị theo cấp quản lý, cấp học"
    case .directory: "danh bạ đơn vị theo vần và các bộ lọc"
    case .clusters: "danh sách cụm, khối thi đua"
    case .campaigns: "danh sách phong trào"
    case .awards: "sổ khen thưởng và các bộ lọc của sổ"
    case .rules: "các bộ quy tắc khen thưởng"
    case .reports: "danh sách báo cáo"
    case .unit: "trang của một đơn vị"
    case .campaign: "trang của một phong trào"
    case .cluster: "trang của một cụm, khối thi đua"
    case .exemplars: "danh sách điển hình được theo dõi"
    case .exemplarList: "danh sách điển hình theo một bộ lọc"
    case .exemplar: "trang của một điển hình"
    case .influence: "sự lan tỏa của các điển hình trong một phong trào"
    case .indicators: "danh sách chỉ số"
    case .indicator: "so sánh một chỉ số giữa các đơn vị, kỳ, phong trào"
    case .progress: "bảng ai đã gửi, ai trễ của một phong trào"
    case .calendar: "lịch hạn gửi, sơ kết, tổng kết, sự kiện"
    case .stories: "danh sách gương điển hình và các bộ lọc"
    case .storyLists: "mọi chủ đề, hoặc mọi phong trào, của gương điển hình"
    case .story: "một bài viết"
    case .free: "trang tự do trong `pages/`"
    case .moved: "trang ở địa chỉ cũ của một bài, một đơn vị"
    case .search: "trang tìm kiếm"
    case .missing: "trang báo không tìm thấy"
    case .embed: "khung của một đơn vị, để nhúng vào cổng khác"
    case .embedFragment: "mảnh HTML của một đơn vị, để dán vào trang khác"
    case .embedGuide: "hướng dẫn nhúng một đơn vị"
    case .data, .dataSchema: ""
    }
  }

  /// One page of each kind, in the order of the reference.
  private static let each: [PageKind] = [
    .home, .campaigns("", 1), .campaign(""), .influence(""), .progress("", 1), .units,
    .directory("", 1), .unit(""), .clusters, .cluster(""), .indicators,
    .indicator("", below: nil), .stories("", 1), .storyLists(.topic), .story(0), .exemplars,
    .exemplarList("", 1), .exemplar(""), .awards("", 1), .rules, .calendar(nil), .reports("", 1),
    .free(0), .search, .moved(to: ""), .embed(""), .embedFragment(""), .embedGuide(""),
    .missing,
  ]

  /// The names that the template of each kind of page sees.
  package static var vocabularies: [Vocabulary] {
    each.map { kind in
      var members: [(String, Member)] = kind.subject.map { [($0.name, $0.member)] } ?? []
      members += [
        ("page", .object("trang đang xem", PageScope.pageShape)),
        ("site", .object("cả trang web", PageScope.siteShape)),
      ]
      return Vocabulary(
        template: kind.template, meaning: kind.meaning, globals: Shape(members: members))
    }
  }
}
