import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Stories in other languages: `ten-bai.en.md` beside `ten-bai.md`.
///
/// A translation lives in its original, so what withholds that withholds it too.
extension Reading {
  mutating func translations(into archive: inout Archive) {
    let files = layout.files.compactMap { path, role -> (path: String, code: String)? in
      if case .translation(let code) = role { (path, code) } else { nil }
    }
    if files.isEmpty { return }
    var places: [String: Int] = [:]
    for index in archive.stories.indices {
      places[archive.stories[index].prose.location.file] = index
    }
    for (path, code) in files {
      guard let language = language(code, of: path, archive.settings) else { continue }
      let original = ContentLayout.stem(of: ContentLayout.stem(of: path)) + ".md"
      guard layout.all.contains(original) else {
        findings.bag.error(
          "translation.without-original", at: Location(file: path),
          "Không có bài gốc “\(original)” của bản dịch này.",
          help: "Đặt bản dịch cạnh bài gốc, cùng tên, chỉ thêm “.\(code)” trước “.md”.")
        continue
      }
      // An original that is a draft, or spoilt, was told of or is its writer's matter.
      guard let place = places[original],
        let translation = findings.translation(
          path, language, of: archive.stories[place], from: source)
      else { continue }
      archive.stories[place].translations.append(translation)
    }
  }

  private mutating func language(
    _ code: String, of path: String, _ settings: SiteSettings
  ) -> Language? {
    let others = Language.allCases.filter { $0 != .vietnamese }.map(\.rawValue)
    guard let language = Language(rawValue: code), language != .vietnamese else {
      findings.bag.error(
        "translation.unknown-language", at: Location(file: path),
        "Không có ngôn ngữ “\(code)” cho bản dịch; bài gốc viết bằng tiếng Việt.",
        help: Suggestion.question(for: code, among: others)
          ?? "Bản dịch có tên như “ten-bai.\(others.joined(separator: " hoặc ")).md”; tên bài "
          + "không được có dấu chấm.")
      return nil
    }
    if !settings.languages.contains(language) {
      findings.bag.add(
        Diagnostic(
          "translation.unused", .note, at: Location(file: path),
          "Trang chưa có tiếng này nên bản dịch không hiện ở đâu.",
          help: "Thêm “languages: [vi, \(code)]” vào site.yaml."))
    }
    return language
  }
}

extension Findings {
  fileprivate mutating func translation(
    _ path: String, _ language: Language, of original: Story, from source: ContentSource
  ) -> Story.Translation? {
    guard let file = MarkdownFile(path, from: source, as: Schemas.translation, into: &bag) else {
      return nil
    }
    let head = file.record
    guard head.flag("draft") != true, let title = head.string("title") else { return nil }
    var translation = Story.Translation(
      language: language, title: title, prose: file.prose, location: head.location(of: "title"))
    translation.summary = head.string("summary")
    translation.quote = head.string("quote")
    translation.facts = head.records("facts").compactMap { entry in
      guard let label = entry.string("label"), let value = entry.string("value") else {
        return nil
      }
      return Story.Fact(label: label, value: value)
    }
    translation.imageAlt = head.string("image_alt")
    translation.translator = head.string("translator")
    check(translation, head, of: original)
    return translation
  }

  private mutating func check(
    _ translation: Story.Translation, _ head: Record, of original: Story
  ) {
    if let day = head.day("date"), day != original.date {
      bag.error(
        "translation.date", at: head.location(of: "date"),
        "Bản dịch ghi ngày \(day.short), bài gốc ghi \(original.date.short).",
        help: "Sửa cho giống, hoặc bỏ dòng này: bản dịch theo ngày của bài gốc.",
        notes: [Diagnostic.Note("Bài gốc ở đây.", at: original.location)])
    }
    if translation.prose.isEmpty {
      bag.error(
        "translation.empty", at: translation.prose.location, "Bản dịch chưa có nội dung.",
        help: "Viết bản dịch dưới dòng “---” thứ hai, hoặc thêm “draft: có” khi chưa đăng.")
    }
    if original.image != nil, translation.imageAlt == nil {
      bag.error(
        "translation.image-without-alt", at: translation.location,
        "Bản dịch chưa có lời tả ảnh của bài.",
        help: "Thêm “image_alt: …” bằng ngôn ngữ của bản dịch.")
    }
    if !original.facts.isEmpty, translation.facts.count != original.facts.count {
      bag.warning(
        "translation.facts", at: translation.location,
        "Bản dịch có \(translation.facts.count) con số, bài gốc có \(original.facts.count).",
        help: "Dịch đủ các con số ở “facts”.")
    }
  }
}
