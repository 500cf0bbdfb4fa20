import Bundles
import Content
import Diagnostics
import Terminal

extension Verb {
  static let verify = Verb(
    name: "verify", summary: "đối chiếu các gói với mục lục của chúng",
    details: [
      "Với một gói: từng tệp trong gói có đúng như manifest.json ghi không, thiếu hay thừa tệp nào. "
        + "Với một thư mục: thêm mục lục index.json, SHA256SUMS và mọi gói trong đó. Sai một điều thì "
        + "mã kết thúc là 1."
    ],
    examples: [
      Example("verify bundles", "cả thư mục"), Example("verify bundles/*.zip", "từng gói"),
    ],
    operands: [.some(.file("GÓI"), "tệp ZIP, hoặc thư mục có index.json")], options: [.quiet])
}

/// `verify`: compares bundles with what they say of themselves.
enum VerifyCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    var isFine = true
    func tell(_ path: String, _ faults: [String], files: Int) {
      for fault in faults { Console.out("\(path): \(fault)\n") }
      if !faults.isEmpty {
        isFine = false
      } else if !arguments.has("quiet") {
        Console.out("\(path): đúng, \(files) tệp\n")
      }
    }
    for path in arguments.positionals {
      guard InputFile.isFolder(path) || path.hasSuffix(BundleIndex.path) else {
        let (faults, files) = Self.faults(of: try InputFile.read(path))
        tell(path, faults, files: files)
        continue
      }
      let (index, folder) = try BundleSource.index(path)
      var faults: [String] = []
      var bundles: [(path: String, faults: [String], files: Int)] = []
      for entry in index.entries {
        // Each is read once, for what the index says of it and for what is in it.
        guard let bytes = try? InputFile.read(folder + entry.file.path) else {
          faults.append("thiếu gói “\(entry.file.path)”")
          continue
        }
        if BundleManifest.File(path: entry.file.path, bytes: bytes) != entry.file {
          faults.append("gói “\(entry.file.path)” khác với \(BundleIndex.path)")
        }
        let (own, files) = Self.faults(of: bytes)
        bundles.append((folder + entry.file.path, own, files))
      }
      tell(path, faults + Self.faults(of: index, in: folder), files: index.entries.count)
      for bundle in bundles { tell(bundle.path, bundle.faults, files: bundle.files) }
    }
    return isFine ? .fine : .content
  }

  private static func faults(of bundle: [UInt8]) -> (faults: [String], files: Int) {
    do throws(BundleFault) {
      let (manifest, differences) = try Bundle.verify(bundle)
      return (differences.map(\.text), manifest.files.count)
    } catch {
      return ([error.message], 0)
    }
  }

  /// What is wrong with the files of a folder beside the bundles that its index tells of.
  private static func faults(of index: BundleIndex, in folder: String) -> [String] {
    var faults: [String] = []
    let known = Set(index.entries.map(\.file.path))
    var ignored = DiagnosticBag()
    for file in ContentSource.folder(folder).files(into: &ignored) ?? []
    where file.hasSuffix(".zip") && !known.contains(file) {
      faults.append("có thêm gói “\(file)” mà \(BundleIndex.path) không ghi")
    }
    if (try? InputFile.read(folder + BundleIndex.sumsPath)) != index.sums {
      faults.append("\(BundleIndex.sumsPath) không khớp với \(BundleIndex.path)")
    }
    return faults
  }
}
