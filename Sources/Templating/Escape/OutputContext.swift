/// What must be done to a value before it is written at a certain place.
enum OutputCheck: Sendable, Hashable {
  /// It may begin the URL of this attribute, so its scheme must be harmless.
  case url(URLAttribute)
  /// It is safe as text, but not in quotes.
  case quotes
  /// It is the value of an attribute without quotes.
  case unquoted
  /// It is a part of a CSV cell that stands in quotes already.
  case quotedCell
}

/// Where the outputs of a template stand, told from its literal text while it is compiled.
enum OutputContext: Sendable {
  case markup(MarkupContext)
  case csv(inQuotes: Bool)
  case other

  /// A part without a kind may be called from HTML; then its checks count.
  init(kind: OutputKind?) {
    switch kind {
    case .html, .xml, nil: self = .markup(MarkupContext())
    case .csv: self = .csv(inQuotes: false)
    case .markdown, .json, .plain: self = .other
    }
  }

  mutating func read(_ text: ArraySlice<UInt8>) {
    switch self {
    case .markup(var context):
      context.read(text)
      self = .markup(context)
    case .csv(let inQuotes):
      let quotes = text.count { $0 == UInt8(ascii: "\"") }
      self = .csv(inQuotes: inQuotes != (quotes % 2 == 1))
    case .other: break
    }
  }

  mutating func readOutput() {
    if case .markup(var context) = self {
      context.readOutput()
      self = .markup(context)
    }
  }

  /// What an output here needs, whose last filter has this name, in this order.
  func checks(lastFilter: String? = nil) -> [OutputCheck] {
    switch self {
    case .markup(let context):
      var checks: [OutputCheck] = []
      if let attribute = context.openURL { checks.append(.url(attribute)) }
      switch context.place {
      case .unquotedValue: checks.append(.unquoted)
      case .quotedValue where lastFilter == "json": checks.append(.quotes)
      default: break
      }
      return checks
    case .csv(let inQuotes): return inQuotes ? [.quotedCell] : []
    case .other: return []
    }
  }
}

/// The ways by which a template goes on from one place, and where they meet again.
struct OutputFork {
  let start: OutputContext
  private(set) var end: OutputContext?

  init(_ start: OutputContext) { self.start = start }

  /// Of several ways that end differently the first counts.
  mutating func add(_ way: OutputContext) {
    if case .markup(var context)? = end, case .markup(let other) = way {
      context.merge(other)
      end = .markup(context)
    } else if end == nil {
      end = way
    }
  }
}
