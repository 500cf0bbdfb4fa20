import Diagnostics

/// `{% # lint: allow lint-raw: lời giải thích %}` on the line before silences one lint.
///
/// It must say why.
struct LintAllowance: Sendable {
  /// The name of the lint as written, whole or without its area; empty if it is missing.
  var name: String
  var hasReason: Bool
  /// The line that it speaks of.
  var line: Int
  var span: Span
  var isUsed = false

  static func all(in template: ReadTemplate) -> [LintAllowance] {
    let bytes = template.source.bytes
    var all: [LintAllowance] = []
    var line = 1
    var counted = 0
    for piece in template.pieces where piece.kind == .tag && piece.name == "#" {
      let words = String(decoding: bytes[piece.start..<piece.end], as: UTF8.self)
      guard let rest = words.trimmedSpace.dropping(prefix: "lint:")?.trimmedSpace,
        let order = rest.dropping(prefix: "allow")?.trimmedSpace
      else { continue }
      let parts = order.split(separator: ":", maxSplits: 1).map { $0.trimmedSpace }
      line += bytes[counted..<piece.end].count { $0 == 10 }
      counted = piece.end
      all.append(
        LintAllowance(
          name: String(parts.first ?? ""), hasReason: parts.count > 1 && !parts[1].isEmpty,
          line: line + 1, span: piece.span))
    }
    return all
  }

  func covers(_ id: String) -> Bool { id == name || id == "template." + name }

  /// Whether some allowance speaks of this warning; what is said of a whole file may be allowed on
  /// any line of it, and errors never.
  static func silence(_ diagnostic: Diagnostic, _ all: inout [LintAllowance]) -> Bool {
    if diagnostic.severity == .error { return false }
    let line = diagnostic.location?.line ?? 0
    for i in all.indices where all[i].hasReason && all[i].covers(diagnostic.id) {
      if line > 0, all[i].line != line { continue }
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
    let ids = Lint.all.map(\.id) + [Lint.unreached, Lint.unknownName]
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
