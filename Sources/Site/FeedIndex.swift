import Campaigns
import Diagnostics

/// Which feeds the site has: one of all stories, and one of each unit and campaign with any.
///
/// Feeds name absolute addresses, so there is none where the site's own is not known.
struct FeedIndex: Sendable {
  /// Entries that a feed has at most.
  static let limit = 30

  /// One feed, which is written in both formats.
  struct Channel: Sendable {
    var title: String
    var subtitle: String?
    /// Whose stories they are, where one does not name its writer.
    var author: String
    /// The page that it is the feed of.
    var page: String
    /// Places of its stories, newest first.
    var stories: ArraySlice<Int>
    /// Whether it has whole texts; else their summaries.
    ///
    /// Only that of the site: a thousand units' would make a large site twice as large.
    var isFull = false

    var atom: String { Address.atomFeed(of: page) }
    var json: String { Address.jsonFeed(of: page) }
  }

  private let model: SiteModel

  init(_ model: SiteModel) { self.model = model }

  var site: Channel? {
    let settings = model.settings
    return channel(
      settings.title, settings.tagline, author: publisher, Address.home,
      model.stories.indices.prefix(Self.limit).map { $0 }[...], isFull: true)
  }

  func channel(ofUnit id: String) -> Channel? {
    guard let name = model.directory.name(ofUnit: id) else { return nil }
    return channel(
      "\(name) | \(model.settings.title)", nil, author: name, Address.unit(id),
      model.directory.stories(of: id).prefix(Self.limit))
  }

  func channel(ofCampaign id: String) -> Channel? {
    guard let campaign = model.directory.campaign(id) else { return nil }
    return channel(
      "\(campaign.displayTitle) | \(model.settings.title)", campaign.theme ?? campaign.title,
      author: publisher, Address.campaign(id),
      model.directory.stories(ofCampaign: id).prefix(Self.limit))
  }

  private func channel(
    _ title: String, _ subtitle: String?, author: String, _ page: String,
    _ stories: ArraySlice<Int>, isFull: Bool = false
  ) -> Channel? {
    if model.baseURL == nil || stories.isEmpty { return nil }
    return Channel(
      title: title, subtitle: subtitle, author: author, page: page, stories: stories,
      isFull: isFull)
  }

  private var publisher: String {
    model.settings.publisher.flatMap { model.directory.unit($0)?.name } ?? model.settings.title
  }

  /// Those that a page tells readers' programs of.
  func channels(on page: PlannedPage) -> [Channel] {
    let own: Channel? =
      switch page.kind {
      case .unit(let id): channel(ofUnit: id)
      case .campaign(let id): channel(ofCampaign: id)
      default: nil
      }
    return [site, own].compactMap(\.self)
  }

  var all: [Channel] {
    let archive = model.archive
    return [site].compactMap(\.self) + archive.units.compactMap { channel(ofUnit: $0.id) }
      + archive.campaigns.compactMap { channel(ofCampaign: $0.id) }
  }

  func files(_ plan: SitePlan, _ base: String) -> [SiteAssets.File] {
    all.flatMap { channel in
      let feed = Feed(channel, plan, base)
      return [
        SiteAssets.File(path: channel.atom, bytes: feed.atom()),
        SiteAssets.File(path: channel.json, bytes: feed.json()),
      ]
    }
  }
}
