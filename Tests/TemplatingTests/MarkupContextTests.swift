import Testing

@testable import Templating

@Suite struct MarkupContextTests {
  /// The text before an output (`¤` stands for outputs before it), and where the output stands.
  static let tellsThePlaceCases: [(String, MarkupContext.Place, String, String)] = [
    ("", .text, "", ""),
    ("a < b <", .text, "", ""),
    ("<p>a</p><br/>", .text, "", ""),
    ("<p", .tag, "p", ""),
    ("<¤", .tag, "", ""),
    ("</¤", .tag, "", ""),
    ("</p", .tag, "p", ""),
    ("</p ¤>", .text, "", ""),
    ("</>", .text, "", ""),
    ("</1", .comment, "", ""),
    ("<P ", .tag, "p", ""),
    ("<p ¤", .tag, "p", ""),
    ("<p Class", .tag, "p", "class"),
    ("<p a =\n", .unquotedValue, "p", "a"),
    ("<p a=¤", .unquotedValue, "p", "a"),
    ("<p a=b/c", .unquotedValue, "p", "a"),
    ("<p a=b c", .tag, "p", "c"),
    ("<p a=b>", .text, "", ""),
    ("<p a b='>", .quotedValue, "p", "b"),
    ("<p a=\"¤", .quotedValue, "p", "a"),
    ("<p data-¤=\"", .quotedValue, "p", "data-"),
    ("<p ¤=\"", .quotedValue, "p", ""),
    ("<p a='' b", .tag, "p", "b"),
    ("<p a=''>", .text, "", ""),
    ("<!-- <p> ", .comment, "", ""),
    ("<!-- a - -- b --", .comment, "", ""),
    ("<!----><!-- a --->", .text, "", ""),
    ("<!-x", .comment, "", ""),
    ("<!doctype html", .comment, "", ""),
    ("<!doctype html><?xml a?>", .text, "", ""),
    ("<a><![CDATA[ x ", .text, "", ""),
    ("<script>if (a < b) '<p a=\"", .script, "script", ""),
    ("<script src=a>a</scr</b><</SCRIPT>", .text, "", ""),
    ("<script/>", .text, "", ""),
    ("<STYLE media='x'> a ", .style, "style", ""),
    ("<style></style", .tag, "style", ""),
  ]

  @Test(arguments: tellsThePlaceCases)
  func tellsThePlace(
    _ before: String, _ place: MarkupContext.Place, _ element: String, _ attribute: String
  ) {
    let context = self.context(before)
    #expect(context.place == place)
    #expect(String(decoding: context.element, as: UTF8.self) == element)
    #expect(String(decoding: context.attribute, as: UTF8.self) == attribute)
  }

  static let tellsWhereAURLBeginsCases: [(String, Bool)] = [
    ("<a href=\"", true), ("<a href=", true), ("<a href='page-", true), ("<a HREF='¤", true),
    ("<a href=\"/", false), ("<a href=\"¤/", false), ("<a href=\"mailto:", false),
    ("<a href='?q=", false), ("<a href='' title='", false), ("<p class='", false), ("<a ", false),
    ("<form action='", true), ("<button formaction='", true), ("<img srcset='a/b.png 1x, ", true),
    ("<img srcset='a/b.png ", false), ("<object data='", true), ("<p data='", false),
    ("<use xlink:href='", true), ("<video poster='", true), ("href='", false),
    ("<a \(String(repeating: "x", count: 40))href='", false),
  ]

  @Test(arguments: tellsWhereAURLBeginsCases)
  func tellsWhereAURLBegins(_ before: String, _ isOpen: Bool) {
    #expect((context(before).openURL != nil) == isOpen)
  }

  @Test func tellsHandlersAndStyles() {
    #expect(context("<p onClick='").isHandler && context("<p on¤=").isHandler)
    #expect(context("<p style='").isInlineStyle)
    #expect(!context("<p onclick").isHandler && !context("<p id='").isInlineStyle)
  }

  @Test func aForkIsReadByItsMoreDangerousWay() {
    var closed = context("<a href='/")
    let open = context("<a href='")
    closed.merge(open)
    #expect(closed.openURL != nil)
    var text = context("<a href='/")
    text.merge(context("<a>"))
    #expect(text.openURL == nil)
  }

  private func context(_ before: String) -> MarkupContext {
    var context = MarkupContext()
    for (i, part) in before.split(separator: "¤", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { context.readOutput() }
      context.read(Array(part.utf8)[...])
    }
    return context
  }
}
