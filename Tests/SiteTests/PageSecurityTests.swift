import Campaigns
import Site
import Testing

@Suite struct PageSecurityTests {
  /// A browser reads the policy before it meets anything that the policy is about.
  @Test func everyPageBeginsWithItsPolicy() throws {
    let site = try RenderedSite(Fixture.archive())
    for (path, html) in site.pages {
      let head = try #require(html.split(separator: "<title>").first)
      #expect(head.contains("default-src &#39;none&#39;;"), "\(path)")
      #expect(!head.contains("<link") && !head.contains("<script"), "\(path)")
      #expect(head.contains("<meta name=\"referrer\" content=\"same-origin\">"), "\(path)")
      #expect(!html.contains("unsafe-"), "\(path)")
    }
  }

  @Test func nothingOnAPageNeedsALooserPolicy() throws {
    let site = try RenderedSite(Fixture.archive())
    for (path, html) in site.pages {
      for word in [" style=", "<style", " onclick=", " onload=", "<iframe", "<object", "<base"] {
        // A frame for other portals is one file, whose policy names its one style.
        let isKnown = word == "<style" && html.contains("style-src &#39;sha256-")
        #expect(!html.contains(word) || isKnown, "\(path): \(word)")
      }
    }
  }

  @Test func linksToOtherHostsTellThemNothing() throws {
    var archive = try Fixture.archive(storyText: "[a](https://a.vn) <https://b.vn>")
    archive.settings.navigation = [
      SiteSettings.Link(title: "Sở", url: "https://so.vi.du"),
      SiteSettings.Link(title: "Đơn vị", url: "/don-vi/"),
    ]
    let site = try RenderedSite(archive)
    var outbound = 0
    for (path, html) in site.pages {
      for tag in html.split(separator: "<a ").dropFirst() {
        let tag = tag.prefix { $0 != ">" }
        guard tag.contains("href=\"http") else { continue }
        outbound += 1
        #expect(tag.contains("rel=\"noopener noreferrer\""), "\(path): \(tag)")
      }
      #expect(!html.contains("src=\"http") && !html.contains("src=\"//"), "\(path)")
    }
    #expect(outbound > site.pages.count)
  }
}
