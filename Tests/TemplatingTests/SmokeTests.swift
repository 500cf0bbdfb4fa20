import Diagnostics
import Testing

@testable import Templating

@Suite struct OutputTests {
  @Test func printsAndEscapes() throws {
    #expect(
      try rendered("<p>{{ a }}</p>", [("a", .text("x & <y>"))], named: "t.html")
        == "<p>x &amp; &lt;y&gt;</p>")
  }
}
