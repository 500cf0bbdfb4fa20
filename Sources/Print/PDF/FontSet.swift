import CPangoCairo
import CPangoShim

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
  private static let names = [
    "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
  ]

  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer

  /// - Throws: `PrintError` if a font file is missing.
  package init(folder: String = FontSet.defaultFolder) throws(PrintError) {
    let paths = Self.names.map { "\(folder)/\($0)" }
    var bad: CInt = -1
    guard
      let map = unsafe Self.withCStrings(
        paths, { unsafe ng_font_map_new($0, CInt(paths.count), &bad) })
    else {
      let file = paths.indices.contains(Int(bad)) ? paths[Int(bad)] : folder
      throw PrintError(
        message: "Không mở được phông chữ “\(file)”. Cài gói fonts-liberation2 rồi chạy lại.")
    }
    guard let context = unsafe ng_context_new(map) else {
      unsafe ng_object_unref(map)
      throw PrintError(message: "Pango không tạo được ngữ cảnh dàn trang.")
    }
    unsafe self.map = map
    unsafe self.context = context
  }

  deinit {
    unsafe ng_object_unref(UnsafeMutableRawPointer(context))
    unsafe ng_object_unref(map)
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
