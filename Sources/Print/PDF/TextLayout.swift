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
  /// Whether a word that is longer than a line may be broken.
  var breaksWords = true
  /// Size and rise of the number of a note, as shares of the size.
  var call = (share: 1.0, rise: 0.0)
}

/// A paragraph broken into lines; owns its Pango layout.
@safe final class TextLayout {
  struct Line {
    var top: Double
    var bottom: Double
    var baseline: Double
    var x: Double
    var width: Double
    /// Where its letters lie in the text.
    var bytes: Range<Int>
  }

  private let layout: OpaquePointer
  let lines: [Line]
  /// The text, which stretches and glyphs count in.
  let bytes: [UInt8]
  /// Whether it is a mark of urgency, which is red.
  var isUrgent = false
  var stretches: [StyledText.Stretch]

  /// - Parameter width: where lines break, or nil for one line.
  init(_ text: StyledText, _ style: TextStyle, width: Double?, fonts: FontSet) {
    let scale = Double(PANGO_SCALE)
    // GLib ends the process itself when memory is out: neither call answers NULL.
    let layout: OpaquePointer = unsafe pango_layout_new(fonts.context)
    let font: OpaquePointer = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, fonts.family)
    unsafe pango_font_description_set_absolute_size(font, style.size * scale)
    if style.isBold { unsafe pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
    if style.isItalic { unsafe pango_font_description_set_style(font, PANGO_STYLE_ITALIC) }
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    if let width {
      unsafe pango_layout_set_width(layout, CInt(max(width, 1) * scale))
      unsafe pango_layout_set_wrap(
        layout, style.breaksWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
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
    bytes = text.bytes
    stretches = text.stretches
    unsafe bytes.withUnsafeBytes {
      unsafe pango_layout_set_text(
        layout, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count))
    }
    if let looks = unsafe text.attributes(size: style.size, call: style.call) {
      unsafe pango_layout_set_attributes(layout, looks)
      unsafe pango_attr_list_unref(looks)
    }
    unsafe self.layout = layout
    unsafe lines = Self.lines(of: layout, spacing: style.lineSpacing)
  }

  convenience init(_ text: String, _ style: TextStyle, width: Double?, fonts: FontSet) {
    self.init(StyledText(text), style, width: width, fonts: fonts)
  }

  deinit { unsafe ng_object_unref(UnsafeMutableRawPointer(layout)) }

  var height: Double { lines.last?.bottom ?? 0 }
  var width: Double { lines.map { $0.x + $0.width }.max() ?? 0 }

  /// Height of some of the lines when they stand alone.
  func height(of range: Range<Int>) -> Double {
    range.isEmpty ? 0 : lines[range.upperBound - 1].bottom - lines[range.lowerBound].top
  }

  /// The stretch that a letter belongs to, by its number.
  func stretch(at byte: Int) -> Int? {
    stretches.isEmpty ? nil : stretches.firstIndex { $0.range.contains(byte) }
  }

  /// The notes that some of the lines call.
  func calls(in range: Range<Int>) -> [Int] {
    guard !stretches.isEmpty, !range.isEmpty else { return [] }
    let letters =
      lines[range.lowerBound].bytes.lowerBound..<lines[range.upperBound - 1].bytes.upperBound
    return stretches.compactMap { stretch in
      guard case .call(let note) = stretch.meaning, letters.contains(stretch.range.lowerBound)
      else { return nil }
      return note
    }
  }

  /// How far from the start of the first line a letter stands.
  func x(ofByte byte: Int) -> Double {
    guard let line = unsafe layoutLine(0) else { return 0 }
    var x: CInt = 0
    unsafe pango_layout_line_index_to_x(line, CInt(byte), 0, &x)
    return Double(x) / Double(PANGO_SCALE)
  }

  /// Pango's own line, which the layout keeps.
  func layoutLine(_ line: Int) -> UnsafeMutablePointer<PangoLayoutLine>? {
    unsafe pango_layout_get_line_readonly(layout, CInt(line))
  }

  /// - Parameter spacing: multiple of the height of a line. Pango leaves out what it adds above the
  ///   first one; paragraphs would then be closer to each other than their distance says.
  private static func lines(of layout: OpaquePointer, spacing: Double) -> [Line] {
    let scale = Double(PANGO_SCALE)
    guard let walk = unsafe pango_layout_get_iter(layout) else { return [] }
    defer { unsafe pango_layout_iter_free(walk) }
    var lead = 0.0
    var lines: [Line] = []
    lines.reserveCapacity(unsafe Int(pango_layout_get_line_count(layout)))
    repeat {
      var top: CInt = 0
      var bottom: CInt = 0
      var logical = PangoRectangle()
      unsafe pango_layout_iter_get_line_yrange(walk, &top, &bottom)
      unsafe pango_layout_iter_get_line_extents(walk, nil, &logical)
      let baseline = unsafe pango_layout_iter_get_baseline(walk)
      var bytes = 0..<0
      if let line = unsafe pango_layout_iter_get_line_readonly(walk) {
        let start = unsafe Int(line.pointee.start_index)
        bytes = unsafe start..<start + Int(line.pointee.length)
        if lines.isEmpty, spacing != 1 {
          var height: CInt = 0
          unsafe pango_layout_line_get_height(line, &height)
          lead = max(Double(height) * spacing - Double(logical.height), 0) / scale
        }
      }
      lines.append(
        Line(
          top: lines.isEmpty ? 0 : Double(top) / scale + lead,
          bottom: Double(bottom) / scale + lead, baseline: Double(baseline) / scale + lead,
          x: Double(logical.x) / scale,
          width: Double(logical.width) / scale, bytes: bytes))
    } while unsafe pango_layout_iter_next_line(walk) != 0
    return lines
  }
}
