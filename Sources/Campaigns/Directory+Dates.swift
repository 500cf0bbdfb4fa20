package import Vietnamese

/// The tree of units as it stood on a day; without one as it stands last, or stood when the unit
/// that is asked about ended.
extension Directory {
  private static let last = PlainDate(dayNumber: .max)

  private func lastDay(of unit: Int) -> PlainDate { units[unit].day(nearestTo: Self.last) }

  /// The unit's superior along the line of reporting, or of one kind alone.
  package func superior(
    of id: String, _ kind: Superior.Kind? = nil, on day: PlainDate? = nil
  ) -> Unit? {
    guard let unit = index(ofUnit: id) else { return nil }
    let day = day ?? lastDay(of: unit)
    let superior =
      kind.map { hierarchy.superior(of: unit, $0, on: day) }
      ?? hierarchy.superior(of: unit, on: day)
    return superior.map { units[$0] }
  }

  /// Whom the unit stood under, one after the other, as far as the data name it.
  package func superiors(of id: String, _ kind: Superior.Kind) -> [Superior] {
    index(ofUnit: id).map { hierarchy.superiors(of: $0, kind) } ?? []
  }

  /// Units directly below, along the line of reporting.
  package func children(of unit: String, on day: PlainDate? = nil) -> [Unit] {
    guard let place = index(ofUnit: unit) else { return [] }
    return hierarchy.children(of: place, on: day ?? lastDay(of: place)).map { units[$0] }
  }

  /// From the top of the tree down to the unit itself.
  package func lineage(of id: String, on day: PlainDate? = nil) -> [Unit] {
    guard let unit = index(ofUnit: id) else { return [] }
    return hierarchy.line(upFrom: unit, on: day ?? lastDay(of: unit)).reversed()
      .map { units[$0] }
  }

  /// Whether a unit is another one or lay below it on the day; without one, on any day.
  package func isUnit(_ id: String, withinOrIs above: String, on day: PlainDate? = nil) -> Bool {
    if id == above { return true }
    guard let unit = index(ofUnit: id), let place = index(ofUnit: above) else { return false }
    if let day { return hierarchy.line(upFrom: unit, on: day).contains(place) }
    var found: Set<Int> = []
    hierarchy.addAllEverAbove(unit, to: &found)
    return found.contains(place)
  }

  /// The ids of the unit and of those above it, the unit first.
  package func line(of id: String, on day: PlainDate? = nil) -> [String] {
    guard let unit = index(ofUnit: id) else { return [] }
    return hierarchy.line(upFrom: unit, on: day ?? lastDay(of: unit)).map { units[$0].id }
  }

  /// The ids of the unit and of all that stood above it on some day.
  package func line(everOf id: String) -> Set<String> {
    var found: Set<Int> = []
    if let unit = index(ofUnit: id) { hierarchy.addAllEverAbove(unit, to: &found) }
    return Set(found.map { units[$0].id })
  }

  /// The ids of the unit and of those above it on the first or the last day of the period.
  func line(of id: String, in period: Period) -> Set<String> {
    guard let unit = index(ofUnit: id) else { return [] }
    guard let span = period.span else { return line(everOf: id) }
    var found = Set(hierarchy.line(upFrom: unit, on: span.to))
    found.formUnion(hierarchy.line(upFrom: unit, on: span.from))
    return Set(found.map { units[$0].id })
  }

  /// Whether the unit was there on at least one day of the span; of unknown units it is assumed.
  func stands(_ unit: String, in span: DateSpan) -> Bool {
    index(ofUnit: unit).map { units[$0].exists(in: span) } ?? true
  }

  /// The day whose tree a figure of the unit is added up along: the last of the span, or of the
  /// unit's life where it ended before.
  package func day(of unit: String, in span: DateSpan?) -> PlainDate {
    let day = span?.to ?? Self.last
    return index(ofUnit: unit).map { units[$0].day(nearestTo: day) } ?? day
  }

  /// The unit that stood in the place of `id` on a day: itself, the one that took over from it, or
  /// the one that it took over from; nil where the data name none or more than one.
  package func unit(_ id: String, on date: PlainDate) -> Unit? {
    index(ofUnit: id).flatMap { hierarchy.standing($0, on: date) }.map { units[$0] }
  }
}
