import Content

/// Where the pages lie and how one is reached from another.
///
/// Links are relative and name `index.html`, so the same files work at a domain's root, below a
/// folder, from `file://` and from a USB stick.
package enum Address {
  static let home = "index.html"
  static let units = "don-vi/index.html"
  static let clusters = "cum-khoi/index.html"
  static let exemplars = "dien-hinh/index.html"
  static let awards = awards("", sheet: 1)
  static let rules = "quy-tac/index.html"
  static let calendar = "lich/index.html"
  static let calendarFeed = "lich/lich.ics"
  static let reports = reports("", sheet: 1)
  static let campaigns = campaigns("", sheet: 1)
  static let indicators = "chi-so/index.html"
  static let missing = "404.html"
  static let styles = "assets/site.css"
  static let search = "tim-kiem/index.html"
  static let siteMap = "sitemap.xml"
  static let robots = "robots.txt"
  /// What pages do when scripts run: printing, nothing that a page needs.
  static let script = "assets/trang.js"
  static let searchScript = "assets/tim-kiem.js"

  static let dataIndex = "du-lieu/index.json"
  static let dataSchema = "du-lieu/luoc-do.json"

  /// What the page of a unit says, for programs.
  static func data(_ unit: String) -> String { "du-lieu/\(unit).json" }
  /// A unit at a glance, for a frame in another page; the same without a page around it; and how
  /// to put them there.
  static func embed(_ unit: String) -> String { "nhung/\(unit)/index.html" }
  static func embedFragment(_ unit: String) -> String { "nhung/\(unit)/manh.txt" }
  static func embedGuide(_ unit: String) -> String { "nhung/\(unit)/huong-dan/index.html" }

  package static func unit(_ id: String) -> String { "don-vi/\(id)/index.html" }
  package static func campaign(_ id: String) -> String { "phong-trao/\(id)/index.html" }
  /// The feeds of a page lie beside it.
  static func atomFeed(of page: String) -> String { page.dropLast(home.utf8.count) + "feed.xml" }
  static func jsonFeed(of page: String) -> String { page.dropLast(home.utf8.count) + "feed.json" }
  static func calendarFeed(_ unit: String) -> String { "don-vi/\(unit)/lich.ics" }
  /// Who sent what and who is late in a campaign.
  static func progress(_ campaign: String, sheet: Int = 1) -> String {
    sheeted("phong-trao", "\(campaign)/tien-do", sheet)
  }
  static func exemplar(_ id: String) -> String { "dien-hinh/\(id)/index.html" }
  /// Who learned from whom in a campaign.
  static func influence(_ campaign: String) -> String {
    "phong-trao/\(campaign)/lan-toa/index.html"
  }
  package static func story(_ slug: String) -> String { "guong/\(slug)/index.html" }
  /// The story to print and save.
  package static func storyPDF(_ slug: String) -> String { "guong/\(slug)/\(slug).pdf" }
  /// A list of the register of awards: all of them, or those of one filter.
  static func awards(_ list: String, sheet: Int) -> String {
    sheeted("khen-thuong", list, sheet)
  }
  /// A list of the directory of units: all of them, or those of one filter.
  static func directory(_ list: String, sheet: Int) -> String { sheeted("danh-ba", list, sheet) }
  static func reports(_ list: String, sheet: Int) -> String { sheeted("bao-cao", list, sheet) }
  static func campaigns(_ list: String, sheet: Int) -> String {
    sheeted("phong-trao", list, sheet)
  }
  static func exemplars(_ list: String, sheet: Int) -> String {
    // The first sheet of all is a page of its own kind.
    list.isEmpty && sheet <= 1 ? exemplars : sheeted("dien-hinh", list, sheet)
  }
  static func calendar(year: Int) -> String { "lich/\(year)/index.html" }

  /// One sheet of a list below the folder of its register.
  private static func sheeted(_ register: String, _ list: String, _ sheet: Int) -> String {
    let folder = list.isEmpty ? register : "\(register)/\(list)"
    return sheet <= 1 ? "\(folder)/index.html" : "\(folder)/trang/\(sheet)/index.html"
  }
  package static func cluster(_ id: String) -> String { "cum-khoi/\(id)/index.html" }
  package static func indicator(_ id: String) -> String { "chi-so/\(id)/index.html" }
  /// The indicator over the units below one.
  package static func indicator(_ id: String, below unit: String) -> String {
    "chi-so/\(id)/\(unit)/index.html"
  }
  package static func free(_ slug: String) -> String { "\(slug)/index.html" }
  package static func stories(sheet: Int) -> String { stories("", sheet: sheet) }
  /// A list of stories: all of them, or those of one filter.
  static func stories(_ list: String, sheet: Int) -> String { sheeted("guong", list, sheet) }
  /// All lists of stories of one cut.
  static func stories(by cut: StoryCut) -> String { "guong/\(cut.folder)/index.html" }

  /// First parts of paths that no page of the site's owner may take.
  static let reserved: Set<String> = [
    "don-vi", "phong-trao", "guong", "khen-thuong", "bao-cao", "cum-khoi", "dien-hinh", "quy-tac",
    "chi-so", "lich", "danh-ba", "tim-kiem", "assets", "media", "nhung", "du-lieu",
  ]

  /// The way from a page up to the root: `../../` for `guong/a/index.html`.
  static func prefix(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The public form of a path: without the trailing `index.html`.
  package static func pretty(_ path: String) -> String {
    path == home
      ? "" : path.hasSuffix("/index.html") ? String(path.dropLast(home.utf8.count)) : path
  }

  /// The path that a root-relative address such as `/don-vi/` or `/guong/a/index.html` means.
  static func path(ofRooted url: Substring) -> String {
    let rest = url.drop { $0 == "/" }
    if rest.isEmpty || rest.hasSuffix("/") { return rest + home }
    return String(rest)
  }

  /// `target` seen from the folder of `file`, with `.` and `..` worked out; nil above the root.
  static func resolve(_ target: Substring, against file: String) -> String? {
    ContentPath.resolve(target, against: file)
      .map { $0 + (target.hasSuffix("/") ? "/index.html" : "") }
  }

  /// Whether the address leaves the site: it has a scheme, or begins with `//`.
  static func isExternal(_ url: String) -> Bool {
    if url.hasPrefix("//") { return true }
    for byte in url.utf8 {
      if byte == UInt8(ascii: ":") { return true }
      let letter = byte | 0x20
      let isScheme =
        (letter >= 97 && letter <= 122) || (byte >= 48 && byte <= 57) || byte == 43
        || byte == 45 || byte == 46
      if !isScheme { return false }
    }
    return false
  }

  /// A web address that may stand in a link of ours; a bare `truong.edu.vn` gets its scheme.
  static func web(_ url: String?) -> String? {
    guard let url, !url.isEmpty, !url.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    let low = url.lowercased()
    if low.hasPrefix("https://") || low.hasPrefix("http://") { return url }
    return isExternal(url) || !url.contains(".") ? nil : "https://\(url)"
  }
}
