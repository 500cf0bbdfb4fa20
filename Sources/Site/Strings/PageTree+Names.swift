import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// Names of the content as the pages of a language give them.
extension PageTree {
  private var isVietnamese: Bool { language == .vietnamese }

  /// By id, without the rest of the unit: lists name thousands.
  func name(ofUnit id: String, in directory: Directory) -> String? {
    isVietnamese ? directory.name(ofUnit: id) : directory.unit(id).map(name)
  }

  func title(ofCampaign id: String, in directory: Directory) -> String? {
    isVietnamese ? directory.title(ofCampaign: id) : directory.campaign(id).map(displayTitle)
  }

  func name(of unit: Unit) -> String {
    isVietnamese ? unit.name : unit.nameEnglish ?? unit.name
  }

  /// Short, where there is a short name.
  func shortName(of unit: Unit) -> String? {
    isVietnamese ? unit.shortName : unit.nameEnglish ?? unit.shortName
  }

  func title(of campaign: Campaign) -> String {
    isVietnamese ? campaign.title : campaign.titleEnglish ?? campaign.title
  }

  func displayTitle(of campaign: Campaign) -> String {
    isVietnamese ? campaign.displayTitle : campaign.titleEnglish ?? campaign.displayTitle
  }

  func translation(of story: Story) -> Story.Translation? {
    isVietnamese ? nil : story.translation(language)
  }

  /// By place in the model: a story has many parts to copy.
  func translation(at place: Int, of model: SiteModel) -> Story.Translation? {
    isVietnamese ? nil : model.stories[place].translation(language)
  }

  /// `Trần Thị An`, or a role of who is not named.
  func publicName(of person: Person) -> String {
    isVietnamese || person.consents == true ? person.publicName : person.describedRoleInEnglish
  }

  // MARK: Days and numbers

  /// `05/9/2024`, `5 Sep 2024`.
  func short(_ day: PlainDate) -> String {
    isVietnamese ? day.short : "\(day.day) \(Self.months[day.month - 1].prefix(3)) \(day.year)"
  }

  /// `ngày 05 tháng 9 năm 2024`, `5 September 2024`.
  func long(_ day: PlainDate) -> String {
    isVietnamese ? day.official : "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
  }

  /// `1.234,5`, `1,234.5`: the two marks change places.
  func text(_ number: VNNumber) -> String { marks(number.text) }

  func text(_ number: Int) -> String { marks(VNNumber(number).text) }

  /// A text that is a number with what it counts: `93,8%`.
  func marks(_ text: String) -> String {
    if isVietnamese { return text }
    var out = Array(text.utf8)
    for place in out.indices.dropFirst().dropLast()
    where (48...57).contains(out[place - 1]) && (48...57).contains(out[place + 1]) {
      switch out[place] {
      case UInt8(ascii: "."): out[place] = UInt8(ascii: ",")
      case UInt8(ascii: ","): out[place] = UInt8(ascii: ".")
      default: break
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
