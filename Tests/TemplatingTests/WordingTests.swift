import Diagnostics
import Testing

@testable import Templating

@Suite struct WordingTests {
  private let english = Strings(
    .english,
    [
      "Đọc thêm": Strings.Wording("Read & more"),
      "{count} đơn vị": Strings.Wording("{count} units", one: "{count} unit"),
      "Của {name}": Strings.Wording("By {name} <{name}>"),
    ])

  private func shown(
    _ template: String, _ strings: Strings? = nil, _ data: [(String, Value)] = []
  ) throws -> String {
    var options = TemplateOptions()
    options.strings = strings ?? english
    var bag = DiagnosticBag()
    let source = TemplateSource(name: "a.html", bytes: Array(template.utf8))
    let set = try #require(TemplateSet.compile([source], options: options, into: &bag))
    return try set.render("a.html", globals: .record(data))
  }

  @Test func wordsOfTheLanguageStandInPlaceOfTheKey() throws {
    #expect(try shown("{{ 'Đọc thêm' | t }}") == "Read &amp; more")
    #expect(try shown("{{ 'Đọc thêm' | t }}", .vietnamese) == "Đọc thêm")
    #expect(try shown("{{ x | t }}", nil, [("x", .text("Đọc thêm"))]) == "Read &amp; more")
    #expect(try shown("{{ 'Đọc thêm' | t | upcase }}") == "READ &amp; MORE")
  }

  @Test func anUnknownKeyStaysVietnamese() throws {
    #expect(try shown("{{ 'Lạ' | t }} {{ x | t }}", nil, [("x", .text("<Lạ>"))]) == "Lạ &lt;Lạ&gt;")
    #expect(try shown("{{ x | t }}", nil, [("x", .null)]) == "")
  }

  @Test(arguments: [(1, "1 unit"), (0, "0 units"), (21, "21 units")])
  func oneThingHasItsOwnForm(_ count: Int, _ words: String) throws {
    let data: [(String, Value)] = [("n", .int(count))]
    #expect(try shown("{{ '{count} đơn vị' | t: count: n }}", nil, data) == words)
    #expect(
      try shown("{{ '{count} đơn vị' | t: count: n }}", .vietnamese, data) == "\(count) đơn vị")
  }

  @Test func parametersAreEscapedOnceAndMarkupStays() throws {
    #expect(
      try shown("{{ 'Của {name}' | t: name: x }}", nil, [("x", .text("<A>"))])
        == "By &lt;A&gt; &lt;&lt;A&gt;&gt;")
    #expect(
      try shown("{{ 'Của {name}' | t: name: x }}", nil, [("x", .html(Array("<b>A</b>".utf8)))])
        == "By <b>A</b> &lt;<b>A</b>&gt;")
  }

  @Test func aPlaceWithoutParameterStaysAsItIsWritten() throws {
    #expect(try shown("{{ 'Của {name} {x' | t: other: 1 }}", .vietnamese) == "Của {name} {x")
    #expect(Strings.places(in: "{a} và {b}, {a}") == ["a", "b"])
    #expect(english.say("Của {name}", [("name", "{count}")]) == "By {count} <{count}>")
  }

  @Test func reviewNamesTheTextsOfTemplates() throws {
    let text = "<p>{{ 'Đọc thêm' | t }}</p>\n{{ '{count} đơn vị' | t: count: 2 }}{{ x | t }}"
    let review = TemplateReview([TemplateSource(name: "a.html", bytes: Array(text.utf8))])
    #expect(review.wordings.map(\.key) == ["Đọc thêm", "{count} đơn vị"])
    #expect(review.wordings.map(\.location.line) == [1, 2])
    #expect(review.wordings[1].parameters == ["count"])
  }
}
