import Campaigns
package import Diagnostics
import Vietnamese

/// The files beside the pages: style sheet, scripts, feeds, calendars, site map and the word to robots.
package struct SiteAssets: Sendable {
  package struct File: Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  let plan: SitePlan
  let styles: [UInt8]
  let scripts: [(name: String, bytes: [UInt8])]

  /// - Parameters:
  ///   - styles: the bytes of `site.css`, from the templates.
  ///   - scripts: names and bytes of the templates' `.js` files.
  package init(
    plan: SitePlan, styles: [UInt8], scripts: [(name: String, bytes: [UInt8])] = []
  ) {
    self.plan = plan
    self.styles = styles
    self.scripts = scripts
  }

  /// Feeds and site map need absolute addresses; without a base address they are left out.
  package func files(into bag: inout DiagnosticBag) -> [File] {
    var files = look(into: &bag)
    if let base = plan.model.baseURL {
      files += FeedIndex(plan.model).files(plan, base)
      files += SiteMap(plan, base).files()
    } else {
      bag.add(
        Diagnostic(
          "site.no-base-url", .note, at: Location(file: "site.yaml"),
          "Chưa khai baseURL nên không tạo nguồn tin (feed.xml, feed.json) và sitemap.xml.",
          help: "Thêm dòng “baseURL: https://…” vào site.yaml."))
    }
    files += calendars()
    files.append(File(path: Address.robots, bytes: Robots(base: plan.model.baseURL).bytes))
    files.append(File(path: SiteIcons.manifest, bytes: Manifest(plan: plan).bytes()))
    return files
  }

  /// What every page loads: the style sheet and the scripts.
  package func look(into bag: inout DiagnosticBag) -> [File] {
    [File(path: Address.styles, bytes: css(&bag))]
      + scripts.map { name, bytes in
        let file = File(path: "assets/\(name)", bytes: bytes)
        return file.path == Address.searchScript ? SearchIndex.script(bytes) : file
      }
  }

  private func calendars() -> [File] {
    let model = plan.model
    let calendar = model.calendar
    if calendar.items.isEmpty { return [] }
    let whole = CalendarFeed(model: model, name: model.settings.title, items: calendar.items)
    return [File(path: Address.calendarFeed, bytes: whole.bytes())]
      + calendar.itemsOfUnit.keys.sorted().map { unit in
        let feed = CalendarFeed(
          model: model, name: model.directory.name(ofUnit: unit) ?? unit,
          items: (calendar.itemsOfUnit[unit] ?? []).map { calendar.items[$0] }, unit: unit)
        return File(path: Address.calendarFeed(unit), bytes: feed.bytes())
      }
  }

  private func css(_ bag: inout DiagnosticBag) -> [UInt8] {
    let settings = plan.model.settings
    return StyleSheet.squeezed(styles) + Array(ThemeColours(settings).css(into: &bag).utf8)
  }
}
