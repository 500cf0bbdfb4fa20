import Campaigns
import Diagnostics

/// The pictures that stories name are there, and the logo.
enum Images {
  static func check(
    _ archive: Archive, layout: ContentLayout, into bag: inout DiagnosticBag
  ) {
    for story in archive.stories { image(of: story, layout, into: &bag) }
    logo(archive.settings.logo, layout, into: &bag)
  }

  private static func logo(
    _ logo: String?, _ layout: ContentLayout, into bag: inout DiagnosticBag
  ) {
    guard let logo, !layout.all.contains(logo) else { return }
    let names = layout.all.filter { $0.hasPrefix("media/") }
    let question = Suggestion.question(for: logo, among: names)
    bag.error(
      "reference.missing-image", at: Location(file: "site.yaml"),
      "Không có tệp biểu trưng “\(logo)”.",
      help: (question.map { $0 + " " } ?? "") + "Đặt tệp vào thư mục media/ và ghi đúng tên.")
  }

  private static func image(
    of story: Story, _ layout: ContentLayout, into bag: inout DiagnosticBag
  ) {
    guard let image = story.image, !image.hasPrefix("http://"), !image.hasPrefix("https://") else {
      return
    }
    if layout.file(ofImage: image, in: story.location.file) != nil { return }
    let path = image.hasPrefix("/") ? String(image.dropFirst()) : image
    let names = layout.all.filter { $0.hasPrefix("media/") }
    let question = Suggestion.question(for: path, among: names)
    bag.error(
      "reference.missing-image", at: story.location,
      "Không có tệp ảnh “\(image)” của bài “\(story.title)”.",
      help: (question.map { $0 + " " } ?? "") + "Đặt ảnh vào thư mục media/ và ghi đúng tên.")
  }
}

extension ContentLayout {
  /// The file that a text means by the address of a picture.
  func file(ofImage image: String, in file: String) -> String? {
    MediaAddress.candidates(for: image, in: file).first { all.contains($0) }
  }
}
