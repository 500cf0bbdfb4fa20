import Campaigns
import Diagnostics

/// One id, one key, one URL: what stands in two files is told with both places.
///
/// Two rows of one file with the same key are the schema's matter and not told twice.
enum Duplicates {
  static func check(_ archive: Archive, into bag: inout DiagnosticBag) {
    let campaigns = archive.campaigns
    unique(
      campaigns.flatMap { $0.exemplars.map { ($0.id, $0.location) } }, "content.duplicate-key",
      { "Hai điển hình cùng mã “\($0)”." }, "Mã điển hình phải duy nhất trong cả thư mục.", &bag)
    unique(
      archive.allAwards.map { ($0.id, $0.location) }, "content.duplicate-key",
      { "Hai khen thưởng cùng mã “\($0)”." }, "Đổi mã của một trong hai dòng.", &bag)
    unique(
      campaigns.flatMap { $0.results.map { (key($0), $0.location) } }, "content.duplicate-key",
      { "Hai kết quả cùng khóa “\($0)”." },
      "Mỗi chỉ tiêu, đơn vị và kỳ chỉ ghi một lần: hoặc ở bảng của phong trào, hoặc ở bảng của "
        + "đơn vị.", &bag)
    unique(
      archive.stories.map { ($0.slug, $0.location) }, "content.duplicate-url",
      { "Hai bài cùng địa chỉ “/guong/\($0)/”." }, "Đổi tên tệp của một bài.", &bag)
    for campaign in campaigns {
      inFile(campaign.phases.map { ($0.id, $0.location) }, "giai đoạn", &bag)
      inFile(campaign.duties.map { ($0.id, campaign.location) }, "việc", &bag)
    }
    aliases(archive, &bag)
    reserved(archive, &bag)
  }

  private static func key(_ result: TargetResult) -> String {
    "\(result.target), \(result.unit), \(result.period.id)"
  }

  private static func unique(
    _ items: [(key: String, place: Location)], _ id: String, _ summary: (String) -> String,
    _ help: String, _ bag: inout DiagnosticBag
  ) {
    var counts: [String: Int] = [:]
    for item in items { counts[item.key, default: 0] += 1 }
    // Mostly nothing is left to sort, and locations are dear to compare.
    let shared = items.filter { counts[$0.key] != 1 }
    var seen: [String: Location] = [:]
    for (key, place) in shared.sorted(by: { $0.place < $1.place }) {
      guard let first = seen[key] else {
        seen[key] = place
        continue
      }
      if first.file == place.file { continue }
      bag.error(
        id, at: place, summary(key), help: help,
        notes: [.init("Đã có ở \(first).", at: first)])
    }
  }

  /// Entries of one front matter, where no schema looks at keys.
  private static func inFile(
    _ items: [(key: String, place: Location)], _ what: String, _ bag: inout DiagnosticBag
  ) {
    var seen: [String: Location] = [:]
    for (key, place) in items {
      if let first = seen[key] {
        bag.error(
          "content.duplicate-key", at: place, "Hai \(what) cùng mã “\(key)”.",
          help: "Đổi mã của một trong hai.", notes: [.init("Mã này đã có ở \(first).", at: first)])
      } else {
        seen[key] = place
      }
    }
  }

  /// An old address must not be the present one of another story, nor be claimed twice.
  private static func aliases(_ archive: Archive, _ bag: inout DiagnosticBag) {
    let moved = archive.stories.filter { !$0.aliases.isEmpty }
    if moved.isEmpty { return }
    var slugs: [String: Location] = [:]
    for story in archive.stories where slugs["/guong/\(story.slug)"] == nil {
      slugs["/guong/\(story.slug)"] = story.location
    }
    for story in moved.sorted(by: { $0.location < $1.location }) {
      for alias in story.aliases {
        var address = alias
        while address.hasSuffix("/") { address.removeLast() }
        if !address.hasPrefix("/") { address = "/guong/\(address)" }
        if let other = slugs[address] {
          bag.error(
            "content.duplicate-url", at: story.location,
            "Địa chỉ cũ “\(alias)” đã thuộc trang khác.",
            help: "Bỏ địa chỉ này khỏi “aliases” của một trong hai bài.",
            notes: [.init("Trang kia ở \(other).", at: other)])
        } else {
          slugs[address] = story.location
        }
      }
    }
  }

  /// Folders that the site makes itself; a free page of that name would stand in their place.
  private static let taken: Set<String> = [
    "index", "don-vi", "phong-trao", "guong", "khen-thuong", "bao-cao", "tim-kiem", "cum-khoi",
    "dien-hinh", "du-lieu", "van-ban", "lich", "quy-tac", "assets", "media", "en",
  ]

  private static func reserved(_ archive: Archive, _ bag: inout DiagnosticBag) {
    for page in archive.pages where taken.contains(page.slug) {
      let place = Location(file: page.prose.location.file)
      bag.error(
        "content.duplicate-url", at: place,
        "Trang “\(page.slug)” trùng địa chỉ “/\(page.slug)/” của hệ thống.",
        help: "Đổi tên tệp, ví dụ “trang-\(page.slug).md”.",
        notes: [.init("Địa chỉ “/\(page.slug)/” do chương trình tự tạo.")])
    }
  }
}
