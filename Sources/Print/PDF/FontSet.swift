import CPangoCairo
import CPangoShim
import Glibc
import PDF

/// Why a document could not be printed: the machine lacks something.
package struct PrintError: Error, Sendable {
  package var message: String
}

/// The fonts that documents are set in, opened by path so that no other font can slip in.
///
/// Liberation Serif has the metrics of Times New Roman. Not safe to share between threads: each
/// worker makes its own.
@safe package final class FontSet {
  /// Debian's `fonts-liberation2`; the older `fonts-liberation` has the same family name and lacks
  /// 96 Vietnamese letters.
  package static let defaultFolder = "/usr/share/fonts/truetype/liberation2"
  /// Upright, bold, italic and bold italic, as Debian, Microsoft's fonts for the web and Windows
  /// name them.
  private static let names = [
    [
      "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
      "LiberationSerif-BoldItalic.ttf",
    ],
    [
      "Times_New_Roman.ttf", "Times_New_Roman_Bold.ttf", "Times_New_Roman_Italic.ttf",
      "Times_New_Roman_Bold_Italic.ttf",
    ],
    ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"],
  ]

  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  /// The same files as the PDF embeds them.
  let files: [FontFile]
  /// All bytes of the files: what is drawn with them hangs on these.
  package var bytes: [UInt8] { files.flatMap(\.bytes) }
  /// What Pango calls the four of them together.
  let family: String
  private let paths: [String]
  /// Which file each of Pango's fonts was read from; the fonts are kept, so that no address is
  /// ever used twice.
  private var known: [UnsafeMutablePointer<PangoFont>: Face] = unsafe [:]

  /// One of the files at one size.
  struct Face: Hashable {
    var number: Int
    var size: Double
  }

  /// - Parameter folder: holds the four files of Liberation Serif or of Times New Roman.
  /// - Throws: `PrintError` if a font file is missing.
  package init(folder: String = FontSet.defaultFolder) throws(PrintError) {
    let names =
      Self.names.first { unsafe access("\(folder)/\($0[0])", R_OK) == 0 } ?? Self.names[0]
    let paths = names.map { "\(folder)/\($0)" }
    self.paths = paths
    var bad: CInt = -1
    guard
      let map = unsafe Self.withCStrings(
        paths, { unsafe ng_font_map_new($0, CInt(paths.count), &bad) })
    else {
      let file = paths.indices.contains(Int(bad)) ? paths[Int(bad)] : folder
      throw PrintError(
        message: folder == Self.defaultFolder
          ? "Không mở được phông chữ “\(file)”. Cài gói fonts-liberation2 rồi chạy lại."
          : "Không mở được phông chữ “\(file)”. Thư mục phông chữ cần đủ bốn tệp của Times New "
            + "Roman (đứng, đậm, nghiêng, đậm nghiêng).")
    }
    guard let context = unsafe ng_context_new(map) else {
      unsafe ng_object_unref(map)
      throw PrintError(message: "Pango không tạo được ngữ cảnh dàn trang.")
    }
    unsafe self.map = map
    unsafe self.context = context
    do throws(PDFError) {
      files = try paths.map { path throws(PDFError) in try FontFile(path: path) }
    } catch {
      throw PrintError(message: error.message)
    }
    family = files[0].family
  }

  deinit {
    var kept = unsafe known.keys.makeIterator()
    while let font = unsafe kept.next() { unsafe ng_object_unref(font) }
    unsafe ng_object_unref(UnsafeMutableRawPointer(context))
    unsafe ng_object_unref(map)
  }

  /// The file behind a font that Pango chose.
  func face(of font: UnsafeMutablePointer<PangoFont>) -> Face? {
    if let face = unsafe known[font] { return face }
    guard let file = unsafe ng_font_file(font),
      let number = paths.firstIndex(of: unsafe String(cString: file))
    else { return nil }
    let face = Face(number: number, size: unsafe ng_font_size(font))
    _ = unsafe g_object_ref(font)
    unsafe known[font] = face
    return face
  }

  /// Lends the strings to C for one call.
  private static func withCStrings<R>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
  ) -> R {
    let bytes = strings.map { Array($0.utf8CString) }
    func step(_ i: Int, _ pointers: [UnsafePointer<CChar>?]) -> R {
      if i == bytes.count {
        return unsafe pointers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
      }
      return unsafe bytes[i].withUnsafeBufferPointer {
        unsafe step(i + 1, pointers + [$0.baseAddress])
      }
    }
    return unsafe step(0, [])
  }
}
