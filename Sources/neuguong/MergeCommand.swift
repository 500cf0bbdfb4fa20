import Bundles
import Publication
import Terminal

extension Verb {
  static let merge = Verb(
    name: "merge", summary: "gộp các phần đã đóng gói riêng (bundle --shard) thành một",
    details: [
      "Chép mọi gói và gộp các mục lục; kết quả bằng đúng từng byte với khi một máy đóng gói tất cả. "
        + "Gói nào không khớp với mục lục của nó thì dừng, không ghi gì."
    ],
    examples: [Example("merge bundles-1 bundles-2 --output bundles", "gộp hai phần")],
    operands: [.some(.folder("PHẦN"), "các thư mục có index.json")],
    options: [.output("bundles"), .quiet])
}

/// `merge`: one folder of bundles out of those of several machines.
enum MergeCommand {
  static func run(_ arguments: Arguments) throws -> Exit {
    let output = arguments.value("output") ?? "bundles"
    var parts: [(index: BundleIndex, folder: String)] = []
    for path in arguments.positionals {
      let part = try BundleSource.index(path)
      try Publisher.refuseOverlap(output: output, content: part.folder.isEmpty ? "." : part.folder)
      parts.append(part)
    }
    let whole: BundleIndex
    do throws(BundleFault) {
      whole = try BundleIndex(merging: parts.map(\.index))
    } catch {
      throw Stop(exit: .content, text: error.message)
    }
    let publisher = try Publisher(output: output)
    let brake = Brake(publisher)
    do {
      try copy(parts, to: publisher, until: brake)
      try publisher.write(
        OutputFile(path: BundleIndex.path, bytes: whole.bytes, origin: "mục lục các gói"))
      try publisher.write(
        OutputFile(path: BundleIndex.sumsPath, bytes: whole.sums, origin: "mục lục các gói"))
    } catch {
      publisher.abandon()
      throw error
    }
    try brake.check()
    _ = try publisher.commit()
    Console(isQuiet: arguments.has("quiet")).say("\(output): \(whole.entries.count) gói")
    return .fine
  }

  private static func copy(
    _ parts: [(index: BundleIndex, folder: String)], to publisher: Publisher, until brake: Brake
  ) throws {
    var copied: Set<String> = []
    for (index, folder) in parts {
      for entry in index.entries where copied.insert(entry.file.path).inserted {
        try brake.check()
        let path = folder + entry.file.path
        let bytes = try InputFile.read(path)
        guard BundleManifest.File(path: entry.file.path, bytes: bytes) == entry.file else {
          throw Stop(exit: .content, text: "“\(path)” khác với \(folder)\(BundleIndex.path).")
        }
        try publisher.write(
          OutputFile(path: entry.file.path, bytes: bytes, origin: "gói \(path)"))
      }
    }
  }
}
