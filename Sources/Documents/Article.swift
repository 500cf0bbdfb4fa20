package import Vietnamese

/// A story as a paper to print and keep: no document of an office, so without its frame.
package struct Article: Sendable {
  /// The name of the site, at the head.
  package var site: String
  /// Kind and day, above the title.
  package var meta: String
  package var title: String
  package var lead: String?
  /// Who and where, below the title.
  package var byline: String?
  package var body: [Block]
  package var notes: [[Block]]
  /// Below the text: author, source, address.
  package var closing: [[Run]]
  package var date: PlainDate
}
