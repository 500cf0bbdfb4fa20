import Records
import Vietnamese

/// The head of a table in a sheet: which rows it is, and what its columns are.
struct Head: Sendable {
  /// Places in the grid's rows.
  var rows: ClosedRange<Int>
  var columns: [Column]
  var score: Int

  func column(of field: String) -> Column? { columns.first { $0.field == field } }
}

/// Which rows of a sheet may be part of a head, worked out once for all that look for one.
struct RowShapes: Sendable {
  /// Rows of words: of figures only years are headings.
  private(set) var isHeading: [Bool] = []
  /// Those that a head may begin with; a lone text at the left, or over all columns, is a title.
  private(set) var mayBegin: [Bool] = []

  init(_ grid: Grid) {
    let leftmost = grid.rows.compactMap(\.cells.first?.column).min() ?? 1
    for row in grid.rows {
      let isWords = !row.isHidden && !row.cells.isEmpty && row.cells.allSatisfy(Self.isHeading)
      isHeading.append(isWords)
      let own = isWords ? row.own : []
      mayBegin.append(own.count > 1 || (own.first.map { $0.column > leftmost } ?? false))
    }
  }

  private static func isHeading(_ cell: Grid.Cell) -> Bool {
    switch cell.value {
    case .text: Int(cell.text) == nil || PeriodWords.year(cell.text) != nil
    case .number: PeriodWords.year(cell.text) != nil
    default: false
    }
  }
}

/// Looks for the head of a table: below titles, in one to four rows.
struct HeadFinder {
  static let deepest = 4
  /// Columns beyond are told of as nameless; no table for people is as wide.
  static let widest = 400
  /// Rows looked through for a head; titles are a handful of lines.
  static let farthest = 40

  let grid: Grid
  let reader: HeadingReader
  private let shapes: RowShapes
  private let known = Memo()

  /// Meanings of headings, most of which are asked for again with each row that joins the head.
  private final class Memo {
    var meanings: [[String]: Column.Meaning] = [:]
  }

  init(grid: Grid, shapes: RowShapes, reader: HeadingReader) {
    self.grid = grid
    self.shapes = shapes
    self.reader = reader
  }

  /// The best head that begins at a row of the grid or below it; nil if nothing looks like one.
  func find(from start: Int) -> Head? {
    var best: Head?
    var looked = 0
    for first in grid.rows.indices.dropFirst(start) {
      if !shapes.mayBegin[first] { continue }
      looked += 1
      if looked > Self.farthest { break }
      for head in heads(from: first) where head.score > 0 {
        // Of heads that say as much the shorter one is meant: titles are no headings.
        if let best, (best.score, -best.rows.count) >= (head.score, -head.rows.count) { continue }
        best = head
      }
    }
    return best
  }

  /// Whether a head begins at a row.
  func begins(at index: Int) -> Bool {
    shapes.mayBegin[index] && !heads(from: index).isEmpty
  }

  /// Heads of each depth that begin at a row.
  private func heads(from first: Int) -> [Head] {
    var found: [Head] = []
    var last = first
    while last < grid.rows.count, last - first < Self.deepest {
      if last > first {
        guard shapes.isHeading[last], let before = found.last, continues(before, grid.rows[last])
        else { break }
      }
      let columns = columns(first...last)
      found.append(Head(rows: first...last, columns: columns, score: score(columns)))
      last += 1
    }
    return found.filter { isSound($0.columns) }
  }

  /// Whether a row may go on with a head.
  ///
  /// It says nothing in the first columns, which name rows, if those are clear already. What it says
  /// elsewhere shows in the score.
  private func continues(_ head: Head, _ row: Grid.Row) -> Bool {
    let shared = Dictionary(grouping: head.columns, by: \.path)
    return !row.own.contains { cell in
      guard let place = head.columns.firstIndex(where: { $0.number == cell.column }),
        (shared[head.columns[place].path]?.count ?? 0) < 2
      else { return false }
      switch head.columns[place].meaning {
      case .ordinal: return true
      case .field: return place < 2
      default: return false
      }
    }
  }

  // MARK: Columns

  private func columns(_ rows: ClosedRange<Int>) -> [Column] {
    var numbers = Set<Int>()
    for row in grid.rows[rows] {
      numbers.formUnion(row.cells.lazy.prefix(Self.widest).map(\.column))
    }
    let columns: [Column] = numbers.sorted().prefix(Self.widest).compactMap { number in
      var path: [String] = []
      for index in rows {
        guard let text = heading(index, number, lower: index < rows.upperBound), !text.isEmpty
        else { continue }
        if path.last != text { path.append(text) }
      }
      return path.isEmpty
        ? nil : Column(number: number, path: path, meaning: meaning(of: path))
    }
    return settled(columns)
  }

  private func meaning(of path: [String]) -> Column.Meaning {
    if let meaning = known.meanings[path] { return meaning }
    let meaning = reader.meaning(of: path)
    known.meanings[path] = meaning
    return meaning
  }

  /// “Số trẻ ra lớp” beside “Tổng số” counts what the total is the whole of.
  private func settled(_ columns: [Column]) -> [Column] {
    func has(_ measure: Column.Measure, like figure: Column.Figure) -> Bool {
      columns.contains { other in
        guard let other = other.figure, other.measure == measure, !other.isImplied else {
          return false
        }
        return other.coordinates.dropLast() == figure.coordinates.dropLast()
      }
    }
    return columns.map { column in
      guard var figure = column.figure, figure.isImplied || figure.measure == .count,
        has(.denominator, like: figure), !has(.numerator, like: figure)
      else { return column }
      figure.measure = .numerator
      var settled = column
      settled.meaning = .figure(figure)
      return settled
    }
  }

  /// The text above a column in a row of the head; a heading over several columns that are not
  /// joined stands above all that have headings of their own below.
  private func heading(_ index: Int, _ number: Int, lower: Bool) -> String? {
    let row = grid.rows[index]
    if let cell = row[number] { return cell.text }
    guard lower, index + 1 < grid.rows.count else { return nil }
    let below = grid.rows[index + 1]
    guard below[number] != nil, let left = row.cells.last(where: { $0.column < number }),
      !left.isSpread, below[left.column] != nil
    else { return nil }
    return (left.column...number).allSatisfy { below[$0] != nil } ? left.text : nil
  }

  // MARK: Judging

  private func score(_ columns: [Column]) -> Int {
    var score = 0
    var seen = Set<[String]>()
    for column in columns {
      switch column.meaning {
      case .ordinal, .surplus: score += 2
      case .field(let id): score += reader.kind.declaration(of: id)?.isRequired == true ? 6 : 4
      case .figure(let figure):
        // Two columns of the same figures: a row of the head is missing.
        guard seen.insert(figure.coordinates).inserted else {
          score -= 4
          continue
        }
        score += figure.target != nil || figure.unit != nil ? 8 : 5
        if figure.period != nil { score += 1 }
      case .unknown: score -= 2
      }
    }
    return score
  }

  private func isSound(_ columns: [Column]) -> Bool {
    let fields = Set(columns.compactMap(\.field))
    let figures = columns.compactMap(\.figure)
    if reader.kind.name == "results" {
      // Something must say of whom or of what the figures are.
      return !figures.isEmpty
        && (!fields.isDisjoint(with: ["unit", "target"])
          || figures.contains { $0.target != nil || $0.unit != nil })
    }
    // The folder may say whose rows they are, and ids are made; a table is known by what is left.
    let telling = reader.kind.schema.fields.filter { $0.isRequired && $0.id != "id" }.map(\.id)
    let known = fields.intersection(telling)
    return fields.count >= 2 && !known.subtracting(["unit", "exemplar"]).isEmpty
  }
}
