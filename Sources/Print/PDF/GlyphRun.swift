import CPangoCairo
import CPangoShim

/// A stretch of a laid-out line in one font at one size.
struct GlyphRun {
  var face: FontSet.Face
  /// From the start of the line, in points.
  var x: Double
  var isStruck: Bool
  var glyphs: [Glyph]
}

/// A glyph as Pango placed it; lengths in points.
struct Glyph {
  /// Number in the font; nil for what takes room and shows nothing.
  var number: UInt32?
  /// Whether the font lacks it.
  var isMissing: Bool
  var advance: Double
  var shift: Double
  var rise: Double
  /// The letters that it shows, alone or with its neighbours, in the layout's text.
  var letters: Range<Int>
  /// Its place among the glyphs that show the same letters, and their number.
  var place: Int
  var siblings: Int
}

extension TextLayout {
  /// The runs of a line from left to right.
  func forEachRun(of line: Int, fonts: FontSet, _ body: (GlyphRun) -> Void) {
    guard let content = unsafe layoutLine(line) else { return }
    let scale = Double(PANGO_SCALE)
    var x = 0.0
    var link: UnsafeMutablePointer<GSList>? = unsafe content.pointee.runs
    while let entry = unsafe link {
      unsafe link = entry.pointee.next
      guard
        let run = unsafe entry.pointee.data?.assumingMemoryBound(to: PangoLayoutRun.self),
        let item = unsafe run.pointee.item, let string = unsafe run.pointee.glyphs
      else { continue }
      let lift = Double(unsafe run.pointee.y_offset) / scale
      let (glyphs, width) = unsafe glyphs(of: string.pointee, item.pointee, lift: lift)
      if let font = unsafe item.pointee.analysis.font, let face = unsafe fonts.face(of: font) {
        body(
          GlyphRun(
            face: face, x: x, isStruck: unsafe ng_run_is_struck(run) != 0, glyphs: glyphs))
      }
      x += width
    }
  }

  /// The glyphs of a run and their width.
  private func glyphs(
    of string: PangoGlyphString, _ item: PangoItem, lift: Double
  ) -> (glyphs: [Glyph], width: Double) {
    let scale = Double(PANGO_SCALE)
    let count = Int(unsafe string.num_glyphs)
    let start = Int(unsafe item.offset)
    let isBackwards = unsafe item.analysis.level % 2 == 1
    var previous = start + Int(unsafe item.length)
    let end = previous
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(count)
    var width = 0.0
    var first = 0
    while first < count {
      // Glyphs of one cluster show the same letters, which end where the next cluster begins.
      let cluster = start + Int(unsafe string.log_clusters[first])
      var next = first + 1
      while next < count, start + Int(unsafe string.log_clusters[next]) == cluster { next += 1 }
      let after =
        isBackwards
        ? previous : next < count ? start + Int(unsafe string.log_clusters[next]) : end
      let letters = cluster..<min(max(after, cluster), bytes.count)
      previous = cluster
      for i in first..<next {
        let info = unsafe string.glyphs[i]
        let isMissing = info.glyph & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) != 0
        let advance = Double(info.geometry.width) / scale
        width += advance
        glyphs.append(
          Glyph(
            number: info.glyph == UInt32(PANGO_GLYPH_EMPTY) ? nil : isMissing ? 0 : info.glyph,
            isMissing: isMissing, advance: advance,
            shift: Double(info.geometry.x_offset) / scale,
            rise: lift - Double(info.geometry.y_offset) / scale, letters: letters,
            place: i - first, siblings: next - first))
      }
      first = next
    }
    return (glyphs, width)
  }

  /// What a glyph says; the letters of a cluster go to its glyphs one by one where they match in
  /// number, else all to the first.
  func words(of glyph: Glyph) -> ArraySlice<UInt8> {
    let whole = bytes[glyph.letters]
    if glyph.siblings == 1 { return whole }
    let starts = whole.indices.filter { whole[$0] & 0xC0 != 0x80 }
    if starts.count == glyph.siblings {
      let next = glyph.place + 1
      return whole[starts[glyph.place]..<(next < starts.count ? starts[next] : whole.endIndex)]
    }
    // A sign of no width: every code must say something (ISO 14289-1, 7.21.7).
    return glyph.place == 0 ? whole : Array("\u{200B}".utf8)[...]
  }
}
