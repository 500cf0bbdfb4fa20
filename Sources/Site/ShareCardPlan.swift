import Campaigns
import Content
import Diagnostics
package import Drawing
import Templating

/// A share card that will be written beside its page.
package struct PlannedCard: Sendable {
  /// Path in the output, such as `guong/co-a/chia-se.png`.
  package var path: String
  package var card: ShareCard
  /// The picture's path in the content folder.
  package var picture: String?
}

/// Which pages have a card of their own: stories, units and campaigns; all others share one.
package struct ShareCardPlan: Sendable {
  let theme: ShareTheme
  let isOn: Bool
  private let pictures: PictureBook

  init(_ archive: Archive, pictures: PictureBook) {
    theme = ShareTheme(archive.settings)
    isOn = archive.settings.hasShareCards
    self.pictures = pictures
  }

  /// The content path of a story's picture, if it may be shown and lies in the folder.
  func picture(of story: Story) -> String? {
    guard let url = story.image, !url.isEmpty, !Address.isExternal(url),
      let path = pictures.path(of: url, in: story.location.file), !pictures.isWithheld(path)
    else { return nil }
    return path
  }

  /// Where the card of a page lies; languages share it unless the page's text is translated.
  func path(of page: PlannedPage, in stories: [Story]) -> String {
    switch page.kind {
    case .story(let index):
      let name = picture(of: stories[index]) == nil ? Self.drawn : Self.photo
      return Address.beside(page.isUntranslated ? page.localPath : page.path, name)
    case .unit, .campaign: return Address.beside(page.localPath, Self.drawn)
    default: return Self.common
    }
  }

  package static let common = "assets/\(drawn)"
  private static let drawn = "chia-se.png"
  private static let photo = "chia-se.jpg"
}

extension SitePlan {
  /// The cards to make, that of all other pages first; none where `site.yaml` wants none.
  package var cards: [PlannedCard] {
    let plan = model.cards
    guard plan.isOn else { return [] }
    var common = ShareCard(
      title: model.settings.title, mark: plan.theme.cardMark, palette: plan.theme.palette)
    common.unit = model.settings.tagline
    return [PlannedCard(path: ShareCardPlan.common, card: common)]
      + pages.compactMap { page in
        switch page.kind {
        case .story where !page.isUntranslated, .unit where page.path == page.localPath,
          .campaign where page.path == page.localPath:
          card(of: page)
        case .story where page.path == page.localPath: card(of: page)
        default: nil
        }
      }
  }

  private func card(of page: PlannedPage) -> PlannedCard {
    let plan = model.cards
    var card = ShareCard(
      title: page.title, mark: plan.theme.cardMark, palette: plan.theme.palette)
    var picture: String?
    switch page.kind {
    case .story(let index):
      let story = model.stories[index]
      let campaign = story.campaign.flatMap { page.tree.title(ofCampaign: $0, in: model.directory) }
      card.kicker =
        campaign ?? story.kind.map {
          page.tree.strings.say(
            "Gương điển hình: {kind}",
            [("kind", page.tree.strings.say($0.title).lowercased())])
        }
        ?? page.tree.strings.say("Gương điển hình")
      card.unit = story.unit.flatMap { page.tree.name(ofUnit: $0, in: model.directory) }
      picture = plan.picture(of: story)
      card.hasPicture = picture != nil
    case .unit(let id):
      card.kicker = "Đơn vị"
      card.unit = model.directory.superior(of: id, on: model.now)?.name
    case .campaign(let id):
      let campaign = model.directory.campaign(id)
      card.kicker = "Phong trào thi đua, \(campaign?.periodText ?? "")"
      card.unit = campaign.flatMap { model.directory.name(ofUnit: $0.owner) }
    default: break
    }
    return PlannedCard(path: plan.path(of: page, in: model.stories), card: card, picture: picture)
  }
}

extension Address {
  /// A file in the folder of a page.
  static func beside(_ page: String, _ name: String) -> String {
    page.split(separator: "/").dropLast().map { $0 + "/" }.joined() + name
  }
}
