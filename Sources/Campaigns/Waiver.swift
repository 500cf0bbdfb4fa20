package import Diagnostics
package import Vietnamese

/// A finding that someone has looked at and let stand, with the reason (miễn nhắc).
package struct Waiver: Sendable {
  /// Code of a check, such as `L05`.
  package var check: String
  /// What the finding is about, as the message names it: the id of a record, or a file.
  package var record: String
  package var reason: String
  package var by: String?
  /// The last day on which it holds; nil for good.
  package var until: PlainDate?
  package var location: Location

  package init(
    check: String, record: String, reason: String, by: String?, until: PlainDate?,
    location: Location
  ) {
    self.check = check
    self.record = record
    self.reason = reason
    self.by = by
    self.until = until
    self.location = location
  }
}
