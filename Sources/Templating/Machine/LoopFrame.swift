/// What `forloop` and `tablerowloop` tell.
enum LoopField: String, Sendable {
  case index, index0, rindex, rindex0, first, last, length, name
  case column = "col"
  case column0 = "col0"
  case row
  case columnFirst = "col_first"
  case columnLast = "col_last"

  static let common: [LoopField] = [
    .index, .index0, .rindex, .rindex0, .first, .last, .length, .name,
  ]
}

/// A loop on its way.
struct LoopFrame {
  var items: Items
  /// Index of the first member that is shown, and how many are.
  var start: Int
  var count: Int
  var index = 0
  var reversed: Bool
  var name: Int
  var saved: Value
  var savedEpoch: Int32
  var savedNote: Int32
  /// The frame in which the loop runs.
  var frame: Int32
  var label: String
  var stackCount: Int
  var captureCount: Int
  var isTable = false
  /// A turn of `render … for`, which is no parent of the loops in the template.
  var isCall = false
  var columns = 0

  enum Items {
    case array([Value])
    case range(Int)
  }

  var turn: LoopTurn { LoopTurn(index: index, count: count, columns: columns) }

  /// The member of the current turn.
  @inline(__always) var current: Value {
    let at = reversed ? start + count - 1 - index : start + index
    switch items {
    case .array(let items): return items[at]
    case .range(let first): return .int(first + at)
    }
  }
}

/// How far a loop is: plain numbers, to be asked without copying the frame.
struct LoopTurn {
  let index: Int
  let count: Int
  let columns: Int

  /// Cells in a row; without a sensible number of columns there is but one row.
  var width: Int { columns > 0 ? columns : .max }

  /// The name is no number; the machine tells it.
  func value(of field: LoopField) -> Value {
    switch field {
    case .index: return .int(index + 1)
    case .index0: return .int(index)
    case .rindex: return .int(count - index)
    case .rindex0: return .int(count - index - 1)
    case .first: return .bool(index == 0)
    case .last: return .bool(index == count - 1)
    case .length: return .int(count)
    case .name: return .null
    case .column: return .int(index % width + 1)
    case .column0: return .int(index % width)
    case .row: return .int(index / width + 1)
    case .columnFirst: return .bool(index % width == 0)
    case .columnLast: return .bool(index % width == width - 1)
    }
  }
}
