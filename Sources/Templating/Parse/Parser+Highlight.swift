extension Parser {
  /// Jekyll's tag for code: what is within is shown as text, whatever signs it holds.
  ///
  /// It is made of parts that there are: a capture, and its text escaped between two pieces of HTML.
  mutating func highlight(_ piece: Piece) throws(SyntaxFault) -> [Node] {
    let language = head(of: piece) { parser throws(SyntaxFault) in
      let name = try parser.name("tên ngôn ngữ")
      // The lines are numbered by no one, but themes that are moved here say so.
      _ = parser.accept(word: "linenos")
      return name
    }
    let body = try closedBody(of: piece)
    guard let language else { return [] }
    // No template can write this name and so none can disturb it.
    let name = "highlight \(piece.span.start)"
    let code = Filtered(
      value: .path(PathSyntax(root: name, segments: [], span: piece.span)),
      filters: ["rstrip", "escape"].map { FilterSyntax(name: $0, span: piece.span) })
    func markup(_ html: String) -> Node {
      .output(Filtered(value: .literal(.html(html))), piece.span)
    }
    return [
      .capture(name, body, piece.span),
      markup(
        "<figure class=\"highlight\"><pre><code class=\"language-\(language)\" "
          + "data-lang=\"\(language)\">"),
      .output(code, piece.span), markup("</code></pre></figure>"),
    ]
  }
}
