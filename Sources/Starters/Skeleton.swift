import Diagnostics
import Records
import Templating
package import Vietnamese
import Workbooks

/// Files for one story or campaign more, with the head filled in as far as it is known.
package enum Skeleton {
  package struct Story: Sendable {
    package var title: String
    package var date: PlainDate
    package var unit: String?
    package var campaign: String?
    package var person: String?

    package init(
      title: String, date: PlainDate, unit: String? = nil, campaign: String? = nil,
      person: String? = nil
    ) {
      self.title = title
      self.date = date
      self.unit = unit
      self.campaign = campaign
      self.person = person
    }

    package var path: String? {
      Skeleton.slug(title, longest: 80).map { "stories/\(date.year)/\($0).md" }
    }
  }

  package struct Campaign: Sendable {
    package var id: String
    package var title: String
    /// Id of the unit that runs it.
    package var owner: String
    package var year: SchoolTerm

    package init(id: String, title: String, owner: String, year: SchoolTerm) {
      self.id = id
      self.title = title
      self.owner = owner
      self.year = year
    }
  }

  /// A draft: nothing of it is published before its author says so.
  package static func story(_ story: Story) throws(StarterFault) -> [UInt8] {
    try StarterRenderer(
      globals: .record([
        "story": .record([
          "title": .text(story.title), "date": .text(story.date.iso),
          "unit": .text(story.unit ?? ""), "campaign": .text(story.campaign ?? ""),
          "person": .text(story.person ?? ""),
        ])
      ])
    ).render("khung-bai.md")
  }

  /// The plan and the two tables that no campaign does without, in the form of the others.
  package static func campaign(
    _ campaign: Campaign, tables form: Starter.TableForm, today: PlainDate
  ) throws(StarterFault) -> [Starter.File] {
    let span = campaign.year.span
    let renderer = try StarterRenderer(
      globals: .record([
        "campaign": .record([
          "title": .text(campaign.title), "owner": .text(campaign.owner),
          "start": .text(span.from.short), "end": .text(span.to.short),
          "year": .text(campaign.year.years),
        ])
      ]))
    let folder = "campaigns/\(campaign.id)"
    var files = [
      Starter.File(
        path: "\(folder)/campaign.md", bytes: try renderer.render("khung-phong-trao.md"))
    ]
    for name in ["targets", "results"] {
      let bytes = try renderer.render("khung-\(name).csv")
      files.append(
        Starter.File(
          path: "\(folder)/\(name).\(form.rawValue)",
          bytes: try Starter.table(bytes, named: name, as: form, author: "", date: today)))
    }
    return files
  }

  /// An address made of a title: whole words, not more than so many letters; nil if none is left.
  package static func slug(_ title: String, longest: Int) -> String? {
    let slug = Fold.slug(title)
    if slug.isEmpty { return nil }
    if slug.count <= longest { return slug }
    let start = slug.prefix(longest + 1)
    guard let cut = start.lastIndex(of: "-") else { return String(slug.prefix(longest)) }
    return String(slug[..<cut])
  }
}
