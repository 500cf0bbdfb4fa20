import Campaigns
import Diagnostics

extension Check {
  static let privateContact = Check(
    "L04", .error, Phrase("Liên hệ riêng trong bài", en: "Private contact in public text"),
    explanation: Phrase(
      "Thư điện tử, số điện thoại, số căn cước không đứng trong bài viết, kế hoạch, ô bảng được hiện "
        + "ra, trừ liên hệ công vụ đã khai ở units.csv, site.yaml, hoặc của người đã đồng ý công bố "
        + "liên hệ (consents.csv, “lien-he”). Vị trí chụp trong ảnh (EXIF) được bỏ khi dựng ảnh.",
      en:
        "Mail addresses, phone numbers and identity numbers do not stand in texts, plans or cells "
        + "that are shown, unless they are official (units.csv, site.yaml) or their owner consented "
        + "(consents.csv, “lien-he”). The position of a photograph (EXIF) is left out when pictures "
        + "are made."),
    remedy: Phrase(
      "Bỏ ra khỏi bài; là liên hệ công vụ thì khai ở units.csv hoặc miễn nhắc kèm lý do.",
      en:
        "Take it out; if it is official, put it into units.csv or waive the finding with a reason."),
    citation: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 56/2017/NĐ-CP, Điều 33"
  ) { context, log in
    let open = openContacts(context)
    for text in context.archive.allProse {
      tell(ContactFinder.hits(in: text.prose.bytes), open, record: text.record, into: &log) {
        text.prose.place(of: $0)
      }
    }
    context.archive.eachShownText { text, place in
      tell(
        ContactFinder.hits(in: Array(text.utf8)[...]), open, record: place.record, into: &log
      ) { _ in place.location }
    }
  }

  /// Contacts that may be public: those of offices, and of persons who consented to that.
  private static func openContacts(_ context: CheckContext) -> Set<String> {
    let archive = context.archive
    var open = [archive.settings.email, archive.settings.phone].compactMap { $0 }
    for unit in archive.units { open += [unit.email, unit.phone].compactMap { $0 } }
    let book = ConsentBook(archive.consents, on: context.now)
    for person in archive.people where !person.contacts.isEmpty {
      if book.may(show: .contact, of: person, on: .both).allows { open += person.contacts }
    }
    return Set(open.map(ContactFinder.key(ofContact:)))
  }

  private static func tell(
    _ hits: [ContactFinder.Hit], _ open: Set<String>, record: String, into log: inout CheckLog,
    _ place: (Range<Int>) -> Location
  ) {
    for hit in hits where !open.contains(hit.key) {
      let what =
        switch hit.kind {
        case .mail: Phrase("địa chỉ thư điện tử", en: "a mail address")
        case .phone: Phrase("số điện thoại", en: "a phone number")
        case .identity: Phrase("dãy 12 số như số căn cước", en: "12 digits like an identity number")
        }
      log.tell(
        "contact.private", at: place(hit.range), record: record,
        Phrase(
          "Có \(what.vietnamese) không phải của đơn vị nào đã khai.",
          en: "There is \(what.english) that belongs to no unit listed."),
        help: Phrase(
          "Bỏ ra, hoặc khai liên hệ công vụ ở units.csv.",
          en: "Take it out, or list an official contact in units.csv."))
    }
  }
}
