import Campaigns
import Content
import Digests
import Drawing
import Images
import Print
import Publication
import Site
import Synchronization

/// Paints share cards and icons; one per worker, since a font set is not shared.
struct CardPress {
  private let cards: CardPainter
  private let marks: MarkPainter
  private let source: ContentSource
  private let cache: ArtefactCache?
  private let fontPrint: SHA256
  /// Nil for none, or one that is no picture of pixels.
  private let logo: Bitmap?
  private let logoPrint: SHA256?

  /// Raised whenever the same card would be painted otherwise.
  private static let edition = "1"

  /// - Parameter lock: fonts are opened and first used by one worker at a time, see `ReportPress`.
  /// - Throws: `Stop` if the machine lacks a font.
  init(
    _ workspace: Workspace, fontFolder: String?, cache: ArtefactCache?,
    lock: borrowing Mutex<Void>
  ) throws(Stop) {
    source = workspace.source
    self.cache = cache
    let logo = workspace.directory.archive.settings.logo.flatMap { [source] in try? source.read($0)
    }
    self.logo = logo.flatMap { try? ImageFile.read($0, reach: 512) }
    logoPrint = logo.map { SHA256(of: $0) }
    let made: Result<(CardPainter, MarkPainter, SHA256), PrintError> = lock.withLock { _ in
      do throws(PrintError) {
        let fonts = try FontSet(folder: fontFolder ?? FontSet.defaultFolder)
        let marks = MarkPainter(fonts: fonts)
        let white = Tint(255, 255, 255)
        let mark = SiteMark(name: "Ễ", initials: "Ậ", ground: Tint(0, 0, 0), ink: white)
        _ = try marks.icon(mark, logo: nil, side: 16)
        return .success((CardPainter(fonts: fonts), marks, SHA256(of: fonts.bytes)))
      } catch { return .failure(error) }
    }
    switch made {
    case .success((let cards, let marks, let print)):
      self.cards = cards
      self.marks = marks
      fontPrint = print
    case .failure(let error): throw Stop(exit: .machine, text: error.message)
    }
  }

  // MARK: Cards

  func file(_ planned: PlannedCard) throws(Stop) -> OutputFile {
    let card = planned.card
    var inputs = [fontPrint] + [logoPrint].compactMap(\.self)
    let photo = planned.picture.flatMap { try? source.read($0) }
    if let photo { inputs.append(SHA256(of: photo)) }
    let palette = card.palette
    let key = ArtefactKey(
      maker: "share card \(Self.edition)",
      parameters: [
        card.title, card.kicker ?? "", card.unit ?? "", "\(card.hasPicture) \(logo != nil)",
        palette.ground.hex, palette.title.hex, palette.quiet.hex, palette.strip.hex,
      ] + Self.parts(of: card.mark),
      inputs: inputs)
    let bytes = try kept(key) { () throws(PrintError) in
      // A picture that cannot be read is an error of its page; the card does without.
      let picture = photo.flatMap { try? ImageFile.read($0, reach: ShareCard.width) }
      return try cards.file(card, picture: picture, logo: logo)
    }
    return OutputFile(path: planned.path, bytes: bytes, origin: "thẻ chia sẻ “\(card.title)”")
  }

  // MARK: Icons

  func files(_ icons: SiteIcons) throws(Stop) -> [OutputFile] {
    var files: [OutputFile] = []
    func add(_ path: String, _ bytes: [UInt8]) {
      files.append(OutputFile(path: path, bytes: bytes, origin: "biểu tượng của trang"))
    }
    do throws(PrintError) {
      var small: [(side: Int, png: [UInt8])] = []
      for side in SiteIcons.icoSides {
        small.append((side, try marks.icon(icons.mark, logo: logo, side: side)))
      }
      add(SiteIcons.icoPath, IconFile.bytes(small))
      for picture in SiteIcons.pictures {
        add(
          picture.path,
          try marks.icon(icons.mark, logo: logo, side: picture.side, isWhole: picture.isWhole))
      }
    } catch { throw Stop(exit: .machine, text: error.message) }
    return files
  }

  private static func parts(of mark: SiteMark) -> [String] {
    [mark.name, mark.initials, mark.ground.hex, mark.ink.hex]
  }

  private func kept(
    _ key: ArtefactKey, _ make: () throws(PrintError) -> [UInt8]
  ) throws(Stop) -> [UInt8] {
    do throws(PrintError) {
      guard let cache else { return try make() }
      return try cache.bytes(for: key, make: make)
    } catch { throw Stop(exit: .machine, text: error.message) }
  }
}
