package import Records
package import Templating

/// One case of a suite: a template, its data and what must come of it.
package struct ConformanceCase: Sendable {
  package enum Wanted: Sendable, Equatable {
    /// Any one of these texts.
    case text([String])
    /// A problem while compiling or rendering.
    case refusal
  }

  package var name: String
  /// What the suite sorts the case under.
  package var group: String
  var template: String
  var partials: [(name: String, source: String)]
  var data: Value
  var wanted: Wanted
  /// Whether the case asks for output to be escaped as HTML.
  var escapes: Bool
  /// Whether the case is one of Liquid's strictest mode.
  var isStrictest: Bool
  /// Whether a name that nothing bears is a problem.
  var isStrict: Bool
  var budget = Budget()
}

extension ConformanceCase {
  /// The cases of a file in the shape of golden-liquid, or of one of its relatives: liquid-spec,
  /// Liquid2's own suite, and recordings of python-liquid.
  package static func read(_ suite: JSONNode, classes: JSONNode? = nil) -> [ConformanceCase] {
    (suite["tests"] ?? suite).items.map { ConformanceCase($0, classes: classes) }
  }

  private init(_ node: JSONNode, classes: JSONNode?) {
    name = node["name"]?.text ?? ""
    template = node["template"]?.text ?? ""
    partials = node["templates"]?.members.map { ($0.name, $0.value.text ?? "") } ?? []
    for (file, source) in node["filesystem"]?.members ?? [] {
      partials += Self.partialNames(file).map { ($0, source.text ?? "") }
    }
    isStrictest = Self.isStrictest(node)
    data = (node["data"] ?? node["environment"]).map(Self.value) ?? .map([])
    escapes = node["env"]?["autoescape"]?.isTrue ?? false
    isStrict = node["env"]?["undefined"]?.text?.hasPrefix("Strict") ?? false
    let isRefused =
      node["invalid"]?.isTrue ?? false || node["errors"] != nil || node["error"] != nil
    let texts = node["results"]?.items ?? [node["result"] ?? node["expected"]].compactMap { $0 }
    // The same sign, spelt as python-liquid spells it.
    let escapes = escapes
    wanted =
      isRefused
      ? .refusal
      : .text(
        texts.compactMap(\.text).map {
          escapes ? $0.replacing("&#34;", with: "&quot;") : $0
        })
    if let depth = node["env"]?["context_depth_limit"]?.int { budget.depth = depth }
    if let bytes = node["env"]?["output_stream_limit"]?.int { budget.outputBytes = bytes }
    // A turn of a loop takes a step or more.
    if let turns = node["env"]?["loop_iteration_limit"]?.int { budget.steps = turns }
    group = Self.group(of: node, named: name, classes: classes)
  }

  private static func group(
    of node: JSONNode, named name: String, classes: JSONNode?
  ) -> String {
    if let group = classes?[name]?.text ?? node["group"]?.text ?? node["relation"]?.text {
      return group
    }
    return node["agree"].map { "agree \($0.items.count)" } ?? ""
  }

  /// golden-liquid marks such cases; liquid-spec means the strictest mode where it names none.
  private static func isStrictest(_ node: JSONNode) -> Bool {
    if let modes = node["error_mode"] { return modes.items.contains { $0.text == "strict2" } }
    return node["suite"] != nil || node["tags"]?.items.contains { $0.text == "strict2" } ?? false
  }

  /// liquid-spec names its partials as files, of which case and suffix do not matter.
  private static func partialNames(_ file: String) -> [String] {
    let suffix = ".liquid"
    let stem = file.hasSuffix(suffix) ? String(file.dropLast(suffix.count)) : file
    let names = [stem, stem + suffix]
    let lower = names.map { $0.lowercased() }
    return names == lower ? names : names + lower
  }

  /// The data of a template as JSON gives them.
  package static func value(_ node: JSONNode) -> Value {
    switch node {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let int): return .int(int)
    case .double(let double): return .double(double)
    case .string(let text): return .text(text)
    case .array(let items): return .array(items.map(value))
    case .object(let members):
      if members.count == 1, members[0].name == "$safe", let text = members[0].value.text {
        return .html(text)
      }
      return .map(members.map { ($0.name, value($0.value)) })
    }
  }
}
