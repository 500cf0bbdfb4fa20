import Markdown

extension DocumentComposer {
  /// The inline text under a node as runs, in one pass over the arena.
  func runs(_ id: Int) -> [Run] {
    var found: [Run] = []
    var look = Run("")
    var bold = 0
    var italic = 0
    var struck = 0
    markdown.walk(from: id) { (event: MarkdownDocument.Event, node: Int) in
      let step = event == .enter ? 1 : -1
      switch markdown[node].kind {
      case .strong: bold += step
      case .emphasis: italic += step
      case .strikethrough: struck += step
      case .link(let url, _): follow(event == .enter ? markdown.string(url) : nil, in: &look)
      case .footnoteReference(let note) where event == .enter:
        var call = Run(String(note.ordinal))
        call.note = Int(note.ordinal)
        found.append(call)
      case .text(let text) where event == .enter: add(markdown.string(text))
      case .code(let text) where event == .enter: add(markdown.string(text), code: true)
      case .softBreak where event == .enter: add(" ")
      case .lineBreak where event == .enter: add("\n")
      // What several lines within a cell are written as.
      case .htmlInline(let tag) where event == .enter:
        if ["<br>", "<br/>", "<br />"].contains(markdown.string(tag)) { add("\n") }
      default: break
      }
      func add(_ text: String, code: Bool = false) {
        var run = look
        run.text = text
        run.isBold = bold > 0
        run.isItalic = italic > 0
        run.isStruck = struck > 0
        run.isCode = code
        if var last = found.last {
          let text = last.text
          last.text = run.text
          if last == run {
            found[found.count - 1].text = text + run.text
            return
          }
        }
        found.append(run)
      }
    }
    return found
  }

  /// A link of the kind `nguon:12` names the source of a figure; others are links.
  private func follow(_ address: String?, in look: inout Run) {
    look.link = nil
    look.source = nil
    guard let address else { return }
    if address.hasPrefix(SourceLedger.scheme) {
      look.source = Int(address.dropFirst(SourceLedger.scheme.count))
    } else {
      look.link = address
    }
  }
}
