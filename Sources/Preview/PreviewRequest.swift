/// What a browser on this machine asks for.
package struct PreviewRequest: Sendable {
  /// What a page that waits for a change says of itself.
  package struct Waiting: Sendable {
    /// The number of the notice that it shows.
    package var after: Int
    /// Where it lies.
    package var page: String
    /// The stamp of its bytes.
    package var stamp: String

    package init(after: Int, page: String, stamp: String) {
      self.after = after
      self.page = page
      self.stamp = stamp
    }
  }

  /// From the root, percent signs undone, without what follows a `?`.
  package var path: String
  package var host: String?
  package var range: String?
  package var waiting: Waiting?

  package init(
    path: String, host: String? = nil, range: String? = nil, waiting: Waiting? = nil
  ) {
    self.path = path
    self.host = host
    self.range = range
    self.waiting = waiting
  }
}

package struct PreviewResponse: Sendable, Hashable {
  package struct Header: Sendable, Hashable {
    package var name: String
    package var value: String
  }

  package var status: Int
  package var headers: [Header]
  package var bytes: [UInt8]

  package init(_ status: Int, _ bytes: [UInt8] = [], type: String = "text/plain; charset=utf-8") {
    self.status = status
    self.bytes = bytes
    headers = [
      Header(name: "Content-Type", value: type),
      Header(name: "X-Content-Type-Options", value: "nosniff"),
      // The next look may be at another state.
      Header(name: "Cache-Control", value: "no-store"),
      // Pages of the web must not draw scripts or pictures from here.
      Header(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    ]
  }

  package mutating func add(_ name: String, _ value: String) {
    headers.append(Header(name: name, value: value))
  }
}
