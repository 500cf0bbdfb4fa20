import Campaigns
import Vietnamese

/// The lists of one kind of thing: that of all, and those of each way in which the whole is cut.
///
/// Each list has an address of its own with sheets of a fixed size, so that filters need no script
/// and no page grows without end.
struct Register: Sendable {
  struct List: Sendable {
    /// The way in which it is cut, as a place among `headings`; nil for the list of all.
    let cut: Int?
    /// Its part of the address; empty for the list of all.
    let id: String
    let label: Phrase
    let title: Phrase
    /// The list that it is a part of, where it is cut in two ways.
    let within: String?
    /// Numbers of its things, in the order in which they were put.
    fileprivate(set) var items: [Int] = []
    /// Things that stand on the list and do not count.
    fileprivate(set) var apart: [Int] = []
  }

  /// What the lists of each cut are called together: “Năm học”.
  let headings: [String]
  /// Things on one sheet of the list of all, and of the others.
  let perSheet: Int
  let perPart: Int
  /// That of all first, then those of each cut in turn.
  let lists: [List]
  private let places: [String: Int]
  /// Places in `lists` by cut, without the parts of other lists.
  private let ofCut: [[Int]]
  /// Places in `lists` of the parts of a list.
  private let parts: [String: [Int]]

  /// The list of that id, else that of all.
  func list(_ id: String) -> List { lists[places[id] ?? 0] }

  func contains(_ id: String) -> Bool { places[id] != nil }

  func lists(ofCut cut: Int) -> [List] { ofCut[cut].map { lists[$0] } }

  func parts(of id: String) -> [List] { (parts[id] ?? []).map { lists[$0] } }

  func size(ofSheetsIn list: List) -> Int { list.cut == nil ? perSheet : perPart }

  func sheets(_ list: List) -> Int {
    let size = size(ofSheetsIn: list)
    return max(1, (list.items.count + size - 1) / size)
  }

  /// What stands on one sheet, counted from 1.
  func items(_ list: List, sheet: Int) -> ArraySlice<Int> {
    let size = size(ofSheetsIn: list)
    return list.items.dropFirst((sheet - 1) * size).prefix(size)
  }

  /// Sorts things into lists.
  struct Sorter {
    private let headings: [String]
    private let perSheet: Int
    private let perPart: Int
    private var whole: List
    private var found: [String: (order: Int, list: List)] = [:]

    init(
      _ headings: [String], perSheet: Int, perPart: Int? = nil, label: Phrase, title: Phrase
    ) {
      self.headings = headings
      self.perSheet = perSheet
      self.perPart = perPart ?? perSheet
      whole = List(cut: nil, id: "", label: label, title: title, within: nil)
    }

    /// Onto the list of all.
    mutating func put(_ item: Int, apart: Bool = false) { Self.add(item, apart, &whole) }

    /// Onto the list `id` of a cut.
    ///
    /// Its names are asked for once; `order` is its place in the cut.
    mutating func put(
      _ item: Int, apart: Bool = false, cut: Int, order: Int = 0, id: String,
      within: String? = nil, _ names: () -> (label: Phrase, title: Phrase)
    ) {
      if found[id] == nil {
        let (label, title) = names()
        found[id] = (order, List(cut: cut, id: id, label: label, title: title, within: within))
      }
      if var entry = found.removeValue(forKey: id) {
        Self.add(item, apart, &entry.list)
        found[id] = entry
      }
    }

    private static func add(_ item: Int, _ apart: Bool, _ list: inout List) {
      if apart { list.apart.append(item) } else { list.items.append(item) }
    }

    /// Lists of a cut by their order, then by their label as a dictionary has it.
    func register() -> Register {
      // Ids differ, so the order is total.
      let sorted = found.values.map { entry in
        (
          (entry.list.cut ?? -1, entry.order, SortKey(entry.list.label.vietnamese), entry.list.id),
          entry.list
        )
      }.sorted { $0.0 < $1.0 }.map(\.1)
      return Register(
        headings: headings, perSheet: perSheet, perPart: perPart, lists: [whole] + sorted)
    }
  }

  private init(headings: [String], perSheet: Int, perPart: Int, lists: [List]) {
    self.headings = headings
    self.perSheet = perSheet
    self.perPart = perPart
    self.lists = lists
    var places: [String: Int] = [:]
    var ofCut = [[Int]](repeating: [], count: headings.count)
    var parts: [String: [Int]] = [:]
    for (i, list) in lists.enumerated() {
      places[list.id] = i
      if let within = list.within {
        parts[within, default: []].append(i)
      } else if let cut = list.cut {
        ofCut[cut].append(i)
      }
    }
    self.places = places
    self.ofCut = ofCut
    self.parts = parts
  }

  /// Where a unit stands when things are cut by the place that they come from: a school under each
  /// of its levels, any other under the offices that manage schools.
  static func places(of unit: Unit) -> [(order: Int, id: String, title: String)] {
    guard unit.kind == .school || unit.kind == .centre else {
      return [(Unit.Level.allCases.count, "co-quan", "Cơ quan quản lý")]
    }
    return unit.levels.map {
      (Unit.Level.allCases.firstIndex(of: $0) ?? 0, $0.rawValue, $0.title)
    }
  }
}
