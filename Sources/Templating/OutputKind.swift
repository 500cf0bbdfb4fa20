package import Diagnostics

/// How text is escaped on its way out; told by the suffix of a template's name.
package enum OutputKind: Sendable, Hashable {
  case html, xml, markdown, json, csv, plain

  /// Whether values are escaped as in HTML.
  var isMarkup: Bool { self == .html || self == .xml }

  /// Whether it holds data only.
  ///
  /// Elsewhere a string that a template's author writes may be markup;
  /// here it is a value like any other.
  var isData: Bool { self == .json || self == .csv }

  /// Whether text of another kind may stand in text of this one as it is.
  ///
  /// Values that were escaped for plain text, or for Markdown, would be tags in HTML.
  func accepts(_ other: OutputKind) -> Bool {
    switch self {
    case other, .plain: true
    case .html, .xml: other.isMarkup || other == .json
    case .markdown: other.isMarkup || other == .json
    case .json, .csv: false
    }
  }

  /// The kind that a template's name asks for, or nil: then the caller's kind holds.
  package init?(name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "xml", "svg", "atom", "rss": self = .xml
    case "md": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    case "txt", "css", "js": self = .plain
    default: return nil
    }
  }
}

/// A template as it was read: its name relative to the template folder and its bytes.
package struct TemplateSource: Sendable {
  package var name: String
  package var bytes: [UInt8]
  /// Overrides the kind told by the name.
  package var kind: OutputKind?
  /// The file as messages show it, where that is not the name.
  package var file: String?

  package init(name: String, bytes: [UInt8], kind: OutputKind? = nil, file: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.kind = kind
    self.file = file
  }

  package init(name: String, text: String, kind: OutputKind? = nil) {
    self.init(name: name, bytes: Array(text.utf8), kind: kind)
  }
}

/// Limits of one rendering, counted, never timed, so that the same input always ends the same.
package struct Budget: Sendable {
  package var steps = 50_000_000
  package var outputBytes = 64 << 20
  package var stringBytes = 16 << 20
  package var rangeLength = 1_000_000
  package var depth = 64

  package init() {}

  package static let `default` = Budget()
}

package struct TemplateOptions: Sendable {
  /// What a name that is not there does; within conditions and before `default` it is always empty.
  package enum Undefined: Sendable {
    /// Ends the page.
    case error
    /// Is told, and prints nothing.
    case warn
    case empty
  }

  package var undefined: Undefined = .error
  package var dialect = Dialect.extended
  package var language = Language.english
  /// What the filter `t` says for the Vietnamese texts of templates.
  package var strings = Strings.vietnamese
  /// What `now` and `today` mean; given by the build so that builds can be repeated.
  package var now: Moment?
  /// Whether the filter `raw` (or `safe`) may be used.
  package var allowsRaw = true
  /// Filters of the host beside the built-in ones.
  package var filters: [HostFilter] = []

  package init() {}
}

/// A filter that the host adds, such as `relative_url`.
package struct HostFilter: Sendable {
  package var reference: FilterReference
  package var apply: @Sendable (Value, [Value]) -> Value

  package init(
    _ reference: FilterReference, _ apply: @escaping @Sendable (Value, [Value]) -> Value
  ) {
    self.reference = reference
    self.apply = apply
  }
}

/// Rendering could not go on; the diagnostic says where, through which templates and for which page.
package struct RenderError: Error {
  package var diagnostic: Diagnostic
}
