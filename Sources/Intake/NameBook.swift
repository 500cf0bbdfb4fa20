import Diagnostics
import Vietnamese

/// Things of one kind by all that people call them.
struct NameBook: Sendable {
  enum Answer: Sendable, Hashable {
    case one(String)
    /// Several go by that name; their ids.
    case several([String])
    /// One does who belongs to another unit.
    case elsewhere(String, unit: String)
    /// None does; the name that was perhaps meant.
    case none(suggestion: String?)
  }

  /// Ids by key, one dictionary for each way of making keys, the strictest first.
  private var books: [[String: [String]]]
  private let makers: [@Sendable (String) -> String]
  /// Keys and the names that they were made of, for suggestions.
  private var shown: [String: String] = [:]
  /// What each id is called first.
  private(set) var titles: [String: String] = [:]

  /// - Parameter makers: ways to bring a name to a key, each more forgiving than the one before.
  init(
    _ entries: [(id: String, names: [String])], by makers: [@Sendable (String) -> String]
  ) {
    self.makers = [Fold.heading] + makers
    books = Array(repeating: [:], count: self.makers.count)
    for (id, names) in entries {
      if titles[id] == nil { titles[id] = names.first ?? id }
      for name in names + [id] where !name.isEmpty {
        for (place, make) in self.makers.enumerated() {
          let key = make(name)
          if key.isEmpty || books[place][key]?.contains(id) == true { continue }
          books[place][key, default: []].append(id)
          if shown[key] == nil { shown[key] = name }
        }
      }
    }
  }

  var isEmpty: Bool { titles.isEmpty }

  func find(_ text: String) -> Answer {
    for (place, make) in makers.enumerated() {
      let key = make(text)
      guard !key.isEmpty, let ids = books[place][key] else { continue }
      return ids.count == 1 ? .one(ids[0]) : .several(ids)
    }
    let best = Suggestion.nearest(
      to: makers.last?(text) ?? "", among: shown.keys.sorted())
    return .none(suggestion: best.flatMap { shown[$0] })
  }

  /// Whether anything goes by that name.
  func knows(_ text: String) -> Bool {
    zip(makers, books).contains { make, book in book[make(text)] != nil }
  }

  /// The id of exactly one, without looking for what was perhaps meant.
  func one(_ text: String) -> String? {
    for (place, make) in makers.enumerated() {
      let key = make(text)
      if !key.isEmpty, let ids = books[place][key] { return ids.count == 1 ? ids[0] : nil }
    }
    return nil
  }

  func title(_ id: String) -> String { titles[id] ?? id }
}
