package import Campaigns
package import Content
package import Diagnostics
import Digests
import Images
import Synchronization

/// The pictures and documents that pages show or offer, found while pages are rendered.
///
/// A page that names a picture gets its size and the paths of its files at once; the files are made
/// afterwards, those of `pictures` by `PictureForge`, and `documents` are copied. What no page names
/// is not in the output, and what may not be published cannot be named. One book serves all workers;
/// its answers do not depend on their order.
package final class PictureBook: Sendable {
  package enum Answer: Sendable {
    case picture(Picture)
    /// Somebody in it did not consent, or its story is not published.
    case withheld
    case missing
    case unusable(why: String, help: String)
  }

  /// A document that is copied as it is.
  package struct Document: Sendable, Hashable {
    package var source: String
    package var path: String
    /// The text that names it, for messages.
    package var location: Location
  }

  private let source: ContentSource
  private let media: Set<String>
  private let withheld: Set<String>
  /// A rehearsal looks at the heads of files only, and nothing is made of its pictures.
  private let isRehearsal: Bool
  private let state = Mutex<State>(State())

  private struct Key: Hashable {
    var path: String
    var use: Picture.Use
  }

  private struct State: Sendable {
    var known: [Key: Answer] = [:]
    /// Pictures to make by their names, with the first place that shows each.
    var wanted: [String: (picture: Picture, location: Location)] = [:]
    var documents: [String: Document] = [:]
    /// Files with a position, which is a thing to know but not to mend.
    var positioned: Set<String> = []
  }

  package init(_ source: ContentSource, archive: Archive, isRehearsal: Bool = false) {
    self.source = source
    media = Set(archive.media)
    withheld = Set(archive.withheldMedia)
    self.isRehearsal = isRehearsal
  }

  // MARK: What pages ask

  /// The picture that an address in the text of `file` means; asking for it puts it on the site.
  package func find(
    _ url: String, in location: Location, as use: Picture.Use = .page
  ) -> Answer {
    guard let path = path(of: url, in: location.file) else { return .missing }
    if withheld.contains(path) { return .withheld }
    let key = Key(path: path, use: use)
    let answer = state.withLock { $0.known[key] } ?? look(at: key)
    state.withLock { state in
      state.known[key] = answer
      guard case .picture(let picture) = answer else { return }
      if let known = state.wanted[picture.name],
        (known.picture.source, known.location) <= (picture.source, location)
      {
        return
      }
      state.wanted[picture.name] = (picture, location)
    }
    return answer
  }

  /// The output path of a document that an address means, if it is one that may be copied.
  func document(_ url: String, in location: Location) -> String? {
    guard let path = path(of: url, in: location.file), MediaKinds.isDocument(path),
      !withheld.contains(path)
    else { return nil }
    let output = MediaKinds.output(ofDocument: path)
    state.withLock { state in
      if let known = state.documents[output], known.location <= location { return }
      state.documents[output] = Document(source: path, path: output, location: location)
    }
    return output
  }

  /// The file of the content folder that an address means, whatever it is.
  func path(of url: String, in file: String) -> String? {
    for candidate in MediaAddress.candidates(for: url, in: file) {
      // As the disk writes it: two forms of one letter are equal here but not there.
      if let place = media.firstIndex(of: candidate) { return media[place] }
    }
    return nil
  }

  func isWithheld(_ path: String) -> Bool { withheld.contains(path) }

  /// Addresses to suggest for a misspelt one.
  var names: [String] { media.filter(MediaKinds.isPicture).map { "/" + $0 }.sorted() }

  private func look(at key: Key) -> Answer {
    if MediaKinds.ending(of: key.path) == "svg" {
      return .unusable(
        why: "là ảnh SVG, loại có thể chứa mã chạy trong trình duyệt của người đọc",
        help: "Xuất ảnh ra PNG (trong Inkscape: Tệp → Xuất PNG) rồi dùng tệp PNG.")
    }
    do throws(ContentFault) {
      if isRehearsal, let head = try? ImageFile.head(try source.read(key.path, first: 1 << 18)) {
        // Not of the bytes, but two files stay two.
        return answer(key, head, SHA256(of: Array(key.path.utf8)))
      }
      let bytes = try source.read(key.path)
      do throws(ImageError) {
        return answer(key, try ImageFile.head(bytes), SHA256(of: bytes))
      } catch {
        return .unusable(why: error.message, help: error.help)
      }
    } catch {
      return .unusable(why: "không đọc được", help: error.diagnostic(of: key.path).summary)
    }
  }

  private func answer(_ key: Key, _ head: ImageFile.Head, _ fingerprint: SHA256) -> Answer {
    if head.hasPosition { state.withLock { _ = $0.positioned.insert(key.path) } }
    return .picture(
      Picture(source: key.path, fingerprint: fingerprint, head: head, use: key.use))
  }

  // MARK: What is left to do

  /// Pictures to make, by name; each with the first text that shows it.
  package var pictures: [(picture: Picture, location: Location)] {
    state.withLock { state in
      state.wanted.keys.sorted().compactMap { state.wanted[$0] }
    }
  }

  package var documents: [Document] {
    state.withLock { $0.documents.values.sorted { $0.path < $1.path } }
  }

  /// The picture of which a file of the site is made, with the first text that shows it.
  package func picture(ofFile path: String) -> (picture: Picture, location: Location)? {
    // `media/vuon-rau-1f0c9a2b-800.webp` is named after its picture.
    guard let end = path.lastIndex(of: "-"),
      let found = state.withLock({ $0.wanted[String(path[..<end])] }),
      found.picture.files.contains(where: { $0.path == path })
    else { return nil }
    return found
  }

  package func document(ofFile path: String) -> Document? {
    state.withLock { $0.documents[path] }
  }

  /// What there is to know of the files that were used.
  package var notes: DiagnosticBag {
    var bag = DiagnosticBag()
    for path in state.withLock({ $0.positioned }).sorted() {
      var note = Diagnostic(
        "image.position", .note, at: Location(file: path),
        "Ảnh “\(path)” có ghi nơi chụp; trang web không có phần đó.",
        help: "Không phải làm gì; nếu chia sẻ thư mục nội dung thì nên xóa vị trí khỏi tệp gốc.")
      note.rule = Diagnostic.Rule(
        code: "L04", citation: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15", record: nil)
      bag.add(note)
    }
    return bag
  }
}
