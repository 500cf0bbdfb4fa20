import Campaigns
import Diagnostics

extension Check {
  static let storyFacts = Check(
    "L14", .warning, Phrase("Bài thiếu dữ kiện", en: "Story without facts"),
    explanation: Phrase(
      "Bài nêu gương phải có việc thật, con số cụ thể và gắn với điển hình trong danh sách, không "
        + "phô trương, hình thức; ảnh phải có lời tả.",
      en: "A story tells of real work with a concrete number and belongs to a listed exemplar; an "
        + "image has a description."),
    remedy: Phrase(
      "Thêm “facts” hoặc con số vào bài; ghi mã điển hình vào “exemplar”.",
      en: "Add “facts” or a number to the text; put the exemplar's id into “exemplar”."),
    citation: "Kế hoạch “Đồng Khởi mới” Bến Tre 2024-2025: không phô trương, hình thức"
  ) { context, log in
    for story in context.archive.stories {
      if story.exemplar == nil {
        log.tell(
          "story.without-exemplar", .note, at: story.location, record: story.slug,
          Phrase(
            "Bài “\(story.title)” không gắn với điển hình nào.",
            en: "Story “\(story.title)” belongs to no exemplar."),
          help: Phrase(
            "Ghi mã trong exemplars.csv vào “exemplar”.",
            en: "Put an id of exemplars.csv into “exemplar”."))
      }
      let hasNumber = story.prose.bytes.contains { (0x30...0x39).contains($0) }
      if story.facts.isEmpty, !hasNumber {
        log.tell(
          "story.without-number", at: story.location, record: story.slug,
          Phrase(
            "Bài “\(story.title)” không có con số nào.",
            en: "Story “\(story.title)” has no number in it."),
          help: Phrase(
            "Nêu kết quả cụ thể: bao nhiêu, trong bao lâu, so với trước.",
            en: "Say what came of it: how many, in what time, against what before."))
      }
    }
  }
}
