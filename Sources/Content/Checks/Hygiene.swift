import Campaigns
import Diagnostics

/// Small faults of form that official papers are sent back for (L22, L25), and images not there.
enum Hygiene {
  static func check(
    _ archive: Archive, layout: ContentLayout, into bag: inout DiagnosticBag
  ) {
    for campaign in archive.campaigns {
      prose(campaign.prose, into: &bag)
      for award in campaign.awards {
        if let signer = award.signer { short(signer, at: award.location, into: &bag) }
      }
      if let position = campaign.signatory?.position {
        short(position, at: campaign.location, into: &bag)
      }
    }
    for part in archive.narratives { prose(part.prose, into: &bag) }
    for unit in archive.units {
      if let title = unit.headTitle { short(title, at: unit.location, into: &bag) }
    }
    for story in archive.stories { image(of: story, layout, into: &bag) }
  }

  private static let marks = ["KT.", "TM.", "TL.", "TUQ."].map { Array($0.utf8) }

  private static func prose(_ prose: Prose, into bag: inout DiagnosticBag) {
    var line = prose.location.line
    for text in prose.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let mark = tight(text) {
        tell(mark, at: Location(file: prose.location.file, line: line), into: &bag)
      }
      line += 1
    }
  }

  private static func short(_ text: String, at place: Location, into bag: inout DiagnosticBag) {
    if let mark = tight(Array(text.utf8)[...]) { tell(mark, at: place, into: &bag) }
  }

  /// The mark that a letter follows without a space, as in `KT.GIÁM ĐỐC`.
  private static func tight(_ text: ArraySlice<UInt8>) -> String? {
    for (index, byte) in zip(text.indices, text) where byte == 0x2E {
      let next = index + 1
      guard next < text.endIndex, isLetter(text[next]) else { continue }
      for mark in marks where text[...index].suffix(mark.count).elementsEqual(mark) {
        let before = index - mark.count
        if before >= text.startIndex, isLetter(text[before]) { continue }
        return String(decoding: mark, as: UTF8.self)
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func tell(_ mark: String, at place: Location, into bag: inout DiagnosticBag) {
    bag.warning(
      "text.missing-space", at: place, "Thiếu dấu cách sau “\(mark)”.",
      help: "Viết “\(mark) ” rồi mới đến chức vụ, ví dụ “\(mark) GIÁM ĐỐC”.")
  }

  private static func image(
    of story: Story, _ layout: ContentLayout, into bag: inout DiagnosticBag
  ) {
    guard let image = story.image, !image.hasPrefix("http://"), !image.hasPrefix("https://") else {
      return
    }
    let path = image.hasPrefix("/") ? String(image.dropFirst()) : image
    let folder = story.location.file.split(separator: "/").dropLast().joined(separator: "/")
    if layout.all.contains(path) || layout.all.contains("media/\(path)")
      || layout.all.contains("\(folder)/\(path)")
    {
      return
    }
    let names = layout.all.filter { $0.hasPrefix("media/") }
    let question = Suggestion.question(for: path, among: names)
    bag.error(
      "reference.missing-image", at: story.location,
      "Không có tệp ảnh “\(image)” của bài “\(story.title)”.",
      help: (question.map { $0 + " " } ?? "") + "Đặt ảnh vào thư mục media/ và ghi đúng tên.")
  }
}
