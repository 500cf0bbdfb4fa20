import Diagnostics
import Records
import Vietnamese

/// What a file of the content folder is, by where it stands.
enum ContentRole: Hashable {
  case settings, units, parents, clusters, people, documents
  case consents, indicators, memberships, criteria, scores, waivers, synonyms
  case rules(String)
  case campaign(String)
  case campaignSheet(String, CampaignSheet)
  case story
  case unitStory(String)
  /// A story in the language of that code, beside the original.
  case translation(code: String)
  case page
  case about(String)
  case narrative(unit: String)
  case unitResults(String)
  case unitAwards(String)
  /// Images, notes to oneself: not read here.
  case other
}

enum CampaignSheet: String, CaseIterable {
  case targets, results, registrations, awards, exemplars, steps, followers, inspections
  case submissions, events
}

/// All files of the folder, sorted into their roles; a file that fits none is told to the user.
struct ContentLayout {
  private(set) var files: [(path: String, role: ContentRole)] = []
  private(set) var all: Set<String> = []

  init(_ paths: [String], into bag: inout DiagnosticBag) {
    all = Set(paths)
    files.reserveCapacity(paths.count)
    for path in paths {
      switch Self.role(of: path) {
      case .known(let role): files.append((path, role))
      case .unknown(let names): bag.add(Self.stranger(path, among: names))
      }
    }
    tellTwins(into: &bag)
  }

  func paths(_ isWanted: (ContentRole) -> Bool) -> [String] {
    files.filter { isWanted($0.role) }.map(\.path)
  }

  func path(of role: ContentRole) -> String? { files.first { $0.role == role }?.path }

  private enum Reading {
    case known(ContentRole)
    case unknown(names: [String])
  }

  private static let roots = [
    "site.yaml", "units.csv", "parents.csv", "clusters.csv", "memberships.csv", "people.csv",
    "consents.csv",
    "documents.csv", "indicators.csv", "criteria.csv", "scores.csv", "waivers.csv", "synonyms.csv",
    "campaigns", "stories", "units", "pages", "rules", "media",
  ]
  private static let sheets = CampaignSheet.allCases.map { "\($0.rawValue).csv" }
  private static let media: Set<String> = [
    "jpg", "jpeg", "png", "webp", "avif", "gif", "svg", "pdf", "txt",
  ]

  private static func role(of path: String) -> Reading {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, let first = parts.first else { return .known(.other) }
    if name == "README.md" || name == "LICENSE" || media.contains(suffix(of: name)) {
      return .known(.other)
    }
    if parts.count == 1 { return root(asCSV(name)) }
    let markdown = suffix(of: name) == "md"
    switch first {
    // Forms to send to others; what comes back is imported.
    case "media", "bieu-mau": return .known(.other)
    case "rules" where parts.count == 2 && suffix(of: name) == "yaml":
      return .known(.rules(stem(of: name)))
    case "rules": return .unknown(names: [stem(of: name) + ".yaml"])
    case "campaigns": return campaign(parts, asCSV(name))
    case "units": return unit(parts, markdown)
    case "stories":
      if !markdown { return .unknown(names: [stem(of: name) + ".md"]) }
      return .known(translation(name) ?? .story)
    case "pages" where parts.count == 2 && markdown: return .known(.page)
    case "pages": return .unknown(names: [stem(of: name) + ".md"])
    default: return .unknown(names: roots)
    }
  }

  private static func root(_ name: String) -> Reading {
    switch name {
    case "site.yaml": .known(.settings)
    case "units.csv": .known(.units)
    case "parents.csv": .known(.parents)
    case "clusters.csv": .known(.clusters)
    case "people.csv": .known(.people)
    case "documents.csv": .known(.documents)
    case "consents.csv": .known(.consents)
    case "indicators.csv": .known(.indicators)
    case "memberships.csv": .known(.memberships)
    case "criteria.csv": .known(.criteria)
    case "scores.csv": .known(.scores)
    case "waivers.csv": .known(.waivers)
    case "strings.vi.yaml", "strings.en.yaml": .known(.other)
    case "synonyms.csv": .known(.synonyms)
    default: .unknown(names: roots)
    }
  }

  private static func campaign(_ parts: [String], _ name: String) -> Reading {
    let names = ["campaign.md"] + sheets
    guard parts.count == 3 else { return .unknown(names: names) }
    if name == "campaign.md" { return .known(.campaign(parts[1])) }
    if suffix(of: name) == "csv", let sheet = CampaignSheet(rawValue: stem(of: name)) {
      return .known(.campaignSheet(parts[1], sheet))
    }
    return .unknown(names: names)
  }

  private static func unit(_ parts: [String], _ markdown: Bool) -> Reading {
    let names = ["about.md", "results.csv", "awards.csv", "stories", "reports", "media"]
    guard parts.count >= 3 else { return .unknown(names: names) }
    let unit = parts[1]
    switch (asCSV(parts[2]), parts.count) {
    case ("about.md", 3): return .known(.about(unit))
    case ("results.csv", 3): return .known(.unitResults(unit))
    case ("awards.csv", 3): return .known(.unitAwards(unit))
    case ("media", 4...): return .known(.other)
    case ("stories", 4...) where markdown:
      return .known(parts.last.flatMap(translation) ?? .unitStory(unit))
    case ("reports", 4) where markdown: return .known(.narrative(unit: unit))
    default: return .unknown(names: names)
    }
  }

  /// The name that a table would have as CSV, since tables of all forms play the same roles.
  private static func asCSV(_ name: String) -> String {
    TableFile.endings.contains(suffix(of: name)) ? stem(of: name) + ".csv" : name
  }

  /// One table kept in two forms: which of them is right, only a person knows.
  private func tellTwins(into bag: inout DiagnosticBag) {
    var first: [ContentRole: String] = [:]
    for (path, role) in files where TableFile.endings.contains(Self.suffix(of: path)) {
      if let other = first.updateValue(path, forKey: role) {
        bag.error(
          "content.two-forms", at: Location(file: path),
          "Cùng một bảng có ở hai tệp: “\(other)” và “\(path)”.",
          help: "Giữ lại một tệp.", notes: [.init("Tệp kia.", at: Location(file: other))])
      }
    }
  }

  /// `ten-bai.en.md` is the English of `ten-bai.md`.
  private static func translation(_ name: String) -> ContentRole? {
    let code = suffix(of: stem(of: name))
    return code.isEmpty ? nil : .translation(code: code)
  }

  private static func stranger(_ path: String, among names: [String]) -> Diagnostic {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? path
    let place = Location(file: path)
    if ["xls", "ods", "xlsm"].contains(suffix(of: name)) {
      return Diagnostic(
        "content.spreadsheet", .warning, at: place,
        "Tệp bảng tính “\(path)” không được đọc.",
        help: "Trong Excel chọn Lưu thành (Save As) → Excel Workbook (.xlsx), đặt tên "
          + "“\(stem(of: name)).xlsx” rồi để vào đúng chỗ này.")
    }
    let question =
      Suggestion.question(for: name, among: names)
      ?? parts.first.flatMap { Suggestion.question(for: $0, among: names) }
    return Diagnostic(
      "content.unknown-file", .warning, at: place,
      "Không biết dùng tệp “\(path)” vào việc gì nên bỏ qua.",
      help: (question.map { $0 + " " } ?? "")
        + "Ở chỗ này có thể đặt: \(names.joined(separator: ", ")).")
  }

  static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }

  private static func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

extension ContentLayout {
  /// The id that a file or folder gives to what it holds; ids are ASCII, since they become URLs.
  static func slug(_ name: String, of path: String, into bag: inout DiagnosticBag) -> String? {
    if isPlain(name) { return name }
    let slug = Fold.slug(name)
    bag.error(
      "content.file-name", at: Location(file: path),
      "Tên “\(name)” không dùng làm địa chỉ trang được.",
      help: "Đổi tên thành “\(slug.isEmpty ? "ten-khong-dau" : slug)”: "
        + "chỉ chữ thường không dấu, chữ số và dấu gạch nối.")
    return nil
  }

  /// Lower-case ASCII letters and digits, with single hyphens between them.
  private static func isPlain(_ name: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in name.utf8 {
      let isWord = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      guard isWord || (byte == 0x2D && previous != 0x2D) else { return false }
      previous = byte
    }
    return previous != 0x2D
  }
}
