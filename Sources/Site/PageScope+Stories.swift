import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let cardShape = Shape([
    "title": .text("tên bài"),
    "url": .text("địa chỉ của bài"),
    "date": .text("ngày, như `05/9/2024`"),
    "date_iso": .text("ngày cho máy đọc, `2024-09-05`"),
    "summary": .text("tóm tắt"),
    "kind": .text("loại: cá nhân, tập thể, mô hình"),
    "unit": .object("đơn vị", linkShape),
    "campaign": .object("phong trào", linkShape),
    "quote": .text("lời trích"),
    "picture": .object("ảnh của bài", pictureShape),
    "is_sample": .flag("là dữ liệu minh họa"),
    "text_language": .text("ngôn ngữ của bài, `vi`, khi bài chưa dịch sang ngôn ngữ của trang"),
  ])

  /// A story as lists show it, by its place in the archive.
  func card(_ place: Int) -> Value {
    .lazy(Self.cardShape) { name in cardMember(name, at: place) }
  }

  /// What a card and the story's own page both tell.
  private func cardMember(_ name: String, at place: Int) -> Value {
    // A story has many parts to copy; each card shows a few of them.
    let stories = model.stories
    if let text = tree.translation(at: place, of: model) {
      switch name {
      case "title": return .text(text.title)
      case "summary": return .text(text.summary)
      case "quote": return .text(text.quote)
      default: break
      }
    }
    return switch name {
    case "title": .text(stories[place].title)
    case "url": href(Address.story(stories[place].slug))
    case "date": shortDate(stories[place].date)
    case "date_iso": .text(stories[place].date.iso)
    case "summary": .text(stories[place].summary)
    case "kind": .text((stories[place].kind?.title).map(say))
    case "text_language": textLanguage(ofStory: place)
    case "unit": unitLink(stories[place].unit)
    case "campaign": campaignLink(stories[place].campaign)
    case "quote": .text(stories[place].quote)
    case "picture": picture(ofStory: place)
    case "is_sample": .bool(stories[place].isSample)
    default: .null
    }
  }

  static let storyShape = Shape([
    "title": .text("tên bài"),
    "url": .text("địa chỉ của bài"),
    "date": .text("ngày, như `05/9/2024`"),
    "date_long": .text("ngày viết đủ, “ngày 05 tháng 9 năm 2024”"),
    "date_iso": .text("ngày cho máy đọc, `2024-09-05`"),
    "summary": .text("tóm tắt"),
    "kind": .text("loại: cá nhân, tập thể, mô hình"),
    "unit": .object("đơn vị", linkShape),
    "campaign": .object("phong trào", linkShape),
    "quote": .text("lời trích"),
    "author": .text("người viết"),
    "source": .text("nguồn, khi bài đăng lại của nơi khác"),
    "facts": .list("các con số bên bài", of: labelShape),
    "picture": .object("ảnh của bài", pictureShape),
    "image": .text("địa chỉ của ảnh, một cỡ"),
    "image_alt": .text("lời tả ảnh"),
    "tags": .list("các thẻ chủ đề, mỗi thẻ dẫn tới danh sách bài", of: linkShape),
    "body": .safe("nội dung bài (HTML)"),
    "person": .text("người được kể, khi đã đồng ý công bố"),
    "exemplar": .object("điển hình mà bài kể", exemplarShape),
    "newer": .object("bài mới hơn kề bên", cardShape),
    "older": .object("bài cũ hơn kề bên", cardShape),
    "related": .list("nhiều nhất ba bài liên quan", of: cardShape),
    "files": .list("các bản của bài để tải, như PDF", of: fileShape),
    "is_sample": .flag("là dữ liệu minh họa"),
    "text_language": .text("ngôn ngữ của bài, `vi`, khi bài chưa dịch sang ngôn ngữ của trang"),
    "translator": .text("người dịch"),
  ])

  /// A story with its text, on its own page.
  func story(at index: Int, body: Value, image: String?) -> Value {
    let count = model.stories.count
    let story = model.stories[index]
    let text = tree.translation(of: story)
    return .lazy(Self.storyShape) { name in
      switch name {
      case "date_long": .text(tree.long(story.date))
      case "author": .text(story.author)
      case "source": .text(story.source)
      case "facts": labelled((text?.facts ?? story.facts).map { ($0.label, $0.value) })
      case "translator": .text(text?.translator)
      case "picture": picture(ofStory: index, sizes: PictureAddresses.inText)
      case "image": .text(image)
      case "image_alt": .text(text?.imageAlt ?? story.imageAlt ?? "")
      case "tags":
        .some(story.tags.map { link($0, Address.stories(StoryCut.topic(of: $0), sheet: 1)) })
      case "body": body
      // The paper is of the original.
      case "files": text == nil ? files(of: story) : .null
      case "person": personLine(story)
      case "exemplar": exemplarOf(story)
      // Newest first, so the newer one stands before.
      case "newer": index > 0 ? card(index - 1) : .null
      case "older": index + 1 < count ? card(index + 1) : .null
      case "related": related(to: index)
      default: cardMember(name, at: index)
      }
    }
  }

  /// The story to print and save.
  private func files(of story: Story) -> Value {
    guard let size = model.storyPDF[story.slug] else { return .null }
    return .some([
      .record(
        Self.fileShape,
        [
          .text(say("bản PDF")), href(Address.storyPDF(story.slug)), Self.size(size),
        ])
    ])
  }

  private func personLine(_ story: Story) -> Value {
    guard let id = story.person, let person = directory.person(id), person.consents == true else {
      return .null
    }
    let words = [name(of: person).capitalizedFirst, person.position].compactMap { $0 }
    return .text(words.joined(separator: ", "))
  }

  private func exemplarOf(_ story: Story) -> Value {
    guard let id = story.exemplar, let found = model.exemplars[id] else { return .null }
    return exemplar(found)
  }

  /// Up to three other stories of the unit, else of the campaign.
  private func related(to place: Int) -> Value {
    func others(_ places: [Int]) -> [Int] { places.prefix(4).filter { $0 != place } }
    var found = model.stories[place].unit.map { others(directory.stories(of: $0)) } ?? []
    if found.isEmpty, let campaign = model.stories[place].campaign {
      found = others(directory.stories(ofCampaign: campaign))
    }
    return .some(found.prefix(3).map(card))
  }

  static let sheetShape = Shape(
    members: listMembers + [
      ("stories", .list("các bài trên tờ này, mới nhất trước", of: cardShape))
    ])

  /// One sheet of a list of stories.
  func sheet(_ list: Register.List, _ number: Int) -> Value {
    let view = ListView(
      register: model.storyLists, list: list, sheet: number,
      address: { Address.stories($0, sheet: $1) }, hidden: [StoryCut.unit.rawValue],
      overview: { StoryCut(rawValue: $0).map(Address.stories(by:)) })
    return .lazy(Self.sheetShape) { name in
      name == "stories" ? .some(view.items.map(card)) : member(name, of: view)
    }
  }

  /// All lists of stories of one cut.
  func storyLists(by cut: StoryCut) -> Value {
    let register = model.storyLists
    return overview(
      of: ListView(
        register: register, list: register.list(""), sheet: 1,
        address: { Address.stories($0, sheet: $1) }), cut: cut.rawValue)
  }
}
