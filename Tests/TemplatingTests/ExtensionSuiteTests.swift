import Conformance
import Testing

@testable import Templating

/// Suites of the extensions. Each case that comes out otherwise is listed with the reason; a case
/// that is not listed must pass, and one that passes must leave the list.
extension ConformanceTests {
  static let pythonDifferences: [(reason: String, cases: [String])] = [
    (
      "Strictness is silent where absence is asked for: in conditions and before `default`.",
      [
        "test_strict_undefined[test undefined for truthy-ness]",
        "test_strict_undefined[compare undefined]",
        "test_strict_undefined[undefined equals undefined]",
        "test_strict_undefined[undefined contains string]",
        "test_strict_undefined[default filter undefined]",
        "test_strict_default_undefined[test undefined for truthy-ness]",
        "test_strict_default_undefined[compare undefined]",
        "test_strict_default_undefined[undefined equals undefined]",
        "test_strict_default_undefined[undefined contains string]",
      ]
    ),
    (
      "What a list or a map with free keys does not hold is nil, no misspelt name.",
      [
        "test_strict_undefined[array index out of range]",
        "test_strict_undefined[negative array index out of range]",
        "test_strict_undefined[key error]",
        "test_strict_default_undefined[array index out of range]",
        "test_strict_default_undefined[negative array index out of range]",
        "test_strict_default_undefined[key error]",
      ]
    ),
    (
      "There is no value that writes how it is missing.",
      ["test_debug_undefined", "test_missing_argument_is_undefined"]
    ),
    (
      "Unknown filters and macros are problems before anything is rendered.",
      [
        "test_lax_filter[undefined filter]", "test_lax_filter[undefined filter with argument]",
        "test_lax_filter[undefined filter with more filters]", "test_undefined_macro",
      ]
    ),
    (
      "Safe parts stay safe when the separator is not; only the separator is escaped.",
      ["test_auto_escape[filter, join safe iterable and unsafe separator]"]
    ),
    (
      "Steps are counted, of which a turn of a loop takes several.",
      ["test_set_loop_iteration_limit"]
    ),
    (
      "Memory is counted by the text made, not by the size of Python's objects.",
      ["test_set_local_namespace_limit", "test_copied_context_carries_parent_length"]
    ),
    (
      "The depth of nested tags is limited to 100 and cannot be set.",
      ["test_block_nesting_limit", "test_block_nesting_limit_with_liquid_tag"]
    ),
  ]

  @Test(.enabled(if: folder != nil, "the suites are not beside the project"))
  func pythonLiquidExtensions() throws {
    let groups = ["inheritance", "macro", "autoescape", "limits", "undefined"]
    let run = try Self.run("python-liquid-ext/cases", dialect: .extended) {
      groups.contains($0.group)
    }
    expect(run.failures, are: Self.pythonDifferences)
    #expect(groups.map { run[$0].passed } == [20, 13, 78, 17, 37])
  }

  static let liquid2Differences: [(reason: String, cases: [String])] = [
    (
      "`{#` is text: minified CSS has it.",
      ["comment, comment", "comment, commented markup", "comment, whitespace control"]
    ),
    (
      "A backslash in a string is a backslash, and `}}` ends an output, as in Liquid.",
      [
        "output, string literal, end output delimiter",
        "output, string literal, escaped single quote in single quoted",
        "output, string literal, escaped double quote in double quoted",
        "tags, echo, string literal, end tag delimiter",
        "tags, echo, string literal, escaped single quote in single quoted",
        "tags, echo, string literal, escaped double quote in double quoted",
        "tags, assign, string literal containing an end tag delimiter",
      ]
    ),
    (
      "Numbers have no exponents.",
      [
        "output, integer literal, exponent", "output, float literal, negative exponent",
        "output, float literal, positive exponent", "tags, echo, integer literal, exponent",
        "tags, echo, float literal, negative exponent",
        "tags, echo, float literal, positive exponent",
      ]
    ),
    (
      "As Liquid has it, which golden-liquid and liquid-spec tell otherwise than Liquid2.",
      [
        "output, variable that match a reserved word exactly",
        "tags, case, content after case", "tags, case, multiple else blocks",
        "tags, case, when after else", "tags, cycle, queries",
        "tags, cycle, differing names, same items", "tags, cycle, named, differing items",
        "tags, cycle, name is a path", "tags, decrement, global name already exists",
        "tags, increment, global name already exists", "tags, for, string",
        "tags, if, extra else block", "tags, if, extra elsif block",
        "tags, unless, extra else block", "tags, unless, extra elsif block",
        "tags, liquid, liquid in liquid",
        "tags, raw, whitespace control",
      ]
    ),
    (
      "Options of a loop are written with a colon.",
      ["tags, for, array, limit, equals", "tags, for, array, offset, equals"]
    ),
  ]

  /// Inventions of Liquid2 that are none of ours.
  static let liquid2Inventions = [
    "lambda", "tail filter", "comma separated value", "assign, array literal", "for, array literal",
    "array of objects, not found",
  ]

  @Test(.enabled(if: folder != nil, "the suites are not beside the project"))
  func liquid2() throws {
    let run = try Self.run("liquid2-cts/cts", dialect: .extended) { $0.group == "new" }
    let failures = run.failures.filter { failure in
      !Self.liquid2Inventions.contains { failure.name.contains($0) }
    }
    expect(failures, are: Self.liquid2Differences)
    #expect(run.total.passed == 338)
  }

  private func expect(
    _ failures: [ConformanceRun.Failure], are known: [(reason: String, cases: [String])]
  ) {
    let listed = Set(known.flatMap(\.cases))
    let failed = Set(failures.map(\.name))
    #expect(failed.subtracting(listed) == [])
    #expect(listed.subtracting(failed) == [])
  }
}
