import Campaigns
import Diagnostics

/// A text of the folder with the name by which findings in it are waived.
struct NamedProse {
  var record: String
  var prose: Prose
}

extension Archive {
  /// The texts that papers are made of: plans and the parts of reports that units write.
  var officialProse: [NamedProse] {
    campaigns.map { NamedProse(record: $0.id, prose: $0.prose) }
      + narratives.map { NamedProse(record: $0.prose.location.file, prose: $0.prose) }
  }

  /// Every Markdown text of the folder.
  var allProse: [NamedProse] {
    officialProse + stories.map { NamedProse(record: $0.slug, prose: $0.prose) }
      + pages.map { NamedProse(record: $0.slug, prose: $0.prose) }
      + units.compactMap { unit in
        unit.introduction.map { NamedProse(record: unit.id, prose: $0) }
      }
  }
}

extension Prose {
  /// The lines with their place in the file.
  var lines: [(bytes: ArraySlice<UInt8>, place: Location)] {
    var line = location.line - 1
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { text in
      line += 1
      return (text, Location(file: location.file, line: line))
    }
  }
}
