extension Machine {
  /// Makes the value on the stack fit for the place where it will be written.
  mutating func check(_ check: OutputCheck) throws(Fault) {
    let value = pop()
    switch check {
    case .url(let attribute):
      if kind.isMarkup { try checkScheme(of: value, for: attribute) }
      stack.append(value)
    case .quotes: stack.append(kind.isMarkup ? .text(value.textBytes) : value)
    case .quotedCell:
      let bytes = value.textBytes
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
