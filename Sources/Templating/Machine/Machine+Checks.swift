extension Machine {
  /// From here on values are escaped as this template's kind asks, if it has one.
  mutating func setKind(of template: CompiledTemplate) throws(Fault) {
    guard let other = template.kind, other != kind else { return }
    // The outermost template is written as it is.
    if depth > 1, !kind.accepts(other) { throw .kinds(template.source.name, other, in: kind) }
    kind = other
  }

  /// Makes the value on the stack fit for the place where it will be written.
  mutating func check(_ check: OutputCheck) throws(Fault) {
    var value = pop()
    if case .array = value, check == .unquoted {
      // A list is written member by member.
      waiting.append(out)
      out = []
      try emit(value)
      value = .html(captured())
    }
    switch check {
    case .url(let attribute):
      if kind.isMarkup { try checkScheme(of: value, for: attribute) }
      stack.append(value)
    case .quotes: stack.append(kind.isMarkup ? .text(try text(value)) : value)
    case .unquoted:
      let bytes = try text(value)
      try charge(bytes.count * 6)
      stack.append(kind.isMarkup ? .html(Escape.unquoted(bytes, isSafe: value.isSafe)) : value)
    case .quotedCell:
      let bytes = try text(value)
      try charge(bytes.count * 2)
      var out: [UInt8] = []
      Escape.csvQuoted(bytes, to: &out)
      stack.append(.safe(Str(out)))
    }
  }

  private func checkScheme(of value: Value, for attribute: URLAttribute) throws(Fault) {
    switch value {
    case .string(let text), .safe(let text):
      let scheme = attribute.refusedScheme(of: text.bytes, isEscaped: value.isSafe)
      guard let scheme else { return }
      let shown = String(decoding: text.bytes.prefix(80), as: UTF8.self)
      throw Fault(
        "template.url", "Địa chỉ “\(shown)” bắt đầu bằng “\(scheme)”, không được đặt ở đây.",
        help: "Chỉ dùng địa chỉ tương đối hoặc http:, https:, mailto:, tel:; "
          + "ảnh trong thuộc tính “src” của “img” dùng được data:image/….")
    case .array(let items):
      for item in items { try checkScheme(of: item, for: attribute) }
    case .object:
      throw Fault("template.url", "Đối tượng không thể là một địa chỉ.")
    default: break
    }
  }
}

extension Fault {
  static func kinds(_ name: String, _ kind: OutputKind, in outer: OutputKind) -> Fault {
    Fault(
      "template.kind",
      "Mẫu “\(name)” (\(kind.title)) không chèn được vào \(outer.title): giá trị trong đó không "
        + "được viết cho an toàn ở đây.",
      help: "Đặt cho mẫu được chèn một tên cùng đuôi, hoặc không có đuôi.")
  }
}

extension OutputKind {
  fileprivate var title: String {
    switch self {
    case .html: "HTML"
    case .xml: "XML"
    case .markdown: "Markdown"
    case .json: "JSON"
    case .csv: "CSV"
    case .plain: "văn bản thường"
    }
  }
}
