package import Diagnostics
import Vietnamese

extension Schema {
  /// The record of a YAML mapping; nil only if the node is no mapping at all.
  package func read(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Record? {
    read(node, fields: fields, path: "", into: &bag)
  }

  private func read(
    _ node: YAMLNode, fields: [Field], path: String, into bag: inout DiagnosticBag
  ) -> Record? {
    guard case .mapping(let entries, let location) = node else {
      bag.error(
        "schema.type", at: node.location,
        path.isEmpty ? "Tệp phải gồm các dòng “khóa: giá trị”." : "Mục “\(path)” phải là một nhóm.",
        help: "Viết mỗi khóa một dòng, ví dụ “\(fields.first?.id ?? "title"): …”.")
      return nil
    }
    var known: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for name in [field.id] + field.aliases where known[Fold.heading(name)] == nil {
        known[Fold.heading(name)] = index
      }
    }
    var values = [Record.Slot](repeating: .none, count: fields.count)
    var seen: [Int: Location] = [:]
    // A wrong value is one problem; it must not be told of as missing too.
    var isTold = [Bool](repeating: false, count: fields.count)
    for entry in entries {
      guard let index = known[Fold.heading(entry.key.text)] else {
        tellUnknown(
          nfc(entry.key.text), at: entry.key.location, among: fields, "Khóa", into: &bag)
        continue
      }
      if let first = seen[index] {
        bag.error(
          "schema.duplicate-field", at: entry.key.location,
          "Mục “\(fields[index].id)” ghi hai lần.", help: "Giữ lại một chỗ.",
          notes: [.init("Lần đầu ở đây.", at: first)])
        continue
      }
      seen[index] = entry.key.location
      let before = bag.all.count
      let path = path.isEmpty ? fields[index].id : "\(path).\(fields[index].id)"
      values[index] = Record.Slot(
        read(entry.value, fields[index], path: path, into: &bag))
      isTold[index] = bag.all.count > before
    }
    for (index, field) in fields.enumerated()
    where field.isRequired && values[index].isEmpty && !isTold[index] {
      tellMissing(field, at: seen[index] ?? location, into: &bag)
    }
    return Record(
      layout: Record.Layout(schema: name, fields: fields), origin: .location(location),
      values: values)
  }

  private func read(
    _ node: YAMLNode, _ field: Field, path: String, into bag: inout DiagnosticBag
  ) -> [Record.Item] {
    if case .scalar(let scalar) = node, isNull(scalar) { return [] }
    switch field.type {
    case .mapping(let inner):
      return read(node, fields: inner, path: path, into: &bag)
        .map { [Record.Item(value: .record($0), origin: .location(node.location))] } ?? []
    case .mappings(let inner):
      guard case .sequence(let items, _) = node else {
        bag.error(
          "schema.type", at: node.location, "Mục “\(path)” phải là một danh sách.",
          help: "Bắt đầu mỗi mục bằng “- \(inner.first?.id ?? "text"): …”.")
        return []
      }
      return items.compactMap { item in
        read(item, fields: inner, path: path, into: &bag)
          .map { Record.Item(value: .record($0), origin: .location(item.location)) }
      }
    default: break
    }
    let reader = ValueReader(field)
    switch node {
    case .scalar(let scalar):
      return read(scalar, reader, into: &bag).map { [$0] } ?? []
    case .sequence(let items, _) where field.isList:
      return items.compactMap { item in
        if case .scalar(let scalar) = item { return read(scalar, reader, into: &bag) }
        bag.error(
          "schema.type", at: item.location, "Danh sách “\(path)” chỉ gồm các giá trị đơn.",
          help: "Viết “- \(sample(field))”. Giá trị có dấu “: ” phải đặt trong ngoặc kép.")
        return nil
      }
    case .sequence, .mapping:
      bag.error(
        "schema.type", at: node.location, "Mục “\(path)” phải là một giá trị đơn.",
        help: "Ví dụ: “\(field.id): \(sample(field))”. Giá trị có dấu “: ” hoặc bắt đầu bằng "
          + "“[”, “{” phải đặt trong ngoặc kép.")
      return []
    }
  }

  private func read(
    _ scalar: YAMLNode.Scalar, _ reader: ValueReader, into bag: inout DiagnosticBag
  ) -> Record.Item? {
    let text = nfc(scalar.text.trimmed)
    if isNull(scalar) || ValueReader.isAbsent(text) { return nil }
    let origin = Record.Origin.location(scalar.location)
    return reader.read(text, at: origin, into: &bag)
      .map { Record.Item(value: $0, origin: origin) }
  }

  private func sample(_ field: Field) -> String {
    field.type.example.isEmpty ? "…" : field.type.example
  }

  private func isNull(_ scalar: YAMLNode.Scalar) -> Bool {
    !scalar.isQuoted && ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }
}
