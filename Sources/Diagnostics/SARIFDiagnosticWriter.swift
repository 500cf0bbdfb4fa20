/// Writes diagnostics as SARIF 2.1.0, which code hosts show beside the changed lines.
package struct SARIFDiagnosticWriter {
  private let version: String
  private let root: SourceRoot
  private let whole: String

  /// - Parameter whole: the file that stands for the content as a whole, since hosts drop results
  ///   that lie nowhere.
  package init(version: String, root: SourceRoot, whole: String = "site.yaml") {
    self.version = version
    self.root = root
    self.whole = whole
  }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    var firsts: [String: Diagnostic] = [:]
    for diagnostic in diagnostics where firsts[diagnostic.id] == nil {
      firsts[diagnostic.id] = diagnostic
    }
    let ids = firsts.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    let rules = ids.compactMap { firsts[$0] }.map(rule).joined(separator: ",\n")
    let results = diagnostics.map { result($0, rule: places[$0.id] ?? 0) }
      .joined(separator: ",\n")
    let driver =
      "{\"name\":\"neuguong\",\"version\":\(JSONText.quoted(version)),\"language\":\"vi\","
      + "\"rules\":[\(rules)]}"
    let text =
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      // Our columns count scalars; without this word readers count UTF-16 units.
      + "\"runs\":[{\"tool\":{\"driver\":\(driver)},\"columnKind\":\"unicodeCodePoints\","
      + "\"results\":[\(results)]}]}\n"
    out += Array(text.utf8)
  }

  /// What holds for all findings of an id: the check and the rule of the field that it rests on.
  private func rule(_ sample: Diagnostic) -> String {
    var fields = ["\"id\":\(JSONText.quoted(sample.id))"]
    if let rule = sample.rule {
      fields.append("\"shortDescription\":\(message("\(rule.code) \(sample.id)"))")
      fields.append("\"help\":\(message(rule.citation))")
      fields.append("\"properties\":{\"tags\":[\(JSONText.quoted(rule.code))]}")
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> String {
    let level =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    var text = diagnostic.summary
    if let cell = diagnostic.location?.cell { text += " (\(cell.name))" }
    if let help = diagnostic.help { text += " \(help)" }
    let place = diagnostic.location ?? Location(file: whole)
    var fields = [
      "\"ruleId\":\(JSONText.quoted(diagnostic.id))", "\"ruleIndex\":\(rule)",
      "\"level\":\"\(level)\"", "\"message\":\(message(text))",
      "\"locations\":[{\(physical(place))}]",
    ]
    let related = diagnostic.notes.compactMap { note in
      note.location.map { "{\(physical($0)),\"message\":\(message(note.text))}" }
    }
    if !related.isEmpty {
      fields.append("\"relatedLocations\":[\(related.joined(separator: ","))]")
    }
    return "{\(fields.joined(separator: ","))}"
  }

  private func message(_ text: String) -> String { "{\"text\":\(JSONText.quoted(text))}" }

  private func physical(_ location: Location) -> String {
    var fields = ["\"artifactLocation\":\(artifact(root.path(of: location.file)))"]
    if location.line > 0 {
      var region = "\"startLine\":\(location.line)"
      if location.column > 0 {
        region += ",\"startColumn\":\(location.column)"
        if location.length > 0 { region += ",\"endColumn\":\(location.column + location.length)" }
      }
      fields.append("\"region\":{\(region)}")
    }
    return "\"physicalLocation\":{\(fields.joined(separator: ","))}"
  }

  /// Where a file is: from the top of the repository, unless its path is that of the machine.
  private func artifact(_ path: String) -> String {
    if path.hasPrefix("/") { return "{\"uri\":\(JSONText.quoted("file://" + escaped(path)))}" }
    return "{\"uri\":\(JSONText.quoted(escaped(path))),\"uriBaseId\":\"%SRCROOT%\"}"
  }

  /// The path of a URI: bytes outside the unreserved ones are percent-encoded.
  private func escaped(_ path: String) -> String {
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
