import Diagnostics

extension LanguageReference {
  /// For people, in Markdown.
  package var markdown: String {
    var out = "# Viết mẫu: thẻ, bộ lọc và các tên\n\n"
    out += "Bản này do chương trình in ra từ chính các bảng mà nó dùng để đọc mẫu.\n"
    out += "\n## Thẻ\n\n| Thẻ | Cách viết | Việc |\n|---|---|---|\n"
    for tag in TagTable.references {
      let mark = tag.isExtension ? " (Liquid gốc không có)" : ""
      out += row([code(tag.name), code(tag.syntax), cell(tag.summary) + mark])
    }
    out += "\n## Bộ lọc\n\nBộ lọc viết sau dấu `|`, như `{{ unit.name | upcase }}`. "
    out += "Các ví dụ dùng những dữ liệu này:\n\n"
    for (name, value) in FilterReference.sample {
      var writer = JSONWriter(steps: 1_000, limit: 1 << 16)
      guard (try? writer.write(value)) != nil else { continue }
      out += "- `\(name)`: `\(String(decoding: writer.out, as: UTF8.self))`\n"
    }
    for group in filters {
      out += "\n### \(group.title)\n\n"
      out += "| Cách viết | Việc | Ví dụ | Kết quả |\n|---|---|---|---|\n"
      for filter in group.references {
        out += row([
          code(filter.usage), cell(filter.summary), code(filter.example), code(filter.result),
        ])
      }
    }
    out += "\n## Các tên\n\nTên không có giá trị là trống (`nil`), danh sách rỗng cũng vậy: "
    out += "hỏi bằng `{% if unit.head %}`. `x[]` là từng phần tử của danh sách `x`, "
    out += "lấy bằng `{% for %}`.\n"
    for section in sections where !(section.names.isEmpty && section.alsoSees.isEmpty) {
      out += "\n### "
      out += section.vocabulary.map { "`\($0.template)`: \($0.meaning)" } ?? section.family
      if !section.alsoSees.isEmpty {
        out += "\n\nTên chung: \(section.alsoSees.map { "`\($0)`" }.joined(separator: ", "))."
      }
      if section.names.isEmpty {
        out += "\n"
        continue
      }
      out += "\n\n| Tên | Kiểu | Nghĩa |\n|---|---|---|\n"
      for name in section.names {
        let same = name.sameAs.map { "; các thành phần như `\($0)`" } ?? ""
        out += row([code(name.path), name.kind.title, cell(name.meaning) + same])
      }
    }
    out += "\n## Lời nhắc\n\nTắt một lời nhắc bằng dòng ngay trước: "
    out += "`{% # lint: allow lint-raw: lý do %}`.\n\n| Mã | Mức | Nhắc khi |\n|---|---|---|\n"
    for lint in Lint.references {
      out += row([code(lint.id), lint.severity == .note ? "lưu ý" : "cảnh báo", lint.summary])
    }
    return out
  }

  private func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ").split(
      separator: "|", omittingEmptySubsequences: false
    ).joined(separator: "\\|")
  }

  /// A span of code; one that has a backtick in it is set in two.
  private func code(_ text: String) -> String {
    if text.isEmpty { return "" }
    let lines = text.split(separator: "\n").joined(separator: "⏎")
    let fence = lines.contains("`") ? "`` " : "`"
    return fence + cell(lines) + String(fence.reversed())
  }

  /// For programs, such as an editor that completes names.
  package var json: String {
    let tags = TagTable.references.map { tag in
      object([
        ("name", quoted(tag.name)), ("syntax", quoted(tag.syntax)),
        ("summary", quoted(tag.summary)), ("extension", tag.isExtension ? "true" : "false"),
      ])
    }
    let filters = filters.flatMap { group in
      group.references.map { filter in
        object([
          ("name", quoted(filter.name)), ("usage", quoted(filter.usage)),
          ("group", quoted(group.title)), ("summary", quoted(filter.summary)),
          ("example", quoted(filter.example)), ("result", quoted(filter.result)),
        ])
      }
    }
    let templates = sections.map { section in
      object([
        ("template", section.vocabulary.map { quoted($0.template) } ?? "null"),
        ("summary", quoted(section.vocabulary?.meaning ?? section.family)),
        ("shared", list(section.alsoSees.map(quoted), indent: "      ")),
        ("names", list(section.names.map(entry), indent: "      ")),
      ])
    }
    let lints = Lint.references.map { lint in
      object([
        ("id", quoted(lint.id)), ("severity", quoted("\(lint.severity)")),
        ("summary", quoted(lint.summary)),
      ])
    }
    let parts = [
      ("tags", tags), ("filters", filters), ("templates", templates), ("lints", lints),
    ]
    return "{\n"
      + parts.map { "  \(quoted($0.0)): \(list($0.1, indent: "    "))" }.joined(separator: ",\n")
      + "\n}\n"
  }

  private func entry(_ name: Name) -> String {
    var fields = [
      ("name", quoted(name.path)), ("type", quoted(name.kind.id)),
      ("summary", quoted(name.meaning)),
    ]
    if let same = name.sameAs { fields.append(("sameAs", quoted(same))) }
    return object(fields)
  }

  private func quoted(_ text: String) -> String { JSONText.quoted(text) }

  private func object(_ fields: [(String, String)]) -> String {
    "{\(fields.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", "))}"
  }

  private func list(_ items: [String], indent: String) -> String {
    if items.isEmpty { return "[]" }
    return "[\n\(items.map { indent + $0 }.joined(separator: ",\n"))\n\(indent.dropLast(2))]"
  }
}

extension Member.Kind {
  /// The word of the reference for people.
  var title: String {
    switch self {
    case .text: "chữ"
    case .number: "số"
    case .flag: "có/không"
    case .safe: "chữ đã bảo vệ"
    case .object: "đối tượng"
    case .list: "danh sách"
    case .any: ""
    }
  }

  /// The word for programs.
  var id: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .flag: "flag"
    case .safe: "safe"
    case .object: "object"
    case .list: "list"
    case .any: "any"
    }
  }
}
