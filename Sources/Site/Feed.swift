import Campaigns
import Diagnostics
import Markup
import Vietnamese

/// The newest stories of a channel with what both formats tell of them.
struct Feed {
  struct Entry {
    /// Stays when the site moves, so that no reader's program takes an old story for a new one.
    var id: String
    var address: String
    var title: String
    var published: String
    var updated: String
    var author: String
    var summary: String?
    /// The whole text, its links and pictures with absolute addresses.
    var html: String?
    /// Absolute address of its picture.
    var image: String?
    var tags: [String]
  }

  let channel: FeedIndex.Channel
  let language: String
  let base: String
  /// What ids begin with: the address that the site had first.
  let root: String
  let entries: [Entry]

  init(_ channel: FeedIndex.Channel, _ plan: SitePlan, _ base: String) {
    let root = Address.web(plan.model.settings.feedBase).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    self.channel = channel
    self.base = base
    self.root = root ?? base
    // The stories are told in Vietnamese, whatever language the pages speak.
    language = Language.vietnamese.rawValue
    entries = channel.stories.map {
      Self.entry($0, channel, plan, base: base, root: root ?? base)
    }
  }

  private static func entry(
    _ place: Int, _ channel: FeedIndex.Channel, _ plan: SitePlan, base: String, root: String
  ) -> Entry {
    let story = plan.model.stories[place]
    let page = PlannedPage(Address.story(story.slug), .story(place), story.title)
    let prose = ProseWriter(plan: plan, page: page, root: base, isForFeed: true)
    // What is wrong with the text is told where its page is made.
    var told = DiagnosticBag()
    let path = Address.pretty(page.path)
    let image = story.image.flatMap { prose.imagePath($0, at: story.location) }.map { base + $0 }
    var entry = Entry(
      id: root + path, address: base + path, title: story.title, published: time(story.date),
      updated: time(story.changed), author: story.author ?? channel.author,
      summary: story.summary, image: image, tags: story.tags)
    if channel.isFull {
      var html = ""
      if let image {
        var picture = MarkupText()
        picture.empty("img", [("src", image), ("alt", story.imageAlt ?? "")])
        html = "<p>\(String(decoding: picture.bytes.dropLast(), as: UTF8.self))</p>\n"
      }
      html += String(decoding: prose.html(story.prose, offset: 1, into: &told), as: UTF8.self)
      entry.html = nfc(html)
    }
    return entry
  }

  /// When the newest of the changes was; there is an entry always.
  var updated: String { entries.map(\.updated).max() ?? "" }

  var address: String { base + Address.pretty(channel.page) }

  /// Stories are dated by the day; Vietnam keeps one time, seven hours ahead.
  private static func time(_ day: PlainDate) -> String { "\(day.iso)T00:00:00+07:00" }

  /// The media type of a picture by its name, as enclosures must tell it.
  static func mediaType(of image: String) -> String? {
    switch image.split(separator: ".").last?.lowercased() {
    case "jpg", "jpeg": "image/jpeg"
    case "png": "image/png"
    case "webp": "image/webp"
    default: nil
    }
  }
}
