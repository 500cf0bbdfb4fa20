package import Diagnostics
package import Vietnamese

/// A story of an exemplary person, collective or model (gương điển hình), ready to be rendered.
package struct Story: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case individual = "ca-nhan"
    case collective = "tap-the"
    case model = "mo-hinh"

    package var title: String {
      switch self {
      case .individual: "Cá nhân"
      case .collective: "Tập thể"
      case .model: "Mô hình"
      }
    }
  }

  /// Where the text stands on its way to being published (duyệt bài).
  package enum Approval: String, Sendable, CaseIterable {
    case draft = "nhap"
    case approved = "da-duyet"

    package var title: String { self == .draft ? "Bản nháp" : "Đã duyệt" }
  }

  /// How freely the text may be passed on (mức độ).
  package enum Sensitivity: String, Sendable, CaseIterable {
    case open = "cong-khai"
    /// Published only when approved, whatever the site asks of others.
    case delicate = "nhay-cam"
    /// Never published.
    case inner = "noi-bo"

    package var title: String {
      switch self {
      case .open: "Công khai"
      case .delicate: "Nhạy cảm"
      case .inner: "Nội bộ"
      }
    }
  }

  package struct Fact: Sendable {
    package var label: String
    package var value: String

    package init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// The story in another language (bản dịch); who, when and whether stay those of the original.
  package struct Translation: Sendable {
    package var language: Language
    package var title: String
    package var summary: String?
    package var quote: String?
    package var facts: [Fact] = []
    package var imageAlt: String?
    package var translator: String?
    package var prose: Prose
    package var location: Location

    package init(language: Language, title: String, prose: Prose, location: Location) {
      self.language = language
      self.title = title
      self.prose = prose
      self.location = location
    }
  }

  /// The last part of its address, from the file's name.
  package var slug: String
  package var title: String
  package var date: PlainDate
  /// When the text was last changed in earnest, if it was.
  package var updated: PlainDate?
  package var author: String?
  package var summary: String?
  package var unit: String?
  package var person: String?
  package var exemplar: String?
  package var campaign: String?
  package var kind: Kind?
  package var tags: [String] = []
  package var quote: String?
  package var facts: [Fact] = []
  package var image: String?
  package var imageAlt: String?
  /// Who took or drew it, as the page tells under it.
  package var imageCredit: String?
  /// Who can be seen in the image, where that is said.
  package var imagePeople: [String] = []
  package var approval: Approval?
  package var approvedBy: String?
  package var approvedOn: PlainDate?
  package var sensitivity: Sensitivity?
  /// Where the text was taken from, if it was not written for the site.
  package var source: String?
  package var aliases: [String] = []
  package var isSample = false
  package var translations: [Translation] = []
  package var prose: Prose
  package var location: Location

  package init(slug: String, title: String, date: PlainDate, prose: Prose, location: Location) {
    self.slug = slug
    self.title = title
    self.date = date
    self.prose = prose
    self.location = location
  }

  /// The day of its last change.
  package var changed: PlainDate { updated.map { max($0, date) } ?? date }

  /// The persons whose picture it shows; where that is not said, whom the story is about.
  package var peopleInImage: [String] {
    if image == nil { return [] }
    return imagePeople.isEmpty ? person.map { [$0] } ?? [] : imagePeople
  }

  package func translation(_ language: Language) -> Translation? {
    translations.first { $0.language == language }
  }

  /// Approved by someone on a day that has come.
  package func isApproved(on day: PlainDate) -> Bool {
    approval == .approved && approvedBy != nil && (approvedOn.map { $0 <= day } ?? false)
  }
}

/// A page of the site's owner, such as an introduction.
package struct FreePage: Sendable {
  package var slug: String
  package var title: String
  package var isInMenu: Bool
  package var order: Int
  /// The day of its last change, if that is told.
  package var updated: PlainDate?
  /// Addresses that the page had before.
  package var aliases: [String] = []
  package var prose: Prose

  package init(slug: String, title: String, isInMenu: Bool, order: Int, prose: Prose) {
    self.slug = slug
    self.title = title
    self.isInMenu = isInMenu
    self.order = order
    self.prose = prose
  }
}

/// What a unit itself writes into a report (phần tự viết): hardships, lessons, plans, requests.
package struct Narrative: Sendable {
  package var unit: String
  package var campaign: String
  /// The review that the text is for; nil where it serves every report of the campaign.
  package var review: Campaign.Review?
  package var prose: Prose

  package init(unit: String, campaign: String, review: Campaign.Review?, prose: Prose) {
    self.unit = unit
    self.campaign = campaign
    self.review = review
    self.prose = prose
  }
}
