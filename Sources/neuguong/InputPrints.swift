import Bundles
import Content
import Synchronization

/// The fingerprints of files of the content folder, each reckoned once for all who ask.
final class InputPrints: Sendable {
  private let source: ContentSource
  private let known = Mutex<[String: BundleManifest.File]>([:])

  init(_ source: ContentSource) { self.source = source }

  /// - Throws: `Stop` if one of them is gone or unreadable since it was read.
  func files(_ paths: Set<String>) throws(Stop) -> [BundleManifest.File] {
    var files: [BundleManifest.File] = []
    for path in paths.sorted() { files.append(try file(path)) }
    return files
  }

  private func file(_ path: String) throws(Stop) -> BundleManifest.File {
    if let file = known.withLock({ $0[path] }) { return file }
    do throws(ContentFault) {
      let file = BundleManifest.File(path: path, bytes: try source.read(path))
      known.withLock { $0[path] = file }
      return file
    } catch {
      throw Stop(
        exit: .machine, text: "“\(path)” đã đổi hoặc mất trong khi đóng gói; hãy chạy lại.")
    }
  }
}
