import Bundles
import Terminal

extension Verb {
  static let diff = Verb(
    name: "diff",
    summary: "kể bằng lời điều gì khác giữa hai lần đóng gói",
    details: [
      "So báo cáo, từng con số, bài gương và dữ liệu vào. Với hai thư mục (hay hai index.json) thì kể "
        + "thêm gói nào có thêm, gói nào không còn. Mã kết thúc là 0 dù có khác; muốn 1 khi khác thì "
        + "thêm --exit-code."
    ],
    examples: [
      Example("diff bundles-cu bundles", "hai lần đóng gói"),
      Example("diff cu/manifest.json moi.zip", "một gói"),
    ],
    operands: [
      .required(.file("CŨ"), "gói, manifest.json, index.json hoặc thư mục"),
      .required(.file("MỚI"), "như trên, của lần sau"),
    ],
    options: [Option(name: "exit-code", help: "kết thúc bằng mã 1 khi có điều khác")])
}

/// `diff`: what changed between two runs, in words.
enum DiffCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    guard arguments.positionals.count == 2 else {
      throw Stop(exit: .usage, text: "Cần hai gói, hai manifest hoặc hai thư mục để so.")
    }
    let (old, new) = (arguments.positionals[0], arguments.positionals[1])
    let text: String
    switch (try BundleSource.read(old), try BundleSource.read(new)) {
    case (.one(let before), .one(let after)): text = changes(before, after, always: true)
    case (.many(let before, let oldFolder), .many(let after, let newFolder)):
      text = try changes(before, oldFolder, after, newFolder)
    default:
      throw Stop(
        exit: .usage, text: "Chỉ so được gói với gói, hoặc thư mục (index.json) với thư mục.")
    }
    Console.out(text.isEmpty ? "Không có gì khác.\n" : text)
    return arguments.has("exit-code") && !text.isEmpty ? .content : .fine
  }

  /// - Parameter always: whether to tell that these are bundles of different things.
  private static func changes(
    _ old: BundleManifest, _ new: BundleManifest, always: Bool = false
  ) -> String {
    let lines = BundleChanges(from: old, to: new).lines
    var head = "\(name(new.unit, new.campaign, new.period)):"
    if always, old.id != new.id {
      head = "\(name(old.unit, old.campaign, old.period)) → " + head
    } else if lines.isEmpty {
      return ""
    }
    return head + "\n" + lines.map { "  \($0)\n" }.joined()
  }

  private static func changes(
    _ old: BundleIndex, _ oldFolder: String, _ new: BundleIndex, _ newFolder: String
  ) throws(Stop) -> String {
    let before = Dictionary(old.entries.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.entries.map(\.id))
    var text = ""
    for entry in new.entries {
      let name = name(entry.unit, entry.campaign, entry.period)
      guard let other = before[entry.id] else {
        text += "thêm gói: \(name)\n"
        continue
      }
      if other.file.sha256 == entry.file.sha256 { continue }
      if let was = try manifest(other, in: oldFolder), let now = try manifest(entry, in: newFolder)
      {
        text += changes(was, now)
      } else {
        text +=
          "\(name): \(other.essence == entry.essence ? "chỉ khác trang nhỏ" : "báo cáo khác")\n"
      }
    }
    for entry in old.entries where !after.contains(entry.id) {
      text += "bỏ gói: \(name(entry.unit, entry.campaign, entry.period))\n"
    }
    return text
  }

  /// Nil if the bundle itself is not there: an index may be kept alone.
  private static func manifest(
    _ entry: BundleIndex.Entry, in folder: String
  ) throws(Stop) -> BundleManifest? {
    let path = folder + entry.file.path
    guard let bytes = try? InputFile.read(path) else { return nil }
    return try BundleSource.manifest(inZip: bytes, of: path)
  }

  private static func name(
    _ unit: BundleManifest.Named, _ campaign: BundleManifest.Named, _ period: BundleManifest.Named
  ) -> String {
    "\(unit.name), \(campaign.name), \(period.name)"
  }
}
