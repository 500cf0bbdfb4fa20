import Campaigns
import Content
import Diagnostics
import Glibc
import Starters
import Terminal
import Vietnamese

/// `new story` and `new campaign`: files for one more, at their place, never over another.
enum NewRecord {
  static func story(_ arguments: Arguments) throws(Stop) -> Exit {
    let place = try ContentPlace(arguments)
    let title = try NewName.title(arguments)
    let story = Skeleton.Story(
      title: title, date: try Clock.day(arguments.value("now")),
      unit: try place.unit(arguments.value("unit"), of: "--unit"),
      campaign: try place.known(
        arguments.value("campaign"), of: "--campaign", among: place.archive.campaigns.map(\.id))
        ?? place.onlyCampaign,
      person: try place.known(
        arguments.value("person"), of: "--person", among: place.archive.people.map(\.id)))
    guard let path = story.path else {
      throw Stop(exit: .usage, text: "Tựa “\(title)” không có chữ nào để làm tên tệp.")
    }
    // Stories have one address each, whatever year or unit they are filed under.
    let name = path.split(separator: "/").last ?? ""
    if let other = place.files.first(where: { $0.hasSuffix("/stories/\(name)") })
      ?? place.files.first(where: { $0.hasPrefix("stories/") && $0.hasSuffix("/\(name)") })
    {
      throw Stop(exit: .usage, text: "Đã có “\(place.shown(other))”; đặt tựa khác cho bài này.")
    }
    let bytes = try NewCommand.faultless { () throws(StarterFault) in try Skeleton.story(story) }
    try NewFile.write(bytes, to: path, in: place.folder)
    Console(isQuiet: arguments.has("quiet")).say(
      "Đã tạo bài nháp “\(place.shown(path))”. Viết xong thì xóa dòng “draft: true” để đăng.")
    return .fine
  }

  static func campaign(_ arguments: Arguments) throws(Stop) -> Exit {
    let place = try ContentPlace(arguments)
    let title = try NewName.title(arguments)
    let today = try Clock.day(arguments.value("now"))
    guard
      let id = try NewName.id(arguments.value("id"), of: "--id")
        ?? Skeleton.slug(title, longest: 40)
    else {
      throw Stop(exit: .usage, text: "Tên “\(title)” không cho được mã; thêm --id.")
    }
    if let other = place.files.sorted().first(where: { $0.hasPrefix("campaigns/\(id)/") }) {
      throw Stop(
        exit: .usage, text: "Đã có “\(place.shown(other))”; chọn mã khác bằng --id.")
    }
    guard let owner = try place.unit(arguments.value("unit"), of: "--unit") else {
      throw Stop(
        exit: .usage, text: "Cần đơn vị tổ chức: --unit MÃ, hoặc ghi publisher trong site.yaml.")
    }
    let campaign = Skeleton.Campaign(
      id: id, title: title, owner: owner,
      year: try NewCommand.schoolYear(arguments) ?? SchoolTerm(containing: today, whole: true))
    let files = try NewCommand.faultless { () throws(StarterFault) in
      try Skeleton.campaign(campaign, tables: place.tableForm, today: today)
    }
    for file in files { try NewFile.write(file.bytes, to: file.path, in: place.folder) }
    Console(isQuiet: arguments.has("quiet")).say(
      "Đã tạo \(files.map { "“\(place.shown($0.path))”" }.joined(separator: ", ")).\n"
        + "Sửa phần khai báo của campaign.md trước, rồi ghi chỉ tiêu.")
    return .fine
  }
}

/// The content folder that something is added to.
struct ContentPlace {
  /// As it is written on the command line.
  let folder: String
  let archive: Archive
  let files: Set<String>

  init(_ arguments: Arguments) throws(Stop) {
    folder = try Self.folder(arguments.value("content"))
    var bag = DiagnosticBag()
    guard let found = ContentReader.register(.folder(folder), into: &bag) else {
      throw Stop(
        exit: .usage, text: bag.all.first?.summary ?? "Không đọc được thư mục “\(folder)”.")
    }
    guard found.files.contains("site.yaml") else {
      throw Stop(
        exit: .usage, text: "“\(folder)” không phải thư mục nội dung: không có site.yaml.")
    }
    archive = found.archive
    files = found.files
  }

  /// The folder named, else this one if it is a content folder, else `content`.
  private static func folder(_ given: String?) throws(Stop) -> String {
    if var given {
      while given.count > 1, given.hasSuffix("/") { given.removeLast() }
      return given
    }
    for folder in [".", "content"] where unsafe access("\(folder)/site.yaml", R_OK) == 0 {
      return folder
    }
    throw Stop(
      exit: .usage,
      text:
        "Không thấy thư mục nội dung: ở đây không có site.yaml, cũng không có content/site.yaml. "
        + "Thêm --content THƯ MỤC, hoặc tạo mới: neuguong new content.")
  }

  /// A path of the folder as a person may open it from here.
  func shown(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }

  /// The table of units, in whatever form it is kept.
  var unitsPath: String? {
    ["units.csv", "units.tsv", "units.xlsx"].first { files.contains($0) }
  }

  /// New tables take the form of those that are there.
  var tableForm: Starter.TableForm { unitsPath == "units.xlsx" ? .xlsx : .csv }

  var onlyCampaign: String? {
    archive.campaigns.count == 1 ? archive.campaigns.first?.id : nil
  }

  /// The unit asked for, else the publisher, else the only one there is.
  func unit(_ asked: String?, of option: String) throws(Stop) -> String? {
    let ids = archive.units.map(\.id)
    if let known = try known(asked, of: option, among: ids) { return known }
    if let publisher = archive.settings.publisher, ids.contains(publisher) { return publisher }
    return ids.count == 1 ? ids.first : nil
  }

  func known(
    _ asked: String?, of option: String, among ids: [String]
  ) throws(Stop) -> String? {
    guard let asked, !ids.contains(asked) else { return asked }
    let few = ids.sorted().prefix(12).joined(separator: ", ")
    throw Stop(
      exit: .usage,
      text: "\(option): trong “\(folder)” không có mã “\(asked)”. "
        + (Suggestion.question(for: asked, among: ids)
          ?? (ids.isEmpty ? "" : "Có: \(few)\(ids.count > 12 ? ", …" : "").")))
  }
}
