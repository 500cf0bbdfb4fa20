package import Diagnostics
package import Vietnamese

/// What `site.yaml` says of the site as a whole.
package struct SiteSettings: Sendable {
  package struct Link: Sendable {
    package var title: String
    package var url: String
    package var location: Location?

    package init(title: String, url: String, location: Location? = nil) {
      self.title = title
      self.url = url
      self.location = location
    }
  }

  /// What the English pages say of the site.
  package struct Words: Sendable {
    package var title: String?
    package var tagline: String?
    package var description: String?
    package var notice: String?
  }

  package var title: String
  package var english = Words()
  /// For places where the title is too long: a narrow screen, an icon's name.
  package var shortName: String?
  package var tagline: String?
  package var description: String?
  package var baseURL: String?
  /// The address that ids of feed entries begin with, after the site moved away from it.
  package var feedBase: String?
  /// The languages of the interface, that of the site's root first.
  package var languages: [Language] = [.vietnamese]
  package var publisher: String?
  package var notice: String?
  package var allowsRawHTML = false
  /// Stories are published only when approved.
  package var requiresApproval = false
  /// Pictures with the title of a page, for where links are shared.
  package var hasShareCards = true
  /// A PDF of each story to print and keep.
  package var hasStoryPDF = true
  /// The date that documents bear; nil means the day of the build.
  package var reportDate: PlainDate?
  /// After how many days without a step an exemplar counts as stuck.
  package var exemplarPatience = 90
  package var primaryColor: String?
  package var accentColor: String?
  /// The colours on dark ground; nil means those of the day, lightened.
  package var primaryDarkColor: String?
  package var accentDarkColor: String?
  /// A picture below `media/`, as `media/logo.png`.
  package var logo: String?
  package var navigation: [Link] = []
  package var email: String?
  package var phone: String?
  package var address: String?

  package init(title: String) { self.title = title }

  /// As the pages of a language have them; what is not translated stays as it is.
  package func worded(in language: Language) -> SiteSettings {
    guard language == .english else { return self }
    var settings = self
    settings.title = english.title ?? title
    if english.title != nil { settings.shortName = nil }
    settings.tagline = english.tagline ?? tagline
    settings.description = english.description ?? description
    settings.notice = english.notice ?? notice
    return settings
  }
}
