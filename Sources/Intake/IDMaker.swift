import Campaigns
import Vietnamese

/// Makes ids for rows that office tables give none, the same for the same workbook.
struct IDMaker {
  private var taken: Set<String>
  private let books: NameBooks
  private var counts: [String: Int] = [:]

  /// - Parameter taken: ids of the folder that must not be given again.
  init(books: NameBooks, taken: Set<String>) {
    self.books = books
    self.taken = taken
  }

  mutating func make(_ table: String, _ row: [String: String]) -> String {
    let name = row["name"] ?? ""
    switch table {
    case "units":
      // A unit that is known keeps the id that everything else names it by.
      return books.units.one(name) ?? free(NameKeys.unitID(name))
    case "people":
      if case .one(let id) = books.person(name, of: row["unit"]) { return id }
      return free(Fold.slug(name), or: row["unit"])
    case "clusters": return books.clusters.one(name) ?? free(Fold.slug(name))
    case "exemplars": return books.exemplars.one(name) ?? free("dh-" + Fold.slug(name))
    case "documents":
      let parts = [row["type"], row["number"], row["code"]].compactMap(\.self)
      return free(Fold.slug(parts.joined(separator: " ")))
    default:
      let lead = ["registrations": "dk", "awards": "kt", "inspections": "kiem-tra"][table] ?? table
      return numbered([lead, row["unit"]].compactMap(\.self).joined(separator: "-"))
    }
  }

  private mutating func free(_ id: String, or more: String? = nil) -> String {
    let base = id.isEmpty ? "dong" : id
    for candidate in [base, more.map { "\(base)-\($0)" }].compactMap(\.self)
    where taken.insert(candidate).inserted {
      return candidate
    }
    return numbered(base)
  }

  private mutating func numbered(_ base: String) -> String {
    while true {
      let number = (counts[base] ?? 0) + 1
      counts[base] = number
      let id = "\(base)-\(number < 10 ? "0" : "")\(number)"
      if taken.insert(id).inserted { return id }
    }
  }
}
