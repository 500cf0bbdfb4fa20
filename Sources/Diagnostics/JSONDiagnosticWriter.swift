/// Writes diagnostics as one JSON object.
package struct JSONDiagnosticWriter {
  package init() {}

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    let items = diagnostics.map(object).joined(separator: ",\n")
    let errors = diagnostics.filter { $0.severity == .error }.count
    let warnings = diagnostics.filter { $0.severity == .warning }.count
    let text = "{\"diagnostics\":[\(items)],\"errors\":\(errors),\"warnings\":\(warnings)}\n"
    out += Array(text.utf8)
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    var fields = [
      "\"id\":\(JSONText.quoted(diagnostic.id))",
      "\"severity\":\"\(name(diagnostic.severity))\"",
    ]
    if let location = diagnostic.location { fields += place(location) }
    fields.append("\"summary\":\(JSONText.quoted(diagnostic.summary))")
    if let help = diagnostic.help { fields.append("\"help\":\(JSONText.quoted(help))") }
    if let rule = diagnostic.rule {
      fields.append("\"check\":\(JSONText.quoted(rule.code))")
      fields.append("\"citation\":\(JSONText.quoted(rule.citation))")
      if let record = rule.record { fields.append("\"record\":\(JSONText.quoted(record))") }
    }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map { note in
        let parts = ["\"text\":\(JSONText.quoted(note.text))"] + (note.location.map(place) ?? [])
        return "{\(parts.joined(separator: ","))}"
      }
      fields.append("\"notes\":[\(notes.joined(separator: ","))]")
    }
    if !diagnostic.pages.isEmpty {
      let pages = diagnostic.pages.map(JSONText.quoted).joined(separator: ",")
      fields.append("\"pages\":[\(pages)]")
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private func place(_ location: Location) -> [String] {
    var fields = ["\"file\":\(JSONText.quoted(location.file))"]
    if location.line > 0 { fields.append("\"line\":\(location.line)") }
    if location.column > 0 { fields.append("\"column\":\(location.column)") }
    if let cell = location.cell { fields.append("\"cell\":\(JSONText.quoted(cell.name))") }
    if let sheet = location.cell?.sheet {
      fields.append("\"sheet\":\(JSONText.quoted(sheet.name))")
    }
    return fields
  }

  private func name(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
