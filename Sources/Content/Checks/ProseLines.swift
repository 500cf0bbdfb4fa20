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
      + stories.flatMap { story in
        story.translations.map { NamedProse(record: story.slug, prose: $0.prose) }
      }
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

/// Search by bytes; the library's own, made for any collection, takes a hundred times as long.
extension ArraySlice<UInt8> {
  func holds(_ needle: [UInt8], at start: Int) -> Bool {
    guard endIndex - start >= needle.count else { return false }
    for offset in needle.indices where self[start + offset] != needle[offset] { return false }
    return true
  }

  /// Where the bytes first stand; nil also for none.
  func place(of needle: [UInt8]) -> Range<Int>? {
    guard let head = needle.first else { return nil }
    for start in indices where self[start] == head && holds(needle, at: start) {
      return start..<start + needle.count
    }
    return nil
  }
}
