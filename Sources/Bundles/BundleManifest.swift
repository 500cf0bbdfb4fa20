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
  package struct Named: Sendable, Hashable, Identifiable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// A figure that a report states, and the cells of the data that it comes from.
  package struct Figure: Sendable, Hashable {
    /// A cell by the file that it stands in; where that is a table, by the spreadsheet's name too.
    package struct Cell: Sendable, Hashable {
      package var file: String
      package var line: Int
      package var name: String?

      package init(file: String, line: Int, name: String?) {
        self.file = file
        self.line = line
        self.name = name
      }
    }

    /// The id of the report.
    package var report: String
    /// As it is printed.
    package var text: String
    /// What it is the figure of: `Học sinh hoàn thành chương trình, năm học 2023-2024`.
    package var meaning: String
    /// How it follows from the cells; nil for one that is read as it stands.
    package var rule: String?
    package var cells: [Cell]

    package init(report: String, text: String, meaning: String, rule: String?, cells: [Cell]) {
      self.report = report
      self.text = text
      self.meaning = meaning
      self.rule = rule
      self.cells = cells
    }
  }

  /// A story on the unit's pages.
  package struct Story: Sendable, Hashable, Identifiable {
    package var id: String
    package var title: String
    /// SHA-256 of what it says.
    package var sha256: String

    package init(id: String, title: String, sha256: String) {
      self.id = id
      self.title = title
      self.sha256 = sha256
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
  /// The reports, by the names of their files without an ending.
  package var reports: [Named]
  /// What the reports state, in the order of their texts.
  package var figures: [Figure]
  package var stories: [Story]
  /// Files of the content that everything was made from, by path.
  package var inputs: [File]
  /// Files of the bundle, by path, without the manifest itself.
  package var files: [File]
  /// A fingerprint of all that the files come from: equal when a new run would give equal files.
  package var essence: String

  package init(
    unit: Named, campaign: Named, period: Named, program: String, day: String,
    reports: [Named] = [], figures: [Figure] = [], stories: [Story] = [], inputs: [File],
    files: [File], essence: String
  ) {
    self.unit = unit
    self.campaign = campaign
    self.period = period
    self.program = program
    self.day = day
    self.reports = reports
    self.figures = figures
    self.stories = stories
    self.inputs = inputs.sorted { $0.path.comesBefore($1.path) }
    self.files = files.sorted { $0.path.comesBefore($1.path) }
    self.essence = essence
  }

  /// What the bundle is called among others: `thcs-a_can-giuoc-2024_2024-2025-hk1`.
  package var id: String { "\(unit.id)_\(campaign.id)_\(period.id)" }
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
