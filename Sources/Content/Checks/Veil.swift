import Campaigns
import Diagnostics
import Vietnamese

/// What must stay hidden of whom on one channel (màn che), decided once for the whole archive.
struct Veil: Sendable {
  let channel: Consent.Channel
  let book: ConsentBook
  private let people: [Person]
  private let places: [String: Int]
  private let names: [Leave]
  private let achievements: [Leave]
  /// Who has someone of the same name beside whom the name may be shown is in it too.
  private let finder: NameFinder

  init(_ archive: Archive, book: ConsentBook, channel: Consent.Channel) {
    self.channel = channel
    self.book = book
    let people = archive.people
    self.people = people
    places = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
    names = people.map { book.may(show: .name, of: $0, on: channel) }
    let isTranslated = archive.stories.indices.contains {
      !archive.stories[$0].translations.isEmpty
    }
    let achievements = people.map { person in
      book.may(
        show: Self.classes(toTell: .achievement, of: person, on: book.day), of: person,
        on: channel)
    }
    self.achievements = achievements
    hidesNames = !achievements.allSatisfy(\.allows)
    var finder = NameFinder()
    let hidden = Set(people.indices.filter { !achievements[$0].allows }.map { people[$0].name })
    for index in people.indices where hidden.contains(people[index].name) {
      finder.add(people[index].name, bearer: index)
      // Who writes for foreigners often leaves the marks out.
      if isTranslated { finder.add(Self.bare(people[index].name), bearer: index) }
    }
    self.finder = finder
  }

  /// Whether there is anybody to hide.
  let hidesNames: Bool

  /// The consents that a use of a person asks for.
  ///
  /// An achievement is told with the name and, since its record belongs to a unit, with the school.
  static func classes(
    toTell use: Consent.DataClass, of person: Person, on day: PlainDate
  ) -> [Consent.DataClass] {
    guard use == .achievement else { return [use] }
    return person.isProtected(on: day) ? [.name, .achievement, .school] : [.name, .achievement]
  }

  func person(_ id: String) -> Person? { places[id].map { people[$0] } }

  /// Nil for an id that names nobody, which is told elsewhere.
  func leave(toTell use: Consent.DataClass, of id: String) -> Leave? {
    guard let place = places[id] else { return nil }
    switch use {
    case .name: return names[place]
    case .achievement: return achievements[place]
    default: return book.may(show: use, of: people[place], on: channel)
    }
  }

  /// The words for a person who stays unnamed, without a class that may not be told.
  func role(of person: Person, in language: Language = .vietnamese) -> String {
    var person = person
    if !book.may(show: .school, of: person, on: channel).allows { person.schoolClass = nil }
    return language == .vietnamese ? person.describedRole : person.describedRoleInEnglish
  }

  // MARK: Stories

  func publishes(_ story: Story) -> Bool {
    story.person.flatMap { leave(toTell: .story, of: $0)?.allows } ?? true
  }

  func showsImage(of story: Story) -> Bool {
    story.peopleInImage.allSatisfy { leave(toTell: .photo, of: $0)?.allows ?? true }
  }

  func showsSchool(of story: Story) -> Bool {
    guard let person = story.person.flatMap(person), person.isProtected(on: book.day) else {
      return true
    }
    return book.may(show: .school, of: person, on: channel).allows
  }

  // MARK: Texts

  /// Tells of each name that must not stand there, with its place, until `body` says false.
  func eachHiddenName(
    in bytes: ArraySlice<UInt8>, at place: TextPlace, _ body: (Person, Range<Int>) -> Bool
  ) {
    finder.each(in: bytes) { hit in
      hidden(hit.bearers, at: place).map { body(people[$0], hit.range) } ?? true
    }
  }

  /// Who of those with one name is meant and hidden; someone else may be named so with consent.
  private func hidden(_ bearers: [Int], at place: TextPlace) -> Int? {
    if let subject = bearers.first(where: { people[$0].id == place.person }) {
      return isHidden(subject, at: place) ? subject : nil
    }
    let ofUnit = bearers.filter { people[$0].unit == place.unit }
    let meant = ofUnit.isEmpty ? bearers : ofUnit
    return meant.allSatisfy { isHidden($0, at: place) } ? meant.first : nil
  }

  private func isHidden(_ index: Int, at place: TextPlace) -> Bool {
    if !names[index].allows { return true }
    return place.tellsAchievement && people[index].id == place.person
      && !achievements[index].allows
  }

  /// The text with words for a role in place of names; nil if it may stay.
  func rewritten(_ text: String, at place: TextPlace) -> String? {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var kept = 0
    eachHiddenName(in: bytes[...], at: place) { person, range in
      let form = Self.formOfAddress(before: range.lowerBound, in: bytes, from: kept)
      let start = form?.lowerBound ?? range.lowerBound
      let isFirst = bytes[..<start].allSatisfy { $0 == 0x20 }
      let isCapital =
        place.language == .vietnamese && form.map { Self.isCapital(bytes[$0]) } ?? false
      let role = role(of: person, in: place.language)
      out += bytes[kept..<start]
      out += (isFirst || isCapital ? role.prefix(1).uppercased() + role.dropFirst() : role).utf8
      kept = range.upperBound
      return true
    }
    return kept == 0 ? nil : String(decoding: out + bytes[kept...], as: UTF8.self)
  }

  /// `Nguyen Thi An` for `Nguyễn Thị An`.
  private static func bare(_ name: String) -> String {
    Fold.search(name).split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private static let formsOfAddress = Set(
    ["ms", "mr", "mrs", "teacher", "cô", "thầy", "em", "bé", "cháu", "ông", "bà", "anh", "chị"].map
    { Array($0.utf8) })

  /// The word before a name that goes with it, so that “cô Lê Lan” does not become “cô một giáo viên”.
  private static func formOfAddress(
    before name: Int, in bytes: [UInt8], from start: Int
  ) -> Range<Int>? {
    guard let word = Words(bytes[start..<name]).all.last,
      bytes[word.upperBound..<name].allSatisfy({ $0 == 0x20 })
    else { return nil }
    let lower = String(decoding: bytes[word], as: UTF8.self).lowercased()
    return formsOfAddress.contains(Array(lower.utf8)) ? word : nil
  }

  private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool {
    String(decoding: word, as: UTF8.self).first?.isUppercase ?? false
  }
}
