package import Campaigns
package import Vietnamese

/// What the user says of a workbook because its cells do not.
package struct ImportOptions: Sendable {
  /// Name of the table that the sheets are, such as `results`.
  package var table: String?
  package var campaign: String?
  /// The unit whose rows they all are.
  package var unit: String?
  package var period: Period?
  /// Values of fields for rows that have none, by field.
  package var values: [String: String] = [:]
  /// Headings of columns to be left out.
  package var ignored: [String] = []
  /// The sheets to read; nil for all.
  package var sheets: [String]?
  /// Whether hidden sheets, rows and columns are read too.
  package var takesHidden = false
  /// Whether figures from 0 to 1 below “%” are parts of one; nil where nobody has said.
  package var readsFractions: Bool?
  package var encoding: LegacyEncoding?
  /// Whether rows are added to a table that is there, so that its ids are not given again.
  package var addsToExisting = false

  package init() {}

  package static let encodings: [String: LegacyEncoding] = [
    "utf-8": .utf8, "utf-16": .utf16LE, "tcvn3": .tcvn3, "vni": .vni, "windows-1258": .windows1258,
  ]
}
