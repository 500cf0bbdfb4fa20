import CHarfBuzz

/// A font file as HarfBuzz reads it: metrics, and subsets to embed.
///
/// Not safe to share between threads; each worker opens its own.
@safe package final class FontFile {
  let face: OpaquePointer
  private let font: OpaquePointer
  /// Units of the em square.
  let unitsPerEm: Int
  package let name: String
  package let family: String

  /// - Throws: `PDFError` if the file is missing or no font.
  package init(path: String) throws(PDFError) {
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else {
      throw PDFError(message: "Không mở được phông chữ “\(path)”.")
    }
    defer { unsafe hb_blob_destroy(blob) }
    guard let face = unsafe hb_face_create(blob, 0), unsafe hb_face_get_glyph_count(face) > 0,
      let font = unsafe hb_font_create(face)
    else { throw PDFError(message: "“\(path)” không phải phông chữ.") }
    unsafe self.face = face
    unsafe self.font = font
    unitsPerEm = unsafe max(Int(hb_face_get_upem(face)), 1)
    let name = unsafe Self.name(Int(HB_OT_NAME_ID_POSTSCRIPT_NAME), of: face)
    self.name = String(name.filter { $0 > " " && $0 < "\u{7F}" })
    family = unsafe Self.name(Int(HB_OT_NAME_ID_FONT_FAMILY), of: face)
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  /// The file itself.
  package var bytes: [UInt8] {
    guard let blob = unsafe hb_face_reference_blob(face) else { return [] }
    defer { unsafe hb_blob_destroy(blob) }
    var length: CUnsignedInt = 0
    let data = unsafe hb_blob_get_data(blob, &length)
    let raw = unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
    return unsafe Array(raw)
  }

  /// The glyph of the space, nil if the font has none.
  package private(set) lazy var space: UInt32? = {
    var glyph: hb_codepoint_t = 0
    return unsafe hb_font_get_nominal_glyph(font, 0x20, &glyph) != 0 ? glyph : nil
  }()

  /// Advance of a glyph in thousandths of the size.
  func advance(of glyph: UInt32) -> Double {
    thousandths(unsafe Int(hb_font_get_glyph_h_advance(font, glyph)))
  }

  /// Advance of a letter that stands alone, as a share of the size.
  package func advance(of letter: Unicode.Scalar) -> Double {
    var glyph: hb_codepoint_t = 0
    _ = unsafe hb_font_get_nominal_glyph(font, letter.value, &glyph)
    return advance(of: glyph) / 1000
  }

  func thousandths(_ units: Int) -> Double { Double(units) * 1000 / Double(unitsPerEm) }

  func metric(_ tag: hb_ot_metrics_tag_t) -> Double {
    var position: hb_position_t = 0
    unsafe hb_ot_metrics_get_position_with_fallback(font, tag, &position)
    return thousandths(Int(position))
  }

  /// Degrees against the clock from the upright, as PDF counts them.
  var italicAngle: Double { Double(unsafe hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE)) }

  var weight: Double { Double(unsafe hb_style_get_value(font, HB_STYLE_TAG_WEIGHT)) }

  private static func name(_ id: Int, of face: OpaquePointer) -> String {
    var length: UInt32 = 64
    var letters = [CChar](repeating: 0, count: 64)
    let language = unsafe hb_language_from_string("en", -1)
    _ = unsafe hb_ot_name_get_utf8(
      face, hb_ot_name_id_t(id), language, &length, &letters)
    return String(
      decoding: letters.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // MARK: Subsets

  /// A font with these glyphs alone, without hints, and the number that each has in it.
  func subset(of glyphs: [UInt32]) throws(PDFError) -> (font: [UInt8], numbers: [UInt16]) {
    let failure = PDFError(message: "HarfBuzz không rút gọn được phông chữ “\(name)”.")
    guard let input = unsafe hb_subset_input_create_or_fail() else { throw failure }
    defer { unsafe hb_subset_input_destroy(input) }
    let wanted = unsafe hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
    unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    // The program shapes; the file only draws. These tables would be dead weight.
    let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in ["GSUB", "GPOS", "GDEF", "kern", "post", "name", "OS/2", "cmap", "DSIG", "gasp"] {
      unsafe hb_set_add(dropped, hb_tag_from_string(tag, -1))
    }
    guard let plan = unsafe hb_subset_plan_create_or_fail(face, input) else { throw failure }
    defer { unsafe hb_subset_plan_destroy(plan) }
    guard let small = unsafe hb_subset_plan_execute_or_fail(plan) else { throw failure }
    defer { unsafe hb_face_destroy(small) }
    let map = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
    let numbers = glyphs.map { UInt16(truncatingIfNeeded: unsafe hb_map_get(map, $0)) }
    let blob = unsafe hb_face_reference_blob(small)
    defer { unsafe hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = unsafe hb_blob_get_data(blob, &length) else { throw failure }
    return (
      unsafe Array(UnsafeRawBufferPointer(start: data, count: Int(length))), numbers
    )
  }
}
