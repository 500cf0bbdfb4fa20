package import Documents

/// Where a report on the web leads to; addresses are relative to its page, save `canonical`.
package struct WebLinks: Sendable {
  /// The unit's page.
  package var home: String?
  /// The same report in other forms: what the link says, and the address.
  package var forms: [(name: String, address: String)]
  /// The figures and their sources as JSON.
  package var sources: String?
  /// The page's public address.
  package var canonical: String?

  package init(
    home: String? = nil, forms: [(name: String, address: String)] = [], sources: String? = nil,
    canonical: String? = nil
  ) {
    self.home = home
    self.forms = forms
    self.sources = sources
    self.canonical = canonical
  }
}

/// Writes a document as one self-contained HTML page that prints as the PDF does.
package struct WebWriter: Sendable {
  private let profile: PageProfile
  private let links: WebLinks

  package init(profile: PageProfile = .decree30, links: WebLinks = WebLinks()) {
    self.profile = profile
    self.links = links
  }

  package func html(_ document: Document) -> [UInt8] {
    var page = WebPage(document, links: links)
    page.write()
    var head = MarkupBuffer()
    head.raw("<!DOCTYPE html>\n<html lang=\"")
    head.text(document.language)
    head.raw(
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    head.text(document.title)
    head.raw("</title>\n")
    for (name, content) in [
      ("description", "\(document.frame.issuer): \(document.frame.subject)"),
      ("author", document.frame.issuer),
    ] {
      head.raw("<meta name=\"\(name)\" content=\"")
      head.text(content)
      head.raw("\">\n")
    }
    if let canonical = links.canonical {
      head.raw("<link rel=\"canonical\" href=\"")
      head.text(canonical)
      head.raw("\">\n")
    }
    head.raw("<style>\n\(WebStyle(profile: profile).css)\(page.rules)</style>\n</head>\n<body>\n")
    return head.bytes + page.out.bytes + Array("</body>\n</html>\n".utf8)
  }
}
