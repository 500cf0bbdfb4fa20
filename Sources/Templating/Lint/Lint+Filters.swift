extension Lint {
  /// Every use of the filters that let text out unescaped.
  static func rawUses(_ template: ReadTemplate) -> [Finding] {
    var found: [Finding] = []
    forEachChain(template) { chain in
      for filter in chain.filters where filter.name == "raw" || filter.name == "safe" {
        found.append(
          Finding(
            filter.span, "Bộ lọc “\(filter.name)” đưa chữ ra nguyên, không được bảo vệ.",
            help: "Chỉ dùng cho HTML do chính chương trình hoặc chủ trang tạo ra."))
      }
    }
    return found
  }

  private static let escaping: Set<String> = ["escape", "escape_once", "xml_escape", "cgi_escape"]
  private static let markup: Set<String> = ["newline_to_br", "markdownify"]

  /// Text cut after it was escaped can end in the middle of an entity or of a tag.
  static func cuts(_ template: ReadTemplate) -> [Finding] {
    var captured = Set<String>()
    template.nodes.walk { node in
      if case .capture(let name, _, _) = node { captured.insert(name) }
    }
    var found: [Finding] = []
    forEachChain(template) { chain in
      var source: String?
      if case .path(let path) = chain.value, path.segments.isEmpty, captured.contains(path.root) {
        source = "capture"
      }
      for filter in chain.filters {
        switch filter.name {
        case let name where escaping.contains(name) || markup.contains(name): source = name
        case "strip_html": if let before = source, !escaping.contains(before) { source = nil }
        case "slice", "truncate":
          if let source { found.append(cut(filter, after: source)) }
        case "truncatewords":
          if let source, !escaping.contains(source) { found.append(cut(filter, after: source)) }
        default: break
        }
      }
    }
    return found
  }

  private static func cut(_ filter: FilterSyntax, after source: String) -> Finding {
    Finding(
      filter.span,
      source == "capture"
        ? "Bộ lọc “\(filter.name)” có thể cắt giữa một thẻ hoặc giữa “&amp;” của phần đã giữ."
        : "Bộ lọc “\(filter.name)” đứng sau “\(source)” nên có thể cắt giữa “&amp;”.",
      help: source == "capture"
        ? "Dùng “strip_html” trước, hoặc cắt chữ trước khi giữ vào biến."
        : "Cắt trước, rồi mới dùng “\(source)”.")
  }

  static func forEachChain(_ template: ReadTemplate, _ visit: (Filtered) -> Void) {
    template.nodes.walk { node in
      for chain in node.chains { chain.alternatives(visit) }
    }
  }
}
