package import Digests
package import Images
import Vietnamese

/// A picture of the content folder as the site will have it: its files are known, not yet made.
///
/// Every file is encoded anew from the pixels, so that nothing of a camera's metadata reaches the
/// site; the largest stands for the original, which is never copied.
package struct Picture: Sendable, Hashable {
  /// Which sizes a picture is wanted in.
  package enum Use: Sendable, Hashable {
    /// In a text or on a card: `widths`, none larger than the picture itself.
    case page
    /// A mark such as a logo: no side longer than this, and twice that for fine screens.
    case mark(side: Int)
  }

  package struct File: Sendable, Hashable {
    /// Path in the output, such as `media/vuon-rau-1f0c9a2b-800.webp`.
    package var path: String
    package var form: PictureForm
  }

  /// Path in the content folder.
  package let source: String
  /// Of the whole file in the content folder.
  package let fingerprint: SHA256
  /// What the files are called, without size and ending; two sources of the same name and bytes are
  /// one picture.
  package let name: String
  /// WebP, the narrowest first.
  package let modern: [File]
  /// JPEG, or PNG for drawings and what shows through, for browsers without WebP and for share
  /// cards; the narrowest first.
  package let plain: [File]
  /// The picture as large as the site offers it.
  package let full: File
  /// Pixels that browsers keep free before the picture has come: those of the widest in a page.
  package let width: Int
  package let height: Int

  /// Widths of the variants in pages: a telephone of two or three points a pixel, a wide screen.
  static let widths = [400, 800, 1200, 1600]
  /// Longest side of what stands for the original.
  static let fullSide = 2560
  /// No variant is higher, however long the picture; the formats have their limits.
  private static let highest = 4096

  init(source: String, fingerprint: SHA256, head: ImageFile.Head, use: Use) {
    self.source = source
    self.fingerprint = fingerprint
    let file = source.split(separator: "/").last ?? "anh"
    let stem = Fold.slug(String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)]))
    let mark = if case .mark = use { "dau-" } else { "" }
    let name =
      "media/\(stem.isEmpty ? "anh" : String(stem.prefix(60)))-\(mark)\(fingerprint.hex.prefix(8))"
    self.name = name

    // Photos shrink well as JPEG; drawings and what shows through do not.
    let isPhoto = head.format != .png && !head.hasAlpha
    func form(_ width: Int, isModern: Bool) -> File {
      let width = max(1, min(width, head.width))
      let height = max(1, (2 * width * head.height + head.width) / (2 * head.width))
      let format: ImageFile.Format = isModern ? .webp : isPhoto ? .jpeg : .png
      let ending = isModern ? "webp" : isPhoto ? "jpg" : "png"
      let quality = isModern ? (isPhoto ? 78 : 90) : 82
      return File(
        path: "\(name)-\(width).\(ending)",
        form: PictureForm(width: width, height: height, format: format, quality: quality))
    }
    func fit(within side: Int, _ other: Int) -> Int {
      let byHeight = other * head.width / max(1, head.height)
      return max(1, min(head.width, side, byHeight))
    }

    let widths: [Int]
    let narrow: [Int]
    let largest: Int
    switch use {
    case .page:
      let top = fit(within: Self.widths.last ?? 1600, Self.highest)
      // A variant barely smaller than the widest serves nobody.
      widths = Self.widths.filter { $0 * 115 / 100 < top } + [top]
      narrow = widths.filter { $0 == 800 || $0 == top }
      let side = fit(within: Self.fullSide, Self.fullSide)
      largest = side * 100 > top * 115 ? side : top
    case .mark(let side):
      let once = fit(within: side, side)
      let twice = fit(within: 2 * side, 2 * side)
      widths = once == twice ? [once] : [once, twice]
      narrow = widths
      largest = twice
    }
    modern = widths.map { form($0, isModern: true) }
    plain = narrow.map { form($0, isModern: false) }
    full = form(largest, isModern: false)
    let shown = plain.last?.form ?? full.form
    width = shown.width
    height = shown.height
  }

  /// All files to make, each once.
  package var files: [File] { modern + plain + (plain.contains(full) ? [] : [full]) }

  /// What others show of a page that they link to, such as share cards and feeds.
  package var share: File { plain.last ?? full }

  /// What a browser without `srcset` takes.
  package var main: File { plain.first ?? full }
}
