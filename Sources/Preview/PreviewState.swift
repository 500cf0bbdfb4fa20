/// A file of the site that is shown.
package struct PreviewFile: Sendable {
  package enum Condition: Sendable {
    case fresh
    /// As it was before, for now it cannot be made.
    case old
    /// It cannot be made, and never could since the preview began.
    case failed
  }

  package var bytes: [UInt8]
  package var condition: Condition

  package init(_ bytes: [UInt8], _ condition: Condition = .fresh) {
    self.bytes = bytes
    self.condition = condition
  }

  /// What stands for a page that cannot be made.
  package static let failed = PreviewFile(PreviewPage.failed, .failed)
}

/// What there is to see at one moment.
package struct PreviewState: Sendable {
  /// Gives a file of the site by its path; nil before the content could first be read.
  ///
  /// Called on the server's threads, many at once.
  package var file: (@Sendable (String) -> PreviewFile?)?
  /// Differs where style sheets or scripts do, which all pages share.
  package var look: Int
  package var panel: PreviewPanel
  /// Whether the site shown is older than the content, for that cannot be built.
  package var isStale: Bool

  package init(
    file: (@Sendable (String) -> PreviewFile?)?, look: Int = 0, panel: PreviewPanel = .none,
    isStale: Bool = false
  ) {
    self.file = file
    self.look = look
    self.panel = panel
    self.isStale = isStale
  }
}
