package import Records

extension BundleManifest {
  package var bytes: [UInt8] {
    JSON.bytes(
      of: .object([
        ("format", .string(Self.format)), ("version", .int(Self.version)),
        ("unit", Self.node(unit)), ("campaign", Self.node(campaign)),
        ("period", Self.node(period)), ("program", .string(program)), ("day", .string(day)),
        ("essence", .string(essence)), ("reports", .array(reports.map(Self.node))),
        ("stories", .array(stories.map(Self.node))), ("files", .array(files.map(Self.node))),
        ("inputs", .array(inputs.map(Self.node))), ("figures", .array(figures.map(Self.node))),
      ]))
  }

  /// - Throws: `BundleFault` if the bytes are no manifest that this program understands.
  package init(reading bytes: [UInt8]) throws(BundleFault) {
    let node = try BundleJSON.read(bytes, file: Self.path, format: Self.format, upTo: Self.version)
    self.init(
      unit: try Self.named(node, "unit"), campaign: try Self.named(node, "campaign"),
      period: try Self.named(node, "period"), program: try BundleJSON.text(node, "program"),
      day: try BundleJSON.text(node, "day"),
      reports: try BundleJSON.list(node, "reports", of: Self.named),
      figures: try BundleJSON.list(node, "figures", of: Self.figure),
      stories: try BundleJSON.list(node, "stories", of: Self.story),
      inputs: try BundleJSON.list(node, "inputs", of: Self.file),
      files: try BundleJSON.list(node, "files", of: Self.file),
      essence: try BundleJSON.text(node, "essence"))
  }

  // MARK: Members

  static func node(_ file: File) -> JSONNode {
    .object([
      ("path", .string(file.path)), ("size", .int(file.size)), ("sha256", .string(file.sha256)),
    ])
  }

  static func file(_ node: JSONNode) throws(BundleFault) -> File {
    File(
      path: try BundleJSON.text(node, "path"), size: try BundleJSON.count(node, "size"),
      sha256: try BundleJSON.text(node, "sha256"))
  }

  static func node(_ named: Named) -> JSONNode { named.node }

  static func named(_ node: JSONNode, _ name: String) throws(BundleFault) -> Named {
    guard let member = node[name] else { throw BundleFault.missing(name) }
    return try named(member)
  }

  private static func named(_ node: JSONNode) throws(BundleFault) -> Named {
    Named(id: try BundleJSON.text(node, "id"), name: try BundleJSON.text(node, "name"))
  }

  private static func node(_ story: Story) -> JSONNode {
    .object([
      ("id", .string(story.id)), ("title", .string(story.title)),
      ("sha256", .string(story.sha256)),
    ])
  }

  private static func story(_ node: JSONNode) throws(BundleFault) -> Story {
    Story(
      id: try BundleJSON.text(node, "id"), title: try BundleJSON.text(node, "title"),
      sha256: try BundleJSON.text(node, "sha256"))
  }

  private static func node(_ figure: Figure) -> JSONNode {
    .object([
      ("report", .string(figure.report)), ("text", .string(figure.text)),
      ("meaning", .string(figure.meaning)), ("rule", figure.rule.map(JSONNode.string) ?? .null),
      (
        "cells",
        .array(
          figure.cells.map { cell in
            .object([
              ("file", .string(cell.file)), ("line", .int(cell.line)),
              ("cell", cell.name.map(JSONNode.string) ?? .null),
            ])
          })
      ),
    ])
  }

  private static func figure(_ node: JSONNode) throws(BundleFault) -> Figure {
    Figure(
      report: try BundleJSON.text(node, "report"), text: try BundleJSON.text(node, "text"),
      meaning: try BundleJSON.text(node, "meaning"), rule: node["rule"]?.text,
      cells: try BundleJSON.list(node, "cells") { cell throws(BundleFault) in
        Figure.Cell(
          file: try BundleJSON.text(cell, "file"), line: try BundleJSON.count(cell, "line"),
          name: cell["cell"]?.text)
      })
  }
}

extension BundleManifest.Named {
  package var node: JSONNode { .object([("id", .string(id)), ("name", .string(name))]) }
}
