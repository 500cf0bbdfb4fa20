package import Diagnostics

/// A habit in templates that compiles and is seldom meant: its stable id, and how it is found.
package struct Lint: Sendable {
  struct Finding: Sendable {
    var span: Span
    var summary: String
    var help: String?

    init(_ span: Span, _ summary: String, help: String? = nil) {
      self.span = span
      self.summary = summary
      self.help = help
    }
  }

  /// Findings of one kind in one template that are told; the first hundred are enough to begin.
  static let limit = 100
  static let unreached = "template.lint-unreached"
  static let badAllowance = "template.lint-allow"

  package let id: String
  package let severity: Diagnostic.Severity
  /// What it warns of, for the reference.
  package let summary: String
  let find: @Sendable (ReadTemplate, TemplateReview) -> [Finding]

  init(
    _ name: String, _ summary: String, severity: Diagnostic.Severity = .warning,
    _ find: @escaping @Sendable (ReadTemplate, TemplateReview) -> [Finding]
  ) {
    id = "template.lint-\(name)"
    self.severity = severity
    self.summary = summary
    self.find = find
  }

  package static let all: [Lint] = [
    Lint("and-or", "trộn `and` với `or` mà không có ngoặc") { template, _ in
      mixedConditions(template)
    },
    Lint(
      "raw", "dùng bộ lọc `raw` hoặc `safe`: chữ ra nguyên, không được bảo vệ", severity: .note
    ) { template, _ in rawUses(template) },
    Lint("cut", "cắt chuỗi đã bảo vệ, có thể cắt giữa `&amp;` hoặc giữa thẻ") { template, _ in
      cuts(template)
    },
    Lint("include", "dùng `include` ở chỗ `render` làm được", includes),
    Lint("unused", "đặt biến mà không dùng", unusedVariables),
    Lint("shadow", "biến của vòng lặp bị che") { template, _ in shadows(template) },
    Lint("table-row", "thẻ làm vỡ hàng của bảng Markdown") { template, _ in
      brokenRows(template)
    },
  ]
}

/// `{% # lint: allow lint-raw: lời giải thích %}`: on the line before, it silences one lint, once
/// somebody has said why.
struct LintAllowance: Sendable {
  /// The name of the lint as written, whole or without its area; empty if it is missing.
  var name: String
  var hasReason: Bool
  /// The line that it speaks of.
  var line: Int
  var span: Span
  var isUsed = false

  static func all(in template: ReadTemplate) -> [LintAllowance] {
    let source = template.source
    return template.pieces.compactMap { piece -> LintAllowance? in
      guard piece.kind == .tag, piece.name == "#" else { return nil }
      let words = String(decoding: source.bytes[piece.start..<piece.end], as: UTF8.self)
      guard let rest = words.trimmedSpace.dropping(prefix: "lint:")?.trimmedSpace,
        let order = rest.dropping(prefix: "allow")?.trimmedSpace
      else { return nil }
      let parts = order.split(separator: ":", maxSplits: 1).map { $0.trimmedSpace }
      let end = Span(Int(piece.span.start) + Int(piece.span.count), 0)
      return LintAllowance(
        name: String(parts.first ?? ""), hasReason: parts.count > 1 && !parts[1].isEmpty,
        line: source.location(end).line + 1, span: piece.span)
    }
  }

  func covers(_ id: String) -> Bool { id == name || id == "template." + name }

  static func silences(_ id: String, at line: Int, _ all: inout [LintAllowance]) -> Bool {
    for i in all.indices where all[i].line == line && all[i].hasReason && all[i].covers(id) {
      all[i].isUsed = true
      return true
    }
    return false
  }

  struct Problem {
    var span: Span
    var summary: String
    var help: String?

    func diagnostic(in template: ReadTemplate) -> Diagnostic {
      Diagnostic(
        Lint.badAllowance, .warning, at: template.source.location(span), summary, help: help)
    }
  }

  /// Allowances that do nothing: of an unknown lint, without a reason, or with nothing to silence.
  static func problems(of all: [LintAllowance]) -> [Problem] {
    let ids = Lint.all.map(\.id) + [Lint.unreached]
    let names = ids.map { String($0.dropFirst("template.".count)) }
    return all.filter { !$0.isUsed }.map { allowance in
      if !ids.contains(where: allowance.covers) {
        return Problem(
          span: allowance.span, summary: "Không có lời nhắc nào tên “\(allowance.name)”.",
          help: Suggestion.question(for: allowance.name, among: names)
            ?? "Các tên: \(names.joined(separator: ", ")).")
      }
      if !allowance.hasReason {
        return Problem(
          span: allowance.span, summary: "Cho phép “\(allowance.name)” mà không nói lý do.",
          help: "Viết: {% # lint: allow \(allowance.name): lý do %}")
      }
      return Problem(
        span: allowance.span,
        summary: "Dòng dưới không có gì để cho phép “\(allowance.name)”.",
        help: "Bỏ lời cho phép này, hoặc đặt nó ngay trên dòng cần cho phép.")
    }
  }
}

extension StringProtocol {
  var trimmedSpace: SubSequence {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }

  func dropping(prefix: String) -> SubSequence? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
