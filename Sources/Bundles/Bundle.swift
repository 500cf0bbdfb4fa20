import Digests
package import Zip

/// A bundle as bytes: a ZIP of the files of one unit, campaign and period, with its manifest first.
package enum Bundle {
  /// Already packed by themselves: to pack them again takes time and saves nothing.
  private static let packed: Set<String> = ["pdf", "docx", "xlsx", "png", "jpg", "webp", "zip"]

  /// The ZIP of these files with a manifest about them.
  ///
  /// - Throws: `ZipError` for a path that leaves the bundle, or two files of one path.
  package static func zip(
    _ manifest: BundleManifest, files: [(path: String, bytes: [UInt8])]
  ) throws(ZipError) -> [UInt8] {
    let entries = files.sorted { $0.path.comesBefore($1.path) }.map { file in
      ZipWriter.Entry(file.path, file.bytes, compressed: !packed.contains(ending(of: file.path)))
    }
    return try ZipWriter.zip(
      [ZipWriter.Entry(BundleManifest.path, manifest.bytes)] + entries)
  }

  private static func ending(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
  }

  /// What differs between a bundle and its own manifest.
  package enum Difference: Sendable, Hashable {
    /// The manifest names a file that is not there.
    case missing(String)
    /// A file that the manifest does not name.
    case stranger(String)
    /// A file with other bytes than the manifest says.
    case changed(String)
    /// A file that cannot be unpacked.
    case damaged(String, String)
    /// Two files of one name, of which programs would unpack one or the other.
    case doubled(String)
    /// A path that leads out of the folder it is unpacked into, or that not every system can write.
    case unsafe(String)

    /// In words for the user.
    package var text: String {
      switch self {
      case .missing(let path): "thiếu “\(path)”"
      case .stranger(let path): "có thêm “\(path)” mà manifest.json không ghi"
      case .changed(let path): "“\(path)” đã bị sửa: nội dung khác với manifest.json"
      case .damaged(let path, let why): "“\(path)” bị hỏng: \(why)"
      case .doubled(let path): "có hai tệp cùng tên “\(path)”"
      case .unsafe(let path): "đường dẫn “\(path)” không an toàn"
      }
    }
  }

  /// Opens a bundle and compares every file in it with its manifest.
  ///
  /// - Returns: the manifest, and the differences by path; none if the bundle is as it was made.
  /// - Throws: `BundleFault` if the bytes are no bundle at all.
  package static func verify(
    _ bytes: [UInt8]
  ) throws(BundleFault) -> (manifest: BundleManifest, differences: [Difference]) {
    let manifest = try manifest(of: bytes)
    do throws(ZipError) {
      return (manifest, differences(try ZipReader(bytes), manifest))
    } catch {
      throw BundleFault(error.message)
    }
  }

  /// What a bundle says of itself; whether that is so, `verify` finds out.
  ///
  /// - Throws: `BundleFault` if the bytes are no bundle at all.
  package static func manifest(of bytes: [UInt8]) throws(BundleFault) -> BundleManifest {
    let found: [UInt8]?
    do throws(ZipError) {
      found = try ZipReader(bytes).read(BundleManifest.path)
    } catch {
      throw BundleFault(error.message)
    }
    guard let found else { throw BundleFault("trong tệp nén không có \(BundleManifest.path)") }
    return try BundleManifest(reading: found)
  }

  private static func differences(
    _ reader: borrowing ZipReader, _ manifest: BundleManifest
  ) -> [Difference] {
    var wanted: [String: BundleManifest.File] = [:]
    for file in manifest.files { wanted[file.path] = file }
    var found: [(path: String, difference: Difference)] = []
    var seen: Set<String> = []
    for (place, entry) in reader.entries.enumerated() {
      let path = entry.name
      if !isSafe(path) { found.append((path, .unsafe(path))) }
      guard seen.insert(path).inserted else {
        found.append((path, .doubled(path)))
        continue
      }
      if path == BundleManifest.path { continue }
      guard let file = wanted.removeValue(forKey: path) else {
        found.append((path, .stranger(path)))
        continue
      }
      do throws(ZipError) {
        let bytes = try reader.read(at: place)
        if BundleManifest.File(path: path, bytes: bytes) != file {
          found.append((path, .changed(path)))
        }
      } catch {
        found.append((path, .damaged(path, error.message)))
      }
    }
    for path in wanted.keys { found.append((path, .missing(path))) }
    return found.sorted { $0.path.comesBefore($1.path) }.map(\.difference)
  }

  /// Relative, without `..`, and with no character that Windows forbids in names.
  static func isSafe(_ path: String) -> Bool {
    let forbidden = Set("\\:*?\"<>|".utf8)
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".." && !$0.hasSuffix(".") && !$0.hasSuffix(" ")
    } && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !forbidden.contains($0) }
  }
}
