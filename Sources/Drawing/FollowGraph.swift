/// Who learns from whom: those followed on the left, those who follow on the right, a line for each
/// bond.
///
/// Lines differ by dashes, width and the sign at their end, never by colour alone. The picture is
/// narrow and grows downwards, so that it can be read on a phone.
package struct FollowGraph: Sendable {
  /// How a line is drawn, from the weakest bond to the strongest.
  package enum Stroke: Int, Sendable, CaseIterable {
    case dashed, plain, heavy
  }

  package struct Bond: Sendable {
    package var source: Int
    package var follower: Int
    package var stroke: Stroke

    package init(source: Int, follower: Int, stroke: Stroke) {
      self.source = source
      self.follower = follower
      self.stroke = stroke
    }
  }

  package var title: String
  package var sources: [String]
  package var followers: [String]
  package var bonds: [Bond]
  /// What each stroke means, by its raw value.
  package var meanings: [String]
  package var heads: (sources: String, followers: String)

  package init(
    title: String, sources: [String], followers: [String], bonds: [Bond], meanings: [String],
    heads: (sources: String, followers: String)
  ) {
    self.title = title
    self.sources = sources
    self.followers = followers
    self.bonds = bonds.filter {
      sources.indices.contains($0.source) && followers.indices.contains($0.follower)
        && meanings.indices.contains($0.stroke.rawValue)
    }
    self.meanings = meanings
    self.heads = heads
  }

  private static let width = 360.0
  private static let boxWidth = 136.0
  private static let padding = 7.0
  private static let gap = 10.0

  /// A box with its words, and the bonds that end at it.
  private struct Box {
    var lines: [String]
    var top = 0.0

    var height: Double { Double(lines.count) * Drawing.lineHeight + 2 * FollowGraph.padding - 2 }
    var middle: Double { top + height / 2 }
  }

  package func drawing() -> Drawing {
    var drawing = Drawing(
      width: Self.width, height: 0, title: title, description: description, data: data)
    let top = drawLegend(on: &drawing) + 20
    drawing.write(heads.sources, 0, top - 8, bold: true)
    drawing.write(heads.followers, Self.width - Self.boxWidth, top - 8, bold: true)
    let order = followerOrder
    let followers = column(order.map { self.followers[$0] }, from: top)
    var placeOf = Array(repeating: 0, count: self.followers.count)
    for (place, follower) in order.enumerated() { placeOf[follower] = place }
    let sources = sourceColumn(beside: followers, placeOf, from: top)
    draw(sources, followers, placeOf, on: &drawing)
    let foot = (sources + followers).map { $0.top + $0.height }.max() ?? top
    drawing.height = foot + 4
    return drawing
  }

  // MARK: Places

  /// Followers stand near those whom they follow, so that few lines cross.
  private var followerOrder: [Int] {
    let weights = followers.indices.map { follower -> Double in
      let own = bonds.filter { $0.follower == follower }.map { Double($0.source) }
      return own.isEmpty ? Double(sources.count) : own.reduce(0, +) / Double(own.count)
    }
    return followers.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
  }

  private func column(_ names: [String], from top: Double) -> [Box] {
    // A browser's font may be wider than the one that is reckoned with.
    let measure = TextWidth(size: Drawing.textSize)
    var y = top
    return names.map { name in
      let width = (Self.boxWidth - 2 * Self.padding) * 0.88
      var box = Box(lines: measure.lines(name, width: width, limit: 4))
      box.top = y
      y += box.height + Self.gap
      return box
    }
  }

  /// Each beside the middle of its followers, as far as the one above leaves room.
  private func sourceColumn(
    beside followers: [Box], _ placeOf: [Int], from top: Double
  ) -> [Box] {
    var boxes = column(sources, from: top)
    var free = top
    for index in boxes.indices {
      let ends = bonds.filter { $0.source == index }.map { followers[placeOf[$0.follower]].middle }
      let wanted =
        ends.isEmpty ? free : ends.reduce(0, +) / Double(ends.count) - boxes[index].height / 2
      boxes[index].top = max(free, wanted)
      free = boxes[index].top + boxes[index].height + Self.gap
    }
    return boxes
  }

  // MARK: Shapes

  private func draw(
    _ sources: [Box], _ followers: [Box], _ placeOf: [Int], on drawing: inout Drawing
  ) {
    let left = Self.boxWidth
    let right = Self.width - Self.boxWidth
    for bond in bonds {
      let place = placeOf[bond.follower]
      let leaving = bonds.filter { $0.source == bond.source }
        .sorted { placeOf[$0.follower] < placeOf[$1.follower] }
      let coming = bonds.filter { $0.follower == bond.follower }.sorted { $0.source < $1.source }
      let from = Drawing.Point(
        left,
        slot(in: sources[bond.source], leaving.count) {
          leaving[$0].follower == bond.follower
        })
      let to = Drawing.Point(
        right - 6,
        slot(in: followers[place], coming.count) { coming[$0].source == bond.source })
      line(bond.stroke, from, to, on: &drawing)
    }
    for box in sources { draw(box, x: 0, on: &drawing, isSource: true) }
    for box in followers { draw(box, x: right, on: &drawing, isSource: false) }
  }

  /// Where at the side of a box the one of `count` lines ends that `isOwn` picks.
  private func slot(in box: Box, _ count: Int, _ isOwn: (Int) -> Bool) -> Double {
    let own = (0..<count).first(where: isOwn) ?? 0
    return box.top + box.height * Double(own + 1) / Double(count + 1)
  }

  private func line(
    _ stroke: Stroke, _ from: Drawing.Point, _ to: Drawing.Point, on drawing: inout Drawing
  ) {
    switch stroke {
    case .dashed:
      drawing.dashes(from, to, ink: .muted, width: 1.3)
      drawing.mark(.circle, at: to, ink: .muted)
    case .plain:
      drawing.rule(from, to, ink: .accent, width: 1.5)
      drawing.mark(.square, at: to, ink: .accent)
    case .heavy:
      drawing.rule(from, to, ink: .good, width: 3.5)
      drawing.mark(.diamond, at: to, ink: .good)
    }
  }

  private func draw(_ box: Box, x: Double, on drawing: inout Drawing, isSource: Bool) {
    drawing.items.append(
      .rectangle(
        x: x, y: box.top, width: Self.boxWidth, height: box.height, ink: isSource ? .accent : .line
      ))
    let edge = isSource ? 1.5 : 1.0
    drawing.items.append(
      .rectangle(
        x: x + edge, y: box.top + edge, width: Self.boxWidth - 2 * edge,
        height: box.height - 2 * edge, ink: .paper))
    for (index, text) in box.lines.enumerated() {
      drawing.write(
        text, x + Self.padding,
        box.top + Self.padding + 10 + Double(index) * Drawing.lineHeight, bold: isSource)
    }
  }

  /// One row for each stroke that is used.
  private func drawLegend(on drawing: inout Drawing) -> Double {
    var y = 8.0
    for stroke in Stroke.allCases where bonds.contains(where: { $0.stroke == stroke }) {
      line(stroke, Drawing.Point(0, y), Drawing.Point(40, y), on: &drawing)
      drawing.write(meanings[stroke.rawValue], 52, y + 4.5)
      y += 19
    }
    return y
  }

  // MARK: Words

  private var description: String {
    sources.indices.compactMap { source in
      let own = bonds.filter { $0.source == source }
      if own.isEmpty { return nil }
      let words = own.map { "\(followers[$0.follower]) (\(meanings[$0.stroke.rawValue]))" }
      return "\(sources[source]): \(words.joined(separator: "; "))"
    }.joined(separator: ". ")
  }

  private var data: [[String]] {
    [[heads.sources, heads.followers, ""]]
      + bonds.map { bond in
        [sources[bond.source], followers[bond.follower], meanings[bond.stroke.rawValue]]
      }
  }
}
