extension Document {
  /// Gives the runs the sources that they name, numbered as they are read, and drops the others.
  mutating func settleSources(_ all: [FigureSource]) {
    var renumbering = SourceNumbers(all: all)
    renumbering.settle(&body)
    for i in appendices.indices { renumbering.settle(&appendices[i].blocks) }
    for i in notes.indices { renumbering.settle(&notes[i]) }
    sources = renumbering.used
  }
}

/// Walks through blocks and numbers the sources of their runs anew.
private struct SourceNumbers {
  let all: [FigureSource]
  private(set) var used: [FigureSource] = []
  private var numbers: [Int: Int] = [:]

  init(all: [FigureSource]) { self.all = all }

  mutating func settle(_ blocks: inout [Block]) {
    for i in blocks.indices { settle(&blocks[i]) }
  }

  private mutating func settle(_ block: inout Block) {
    switch block {
    case .heading(var heading):
      settle(&heading.title)
      block = .heading(heading)
    case .paragraph(var runs):
      settle(&runs)
      block = .paragraph(runs)
    case .list(var list):
      for i in list.items.indices { settle(&list.items[i]) }
      block = .list(list)
    case .table(var table):
      settle(&table.head)
      settle(&table.rows)
      block = .table(table)
    case .quote(var blocks):
      settle(&blocks)
      block = .quote(blocks)
    case .figure(var figure):
      figure.sources = figure.sources.reduce(into: []) { numbers, old in
        if let number = number(of: old), !numbers.contains(number) { numbers.append(number) }
      }
      block = .figure(figure)
    case .code, .gap, .pageBreak: break
    }
  }

  private mutating func settle(_ rows: inout [[DocumentTable.Cell?]]) {
    for i in rows.indices {
      for k in rows[i].indices {
        guard var cell = rows[i][k] else { continue }
        settle(&cell.runs)
        rows[i][k] = cell
      }
    }
  }

  private mutating func settle(_ runs: inout [Run]) {
    for i in runs.indices {
      runs[i].source = runs[i].source.flatMap { number(of: $0) }
    }
  }

  /// The new number of a source; nil for one that a template's author made up.
  private mutating func number(of old: Int) -> Int? {
    guard all.indices.contains(old) else { return nil }
    if let known = numbers[old] { return known }
    numbers[old] = used.count
    used.append(all[old])
    return used.count - 1
  }
}
