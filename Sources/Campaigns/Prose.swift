package import Diagnostics

/// Markdown text of a story, plan or introduction, not yet parsed.
///
/// The bytes are a slice of the whole file, so that the front matter before them costs nothing and
/// positions found in the text can be told as lines of the file.
package struct Prose: Sendable {
  package var bytes: ArraySlice<UInt8>
  /// The first line of the text in its file.
  package var location: Location

  package init(bytes: ArraySlice<UInt8>, location: Location) {
    self.bytes = bytes
    self.location = location
  }

  package var isEmpty: Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }
}
