import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// What the views of one page share: the model and the way up to the root.
struct PageScope: Sendable {
  let model: SiteModel
  /// `../../`, or the absolute base path on the page for missing addresses.
  let root: String
  let tree: PageTree

  var directory: Directory { model.directory }

  /// What the site says of itself on pages of this language.
  var settings: SiteSettings { model.settings.worded(in: tree.language) }

  /// The way up to the pages of the same language.
  var prefix: String { root + tree.folder }

  /// The way to a page in the same language, or to a file that all languages share.
  func href(_ path: String) -> Value { .text(way(to: path)) }

  func way(to path: String) -> String {
    PageTree.isOwn(path) ? root + tree.folder + path : root + path
  }

  /// The words of the interface for a Vietnamese text.
  func say(_ key: String) -> String { tree.strings.say(key) }

  /// The same with words in their places: `say("{count} đơn vị", ("count", "12"))`.
  func say(_ key: String, _ parameters: (name: String, text: String)...) -> String {
    tree.strings.say(key, parameters)
  }

  func said(_ phrase: Phrase) -> String { phrase.text(in: tree, directory) }

  static let linkShape = Shape([
    "name": .text("tên"),
    "url": .text("địa chỉ; trống khi không có trang"),
  ])
  static let labelShape = Shape([
    "label": .text("nhãn"),
    "text": .text("nội dung"),
  ])
  static let stateShape = Shape([
    "id": .text(
      "mã để đặt lớp CSS: `exceeded`, `met`, `missed`, `incomplete`, `unknown`, `unquantified`"),
    "title": .text("đánh giá bằng lời"),
    "count": .text("bao nhiêu chỉ tiêu"),
  ])

  func link(_ name: String, _ path: String?) -> Value {
    .record(Self.linkShape, [.text(name), path.map(href) ?? .null])
  }

  /// A unit's name and page; an unknown id (a free text in the plan) stays as it is, without a link.
  func unitLink(_ id: String) -> Value {
    guard let name = tree.name(ofUnit: id, in: directory) else { return link(id, nil) }
    return link(name, Address.unit(id))
  }

  func unitLink(_ id: String?) -> Value { id.map { unitLink($0) } ?? .null }

  func campaignLink(_ id: String?) -> Value {
    guard let id, let title = tree.title(ofCampaign: id, in: directory) else { return .null }
    return link(title, Address.campaign(id))
  }

  func labelled(_ pairs: [(String, String?)]) -> Value {
    .some(
      pairs.compactMap { label, text in
        text.map { .record(Self.labelShape, [.text(say(label)), .text($0)]) }
      })
  }

  /// `cô Nguyễn Thị A`, or words that do not point at someone who has not consented.
  func name(of person: Person) -> String {
    guard person.consents == true, tree.language == .vietnamese, let title = person.title else {
      return tree.publicName(of: person)
    }
    return "\(title) \(person.name)"
  }

  func state(_ state: TargetState, count: Int = 1) -> Value {
    .record(
      Self.stateShape, [.text(state.id), .text(say(state.title)), .text(tree.text(count))])
  }

  func shortDate(_ day: PlainDate?) -> Value { .text(day.map(tree.short)) }
  func number(_ number: Int) -> Value { .text(tree.text(number)) }
}

extension Value {
  /// A list, or null where it is empty: templates then ask simply `{% if list %}`.
  static func some(_ items: [Value]) -> Value { items.isEmpty ? .null : .list(items) }

  static func shortDate(_ date: PlainDate?) -> Value { .text(date?.short) }
  static func number(_ number: Int) -> Value { .text(VNNumber(number).text) }
}

extension String {
  /// At most `limit` characters, cut at a space, for descriptions.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, let end = index(startIndex, offsetBy: limit, limitedBy: endIndex),
      end < endIndex
    else { return self }
    let head = self[..<end]
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut] + "…"
  }

  /// With a capital first letter, as a heading or a cell has it.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
