package import Vietnamese

/// What a page is about; ids and indices point into the archive.
package enum PageKind: Sendable, Hashable {
  case home, units, clusters, exemplars, rules, search, missing
  /// One sheet, counted from 1, of a list of campaigns; empty names that of all.
  case campaigns(String, Int)
  /// One sheet of a list of the directory of units.
  case directory(String, Int)
  /// One sheet of a list of reports.
  case reports(String, Int)
  /// One sheet of a list of exemplars.
  case exemplarList(String, Int)
  /// What comes, and what was lately; or all of one year.
  case calendar(Int?)
  /// One sheet, counted from 1, of a list of the register of awards; empty names that of all.
  case awards(String, Int)
  case unit(String)
  case campaign(String)
  case cluster(String)
  case exemplar(String)
  /// One sheet of who sent what and who is late in the campaign of that id.
  case progress(String, Int)
  /// Who learned from whom in the campaign of that id.
  case influence(String)
  case indicators
  /// One indicator, over all campaigns or over the units below one.
  case indicator(String, below: String?)
  /// One sheet, counted from 1, of a list of stories; empty names that of all.
  case stories(String, Int)
  /// All lists of stories of one cut, where there are more than a filter shows.
  case storyLists(StoryCut)
  case story(Int)
  case free(Int)
  /// A unit at a glance for a frame in another portal, the same as a fragment, and how to use them.
  case embed(String), embedFragment(String), embedGuide(String)
  /// A file for programs; nil is that of all units.
  case data(String?)
  case dataSchema
  /// An old address that sends its reader on to the page at this path.
  case moved(to: String)

  /// The template that a page of the kind is made with.
  package var template: String {
    switch self {
    case .home: "home.html"
    case .units: "units.html"
    case .clusters: "clusters.html"
    case .campaigns: "campaigns.html"
    case .awards: "awards.html"
    case .calendar: "calendar.html"
    case .reports: "reports.html"
    case .directory: "directory.html"
    case .exemplars: "exemplars.html"
    case .exemplarList: "exemplar-list.html"
    case .rules: "rules.html"
    case .search: "search.html"
    case .missing: "missing.html"
    case .unit: "unit.html"
    case .campaign: "campaign.html"
    case .cluster: "cluster.html"
    case .exemplar: "exemplar.html"
    case .influence: "influence.html"
    case .indicators: "indicators.html"
    case .indicator: "indicator.html"
    case .progress: "progress.html"
    case .stories: "stories.html"
    case .storyLists: "story-lists.html"
    case .story: "story.html"
    case .free: "page.html"
    case .moved: "moved.html"
    case .embed: "embed.html"
    case .embedFragment: "embed-fragment.html"
    case .embedGuide: "embed-guide.html"
    // Written without a template.
    case .data, .dataSchema: ""
    }
  }
}

/// One page that will be written.
package struct PlannedPage: Sendable {
  /// Path in the output, such as `don-vi/thcs-a/index.html`.
  package var path: String
  package var kind: PageKind
  package var title: String
  package var template: String
  /// Day of the last change, where the content tells one; goes into the sitemap.
  package var modified: PlainDate?
  /// The language of the page and where the pages of that language lie.
  package var tree = PageTree.vietnamese
  /// The text is in another language than the page, for want of a translation.
  package var isUntranslated = false

  /// The path below the folder of its language.
  var localPath: String { tree.local(path) }

  init(_ path: String, _ kind: PageKind, _ title: String, modified: PlainDate? = nil) {
    self.path = path
    self.kind = kind
    self.title = title
    self.modified = modified
    template = kind.template
  }

  /// Whether search engines are told of the page.
  var isListed: Bool {
    switch kind {
    case .missing, .moved, .embed, .embedFragment, .data, .dataSchema:
      false
    default: !isUntranslated
    }
  }
}

/// A report that the site links to; its files are made elsewhere.
package struct ReportLink: Sendable {
  package var unit: String
  package var campaign: String
  /// The cluster that the report is of, if it is not of the unit alone.
  package var cluster: String?
  package var title: String
  /// What lists of reports put it under.
  package var heading: String
  /// Paths in the output: of the page, of the files to keep, of the figures and their cells.
  package var html: String?
  package var files: [File]
  package var sources: String?

  /// A form of a report to keep.
  package struct File: Sendable {
    /// What people call the form: `PDF`.
    package var name: String
    package var path: String
    /// In bytes; nil before the file is made.
    package var size: Int?

    package init(name: String, path: String, size: Int?) {
      self.name = name
      self.path = path
      self.size = size
    }
  }

  package init(
    unit: String, campaign: String, cluster: String? = nil, title: String,
    heading: String = "Báo cáo", html: String?,
    files: [File], sources: String? = nil
  ) {
    self.unit = unit
    self.campaign = campaign
    self.cluster = cluster
    self.title = title
    self.heading = heading
    self.html = html
    self.files = files
    self.sources = sources
  }
}
