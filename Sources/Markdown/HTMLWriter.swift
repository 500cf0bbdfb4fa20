/// Writes a document as HTML; with raw HTML allowed exactly as the library's own renderer does.
package struct HTMLWriter: Sendable {
  package struct Options: Sendable {
    /// Lets raw HTML and any address through; only for input that is as trusted as the program.
    package var allowsRawHTML = false
    /// Where raw HTML is allowed, disarms the tags that GitHub disarms (`<script>`, `<iframe>` …).
    package var filtersTags = false
    /// Gives each heading an id from its text, unique in the document.
    package var headingIDs = false
    /// Added to each heading's level, which stays between 1 and 6.
    package var headingOffset = 0
    /// Makes an id of a heading's text; nil or an empty answer gives a numbered one.
    package var slug: (@Sendable (String) -> String?)?
    /// Marks links to other hosts with `rel="noopener noreferrer"`.
    package var marksOutboundLinks = false
    /// Lets the browser fetch pictures only when they come into view.
    package var lazyImages = false
    package var footnotes = FootnoteTexts()
    /// Answers the address to write for a link (or picture, if the flag is set), nil to keep it.
    package var linkRewriter: (@Sendable (_ url: String, _ isImage: Bool) -> String?)?
    /// Ready HTML to write in the place of pictures; a paragraph of such a picture alone gets no tags
    /// of its own, so that the HTML may be a figure.
    package var pictures: [MarkdownDocument.NodeID: [UInt8]] = [:]
    /// Further attributes of a picture, such as its width and height, by its written address.
    package var imageAttributes: (@Sendable (_ url: String) -> [(name: String, value: String)])?

    package init() {}
  }

  /// The words and ids around notes.
  package struct FootnoteTexts: Sendable, Hashable {
    /// Put before each id, so that several texts can stand on one page.
    package var idPrefix = ""
    /// The label of the way back for a screen reader.
    package var backLabel = "Back to content"
    /// A heading for the section of notes, as ready HTML.
    package var headingHTML = ""

    package init() {}
  }

  package var options: Options

  package init(_ options: Options = Options()) { self.options = options }

  package func html(_ document: MarkdownDocument) -> String {
    var out: [UInt8] = []
    write(document, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  package func write(_ document: MarkdownDocument, into out: inout [UInt8]) {
    out.reserveCapacity(out.count + document.text.count + document.nodes.count * 12)
    var run = HTMLRun(document: document, options: options, out: out)
    out = []
    run.write(from: MarkdownDocument.root)
    out = run.out
  }

  /// Writes one block with all inside it; notes are written only with the whole document.
  package func write(
    _ block: MarkdownDocument.NodeID, of document: MarkdownDocument, into out: inout [UInt8]
  ) {
    var run = HTMLRun(document: document, options: options, out: out)
    out = []
    run.write(from: block)
    out = run.out
  }
}
