import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Readers of prose: stories, pages, introductions, narrative parts of reports.
extension Findings {
  /// Nil for a draft, and for a story that lacks what its page needs.
  mutating func story(_ path: String, unit: String?, from source: ContentSource) -> Story? {
    // What a draft still lacks is its writer's own matter.
    var told = DiagnosticBag()
    let file = MarkdownFile(path, from: source, as: Schemas.story, into: &told)
    let approval: Story.Approval? = file?.record.choice("approval")
    if file?.record.flag("draft") == true || approval == .draft {
      if let image = file?.record.string("image") { draftImages.append((path, image)) }
      return nil
    }
    bag.add(contentsOf: told)
    guard let file else { return nil }
    let head = file.record
    guard let slug = slug(of: path), let title = head.string("title"), let date = head.day("date")
    else { return nil }
    var story = Story(
      slug: slug, title: title, date: date, prose: file.prose,
      location: head.location(of: "title"))
    story.updated = head.day("updated")
    story.author = head.string("author")
    story.summary = head.string("summary")
    story.unit = id(.unit, "unit", of: head) ?? unit
    story.person = publicPerson("person", as: .story, of: head)
    story.exemplar = id(.exemplar, "exemplar", of: head)
    story.campaign = id(.campaign, "campaign", of: head)
    story.kind = head.choice("kind")
    story.tags = head.strings("tags")
    story.quote = head.string("quote")
    story.facts = head.records("facts").compactMap { entry in
      guard let label = entry.string("label"), let value = entry.string("value") else {
        return nil
      }
      return Story.Fact(label: label, value: value)
    }
    story.image = head.string("image")
    story.imageAlt = head.string("image_alt")
    story.imageCredit = head.string("image_credit")
    story.imagePeople = publicPeople("image_people", as: .photo, of: head)
    story.approval = approval
    story.approvedBy = head.string("approved_by")
    story.approvedOn = head.day("approved_on")
    story.sensitivity = head.choice("sensitivity")
    story.source = head.string("source")
    story.aliases = head.strings("aliases")
    story.isSample = head.flag("sample") ?? false
    check(story, head)
    return story
  }

  private mutating func check(_ story: Story, _ head: Record) {
    if let updated = story.updated, updated < story.date {
      bag.warning(
        "story.updated-before-date", at: head.location(of: "updated"),
        "Ngày sửa \(updated.short) trước ngày đăng \(story.date.short) nên không được dùng.",
        help: "Sửa ngày, hoặc bỏ dòng “updated”.")
    }
    if story.prose.isEmpty {
      bag.error(
        "story.empty", at: story.prose.location, "Bài “\(story.title)” chưa có nội dung.",
        help: "Viết bài dưới dòng “---” thứ hai, hoặc thêm “draft: có” khi chưa đăng.")
    }
    if story.approval == .approved, story.approvedBy == nil || story.approvedOn == nil {
      bag.warning(
        "story.approval-incomplete", at: head.location(of: "approval"),
        "Bài “\(story.title)” ghi đã duyệt mà thiếu người duyệt hoặc ngày duyệt.",
        help: "Thêm “approved_by: …” và “approved_on: …”.")
    }
    if story.image != nil, story.imageAlt == nil {
      bag.error(
        "story.image-without-alt", at: head.location(of: "image"),
        "Ảnh của bài “\(story.title)” chưa có lời tả.",
        help: "Thêm “image_alt: …” tả ảnh cho người không nhìn thấy ảnh.")
    }
  }

  mutating func page(_ path: String, from source: ContentSource) -> FreePage? {
    guard let file = MarkdownFile(path, from: source, as: Schemas.page, into: &bag),
      let slug = slug(of: path), let title = file.record.string("title")
    else { return nil }
    var page = FreePage(
      slug: slug, title: title, isInMenu: file.record.flag("menu") ?? false,
      order: file.record.integer("order")?.value ?? 0, prose: file.prose)
    page.updated = file.record.day("updated")
    page.aliases = file.record.strings("aliases")
    return page
  }

  mutating func narrative(_ path: String, unit: String, from source: ContentSource) -> Narrative? {
    guard let file = MarkdownFile(path, from: source, as: Schemas.narrative, into: &bag) else {
      return nil
    }
    let stem = ContentLayout.stem(of: Self.name(of: path))
    let campaign = id(.campaign, "campaign", of: file.record) ?? stem
    if campaign == stem { refer(.campaign, stem, at: Location(file: path)) }
    return Narrative(
      unit: unit, campaign: campaign, review: file.record.choice("period"), prose: file.prose)
  }

  mutating func about(_ path: String, from source: ContentSource) -> Prose? {
    MarkdownFile(path, from: source, as: Schemas.about, into: &bag)?.prose
  }

  private mutating func slug(of path: String) -> String? {
    ContentLayout.slug(ContentLayout.stem(of: Self.name(of: path)), of: path, into: &bag)
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
