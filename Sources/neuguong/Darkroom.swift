import Content
import Diagnostics
import Digests
import Images
import Publication
import Site
import Synchronization

/// Makes the files of pictures, or takes them from the cache; one serves all workers.
final class Darkroom: Sendable {
  private let source: ContentSource
  private let cache: ArtefactCache?
  /// Whose turn it is to have a huge picture in memory.
  private let hugeTurn = Mutex<Void>(())

  /// From so many pixels on (some 100 MB) one picture at a time is decoded.
  private static let huge = 32_000_000

  init(source: ContentSource, cache: ArtefactCache?) {
    self.source = source
    self.cache = cache
  }

  /// The files of a picture; none if it is broken, which is told at the text that shows it.
  func files(
    of picture: Picture, at location: Location, into bag: inout DiagnosticBag
  ) -> [OutputFile] {
    let keys = picture.files.map { file in
      ArtefactKey(
        maker: PictureForge.version,
        parameters: [file.form.description] + picture.files.map(\.form.description),
        inputs: [picture.fingerprint])
    }
    let kept = keys.map { cache?.get($0) }
    var contents = kept.compactMap(\.self)
    if contents.count < keys.count {
      guard let made = make(picture, at: location, into: &bag) else { return [] }
      for (key, bytes) in zip(keys, made) { cache?.put(bytes, for: key) }
      contents = made
    }
    return zip(picture.files, contents).map { file, bytes in
      OutputFile(path: file.path, bytes: bytes, origin: picture.source)
    }
  }

  /// Tells what making the files of a picture would tell, for a check; nothing is resized.
  func inspect(_ picture: Picture, at location: Location, into bag: inout DiagnosticBag) {
    do throws(ContentFault) {
      let bytes = try source.read(picture.source)
      do throws(ImageError) {
        let head = try ImageFile.head(bytes)
        // A photo is decoded in an eighth, which finds what is cut short as well.
        guard head.width * head.height >= Self.huge else {
          _ = try ImageFile.read(bytes, reach: 1)
          return
        }
        _ = try hugeTurn.withLock { _ throws(ImageError) in
          try ImageFile.read(bytes, reach: 1)
        }
      } catch {
        tell(error, of: picture, at: location, into: &bag)
      }
    } catch {
      bag.add(error.diagnostic(of: picture.source))
    }
  }

  private func tell(
    _ error: ImageError, of picture: Picture, at location: Location,
    into bag: inout DiagnosticBag
  ) {
    bag.error(
      "image.unusable", at: location, "Ảnh “\(picture.source)” \(error.message).",
      help: error.help)
  }

  private func make(
    _ picture: Picture, at location: Location, into bag: inout DiagnosticBag
  ) -> [[UInt8]]? {
    do throws(ContentFault) {
      let bytes = try source.read(picture.source)
      guard SHA256(of: bytes) == picture.fingerprint else {
        bag.error(
          "image.changed", at: location,
          "Ảnh “\(picture.source)” bị sửa trong khi đang dựng trang.", help: "Hãy chạy lại.")
        return nil
      }
      do throws(ImageError) {
        let head = try ImageFile.head(bytes)
        let forms = picture.files.map(\.form)
        guard head.width * head.height >= Self.huge else {
          return try PictureForge.make(bytes, forms)
        }
        return try hugeTurn.withLock { _ throws(ImageError) in
          try PictureForge.make(bytes, forms)
        }
      } catch {
        tell(error, of: picture, at: location, into: &bag)
      }
    } catch {
      bag.add(error.diagnostic(of: picture.source))
    }
    return nil
  }
}
