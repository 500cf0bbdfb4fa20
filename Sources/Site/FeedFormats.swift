import Markup

extension Feed {
  /// As Atom (RFC 4287).
  func atom() -> [UInt8] {
    var out = MarkupText()
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    out.text(language)
    out.raw("\">\n")
    out.element("title", channel.title)
    if let subtitle = channel.subtitle { out.element("subtitle", subtitle) }
    out.element("id", root + Address.pretty(channel.page))
    link("self", "application/atom+xml", base + channel.atom, &out)
    link("alternate", "text/html", address, &out)
    link("alternate", "application/feed+json", base + channel.json, &out)
    out.element("updated", updated)
    author(channel.author, &out)
    for entry in entries { atom(entry, &out) }
    out.raw("</feed>\n")
    return out.bytes
  }

  private func atom(_ entry: Entry, _ out: inout MarkupText) {
    out.raw("<entry>\n")
    out.element("title", entry.title)
    out.element("id", entry.id)
    link("alternate", "text/html", entry.address, &out)
    if let image = entry.image, let type = Self.mediaType(of: image) {
      link("enclosure", type, image, &out)
    }
    out.element("published", entry.published)
    out.element("updated", entry.updated)
    author(entry.author, &out)
    if let summary = entry.summary { out.element("summary", summary) }
    if let html = entry.html {
      // Notes of a text lead to places in it.
      out.raw("<content type=\"html\" xml:base=\"")
      out.text(entry.address)
      out.raw("\">")
      out.text(html)
      out.raw("</content>\n")
    }
    for tag in entry.tags { out.empty("category", [("term", tag)]) }
    out.raw("</entry>\n")
  }

  private func link(_ rel: String, _ type: String, _ address: String, _ out: inout MarkupText) {
    out.empty("link", [("rel", rel), ("type", type), ("href", WebAddress.encoded(address))])
  }

  private func author(_ name: String, _ out: inout MarkupText) {
    out.raw("<author>")
    out.element("name", name)
    out.raw("</author>\n")
  }

  /// As JSON Feed 1.1.
  func json() -> [UInt8] {
    let feed = JSONOutput.object([
      ("version", .text("https://jsonfeed.org/version/1.1")),
      ("title", .text(channel.title)),
      ("home_page_url", .text(WebAddress.encoded(address))),
      ("feed_url", .text(WebAddress.encoded(base + channel.json))),
      ("description", .text(channel.subtitle)),
      ("language", .text(language)),
      ("authors", Self.authors(channel.author)),
      ("items", .list(entries.map(item))),
    ])
    return feed.bytes + [UInt8(ascii: "\n")]
  }

  private func item(_ entry: Entry) -> JSONOutput {
    // A text of some kind must be there.
    let text = entry.html == nil ? entry.summary ?? entry.title : nil
    return .object([
      ("id", .text(entry.id)),
      ("url", .text(WebAddress.encoded(entry.address))),
      ("title", .text(entry.title)),
      ("content_html", .text(entry.html)),
      ("content_text", .text(text)),
      ("summary", .text(entry.summary)),
      ("image", .text(entry.image.map(WebAddress.encoded))),
      ("date_published", .text(entry.published)),
      ("date_modified", .text(entry.updated)),
      ("authors", Self.authors(entry.author)),
      ("tags", .texts(entry.tags)),
    ])
  }

  private static func authors(_ name: String) -> JSONOutput {
    .list([.object([("name", .text(name))])])
  }
}
