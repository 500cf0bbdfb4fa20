import Campaigns
import Diagnostics

/// The web manifest (W3C Web Application Manifest): what a phone shows of a site on its home screen.
struct Manifest {
  let plan: SitePlan

  func bytes() -> [UInt8] {
    let settings = plan.model.settings
    let theme = plan.model.cards.theme
    var lines = [
      ("name", quoted(settings.title)),
      ("short_name", quoted(settings.shortName ?? settings.title.shortened(to: 24))),
      ("lang", quoted(plan.trees.first?.code ?? "vi")), ("dir", quoted("ltr")),
      // Relative to the manifest, which lies at the root: the site may be anywhere.
      ("start_url", quoted("./")), ("scope", quoted("./")), ("display", quoted("browser")),
      ("theme_color", quoted(theme.light)), ("background_color", quoted("#faf7f2")),
    ]
    if let description = settings.description ?? settings.tagline {
      lines.insert(("description", quoted(description)), at: 2)
    }
    let icons = SiteIcons.pictures.dropFirst().map { icon in
      let purpose = icon.isWhole ? "maskable" : "any"
      return "    {\"src\": \(quoted(icon.path)), \"sizes\": \"\(icon.side)x\(icon.side)\", "
        + "\"type\": \"image/png\", \"purpose\": \"\(purpose)\"}"
    }
    let body =
      lines.map { "  \(quoted($0.0)): \($0.1)" } + [
        "  \"icons\": [\n" + icons.joined(separator: ",\n") + "\n  ]"
      ]
    return Array(("{\n" + body.joined(separator: ",\n") + "\n}\n").utf8)
  }

  private func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
