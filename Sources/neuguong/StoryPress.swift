import Campaigns
import Content
import Diagnostics
import Digests
import Documents
import Images
import Markdown
import Print
import Publication
import Site
import Synchronization
import Vietnamese

/// Prints stories as PDF to save (NĐ 42/2022/NĐ-CP); one per worker, since a font set is not shared.
struct StoryPress {
  private let writer: PDFWriter
  private let fontPrint: SHA256
  private let builder: ArticleBuilder
  private let settings: SiteSettings
  private let names: Directory
  private let base: String?
  private let pictures: PictureBook
  /// Pictures that a paper must not show: some consent to the site alone.
  private let withheld: Set<String>
  private let darkroom: Darkroom
  private let cache: ArtefactCache
  private let parser = MarkdownParser()

  /// Raised whenever the same story would be printed otherwise.
  private static let edition = "1"

  /// The stories that have a PDF: those on the site that may be handed out on paper too.
  static func stories(_ workspace: Workspace) -> [Story] {
    let directory = workspace.directory
    guard directory.archive.settings.hasStoryPDF else { return [] }
    let shown = Set(directory.archive.stories.map(\.slug))
    return workspace.papers.archive.stories.filter { shown.contains($0.slug) }
  }

  /// - Parameter lock: fonts are opened and first used by one worker at a time, see `ReportPress`.
  /// - Throws: `Stop` if the machine lacks a font.
  init(
    _ workspace: Workspace, base: String?, fontFolder: String?, cache: ArtefactCache,
    lock: borrowing Mutex<Void>
  ) throws(Stop) {
    names = workspace.papers
    settings = workspace.papers.archive.settings
    builder = ArticleBuilder(directory: workspace.papers, base: base)
    self.base = base
    pictures = workspace.pictures
    withheld = Set(workspace.papers.archive.withheldMedia)
    darkroom = Darkroom(source: workspace.source, cache: cache)
    self.cache = cache
    let builder = builder
    let parser = parser
    let made: Result<(PDFWriter, SHA256), PrintError> = lock.withLock { _ in
      do throws(PrintError) {
        let fonts = try FontSet(folder: fontFolder ?? FontSet.defaultFolder)
        let writer = PDFWriter(fonts: fonts, profile: .article)
        if let story = workspace.papers.archive.stories.first {
          var ignored = DiagnosticBag()
          let text = parser.parse(
            story.prose.bytes, file: story.prose.location.file,
            firstLine: story.prose.location.line, into: &ignored)
          let article = builder.article(story, text: text, lead: nil, images: [:], page: "")
          _ = try writer.pdf(article, name: story.location.file, into: &ignored)
        }
        return .success((writer, SHA256(of: fonts.bytes)))
      } catch { return .failure(error) }
    }
    switch made {
    case .success((let writer, let print)):
      self.writer = writer
      fontPrint = print
    case .failure(let error): throw Stop(exit: .machine, text: error.message)
    }
  }

  /// The PDF of a story; nil if it cannot be printed, which is told once, here or on its page.
  func file(_ story: Story, into bag: inout DiagnosticBag) throws(Stop) -> OutputFile? {
    // What is wrong with text and pictures is told where the page is made.
    var ignored = DiagnosticBag()
    let prose = story.prose
    let text = parser.parse(
      prose.bytes, file: prose.location.file, firstLine: prose.location.line, into: &ignored)
    let lead = story.image.flatMap { picture($0, at: story.location) }
    var found: [(url: String, picture: Picture)] = []
    for link in text.links where link.isImage && !found.contains(where: { $0.url == link.url }) {
      if let picture = picture(link.url, at: link.location) { found.append((link.url, picture)) }
    }
    let key = ArtefactKey(
      maker: "story pdf \(Self.edition)", parameters: parameters(of: story),
      inputs: [fontPrint, SHA256(of: Array(prose.bytes))]
        + ([lead].compactMap(\.self) + found.map(\.picture)).map(\.fingerprint))
    let path = Address.storyPDF(story.slug)
    let origin = "bản PDF của bài “\(story.title)”"
    if let kept = cache.get(key) { return OutputFile(path: path, bytes: kept, origin: origin) }
    var images: [String: DocumentImage] = [:]
    for (url, picture) in found { images[url] = image(picture, alternative: "") }
    let article = builder.article(
      story, text: text,
      lead: lead.flatMap { image($0, alternative: story.imageAlt ?? story.title) },
      images: images, page: Address.pretty(Address.story(story.slug)))
    var told = DiagnosticBag()
    do throws(PrintError) {
      guard let bytes = try writer.pdf(article, name: story.location.file, into: &told) else {
        for problem in told.sorted {
          bag.warning(
            "story.without-pdf", at: story.location,
            "Bài “\(story.title)” không có bản PDF: \(problem.summary)", help: problem.help ?? "")
        }
        return nil
      }
      cache.put(bytes, for: key)
      return OutputFile(path: path, bytes: bytes, origin: origin)
    } catch { throw Stop(exit: .machine, text: error.message) }
  }

  /// What the paper says beside its text.
  private func parameters(of story: Story) -> [String] {
    let unit = story.unit.flatMap { names.name(ofUnit: $0) }
    let campaign = story.campaign.flatMap { names.title(ofCampaign: $0) }
    let person = story.person.flatMap(names.person).map {
      "\($0.title ?? "") \($0.name) \($0.position ?? "") \($0.consents == true)"
    }
    let words: [String?] = [
      settings.title, base, story.slug, story.title, story.date.iso, story.summary, story.quote,
      story.author, story.source, story.kind?.title, unit, campaign, person, story.image,
      story.imageAlt, story.imageCredit, "\(story.isSample)",
    ]
    // That there is no word is not the same as an empty one.
    return words.map { $0.map { "=" + $0 } ?? "-" }
      + story.facts.flatMap { [$0.label, $0.value] }
  }

  // MARK: Pictures

  private func picture(_ url: String, at location: Location) -> Picture? {
    guard case .picture(let found) = pictures.find(url, in: location),
      !withheld.contains(found.source)
    else { return nil }
    return found
  }

  /// The largest JPEG or PNG that a page shows; nil for a broken one, which the build tells.
  private func image(_ picture: Picture, alternative: String) -> DocumentImage? {
    var ignored = DiagnosticBag()
    let share = picture.share
    let none = Location(file: picture.source)
    guard
      let file = darkroom.files(of: picture, at: none, into: &ignored)
        .first(where: { $0.path == share.path })
    else { return nil }
    return DocumentImage(
      bytes: file.bytes, format: share.form.format == .png ? .png : .jpeg,
      width: share.form.width, height: share.form.height, alternative: alternative)
  }
}
