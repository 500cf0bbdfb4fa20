import Digests
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
  /// Public address of the picture that stands for the page where a link to it is shared.
  package var card: String?

  package init(
    home: String? = nil, forms: [(name: String, address: String)] = [], sources: String? = nil,
    canonical: String? = nil, card: String? = nil
  ) {
    self.home = home
    self.forms = forms
    self.sources = sources
    self.canonical = canonical
    self.card = card
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

  /// The page's Content-Security-Policy: it is whole in itself, and of what stands in it only this
  /// very style counts.
  private static func policy(_ style: String) -> String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
      + "style-src 'sha256-\(SHA256(of: Array(style.utf8)).base64)'"
  }

  package func html(_ document: Document) -> [UInt8] {
    var page = WebPage(document, links: links)
    page.write()
    var head = MarkupBuffer()
    head.raw("<!DOCTYPE html>\n<html lang=\"")
    head.text(document.language)
    let style = "\n\(WebStyle(profile: profile).css)\(page.rules)"
    head.raw(
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy(style))\">\n"
        + "<meta name=\"referrer\" content=\"same-origin\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    head.text(document.title)
    head.raw("</title>\n")
    let description = "\(document.frame.issuer): \(document.frame.subject)"
    head.empty("meta", [("name", "description"), ("content", description)])
    head.empty("meta", [("name", "author"), ("content", document.frame.issuer)])
    if let canonical = links.canonical {
      head.empty("link", [("rel", "canonical"), ("href", canonical)])
      for (property, content) in [
        ("og:url", canonical), ("og:type", "article"), ("og:title", document.title),
        ("og:description", description), ("og:locale", "vi_VN"),
      ] {
        head.empty("meta", [("property", property), ("content", content)])
      }
      if let card = links.card {
        head.empty("meta", [("property", "og:image"), ("content", card)])
      }
    }
    head.raw("<style>\(style)</style>\n</head>\n<body>\n")
    return head.bytes + page.out.bytes + Array("</body>\n</html>\n".utf8)
  }
}
