/// What the reference says of a filter; the compiler checks calls against the same parameters.
package struct FilterReference: Sendable {
  package struct Parameter: Sendable {
    package enum Kind: Sendable {
      case required, optional, named
      /// Text in quotes that is compiled with the template: a name, a condition, an expression.
      case variable, condition, expression
      /// Arguments of any name.
      case others
    }

    package var name: String
    package var kind: Kind
    /// What holds if the argument is left out, as it would be written.
    package var fallback = ""

    package static func required(_ name: String) -> Parameter {
      Parameter(name: name, kind: .required)
    }

    package static func variable(_ name: String) -> Parameter {
      Parameter(name: name, kind: .variable)
    }

    package static func condition(_ name: String) -> Parameter {
      Parameter(name: name, kind: .condition)
    }

    package static func expression(_ name: String) -> Parameter {
      Parameter(name: name, kind: .expression)
    }

    package static func optional(_ name: String, _ fallback: String = "") -> Parameter {
      Parameter(name: name, kind: .optional, fallback: fallback)
    }

    package static func named(_ name: String, _ fallback: String = "") -> Parameter {
      Parameter(name: name, kind: .named, fallback: fallback)
    }

    package static func others(_ name: String) -> Parameter {
      Parameter(name: name, kind: .others)
    }
  }

  package var name: String
  package var parameters: [Parameter]
  /// What it does, in a line of Vietnamese.
  package var summary: String
  /// A template that uses it, with `sample` as data, and what it prints; a test runs them all.
  package var example: String
  package var result: String

  package init(
    name: String, parameters: [Parameter] = [], summary: String, example: String, result: String
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.result = result
  }

  /// How it is written: `truncate: [số_ký_tự = 50], [dấu = '...']`.
  package var usage: String {
    let list = parameters.map { parameter in
      switch parameter.kind {
      case .required: parameter.name
      case .variable, .condition, .expression: "'\(parameter.name)'"
      case .optional where parameter.fallback.isEmpty: "[\(parameter.name)]"
      case .optional: "[\(parameter.name) = \(parameter.fallback)]"
      case .named: "[\(parameter.name): \(parameter.fallback)]"
      case .others: "[\(parameter.name): giá_trị, …]"
      }
    }
    return list.isEmpty ? name : "\(name): \(list.joined(separator: ", "))"
  }

  /// The data of the examples, which the reference shows once, above them.
  package static let sample: [(String, Value)] = [
    (
      "units",
      .list(
        [("THPT Bảo Hà", "THPT", 9), ("THCS Phố Ràng", "THCS", 7), ("THCS Võ Lao", "THCS", 9)]
          .map { name, level, score in
            .record(["name": .text(name), "level": .text(level), "score": .int(score)])
          })
    ),
    (
      "teacher",
      .record([
        "name": .text("Trần Thị Cúc"), "title": .text("cô"), "role": .text("giáo viên"),
        "consents": .bool(true),
      ])
    ), ("pupil", .record(["name": .text("Vũ Minh"), "role": .text("học sinh")])),
    ("page", .record(["root": .text("../../")])),
    ("site", .record(["base_url": .text("https://thidua.example/")])),
    ("note", .text("*Dạy* & <học>")),
  ]
}

/// The groups in which the reference shows the filters; plain Liquid has the first one only.
package enum FilterGroup: Sendable, CaseIterable {
  case standard, vietnamese, output, jekyll

  package var title: String {
    switch self {
    case .standard: "Bộ lọc chuẩn của Liquid"
    case .vietnamese: "Bộ lọc cho tiếng Việt"
    case .output: "Bộ lọc theo loại đầu ra"
    case .jekyll: "Bộ lọc quen dùng của Jekyll"
    }
  }

  var filters: [Filter] {
    switch self {
    case .standard:
      TextFilters.table + ReplaceFilters.table + ListFilters.table + SearchFilters.table
        + NumberFilters.table + DateFormat.table + CodeFilters.table
    case .vietnamese:
      VietnameseDates.table + VietnameseNumbers.table + VietnameseNames.table
        + VietnameseFilters.table + WordingFilter.table
    case .output: CodeFilters.output
    case .jekyll: JekyllLists.table + JekyllFilters.table + AddressFilters.table
    }
  }

  fileprivate var names: Set<String> { Set(filters.map(\.name)) }

  /// The filters of the group in the order of the reference.
  package var references: [FilterReference] { filters.map(\.reference) }
}

/// All filters by name.
enum FilterTable {
  private static let builtIn: [String: Filter] = Dictionary(
    FilterGroup.allCases.flatMap(\.filters).map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first })

  private static let plain = builtIn.filter { FilterGroup.standard.names.contains($0.key) }

  static func all(in dialect: Dialect, with host: [HostFilter]) -> [String: Filter] {
    var all = dialect.knowsAllFilters ? builtIn : plain
    for filter in host {
      let apply = filter.apply
      all[filter.reference.name] = Filter(filter.reference) {
        value, arguments, machine throws(Fault) in
        let result = apply(
          value, Array([arguments.first, arguments.second].prefix(arguments.count)))
        if result.isText { try machine.charge(result.textBytes.count) }
        return result
      }
    }
    return all
  }
}
