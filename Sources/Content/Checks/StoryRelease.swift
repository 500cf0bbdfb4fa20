import Campaigns
import Diagnostics
import Vietnamese

/// Holds back the stories that are not to be published yet: not approved, of a later date, internal.
enum StoryRelease {
  static func hold(
    in archive: inout Archive, on day: PlainDate, into findings: inout Findings
  ) {
    let asks = archive.settings.requiresApproval
    var held: Set<String> = []
    // By place, since a story has many parts to copy.
    for index in archive.stories.indices {
      guard let obstacle = obstacle(to: archive.stories[index], asks, on: day) else { continue }
      let story = archive.stories[index]
      held.insert(story.location.file)
      if let image = story.image { findings.draftImages.append((story.location.file, image)) }
      findings.bag.add(
        Diagnostic(
          obstacle.id, .note, at: story.location,
          "Bài “\(story.title)” \(obstacle.why) nên không được đăng.", help: obstacle.help))
    }
    if held.isEmpty { return }
    archive.stories.removeAll { held.contains($0.location.file) }
    findings.named.removeAll { held.contains($0.location.file) }
  }

  private static func obstacle(
    to story: Story, _ asksForApproval: Bool, on day: PlainDate
  ) -> (id: String, why: String, help: String)? {
    if story.sensitivity == .inner {
      return ("story.internal", "là bài nội bộ", "Đổi “sensitivity” khi được phép công khai.")
    }
    if story.date > day {
      return (
        "story.embargoed", "ghi ngày \(story.date.short), sau ngày dựng trang",
        "Bài tự hiện khi dựng trang từ ngày đó."
      )
    }
    if asksForApproval || story.sensitivity == .delicate, !story.isApproved(on: day) {
      return (
        "story.unapproved", "chưa được duyệt",
        "Khi đã duyệt, thêm “approval: da-duyet”, “approved_by: …” và “approved_on: …”."
      )
    }
    return nil
  }
}
