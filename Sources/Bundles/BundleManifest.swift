import Digests
import Records

/// What a bundle holds and what it was made from: the file `manifest.json` within it.
package struct BundleManifest: Sendable, Hashable {
  /// A file by its fingerprint.
  package struct File: Sendable, Hashable {
    package var path: String
    /// In bytes.
    package var size: Int
    /// SHA-256 in 64 hexadecimal digits.
    package var sha256: String

    package init(path: String, size: Int, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }

    package init(path: String, bytes: [UInt8]) {
      self.init(path: path, size: bytes.count, sha256: SHA256(of: bytes).hex)
    }
  }

  /// A unit, campaign or period: its id and its name for people.
  package struct Named: Sendable, Hashable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package static let path = "manifest.json"
  static let format = "neuguong-bundle"
  static let version = 1

  package var unit: Named
  package var campaign: Named
  package var period: Named
  /// The version of the program that made it.
  package var program: String
  /// The day that the documents bear, as `2025-05-31`.
  package var day: String
  /// Files of the content that everything was made from, by path.
  package var inputs: [File]
  /// Files of the bundle, by path, without the manifest itself.
  package var files: [File]
  /// A fingerprint of all that the files come from: equal when a new run would give equal files.
  package var essence: String

  package init(
    unit: Named, campaign: Named, period: Named, program: String, day: String, inputs: [File],
    files: [File], essence: String
  ) {
    self.unit = unit
    self.campaign = campaign
    self.period = period
    self.program = program
    self.day = day
    self.inputs = inputs.sorted { $0.path.comesBefore($1.path) }
    self.files = files.sorted { $0.path.comesBefore($1.path) }
    self.essence = essence
  }

  /// What the bundle is called among others: `thcs-a_can-giuoc-2024_2024-2025-hk1`.
  package var id: String { "\(unit.id)_\(campaign.id)_\(period.id)" }

  // MARK: JSON

  package var bytes: [UInt8] {
    JSON.bytes(
      of: .object([
        ("format", .string(Self.format)), ("version", .int(Self.version)),
        ("unit", Self.node(unit)), ("campaign", Self.node(campaign)),
        ("period", Self.node(period)), ("program", .string(program)), ("day", .string(day)),
        ("essence", .string(essence)), ("files", .array(files.map(Self.node))),
        ("inputs", .array(inputs.map(Self.node))),
      ]))
  }

  /// - Throws: `BundleFault` if the bytes are no manifest that this program understands.
  package init(reading bytes: [UInt8]) throws(BundleFault) {
    let node = try BundleJSON.read(bytes, file: Self.path, format: Self.format, upTo: Self.version)
    self.init(
      unit: try Self.named(node, "unit"), campaign: try Self.named(node, "campaign"),
      period: try Self.named(node, "period"), program: try BundleJSON.text(node, "program"),
      day: try BundleJSON.text(node, "day"), inputs: try Self.files(node, "inputs"),
      files: try Self.files(node, "files"), essence: try BundleJSON.text(node, "essence"))
  }

  static func node(_ file: File) -> JSONNode {
    .object([
      ("path", .string(file.path)), ("size", .int(file.size)), ("sha256", .string(file.sha256)),
    ])
  }

  static func node(_ named: Named) -> JSONNode {
    .object([("id", .string(named.id)), ("name", .string(named.name))])
  }

  static func named(_ node: JSONNode, _ name: String) throws(BundleFault) -> Named {
    guard let member = node[name] else { throw BundleFault.missing(name) }
    return Named(
      id: try BundleJSON.text(member, "id"), name: try BundleJSON.text(member, "name"))
  }

  private static func files(_ node: JSONNode, _ name: String) throws(BundleFault) -> [File] {
    var files: [File] = []
    for item in node[name]?.items ?? [] {
      guard let size = item["size"]?.int, size >= 0 else { throw BundleFault.missing("size") }
      files.append(
        File(
          path: try BundleJSON.text(item, "path"), size: size,
          sha256: try BundleJSON.text(item, "sha256")))
    }
    return files
  }
}

/// Why something is no bundle, or not a whole one, in words for the user.
package struct BundleFault: Error, Sendable, Hashable {
  package var message: String

  package init(_ message: String) { self.message = message }

  static func missing(_ name: String) -> BundleFault {
    BundleFault("thiếu mục “\(name)”, hoặc mục ấy sai kiểu")
  }
}

extension String {
  /// Order by bytes, the same in every locale.
  func comesBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
