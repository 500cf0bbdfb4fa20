import Campaigns
import Diagnostics
import Vietnamese

/// Something of a person that lacks consent where it was to be shown; L01 to L03 tell of it, each of
/// the reasons that are its own.
struct ConsentFault: Sendable {
  /// The check that tells of it.
  var code: String
  var id: String
  var severity: Diagnostic.Severity
  var location: Location
  var record: String
  var summary: Phrase
  var help: Phrase
  var declared: Location?
}

/// Looks for all of them at once, since texts are long and read best a single time.
///
/// What could be taken out is a warning (or a note, where the person chose one channel alone); what
/// stays in prose, which no program can mend, is an error.
struct ConsentFaults {
  private let directory: Directory
  private let archive: Archive
  private let layout: ContentLayout
  private let named: [NamedPerson]
  private let book: ConsentBook
  private let site: Veil
  private let papers: Veil
  private var found: [ConsentFault] = []

  static func all(
    in directory: Directory, layout: ContentLayout, named: [NamedPerson], book: ConsentBook
  ) -> [ConsentFault] {
    var faults = ConsentFaults(directory, layout, named, book)
    faults.lookAtPeople()
    if faults.papers.hidesNames {
      faults.lookAtTexts()
      faults.lookAtCells()
    }
    faults.lookAtAddresses()
    faults.lookAtSchools()
    faults.lookAtPictures()
    return faults.found
  }

  private init(
    _ directory: Directory, _ layout: ContentLayout, _ named: [NamedPerson], _ book: ConsentBook
  ) {
    self.directory = directory
    archive = directory.archive
    self.layout = layout
    self.named = named
    self.book = book
    site = Veil(archive, book: book, channel: .site)
    papers =
      archive.consents.contains { $0.channel != .both }
      ? Veil(archive, book: book, channel: .both) : site
  }

  // MARK: Named by id

  private mutating func lookAtPeople() {
    for reference in named {
      guard let person = site.person(reference.id) else { continue }
      tell(reference.use, of: person, at: reference.location)
      if reference.use == .story, leave(.story, of: person, on: .site).allows {
        tell(.name, of: person, at: reference.location)
      }
    }
  }

  private func leave(
    _ use: Consent.DataClass, of person: Person, on channel: Consent.Channel
  ) -> Leave {
    book.may(
      show: Veil.classes(toTell: use, of: person, on: book.day), of: person, on: channel)
  }

  private mutating func tell(_ use: Consent.DataClass, of person: Person, at place: Location) {
    let onSite = leave(use, of: person, on: .site)
    let inPrint = leave(use, of: person, on: .print)
    guard let reason = onSite.and(inPrint).reason else { return }
    let effect = ConsentWords.effect(use, role: site.role(of: person))
    if onSite.allows != inPrint.allows {
      let shown = Phrase(
        onSite.allows ? "trang thông tin" : "bản in", en: onSite.allows ? "the site" : "print")
      add(
        "L01", "consent.channel", .note, person, at: place, record: person.id,
        Phrase(
          "“\(person.id)” chỉ đồng ý công bố trên \(shown.vietnamese); ở nơi khác "
            + effect.vietnamese + ".",
          en: "“\(person.id)” consented to \(shown.english) alone; elsewhere \(effect.english)."),
        help: ConsentWords.remedy(.notCovered))
      return
    }
    let why = ConsentWords.why(reason)
    add(
      ConsentWords.code(reason), ConsentWords.id(reason, use), .warning, person, at: place,
      record: person.id,
      Phrase(
        "“\(person.id)” \(why.vietnamese), nên \(effect.vietnamese).",
        en: "“\(person.id)” \(why.english), so \(effect.english)."),
      help: ConsentWords.remedy(reason))
  }

  private mutating func add(
    _ code: String, _ id: String, _ severity: Diagnostic.Severity, _ person: Person?,
    at location: Location, record: String, _ summary: Phrase, help: Phrase
  ) {
    found.append(
      ConsentFault(
        code: code, id: id, severity: severity, location: location, record: record,
        summary: summary, help: help, declared: person?.location))
  }

  // MARK: Names in texts

  private mutating func lookAtTexts() {
    for index in archive.stories.indices {
      let story = archive.stories[index]
      guard site.publishes(story) else { continue }
      look(in: story.prose, story.textPlace, site)
      for text in story.translations { look(in: text.prose, story.textPlace(of: text), site) }
    }
    for campaign in archive.campaigns { look(in: campaign.prose, campaign.textPlace, site) }
    for page in archive.pages {
      look(in: page.prose, page.textPlace, site)
    }
    for unit in archive.units {
      guard let text = unit.introduction else { continue }
      look(in: text, TextPlace(location: text.location, record: unit.id, unit: unit.id), site)
    }
    for part in archive.narratives {
      let place = TextPlace(
        location: part.prose.location, record: part.prose.location.file, unit: part.unit)
      look(in: part.prose, place, papers)
    }
  }

  private mutating func look(in prose: Prose, _ place: TextPlace, _ veil: Veil) {
    var told: Set<String> = []
    var hits: [(Person, Location)] = []
    veil.eachHiddenName(in: prose.bytes, at: place) { person, range in
      if told.insert(person.id).inserted { hits.append((person, prose.place(of: range))) }
      return true
    }
    for (person, location) in hits {
      let leave = veil.leave(toTell: .name, of: person.id) ?? .yes
      let reason = leave.reason ?? .notCovered
      let why = ConsentWords.why(reason)
      let role = veil.role(of: person)
      add(
        ConsentWords.code(reason), "consent.name-in-text", .error, person, at: location,
        record: place.record,
        Phrase(
          "Bài nêu tên “\(person.id)”, người \(why.vietnamese).",
          en: "The text names “\(person.id)”, who \(why.english)."),
        help: Phrase(
          "Thay tên bằng “\(role)”. \(ConsentWords.remedy(reason).vietnamese) Nếu là người khác "
            + "cùng tên thì khai người ấy trong people.csv.",
          en: "Write “\(role)” instead. \(ConsentWords.remedy(reason).english) If this is someone "
            + "else of the same name, list that person in people.csv."))
    }
  }

  private mutating func lookAtCells() {
    var hits: [(Person, TextPlace)] = []
    let (veil, site) = (papers, site)
    var hiddenStories: Set<String> = []
    for index in archive.stories.indices where archive.stories[index].person != nil {
      let story = archive.stories[index]
      if !site.publishes(story) { hiddenStories.insert(story.location.file) }
    }
    archive.eachShownText { text, place in
      if hiddenStories.contains(place.location.file) { return }
      veil.eachHiddenName(in: Array(text.utf8)[...], at: place) { person, _ in
        // Whom the record is about was told of there.
        if person.id != place.person { hits.append((person, place)) }
        return true
      }
    }
    for (person, place) in hits {
      let reason = veil.leave(toTell: .name, of: person.id)?.reason ?? .notCovered
      let isOneChannel = site.leave(toTell: .name, of: person.id)?.allows ?? false
      let why = ConsentWords.why(reason)
      let role = veil.role(of: person)
      add(
        ConsentWords.code(reason), "consent.name-replaced", isOneChannel ? .note : .warning, person,
        at: place.location, record: place.record,
        Phrase(
          "Ô chữ nêu tên “\(person.id)”, người \(why.vietnamese); tên được thay bằng “\(role)”.",
          en: "A cell names “\(person.id)”, who \(why.english); it shows “\(role)” instead."),
        help: ConsentWords.remedy(reason))
    }
  }

  // MARK: Addresses

  /// The address of a page is made of a file's name or an id, and shown as they are.
  private mutating func lookAtAddresses() {
    for index in archive.stories.indices where archive.stories[index].person != nil {
      let story = archive.stories[index]
      guard site.publishes(story) else { continue }
      look(in: [story.slug] + story.aliases, .name, of: story.person, story.textPlace)
    }
    for campaign in archive.campaigns {
      for exemplar in campaign.exemplars {
        look(in: [exemplar.id], .achievement, of: exemplar.person, exemplar.textPlace)
      }
    }
  }

  private mutating func look(
    in addresses: [String], _ use: Consent.DataClass, of id: String?, _ place: TextPlace
  ) {
    guard let person = id.flatMap(site.person),
      let reason = leave(use, of: person, on: .site).reason
    else { return }
    let name = Fold.slug(person.name)
    guard addresses.contains(where: { $0.utf8.contains(name.utf8) }) else { return }
    let why = ConsentWords.why(reason)
    add(
      ConsentWords.code(reason), "consent.name-in-address", .error, person, at: place.location,
      record: place.record,
      Phrase(
        "Địa chỉ trang có tên “\(person.id)”, người \(why.vietnamese).",
        en: "The page's address has the name of “\(person.id)”, who \(why.english)."),
      help: Phrase(
        "Đổi tên tệp hoặc mã thành chữ không có tên người.",
        en: "Rename the file or change the id to one without the name."))
  }

  // MARK: Schools and pictures

  private mutating func lookAtSchools() {
    for index in archive.stories.indices where archive.stories[index].person != nil {
      let story = archive.stories[index]
      guard !site.showsSchool(of: story), site.publishes(story),
        let unit = story.unit.flatMap({ directory.unit($0) }),
        let person = story.person.flatMap(site.person)
      else { continue }
      let names = [unit.name, unit.shortName, unit.nameEnglish].compactMap { $0 }
      let heads =
        [story.title, story.summary, story.quote, story.imageAlt].compactMap { $0 }
        + story.facts.flatMap { [$0.label, $0.value] }
        + story.translations.flatMap(\.heads)
      let inHead = names.contains { name in heads.contains { $0.utf8.contains(name.utf8) } }
      let line = names.lazy.compactMap { name in
        ([story.prose] + story.translations.map(\.prose)).lazy.compactMap { prose in
          prose.bytes.place(of: Array(name.utf8)).map { prose.place(of: $0) }
        }.first
      }.first
      let reason = book.may(show: .school, of: person, on: .site).reason ?? .notCovered
      let isOpen = inHead || line != nil
      add(
        "L02", isOpen ? "consent.school-in-text" : "consent.school-withheld",
        isOpen ? .error : .warning, person, at: line ?? story.location, record: story.slug,
        isOpen
          ? Phrase(
            "Bài nêu trường của “\(person.id)” mà chưa có đồng ý cho trường, lớp.",
            en: "The text tells the school of “\(person.id)” without consent to that.")
          : Phrase(
            "Bài về “\(person.id)” không ghi trường và không nằm ở trang của trường, vì chưa có "
              + "đồng ý cho trường, lớp.",
            en:
              "The story of “\(person.id)” shows no school and is not on the school's page: there "
              + "is no consent to that."),
        help: ConsentWords.remedy(reason))
    }
  }

  /// A refused picture is dropped from the head of its story; in prose it would stay.
  private mutating func lookAtPictures() {
    var refused: Set<[UInt8]> = []
    for index in archive.stories.indices where archive.stories[index].image != nil {
      let story = archive.stories[index]
      guard !site.showsImage(of: story), let image = story.image,
        let path = layout.file(ofImage: image, in: story.location.file)
      else { continue }
      refused.insert(Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]))
    }
    if refused.isEmpty { return }
    for text in archive.allProse {
      for name in text.prose.linkedFiles where refused.contains(Array(text.prose.bytes[name])) {
        add(
          "L01", "consent.photo-in-text", .error, nil, at: text.prose.place(of: name),
          record: text.record,
          Phrase(
            "Bài dùng ảnh có người chưa đồng ý công bố hình ảnh.",
            en: "The text shows a picture of someone who did not consent to that."),
          help: Phrase("Bỏ ảnh khỏi bài.", en: "Take the picture out of the text."))
      }
    }
  }
}

extension Prose {
  /// The line of the file on which a range of the bytes begins.
  func place(of range: Range<Int>) -> Location {
    let breaks = bytes[..<range.lowerBound].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    return Location(file: location.file, line: location.line + breaks)
  }

  /// The last part of each address after `](`, where Markdown's links and pictures have it.
  fileprivate var linkedFiles: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = bytes.startIndex
    while let bracket = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
      index = bracket + 1
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "(") else { continue }
      var start = index + 1
      var end = start
      while end < bytes.endIndex, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")") {
        if bytes[end] == UInt8(ascii: "/") { start = end + 1 }
        end += 1
      }
      found.append(start..<end)
    }
    return found
  }
}
