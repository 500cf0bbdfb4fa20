package import Vietnamese

/// The tree of units as it stood on a day.
extension Directory {
  /// Whether a unit is another one or lies below it along the line of reporting.
  package func isUnit(_ id: String, withinOrIs above: String) -> Bool {
    id == above || line(upFrom: id).contains { archive.units[$0].id == above }
  }

  /// The unit's id and those of the units above it.
  package func line(of id: String) -> [String] { line(upFrom: id).map { archive.units[$0].id } }

  /// The unit that stood in the place of `id` on a day: itself, the one that took over from it, or
  /// the one that it took over from; nil where the data names none or more than one.
  package func unit(_ id: String, on date: PlainDate) -> Unit? {
    guard let named = unit(id) else { return nil }
    if named.exists(on: date) { return named }
    let ended = named.validTo.map { $0 < date } ?? false
    var seen: Set<String> = [id]
    var open = [named]
    var found: [Unit] = []
    while let next = open.popLast() {
      let others =
        ended
        ? next.successors.compactMap { unit($0) }
        : archive.units.filter { $0.successors.contains(next.id) }
      for other in others where seen.insert(other.id).inserted {
        if other.exists(on: date) { found.append(other) } else { open.append(other) }
      }
    }
    return found.count == 1 ? found.first : nil
  }
}

extension Unit {
  package func exists(on date: PlainDate) -> Bool {
    !(validFrom.map { date < $0 } ?? false) && !(validTo.map { $0 < date } ?? false)
  }
}
