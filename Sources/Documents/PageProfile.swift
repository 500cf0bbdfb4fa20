/// Geometry and sizes of the page, as dated data instead of constants in the writers.
///
/// Margins and page in millimetres; sizes of letters, distances and rules in points. A new decree
/// is a new value of this type.
package struct PageProfile: Sendable {
  /// Name of the profile and number of the act that it follows.
  package var name: String
  package var decree: String
  package var width = 210.0
  package var height = 297.0
  package var top: Double
  package var bottom: Double
  package var left: Double
  package var right: Double

  // MARK: Sizes of letters

  /// Ô 1: Quốc hiệu; ô 2: the lines of the issuer.
  package var nationSize: Double
  /// Ô 1: Tiêu ngữ.
  package var mottoSize: Double
  /// Ô 3: số, ký hiệu; ô 4: place and date.
  package var symbolSize = 13.0
  package var dateSize: Double
  /// Ô 5a: kind and subject.
  package var titleSize: Double
  /// Ô 6 and 9a: body, headings, Kính gửi.
  package var bodySize: Double
  /// Ô 7: position and name of the signer.
  package var signerSize: Double
  /// Ô 9b: “Nơi nhận” and its lines.
  package var recipientTitleSize = 12.0
  package var recipientSize = 11.0
  /// “Phụ lục I”, its title and the line that ties it to its document.
  package var appendixSize = 14.0
  package var appendixTitleSize: Double
  package var tieSize: Double
  package var pageNumberSize: Double
  package var tableSize = 13.0
  package var captionSize = 13.0
  package var noteSize = 11.0
  /// Of the number that calls a note, as a share of the text around it, and how far it is raised.
  package var callShare = 0.65
  package var callRise = 0.33

  // MARK: Body

  /// In millimetres: 10 or 12.7.
  package var firstLineIndent: Double
  /// At least 6; on a page that is full it may grow, so that the last line stands at the foot.
  package var paragraphSpacing: Double
  package var largestSpacing = 12.0
  /// Multiple of the font's own line height: 1 … 1.5.
  package var lineSpacing: Double
  /// Wider ones that may be taken instead, when a page would end far above its foot.
  package var looserLineSpacings = [1.2, 1.25, 1.3, 1.35, 1.4, 1.45, 1.5]
  /// Narrower ones, tried after those where a try costs little.
  package var denserLineSpacings = [1.1, 1.05, 1.0]
  /// How much of a page's foot may stay empty before a looser line is tried.
  package var emptyFoot = 56.0
  /// How many pages of body a document may have for that; longer ones go without.
  package var adjustablePages = 2...4

  package var head = Head()
  package var table = Table()
  package var note = Note()
  package var signature = Signature()
  package var figure = Figure()

  /// The head of page 1 and of an appendix (ô 1–5 and 9a).
  package struct Head: Sendable {
    /// Share of the width for Quốc hiệu, if its words do not need more.
    package var nationShare = 0.56
    /// Between issuer and Quốc hiệu.
    package var gutter = 6.0
    package var ruleWidth = 0.7
    /// Between words and the rule below them.
    package var ruleGap = 2.0
    /// Length of the rules below the issuer and the subject, as a share of the line: 1/3 … 1/2.
    package var ruleShare = 0.4
    /// Below Tiêu ngữ the rule is as long as the words.
    package var mottoRuleShare = 1.0
    package var symbolGap = 8.0
    package var titleGap = 18.0
    package var subjectShare = 0.86
    package var bodyGap = 9.0
    /// Between the addressees of a list.
    package var addresseeGap = 2.0
    package var appendixGap = 6.0
    package var tieGap = 2.0
  }

  package struct Table: Sendable {
    package var padding = 4.0
    package var ruleWidth = 0.5
    /// Between a table and its caption.
    package var captionGap = 3.0
    /// Rows are torn only where at least so many lines of them stay.
    package var leastLines = 3.0
    /// How much of a page may stay empty for rows to stay together, as a share: a row that is higher,
    /// or rows with a joined cell, may be torn even if the next page would hold them.
    package var largestGap = 0.25
  }

  package struct Figure: Sendable {
    package var captionGap = 3.0
    /// How high a picture may be, as a share of the text's height.
    package var largestShare = 0.5
  }

  /// Notes at the foot of the page, below a short rule.
  package struct Note: Sendable {
    package var gap = 8.0
    package var ruleLength = 142.0
    package var ruleWidth = 0.5
    package var ruleGap = 3.0
  }

  /// Recipients on the left, signature on the right (ô 7 and 9b).
  package struct Signature: Sendable {
    package var gap = 12.0
    /// Room for signature and stamp.
    package var room = 76.0
    package var recipientShare = 0.48
    package var recipientInset = 8.0
  }

  /// Nghị định 30/2020/NĐ-CP, Phụ lục I: margins 20–25, 20–25, 30–35, 15–20 mm; Quốc hiệu, Tiêu ngữ
  /// and date in the sizes 13 / 14 / 14; indent 10 or 12.7 mm; at least 6 pt between paragraphs.
  package static let decree30 = decree30(name: "13/14/14", nation: 13, others: 14)

  /// The same decree in its smaller sizes, 12 / 13 / 13: sizes go up and down together.
  package static let decree30Small = decree30(name: "12/13/13", nation: 12, others: 13)

  /// For stories, which no decree binds: the same page in letters to read at ease.
  package static let article = {
    var profile = decree30(name: "bài viết", nation: 13, others: 13)
    profile.decree = ""
    profile.left = 25
    profile.captionSize = 11
    profile.pageNumberSize = 11
    profile.firstLineIndent = 0
    profile.lineSpacing = 1.2
    return profile
  }()

  private static func decree30(name: String, nation: Double, others: Double) -> PageProfile {
    PageProfile(
      name: name, decree: "30/2020/NĐ-CP", top: 20, bottom: 20, left: 30, right: 20,
      nationSize: nation, mottoSize: others, dateSize: others, titleSize: others, bodySize: others,
      signerSize: others, appendixTitleSize: others, tieSize: others, pageNumberSize: others,
      firstLineIndent: 12.7, paragraphSpacing: 6, lineSpacing: 1.15)
  }
}

extension PageProfile {
  /// Margins as one reads the page; a page that lies across was turned, head to the left.
  package func margins(
    isLandscape: Bool
  ) -> (top: Double, bottom: Double, left: Double, right: Double) {
    isLandscape ? (right, right, top, bottom) : (top, bottom, left, right)
  }

  /// Width in points of the text between the margins.
  package func textWidth(isLandscape: Bool) -> Double {
    let margins = margins(isLandscape: isLandscape)
    return ((isLandscape ? height : width) - margins.left - margins.right) * 72 / 25.4
  }

  /// Size in points of a picture that is as wide as the text at most and half a page high.
  package func fitted(width: Int, height: Int) -> (width: Double, height: Double) {
    let room = (
      textWidth(isLandscape: false),
      (self.height - top - bottom) * 72 / 25.4 * figure.largestShare
    )
    let size = (Double(max(width, 1)), Double(max(height, 1)))
    // 96 pixels to the inch, as screens show them.
    let scale = min(0.75, room.0 / size.0, room.1 / size.1)
    return (size.0 * scale, size.1 * scale)
  }
}
