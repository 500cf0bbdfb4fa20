/// Gives each heading of a document an id of its own, always the same for the same text.
struct HeadingIDs {
  let slug: (@Sendable (String) -> String?)?
  private var used: Set<String> = []
  private var next: [String: Int] = [:]

  init(slug: (@Sendable (String) -> String?)?) { self.slug = slug }

  /// The slug, or `muc` (mục) where there is none; from the second on with `-2`, `-3` ….
  mutating func next(for text: String) -> String {
    let made = slug?(text) ?? ""
    let base = made.isEmpty ? "muc" : made
    var id = base
    var number = next[base] ?? 1
    while used.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    next[base] = number
    used.insert(id)
    return id
  }
}
