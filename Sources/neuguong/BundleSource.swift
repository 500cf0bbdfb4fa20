import Bundles
import Terminal
import Zip

/// Bundles that the command line names: a ZIP, a `manifest.json`, an `index.json` or its folder.
enum BundleSource {
  case one(BundleManifest)
  /// - Parameter folder: where the bundles lie.
  case many(BundleIndex, folder: String)

  /// - Throws: `Stop` if it is none of these.
  static func read(_ path: String) throws(Stop) -> BundleSource {
    if let folder = folder(of: path) {
      return .many(try index(InputFile.read(folder + BundleIndex.path), of: path), folder: folder)
    }
    let bytes = try InputFile.read(path)
    if bytes.starts(with: Array("PK".utf8)) { return .one(try manifest(inZip: bytes, of: path)) }
    do throws(BundleFault) {
      return .one(try BundleManifest(reading: bytes))
    } catch {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      return .many(try index(bytes, of: path), folder: folder)
    }
  }

  /// The fingerprints of what the reports of each bundle say, by its id.
  static func essences(_ path: String) throws(Stop) -> [String: String] {
    switch try read(path) {
    case .one(let manifest): [manifest.id: manifest.essence]
    case .many(let index, _):
      Dictionary(index.entries.map { ($0.id, $0.essence) }) { first, _ in first }
    }
  }

  /// The index of a folder, or that index itself; and the folder with a slash at its end.
  static func index(_ path: String) throws(Stop) -> (index: BundleIndex, folder: String) {
    guard case .many(let index, let folder) = try read(path) else {
      throw Stop(exit: .usage, text: "“\(path)” là một gói; cần thư mục có index.json.")
    }
    return (index, folder)
  }

  static func manifest(inZip bytes: [UInt8], of path: String) throws(Stop) -> BundleManifest {
    do throws(BundleFault) {
      return try Bundle.manifest(of: bytes)
    } catch {
      throw Stop(exit: .content, text: "\(path): \(error.message)")
    }
  }

  private static func index(_ bytes: [UInt8], of path: String) throws(Stop) -> BundleIndex {
    do throws(BundleFault) {
      return try BundleIndex(reading: bytes)
    } catch {
      throw Stop(exit: .content, text: "\(path): \(error.message)")
    }
  }

  /// The path with a slash at its end if it is a folder.
  private static func folder(of path: String) -> String? {
    guard InputFile.isFolder(path) else { return nil }
    return path.hasSuffix("/") ? path : path + "/"
  }
}
