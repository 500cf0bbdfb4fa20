/// Writes diagnostics as commands that GitHub Actions turns into annotations.
///
/// The gravest come first, since GitHub shows only the first ten of a step.
package struct GitHubDiagnosticWriter {
  private let root: SourceRoot

  package init(root: SourceRoot) { self.root = root }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      for diagnostic in diagnostics where diagnostic.severity == severity {
        out += Array((command(diagnostic) + "\n").utf8)
      }
    }
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties.append("file=\(escaped(root.path(of: location.file), inProperty: true))")
      if location.line > 0 {
        properties.append("line=\(location.line)")
        if location.column > 0 { properties.append("col=\(location.column)") }
        if location.column > 0, location.length > 0 {
          properties.append("endColumn=\(location.column + location.length)")
        }
      }
    }
    let title = (diagnostic.rule.map { "\($0.code) " } ?? "") + diagnostic.id
    properties.append("title=\(escaped(title, inProperty: true))")
    let kind =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var message = diagnostic.summary
    if let cell = diagnostic.location?.cell { message += " (\(cell.name))" }
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
      default: out.unicodeScalars.append(VisibleText.of(scalar))
      }
    }
    return out
  }
}
