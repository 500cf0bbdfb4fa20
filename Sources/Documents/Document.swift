package import Diagnostics

/// A printable document, free of any file format: frame, body and appendices (văn bản).
package struct Document: Sendable {
  package var frame: Frame
  package var body: [Block]
  package var appendices: [Appendix]
  /// Footnotes by number, from 1; a run names the one that it calls.
  package var notes: [[Block]] = []
  /// Where the figures come from; a run names the one that it states.
  package var sources: [FigureSource] = []
  /// For the file's properties and the browser's title.
  package var title: String
  package var language = "vi"

  package init(
    frame: Frame, body: [Block], appendices: [Appendix], notes: [[Block]] = [],
    sources: [FigureSource] = [], title: String
  ) {
    self.frame = frame
    self.body = body
    self.appendices = appendices
    self.notes = notes
    self.sources = sources
    self.title = title
  }
}

/// An annex with a page and a title of its own (phụ lục).
package struct Appendix: Sendable {
  package var title: String
  package var isLandscape: Bool
  package var blocks: [Block]

  package init(title: String, isLandscape: Bool, blocks: [Block]) {
    self.title = title
    self.isLandscape = isLandscape
    self.blocks = blocks
  }
}

/// Where a stated figure comes from: the cells of the data that it was read or reckoned from.
package struct FigureSource: Sendable, Hashable {
  /// The figure as it is printed.
  package var text: String
  /// What it is the figure of: `Chỉ tiêu 3, năm học 2023-2024`.
  package var meaning: String
  /// How it follows from the cells: `tổng của 4 đơn vị`; nil for a figure read as it stands.
  package var rule: String?
  /// File, row and column of each cell, relative to the content folder.
  package var cells: [Location]

  package init(text: String, meaning: String, rule: String?, cells: [Location]) {
    self.text = text
    self.meaning = meaning
    self.rule = rule
    self.cells = cells
  }
}
