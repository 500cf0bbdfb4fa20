import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Readers of the tables about who and what there is: units, clusters, people, documents.
extension Findings {
  mutating func unit(_ row: Record) -> Unit? {
    guard let id = row.string("id"), let name = row.string("name"),
      let kind: Unit.Kind = row.choice("kind")
    else { return nil }
    var unit = Unit(id: id, name: name, kind: kind, location: row.location(of: "id"))
    unit.shortName = row.string("short_name")
    unit.nameEnglish = row.string("name_en")
    unit.aliases = row.strings("aliases")
    unit.levels = row.strings("level").compactMap(Unit.Level.init(rawValue:))
    unit.parent = self.id(.unit, "parent", of: row)
    unit.professionalParent = self.id(.unit, "professional_parent", of: row)
    unit.clusters = ids(.cluster, "clusters", of: row)
    unit.place = row.string("place")
    unit.code = row.string("code")
    unit.website = row.string("website")
    unit.email = row.string("email")
    unit.phone = row.string("phone")
    unit.address = row.string("address")
    unit.validFrom = row.day("valid_from")
    unit.validTo = row.day("valid_to")
    unit.successors = ids(.unit, "successors", of: row)
    unit.isDifficultArea = row.flag("difficult_area")
    unit.headcount = Unit.Headcount(
      staff: row.integer("staff")?.value, teachers: row.integer("teachers")?.value,
      pupils: row.integer("pupils")?.value, classes: row.integer("classes")?.value)
    unit.headcount.places.staff = row.integer("staff")?.location
    unit.headcount.places.teachers = row.integer("teachers")?.location
    unit.headcount.places.pupils = row.integer("pupils")?.location
    unit.headcount.places.classes = row.integer("classes")?.location
    unit.head = publicPerson("head", as: .name, of: row)
    unit.headTitle = row.string("head_title")
    unit.isSample = row.flag("sample") ?? false
    return unit
  }

  mutating func cluster(_ row: Record) -> Cluster? {
    guard let id = row.string("id"), let name = row.string("name") else { return nil }
    return Cluster(
      id: id, name: name, owner: self.id(.unit, "owner", of: row),
      isSchoolYear: row.string("period") != "nam", isSample: row.flag("sample") ?? false,
      location: row.location(of: "id"))
  }

  mutating func person(_ row: Record) -> Person? {
    guard let id = row.string("id"), let name = row.string("name"),
      let role: Person.Role = row.choice("role")
    else { return nil }
    var person = Person(id: id, name: name, role: role, location: row.location(of: "id"))
    person.title = row.string("title")
    person.position = row.string("position")
    person.unit = self.id(.unit, "unit", of: row)
    person.schoolClass = row.string("class")
    person.isDirect = row.flag("direct")
    person.birthYear = row.integer("birth_year")?.value
    person.disciplineUntil = row.day("discipline_until")
    person.givenName = row.string("given_name")
    person.contacts = row.strings("contact")
    person.consents = row.flag("consent")
    person.isSample = row.flag("sample") ?? false
    return person
  }

  mutating func document(_ row: Record) -> LegalDocument? {
    guard let id = row.string("id"), let kind: LegalDocument.Kind = row.choice("type") else {
      return nil
    }
    var document = LegalDocument(id: id, kind: kind, location: row.location(of: "id"))
    document.number = row.string("number")
    document.code = row.string("code")
    document.date = row.partialDate("date")?.value
    document.issuer = row.string("issuer")
    document.subject = row.string("subject")
    document.effectiveFrom = row.day("effective_from")
    document.effectiveTo = row.day("effective_to")
    document.replacedBy = self.id(.document, "replaced_by", of: row)
    document.url = row.string("url")
    document.note = row.string("note")
    return document
  }

  mutating func settings(_ node: Record) -> SiteSettings? {
    guard let title = node.string("title") else { return nil }
    var settings = SiteSettings(title: title)
    settings.shortName = node.string("shortName")
    settings.logo = logo(of: node)
    settings.tagline = node.string("tagline")
    settings.description = node.string("description")
    settings.baseURL = node.string("baseURL")
    settings.feedBase = node.string("feedBase")
    settings.languages = languages(node)
    settings.english.title = node.string("title_en")
    settings.english.tagline = node.string("tagline_en")
    settings.english.description = node.string("description_en")
    settings.english.notice = node.string("notice_en")
    settings.publisher = id(.unit, "publisher", of: node)
    settings.notice = node.string("notice")
    settings.allowsRawHTML = node.flag("rawHTML") ?? false
    settings.requiresApproval = node.flag("requireApproval") ?? false
    settings.reportDate = node.day("reportDate")
    settings.hasShareCards = node.flag("shareCards") ?? true
    settings.hasStoryPDF = node.flag("storyPDF") ?? true
    if let patience = node.integer("exemplarPatience") {
      if patience.value > 0 {
        settings.exemplarPatience = patience.value
      } else {
        bag.error(
          "site.patience", at: patience.location, "Số ngày “exemplarPatience” phải lớn hơn 0.",
          help: "Ghi ví dụ 90, hoặc xóa dòng này.")
      }
    }
    let colors = node.record("colors")
    settings.primaryColor = colors.flatMap { color("primary", of: $0) }
    settings.accentColor = colors.flatMap { color("accent", of: $0) }
    settings.primaryDarkColor = colors.flatMap { color("primaryDark", of: $0) }
    settings.accentDarkColor = colors.flatMap { color("accentDark", of: $0) }
    settings.navigation = node.records("navigation").compactMap { item in
      guard let title = item.string("title"), let url = item.string("url") else { return nil }
      return SiteSettings.Link(title: title, url: url, location: item.location(of: "url"))
    }
    let contact = node.record("contact")
    settings.email = contact?.string("email")
    settings.phone = contact?.string("phone")
    settings.address = contact?.string("address")
    return settings
  }

  /// That of the root first, then the others in the order given.
  private func languages(_ node: Record) -> [Language] {
    let all = node.strings("languages").compactMap(Language.init)
    let first = node.choice("language") ?? all.first ?? .vietnamese
    return [first]
      + all.enumerated().filter { place, language in
        language != first && all.firstIndex(of: language) == place
      }.map(\.element)
  }

  /// The logo by its path from the content folder, whether or not that was written out.
  private mutating func logo(of record: Record) -> String? {
    guard let found = record.text("logo") else { return nil }
    let parts = found.value.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    let isPicture = [".png", ".jpg", ".jpeg", ".webp", ".svg"].contains {
      name.lowercased().hasSuffix($0)
    }
    guard isPicture, !parts.contains(".."), !parts.contains("."), !found.value.contains(":") else {
      bag.error(
        "site.bad-logo", at: found.location, "Không dùng được “\(found.value)” làm biểu trưng.",
        help: "Đặt tệp .png, .jpg, .webp hoặc .svg vào media/ và ghi như “media/logo.png”.")
      return nil
    }
    return (parts.first == "media" ? parts : ["media"] + parts).joined(separator: "/")
  }

  /// A colour goes into a style sheet, so only `#rgb` and `#rrggbb` pass.
  private mutating func color(_ field: String, of record: Record) -> String? {
    guard let found = record.text(field) else { return nil }
    let digits = found.value.utf8.dropFirst()
    let isHex = digits.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
    }
    if found.value.hasPrefix("#"), isHex, digits.count == 3 || digits.count == 6 {
      return found.value
    }
    bag.error(
      "schema.type", at: found.location, "Màu “\(found.value)” không đúng dạng.",
      help: "Ghi mã màu như “#0b5d4e”, đặt trong ngoặc kép.")
    return nil
  }
}
