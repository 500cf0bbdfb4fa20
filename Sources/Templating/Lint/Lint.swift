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
  package static let raw = "template.lint-raw"
  static let unreached = "template.lint-unreached"
  static let unknownName = "template.lint-name"
  static let bareNumber = "template.lint-source"
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

  /// What the reference says of all lints, those of whole sets too.
  package static var references: [(id: String, severity: Diagnostic.Severity, summary: String)] {
    all.map { ($0.id, $0.severity, $0.summary) } + [
      (unknownName, .warning, "hỏi một tên không có, nên điều kiện không bao giờ đúng"),
      (bareNumber, .warning, "báo cáo in ra một số mà không kèm nguồn"),
      (unreached, .warning, "mẫu không trang nào dùng"),
      (badAllowance, .warning, "lời cho phép viết sai, thiếu lý do hoặc không cần"),
    ]
  }

  static let all: [Lint] = [
    Lint("and-or", "trộn `and` với `or` mà không có ngoặc") { template, _ in
      mixedConditions(template)
    },
    Lint(
      "raw", "dùng bộ lọc `raw` hoặc `safe`: chữ ra nguyên, không được bảo vệ", severity: .note
    ) { template, _ in rawUses(template) },
    Lint("unquoted", "giá trị trong thẻ HTML mà ngoài dấu nháy") { template, _ in
      unquoted(template)
    },
    Lint("script", "giá trị trong `<script>` mà không qua `json`") { template, _ in
      scripts(template)
    },
    Lint("style", "giá trị trong `<style>`, `style=` hoặc `on…=`") { template, _ in
      styles(template)
    },
    Lint("outside-block", "viết ngoài các khối của mẫu có `extends`, nơi không gì hiện ra") {
      template, _ in outsideBlocks(template)
    },
    Lint("cut", "cắt chuỗi đã bảo vệ, có thể cắt giữa `&amp;` hoặc giữa thẻ") { template, _ in
      cuts(template)
    },
    Lint("include", "dùng `include` ở chỗ `render` làm được", includes),
    Lint("unused", "đặt biến mà không dùng", unusedVariables),
    Lint("unused-parameter", "tham số của `macro`, tên của `with` không dùng") { template, _ in
      unusedParameters(template)
    },
    Lint("shadow", "biến của vòng lặp bị che") { template, _ in shadows(template) },
    Lint("table-row", "thẻ làm vỡ hàng của bảng Markdown") { template, _ in
      brokenRows(template)
    },
    Lint("csv", "ô của bảng CSV trong tệp .txt mà không qua `csv_cell`") { template, _ in
      bareCells(template)
    },
  ]
}
