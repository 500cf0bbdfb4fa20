extension Lint {
  /// A place in HTML where escaping as text does not make a value harmless.
  enum Risk: Sendable { case unquoted, script, style }

  static func unquoted(_ template: ReadTemplate) -> [Finding] { risks(.unquoted, template) }
  static func scripts(_ template: ReadTemplate) -> [Finding] { risks(.script, template) }
  static func styles(_ template: ReadTemplate) -> [Finding] { risks(.style, template) }

  private static func risks(_ risk: Risk, _ template: ReadTemplate) -> [Finding] {
    // A part without a kind may be called from HTML.
    guard template.kind?.isMarkup ?? true else { return [] }
    var walk = MarkupWalk(source: template.source.bytes)
    walk.follow(template.nodes)
    return walk.found.compactMap { $0.risk == risk ? $0.finding : nil }
  }
}

/// Follows the HTML around the outputs of a template, through its branches and loops.
private struct MarkupWalk {
  let source: [UInt8]
  var context = MarkupContext()
  var found: [(risk: Lint.Risk, finding: Lint.Finding)] = []

  mutating func follow(_ nodes: [Node]) {
    for node in nodes { follow(node) }
  }

  private mutating func follow(_ node: Node) {
    switch node {
    case .text(let start, let end, _): context.read(source[start..<end])
    case .output(let value, let span):
      check(value, span)
      context.readOutput()
    case .call, .cycle, .count, .invocation: context.readOutput()
    case .branch(let arms, _):
      fork(arms.map(\.body), mayPass: !arms.contains { $0.condition == nil })
    case .choose(_, let arms, _):
      fork(arms.map(\.body), mayPass: !arms.contains { $0.values.isEmpty })
    case .loop(let loop): fork([loop.body, loop.otherwise ?? []], mayPass: false)
    case .changed(let body, _): fork([body], mayPass: true)
    case .block(let block): follow(block.body)
    case .with(_, let body, _): follow(body)
    case .capture(_, let body, _): followElsewhere(body)
    case .macro(let macro): followElsewhere(macro.body)
    case .assign, .leave, .extends: break
    }
  }

  /// A body whose text is written at another place than this.
  private mutating func followElsewhere(_ body: [Node]) {
    let outer = context
    context = MarkupContext()
    follow(body)
    context = outer
  }

  private mutating func fork(_ bodies: [[Node]], mayPass: Bool) {
    let start = context
    var end: MarkupContext? = mayPass ? start : nil
    for body in bodies {
      context = start
      follow(body)
      if end == nil { end = context } else { end?.merge(context) }
    }
    context = end ?? start
  }

  private mutating func check(_ value: Filtered, _ span: Span) {
    if value.isHarmless { return }
    switch context.place {
    case .script where value.filters.last?.name != "json":
      add(
        .script, span, "Giá trị đứng trong <script> mà không qua bộ lọc “json”.",
        "Viết {{ … | json }}, không đặt trong dấu nháy.")
    case .style:
      add(
        .style, span, "Giá trị đứng trong <style>, nơi không bảo vệ được.",
        "Chọn một lớp (class) theo giá trị, và viết kiểu của lớp trong tệp CSS.")
    case .unquotedValue:
      add(
        .unquoted, span,
        "Giá trị của thuộc tính “\(String(decoding: context.attribute, as: UTF8.self))” "
          + "không có dấu nháy.", "Viết thuộc tính=\"{{ … }}\".")
    case .tag where context.isBetweenAttributes:
      add(
        .unquoted, span, "Giá trị đứng trong thẻ HTML nhưng ngoài thuộc tính.",
        "Dữ liệu có thể thêm thuộc tính lạ; viết thuộc tính=\"{{ … }}\" hoặc dùng {% if %}.")
    default: break
    }
    let attribute = String(decoding: context.attribute, as: UTF8.self)
    if context.isHandler {
      add(
        .style, span, "Giá trị đứng trong mã của thuộc tính “\(attribute)”.",
        "Đặt giá trị vào một thuộc tính data-… rồi đọc từ mã.")
    } else if context.isInlineStyle {
      add(
        .style, span, "Giá trị đứng trong thuộc tính “style”, nơi không bảo vệ được.",
        "Chọn một lớp (class) theo giá trị, và viết kiểu của lớp trong tệp CSS.")
    }
  }

  private mutating func add(_ risk: Lint.Risk, _ span: Span, _ summary: String, _ help: String) {
    found.append((risk, Lint.Finding(span, summary, help: help)))
  }
}

extension Filtered {
  private static let numeric: Set<String> = [
    "size", "plus", "minus", "times", "divided_by", "modulo", "abs", "ceil", "floor", "round",
    "at_least", "at_most",
  ]

  /// Whether this can only be the author's own text or a number.
  var isHarmless: Bool {
    if case .value(let other) = otherwise, !other.isHarmless { return false }
    if let last = filters.last { return Self.numeric.contains(last.name) }
    switch value {
    case .literal: return true
    case .path(let path):
      guard case .key(let name)? = path.segments.last else { return false }
      return name == "size" || path.root == "forloop" || path.root == "tablerowloop"
    default: return false
    }
  }
}
