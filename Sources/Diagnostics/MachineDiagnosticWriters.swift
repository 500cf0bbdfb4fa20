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

/// Writes diagnostics as SARIF 2.1.0, which code hosts show beside the changed lines.
package struct SARIFDiagnosticWriter {
  private let version: String

  package init(version: String) { self.version = version }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    let rules = Set(diagnostics.map(\.id)).sorted()
      .map { "{\"id\":\(JSONText.quoted($0))}" }.joined(separator: ",")
    let results = diagnostics.map(result).joined(separator: ",\n")
    let driver =
      "{\"name\":\"neuguong\",\"version\":\(JSONText.quoted(version)),\"rules\":[\(rules)]}"
    let text =
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      // Our columns count scalars; without this word readers count UTF-16 units.
      + "\"runs\":[{\"tool\":{\"driver\":\(driver)},\"columnKind\":\"unicodeCodePoints\","
      + "\"results\":[\(results)]}]}\n"
    out += Array(text.utf8)
  }

  private func result(_ diagnostic: Diagnostic) -> String {
    let level = diagnostic.severity == .error ? "error" : "warning"
    var message = diagnostic.summary
    if let help = diagnostic.help { message += " \(help)" }
    var fields = [
      "\"ruleId\":\(JSONText.quoted(diagnostic.id))",
      "\"level\":\"\(diagnostic.severity == .note ? "note" : level)\"",
      "\"message\":{\"text\":\(JSONText.quoted(message))}",
    ]
    if let location = diagnostic.location {
      var physical = "\"artifactLocation\":{\"uri\":\(JSONText.quoted(uri(location.file)))}"
      if location.line > 0 {
        let column = location.column > 0 ? ",\"startColumn\":\(location.column)" : ""
        physical += ",\"region\":{\"startLine\":\(location.line)\(column)}"
      }
      fields.append("\"locations\":[{\"physicalLocation\":{\(physical)}}]")
    }
    return "{\(fields.joined(separator: ","))}"
  }

  /// A relative URI: bytes outside the unreserved ones are percent-encoded.
  private func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return out
  }
}

/// Writes diagnostics as commands that GitHub Actions turns into annotations.
package struct GitHubDiagnosticWriter {
  private let prefix: String
  private let isBelow: (String) -> Bool

  /// - Parameters:
  ///   - prefix: folder in front of files, since annotations want repository paths.
  ///   - isBelow: whether a file is named from that folder on.
  package init(prefix: String, isBelow: @escaping (String) -> Bool = { _ in true }) {
    self.prefix = prefix.isEmpty || prefix.hasSuffix("/") ? prefix : prefix + "/"
    self.isBelow = isBelow
  }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    for diagnostic in diagnostics { out += Array((command(diagnostic) + "\n").utf8) }
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      let file = isBelow(location.file) ? prefix + location.file : location.file
      properties.append("file=\(escaped(file, inProperty: true))")
      if location.line > 0 { properties.append("line=\(location.line)") }
      if location.column > 0 { properties.append("col=\(location.column)") }
    }
    properties.append("title=\(escaped(diagnostic.id, inProperty: true))")
    let kind =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var message = diagnostic.summary
    if let help = diagnostic.help { message += "\n\(help)" }
    return "::\(kind) \(properties.joined(separator: ","))::\(escaped(message, inProperty: false))"
  }

  private func escaped(_ text: String, inProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where inProperty: out += "%3A"
      case "," where inProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
