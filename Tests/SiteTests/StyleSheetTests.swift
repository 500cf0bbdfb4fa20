import Testing

@testable import Site

/// The style sheet that is sent says what the one that is edited says.
@Suite struct StyleSheetTests {
  private func squeezed(_ css: String) -> String {
    String(decoding: StyleSheet.squeezed(Array(css.utf8)), as: UTF8.self)
  }

  @Test func blanksAndCommentsGo() {
    #expect(
      squeezed("/* a */\na > b,\n c { color: red;\n  margin: 0 1px; }\n")
        == "a>b,c{color:red;margin:0 1px}")
  }

  @Test func blanksThatMeanSomethingStay() {
    #expect(
      squeezed(".a .b :hover { width: calc(1px + 2px); }") == ".a .b :hover{width:calc(1px + 2px)}")
    #expect(squeezed("a/**/b {}") == "a b{}")
    #expect(
      squeezed("@media screen and (min-width: 1px) { a { b: c !important } }")
        == "@media screen and (min-width:1px){a{b:c !important}}")
  }

  @Test func quotationsAreLeftAlone() {
    #expect(squeezed(#"a { content: "  / * ; } " / ""; }"#) == #"a{content:"  / * ; } " / ""}"#)
    #expect(squeezed(#"a { content: "\"  "; b: '; }' }"#) == #"a{content:"\"  ";b:'; }'}"#)
  }

  @Test(arguments: ["/* never", "a { content: \"", "a\\", "", "a { content: \"x\n; }"])
  func whatIsNotClosedDoesNoHarm(_ css: String) {
    #expect(squeezed(css).utf8.count <= css.utf8.count)
  }
}
