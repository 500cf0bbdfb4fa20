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
  var advance: Double
  var shift: Double
  var rise: Double
  /// Where its letters begin in the layout's text.
  var byte: Int
  /// What it says.
  var text: String
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
      var glyphs = unsafe Self.glyphs(of: string.pointee, item.pointee, text: bytes)
      let lift = Double(unsafe run.pointee.y_offset) / scale
      for i in glyphs.indices { glyphs[i].rise += lift }
      if let font = unsafe item.pointee.analysis.font, let face = unsafe fonts.face(of: font) {
        body(
          GlyphRun(
            face: face, x: x, isStruck: unsafe ng_run_is_struck(run) != 0, glyphs: glyphs))
      }
      x += glyphs.reduce(0) { $0 + $1.advance }
    }
  }

  /// The glyphs of a run; the letters of a cluster go to its glyphs one by one where they match in
  /// number, else all to the first.
  private static func glyphs(
    of string: PangoGlyphString, _ item: PangoItem, text: [UInt8]
  ) -> [Glyph] {
    let scale = Double(PANGO_SCALE)
    let count = Int(unsafe string.num_glyphs)
    let start = Int(unsafe item.offset)
    let clusters = (0..<count).map { start + Int(unsafe string.log_clusters[$0]) }
    let end = start + Int(unsafe item.length)
    var ends: [Int: Int] = [:]
    var next = end
    for cluster in clusters.sorted(by: >) where ends[cluster] == nil {
      ends[cluster] = next
      next = cluster
    }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(count)
    var placeInCluster = 0
    for i in 0..<count {
      let info = unsafe string.glyphs[i]
      placeInCluster = i > 0 && clusters[i] == clusters[i - 1] ? placeInCluster + 1 : 0
      var siblings = 1
      while i - placeInCluster + siblings < count,
        clusters[i - placeInCluster + siblings] == clusters[i]
      { siblings += 1 }
      let range = clusters[i]..<min(ends[clusters[i]] ?? end, text.count)
      let isShown = info.glyph != UInt32(PANGO_GLYPH_EMPTY)
      let isUnknown = info.glyph & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) != 0
      glyphs.append(
        Glyph(
          number: isShown ? (isUnknown ? 0 : info.glyph) : nil,
          advance: Double(info.geometry.width) / scale,
          shift: Double(info.geometry.x_offset) / scale,
          rise: -Double(info.geometry.y_offset) / scale, byte: clusters[i],
          text: words(text[range], place: placeInCluster, of: siblings)))
    }
    return glyphs
  }

  private static func words(_ bytes: ArraySlice<UInt8>, place: Int, of count: Int) -> String {
    let whole = String(decoding: bytes, as: UTF8.self)
    if count == 1 { return whole }
    let scalars = Array(whole.unicodeScalars)
    if scalars.count == count { return String(scalars[place]) }
    // A sign of no width: every code must say something (ISO 14289-1, 7.21.7).
    return place == 0 ? whole : "\u{200B}"
  }
}
