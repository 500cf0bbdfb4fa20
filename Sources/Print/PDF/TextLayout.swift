import CPangoCairo
import CPangoShim

/// How a paragraph is set; lengths and sizes in points.
struct TextStyle {
  enum Alignment { case left, center, right, justified }

  var size: Double
  var isBold = false
  var isItalic = false
  var alignment = Alignment.left
  var firstLineIndent = 0.0
  var lineSpacing = 1.0
}

/// A paragraph broken into lines; owns its Pango layout.
@safe final class TextLayout {
  struct Line {
    var top: Double
    var bottom: Double
    var baseline: Double
    var x: Double
    var width: Double
  }

  /// A stretch of the text that leads to an address.
  struct Link {
    var range: Range<Int>
    var address: String
    var text: String
    /// Its element in the structure tree; set when the text is placed.
    var element = 0
  }

  private let layout: OpaquePointer
  let lines: [Line]
  /// The text without markup, which links and glyphs count in.
  let bytes: [UInt8]
  var links: [Link] = []
  /// Characters that no font has; they would print as boxes.
  let missingGlyphs: Int

  /// - Parameters:
  ///   - markup: Pango markup, already escaped.
  ///   - width: where lines break, or nil for one line.
  init(_ markup: String, _ style: TextStyle, width: Double?, fonts: FontSet) {
    let scale = Double(PANGO_SCALE)
    // GLib ends the process itself when memory is out: neither call answers NULL.
    let layout: OpaquePointer = unsafe pango_layout_new(fonts.context)
    let font: OpaquePointer = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, "Liberation Serif")
    unsafe pango_font_description_set_absolute_size(font, style.size * scale)
    if style.isBold { unsafe pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
    if style.isItalic { unsafe pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    if let width {
      unsafe pango_layout_set_width(layout, CInt(max(width, 1) * scale))
      unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }
    switch style.alignment {
    case .left: break
    case .center: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: unsafe pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: unsafe pango_layout_set_justify(layout, 1)
    }
    if style.firstLineIndent != 0 {
      unsafe pango_layout_set_indent(layout, CInt(style.firstLineIndent * scale))
    }
    if style.lineSpacing != 1 {
      unsafe pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
    }
    unsafe pango_layout_set_markup(layout, markup, -1)
    unsafe self.layout = layout
    unsafe lines = Self.lines(of: layout)
    unsafe bytes = Array(String(cString: pango_layout_get_text(layout)).utf8)
    unsafe missingGlyphs = Int(pango_layout_get_unknown_glyphs_count(layout))
  }

  deinit { unsafe ng_object_unref(UnsafeMutableRawPointer(layout)) }

  var height: Double { lines.last?.bottom ?? 0 }
  var width: Double { lines.map { $0.x + $0.width }.max() ?? 0 }

  /// Pango's own line, which the layout keeps.
  func layoutLine(_ line: Int) -> UnsafeMutablePointer<PangoLayoutLine>? {
    unsafe pango_layout_get_line_readonly(layout, CInt(line))
  }

  private static func lines(of layout: OpaquePointer) -> [Line] {
    let scale = Double(PANGO_SCALE)
    guard let walk = unsafe pango_layout_get_iter(layout) else { return [] }
    defer { unsafe pango_layout_iter_free(walk) }
    var lines: [Line] = []
    repeat {
      var top: CInt = 0
      var bottom: CInt = 0
      var logical = PangoRectangle()
      unsafe pango_layout_iter_get_line_yrange(walk, &top, &bottom)
      unsafe pango_layout_iter_get_line_extents(walk, nil, &logical)
      let baseline = unsafe pango_layout_iter_get_baseline(walk)
      lines.append(
        Line(
          top: Double(top) / scale, bottom: Double(bottom) / scale,
          baseline: Double(baseline) / scale, x: Double(logical.x) / scale,
          width: Double(logical.width) / scale))
    } while unsafe pango_layout_iter_next_line(walk) != 0
    return lines
  }
}
