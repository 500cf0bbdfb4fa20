package import Campaigns
package import Markdown
import Vietnamese

/// Makes the paper of a story from what its page tells.
package struct ArticleBuilder: Sendable {
  private let directory: Directory
  /// Absolute address of the site with a slash at its end, or nil.
  private let base: String?

  package init(directory: Directory, base: String?) {
    self.directory = directory
    self.base = base
  }

  /// - Parameters:
  ///   - text: the parsed prose of the story.
  ///   - lead: the picture at its head.
  ///   - images: the pictures in the text, by their addresses there.
  ///   - page: where its page lies on the site.
  package func article(
    _ story: Story, text: MarkdownDocument, lead: DocumentImage?,
    images: [String: DocumentImage], page: String
  ) -> Article {
    let parts = DocumentComposer.compose(text, images: images)
    var body: [Block] = []
    if let lead {
      let caption = story.imageCredit.map { Caption(kind: .figure, number: 0, text: [Run($0)]) }
      body.append(.figure(Figure(.image(lead), caption: caption)))
    }
    if let quote = story.quote, !quote.isEmpty {
      body.append(.quote([.paragraph([Run("“\(quote)”", italic: true)])]))
    }
    body += plain(parts.body + parts.appendices.flatMap(\.blocks))
    if !story.facts.isEmpty {
      body.append(.heading(Heading(level: 1, number: "", title: [Run("Con số trong bài")])))
      let items = story.facts.map { fact -> [Block] in
        [.paragraph([Run(fact.label + ": "), Run(fact.value, bold: true)])]
      }
      body.append(.list(DocumentList(marker: .dash, items: items)))
    }
    return Article(
      site: directory.archive.settings.title, meta: meta(of: story), title: story.title,
      lead: story.summary, byline: byline(of: story), body: body,
      notes: parts.notes.map(plain), closing: closing(of: story, page: page), date: story.date)
  }

  private func meta(of story: Story) -> String {
    [story.kind?.title, story.date.official, story.isSample ? "dữ liệu minh họa" : nil]
      .compactMap(\.self).joined(separator: " · ")
      .capitalizedFirst
  }

  private func byline(of story: Story) -> String? {
    var words: [String] = []
    if let person = story.person.flatMap(directory.person), person.consents == true {
      let name = [person.title, person.name].compactMap(\.self).joined(separator: " ")
      words += [name.capitalizedFirst, person.position].compactMap(\.self)
    }
    if let unit = story.unit.flatMap({ directory.name(ofUnit: $0) }) { words.append(unit) }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func closing(of story: Story, page: String) -> [[Run]] {
    var lines: [[Run]] = []
    if let author = story.author { lines.append([Run("Bài: "), Run(author, bold: true)]) }
    if let source = story.source { lines.append([Run("Nguồn: \(source)")]) }
    if let campaign = story.campaign.flatMap({ directory.title(ofCampaign: $0) }) {
      lines.append([Run("Thuộc phong trào: \(campaign)")])
    }
    if story.isSample {
      lines.append([
        Run(
          "Câu chuyện minh họa: người, đơn vị và số liệu trong bài là hư cấu, dùng để giới thiệu "
            + "cách trình bày.", italic: true)
      ])
    }
    if let base {
      var address = Run(base + page)
      address.link = base + page
      lines.append([Run("Bài trên trang “\(directory.archive.settings.title)”: "), address])
    }
    return lines
  }

  // MARK: Blocks

  /// Without the numbers of official documents, and without links that lead nowhere from a paper.
  private func plain(_ blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      switch block {
      case .heading(let heading):
        return .heading(Heading(level: heading.level, number: "", title: plain(heading.title)))
      case .paragraph(let runs): return .paragraph(plain(runs))
      case .list(var list):
        list.items = list.items.map(plain)
        return .list(list)
      case .quote(let inner): return .quote(plain(inner))
      case .figure(var figure):
        figure.caption?.number = 0
        return .figure(figure)
      case .table(var table):
        table.caption?.number = 0
        return .table(table)
      // What is still to be written is no business of the reader's.
      case .gap, .pageBreak: return nil
      case .code: return block
      }
    }
  }

  private func plain(_ runs: [Run]) -> [Run] {
    runs.map { run in
      var run = run
      if let link = run.link, !link.hasPrefix("https://"), !link.hasPrefix("http://") {
        run.link = nil
      }
      run.source = nil
      return run
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
