/// Numbers that a document must be able to account for: printed they carry their source, in
/// conditions they are plain numbers. `{{ counts.met }}` and `{% if counts.met > 0 %}` both do the
/// right thing, so that no author of a template can forget the source.
extension Value {
  /// - Parameter shown: the number as it is printed, in the form of the output.
  package static func figure(_ number: Int, shown: String) -> Value {
    .record(Shape.figure, [.int(number), .html(shown)])
  }

  /// The number of a figure; any other value as it is.
  var withoutSource: Value {
    guard case .object(let object) = self, object.isFigure else { return self }
    return object.value(at: 0)
  }
}

extension ObjectValue {
  var isFigure: Bool { shape === Shape.figure }

  /// What is printed of a figure.
  var shownFigure: Value { value(at: 1) }
}

extension Shape {
  static let figure = Shape([
    "number": .number("số, để so sánh"),
    "text": .safe("số kèm nguồn, như khi in ra"),
  ])
}

extension Member {
  /// A number that is printed with its source and compared as a number.
  package static func figure(_ meaning: String) -> Member { .object(meaning, Shape.figure) }

  package static func safeTexts(_ meaning: String) -> Member { Member(.list(.safe), meaning) }
}

/// Text that stands in Markdown as it is.
package enum MarkdownText {
  package static func escaped(_ text: String) -> String {
    String(decoding: Escape.escaped(Array(text.utf8), as: .markdown), as: UTF8.self)
  }
}
