package import Vietnamese

/// Something that holds over a time, both days included; a side that is not given is open.
package protocol Lasting {
  var from: PlainDate? { get }
  var to: PlainDate? { get }
}

extension Lasting {
  package func holds(on day: PlainDate) -> Bool {
    !(from.map { day < $0 } ?? false) && !(to.map { $0 < day } ?? false)
  }

  /// Whether it holds on at least one day of the span.
  package func holds(in span: DateSpan) -> Bool {
    !(from.map { span.to < $0 } ?? false) && !(to.map { $0 < span.from } ?? false)
  }

  package func overlaps(_ other: some Lasting) -> Bool {
    !Self.ends(to, before: other.from) && !Self.ends(other.to, before: from)
  }

  private static func ends(_ end: PlainDate?, before start: PlainDate?) -> Bool {
    guard let end, let start else { return false }
    return end < start
  }
}
