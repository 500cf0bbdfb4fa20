package import Diagnostics
import Vietnamese

extension Schema {
  /// The record of a YAML mapping; nil only if the node is no mapping at all.
  package func read(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Record? {
    read(node, plan: plan, path: "", into: &bag)
  }

  private func read(
    _ node: YAMLNode, plan: FieldPlan, path: String, into bag: inout DiagnosticBag
  ) -> Record? {
    let fields = plan.fields
    guard case .mapping(let entries, let location) = node else {
      bag.error(
        "schema.type", at: node.location,
        path.isEmpty ? "Tệp phải gồm các dòng “khóa: giá trị”." : "Mục “\(path)” phải là một nhóm.",
        help: "Viết mỗi khóa một dòng, ví dụ “\(fields.first?.id ?? "title"): …”.")
      return nil
    }
    var values = [Record.Slot](repeating: .none, count: fields.count)
    // The place in `entries` of each field's first key.
    var seen = [Int?](repeating: nil, count: fields.count)
    // A wrong value is one problem; it must not be told of as missing too.
    var isTold = [Bool](repeating: false, count: fields.count)
    for (number, entry) in entries.enumerated() {
      guard let index = plan.place(of: entry.key.text) else {
        tellUnknown(
          nfc(entry.key.text), at: entry.key.location, among: fields, "Khóa", into: &bag)
        continue
      }
      if let first = seen[index] {
        bag.error(
          "schema.duplicate-field", at: entry.key.location,
          "Mục “\(fields[index].id)” ghi hai lần.", help: "Giữ lại một chỗ.",
          notes: [.init("Lần đầu ở đây.", at: entries[first].key.location)])
        continue
      }
      seen[index] = number
      let before = bag.all.count
      let path = path.isEmpty ? fields[index].id : "\(path).\(fields[index].id)"
      values[index] = read(entry.value, plan, index, path: path, into: &bag)
      isTold[index] = bag.all.count > before
    }
    for (index, field) in fields.enumerated()
    where field.isRequired && values[index].isEmpty && !isTold[index] {
      tellMissing(field, at: seen[index].map { entries[$0].key.location } ?? location, into: &bag)
    }
    return Record(layout: plan.layout, origin: .location(location), values: values)
  }

  private func read(
    _ node: YAMLNode, _ plan: FieldPlan, _ index: Int, path: String,
    into bag: inout DiagnosticBag
  ) -> Record.Slot {
    if case .scalar(let scalar) = node, isNull(scalar) { return .none }
    let field = plan.fields[index]
    if let group = plan.groups[index] {
      if case .mapping = field.type {
        return read(node, plan: group, path: path, into: &bag)
          .map { .one(Record.Item(value: .record($0), origin: .location(node.location))) } ?? .none
      }
      guard case .sequence(let items, _) = node else {
        bag.error(
          "schema.type", at: node.location, "Mục “\(path)” phải là một danh sách.",
          help: "Bắt đầu mỗi mục bằng “- \(group.fields.first?.id ?? "text"): …”.")
        return .none
      }
      return Record.Slot(
        items.compactMap { item in
          read(item, plan: group, path: path, into: &bag)
            .map { Record.Item(value: .record($0), origin: .location(item.location)) }
        })
    }
    let reader = plan.readers[index]
    switch node {
    case .scalar(let scalar):
      return read(scalar, reader, into: &bag).map { .one($0) } ?? .none
    case .sequence(let items, _) where field.isList:
      return Record.Slot(
        items.compactMap { item in
          if case .scalar(let scalar) = item { return read(scalar, reader, into: &bag) }
          bag.error(
            "schema.type", at: item.location, "Danh sách “\(path)” chỉ gồm các giá trị đơn.",
            help: "Viết “- \(sample(field))”. Giá trị có dấu “: ” phải đặt trong ngoặc kép.")
          return nil
        })
    case .sequence, .mapping:
      bag.error(
        "schema.type", at: node.location, "Mục “\(path)” phải là một giá trị đơn.",
        help: "Ví dụ: “\(field.id): \(sample(field))”. Giá trị có dấu “: ” hoặc bắt đầu bằng "
          + "“[”, “{” phải đặt trong ngoặc kép.")
      return .none
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
    if scalar.isQuoted || scalar.text.utf8.count > 4 { return false }
    return switch scalar.text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }
}
