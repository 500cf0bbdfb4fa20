import Records

/// All bundles of a run: the file `index.json` beside them.
package struct BundleIndex: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var file: BundleManifest.File
    package var unit: BundleManifest.Named
    package var campaign: BundleManifest.Named
    package var period: BundleManifest.Named
    package var essence: String

    /// As `BundleManifest.id`.
    package var id: String { String(file.path.dropLast(Self.ending.count)) }

    static let ending = ".zip"

    package init(
      file: BundleManifest.File, unit: BundleManifest.Named, campaign: BundleManifest.Named,
      period: BundleManifest.Named, essence: String
    ) {
      self.file = file
      self.unit = unit
      self.campaign = campaign
      self.period = period
      self.essence = essence
    }

    /// Of a bundle with this manifest, packed into these bytes.
    package init(_ manifest: BundleManifest, zip: [UInt8]) {
      self.init(
        file: BundleManifest.File(path: manifest.id + Self.ending, bytes: zip), unit: manifest.unit,
        campaign: manifest.campaign, period: manifest.period, essence: manifest.essence)
    }
  }

  package static let path = "index.json"
  /// The fingerprints once more, in the form that `sha256sum --check` reads.
  package static let sumsPath = "SHA256SUMS"
  static let format = "neuguong-bundles"
  static let version = 1

  package var program: String
  package var day: String
  /// By path.
  package private(set) var entries: [Entry]

  package init(program: String, day: String, entries: [Entry]) {
    self.program = program
    self.day = day
    self.entries = entries.sorted { $0.file.path.comesBefore($1.file.path) }
  }

  /// The index of all parts of a run (`--shard`), in any order.
  ///
  /// - Throws: `BundleFault` if the parts are of different runs, or hold different bundles of one
  ///   name.
  package init(merging parts: [BundleIndex]) throws(BundleFault) {
    guard let first = parts.first else { throw BundleFault("không có mục lục nào để gộp") }
    var found: [String: Entry] = [:]
    for part in parts {
      guard part.program == first.program, part.day == first.day else {
        throw BundleFault(
          "các phần không cùng một lần chạy: chương trình \(first.program), ngày \(first.day) và "
            + "chương trình \(part.program), ngày \(part.day)")
      }
      for entry in part.entries {
        if let other = found.updateValue(entry, forKey: entry.file.path), other != entry {
          throw BundleFault("“\(entry.file.path)” khác nhau giữa các phần")
        }
      }
    }
    self.init(program: first.program, day: first.day, entries: Array(found.values))
  }

  package var sums: [UInt8] {
    Array(entries.map { "\($0.file.sha256)  \($0.file.path)\n" }.joined().utf8)
  }

  // MARK: JSON

  package var bytes: [UInt8] {
    let bundles = entries.map { entry -> JSONNode in
      .object([
        ("path", .string(entry.file.path)), ("size", .int(entry.file.size)),
        ("sha256", .string(entry.file.sha256)), ("unit", BundleManifest.node(entry.unit)),
        ("campaign", BundleManifest.node(entry.campaign)),
        ("period", BundleManifest.node(entry.period)), ("essence", .string(entry.essence)),
      ])
    }
    return JSON.bytes(
      of: .object([
        ("format", .string(Self.format)), ("version", .int(Self.version)),
        ("program", .string(program)), ("day", .string(day)), ("bundles", .array(bundles)),
      ]))
  }

  /// - Throws: `BundleFault` if the bytes are no index that this program understands.
  package init(reading bytes: [UInt8]) throws(BundleFault) {
    let node = try BundleJSON.read(bytes, file: Self.path, format: Self.format, upTo: Self.version)
    let entries = try BundleJSON.list(node, "bundles") { item throws(BundleFault) in
      let file = try BundleManifest.file(item)
      // Files are read and written under these names.
      guard Bundle.isSafe(file.path), !file.path.contains("/"), file.path.hasSuffix(Entry.ending)
      else { throw BundleFault("“\(file.path)” không phải tên gói") }
      return Entry(
        file: file, unit: try BundleManifest.named(item, "unit"),
        campaign: try BundleManifest.named(item, "campaign"),
        period: try BundleManifest.named(item, "period"),
        essence: try BundleJSON.text(item, "essence"))
    }
    self.init(
      program: try BundleJSON.text(node, "program"), day: try BundleJSON.text(node, "day"),
      entries: entries)
  }
}
