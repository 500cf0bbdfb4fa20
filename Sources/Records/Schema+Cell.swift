package import Diagnostics
import Vietnamese

extension Schema {
  /// A value as its field writes it, for whoever makes a table of what others have typed; nil where
  /// the text says that there is none, or after having told what is wrong with it.
  ///
  /// Dates become `05/9/2024`, choices their ids, numbers lose the marks between thousands.
  package func canonical(
    _ text: String, of id: String, at location: Location, into bag: inout DiagnosticBag
  ) -> String? {
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return nil }
    let reader = plan.readers[place]
    let parts =
      fields[place].isList
      ? text.split(separator: ";").map(\.trimmed) : [nfc(text.trimmed)]
    let values = parts.filter { !ValueReader.isAbsent($0) }
      .compactMap { part in
        reader.read(nfc(part), at: .location(location), into: &bag)?.written(for: part)
      }
    return values.isEmpty ? nil : values.joined(separator: ";")
  }
}

extension Record.Value {
  /// The one text that stands for the value in a table; dates less exact than a day stay as typed.
  fileprivate func written(for text: String) -> String {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let parsed): parsed.number.text(groupedBy: "") + (parsed.isPercent ? "%" : "")
    case .date(let date): date.short
    case .term(let term): term.id
    case .bool(let value): value ? "có" : "không"
    case .partialDate, .span, .record: text
    }
  }
}
