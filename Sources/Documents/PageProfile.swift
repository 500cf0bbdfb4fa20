/// Geometry and sizes of the page, as dated data instead of constants in the writers.
///
/// Lengths in millimetres, sizes in points. A new decree is a new value of this type.
package struct PageProfile: Sendable {
  package var name: String
  package var width = 210.0
  package var height = 297.0
  package var top: Double
  package var bottom: Double
  package var left: Double
  package var right: Double
  /// Quốc hiệu and the issuer's lines.
  package var mottoSize: Double
  /// Tiêu ngữ, date, body, headings.
  package var bodySize: Double
  package var tableSize: Double
  package var recipientTitleSize: Double
  package var recipientSize: Double
  package var firstLineIndent: Double
  package var paragraphSpacing: Double
  /// Multiple of the font's own line height: 1 … 1.5.
  package var lineSpacing: Double

  /// Nghị định 30/2020/NĐ-CP, Phụ lục I: margins 20–25, 20–25, 30–35, 15–20 mm; sizes in the tier
  /// 13 / 14 / 14; indent 10 or 12.7 mm; at least 6 pt between paragraphs.
  package static let decree30 = PageProfile(
    name: "30/2020/NĐ-CP", top: 20, bottom: 20, left: 30, right: 20, mottoSize: 13, bodySize: 14,
    tableSize: 12, recipientTitleSize: 12, recipientSize: 11, firstLineIndent: 12.7,
    paragraphSpacing: 6, lineSpacing: 1.15)
}

extension PageProfile {
  /// Size in points of a picture that is as wide as the text at most and half a page high.
  package func fitted(width: Int, height: Int) -> (width: Double, height: Double) {
    let room = ((self.width - left - right) * 72 / 25.4, (self.height - top - bottom) * 36 / 25.4)
    let size = (Double(max(width, 1)), Double(max(height, 1)))
    // 96 pixels to the inch, as screens show them.
    let scale = min(0.75, room.0 / size.0, room.1 / size.1)
    return (size.0 * scale, size.1 * scale)
  }
}
