import Content
package import Records
import StarterTexts

/// Which files a starter has, and from which texts they are made.
enum StarterPlan {
  /// Where a text becomes a file.
  enum Place {
    case file(String)
    /// A table, by the name of its schema.
    case table(Schema)
  }

  /// The id of the campaign that all starters begin with.
  static let campaign = "nam-hoc"

  /// What its owner alone keeps, such as who consented.
  ///
  /// It is not sent around in the form that others fill in.
  static let kept: Set<String> = [
    "clusters", "memberships", "consents", "indicators", "criteria", "scores", "documents",
  ]

  static func entries(for kind: StarterAnswers.Kind) -> [(place: Place, text: String)] {
    kind == .school ? school : superior
  }

  private static let school: [(place: Place, text: String)] =
    [
      (.file("README.md"), "truong-huong-dan.md"),
      (.file("site.yaml"), "truong-site.yaml"),
      (.file("campaigns/<id>/campaign.md"), "truong-campaign.md"),
      (.file("stories/<year>/ba-tu-sach-khong-khoa.md"), "truong-story.md"),
      (.file("units/<unit>/about.md"), "truong-about.md"),
      (.file("units/<unit>/reports/<id>.md"), "truong-report.md"),
    ]
    + tables(
      [
        "units", "people", "consents", "targets", "results", "registrations", "awards",
        "exemplars", "steps", "events",
      ], of: "truong")

  private static let superior: [(place: Place, text: String)] =
    [
      (.file("README.md"), "cap-tren-huong-dan.md"),
      (.file("site.yaml"), "cap-tren-site.yaml"),
      (.file("campaigns/<id>/campaign.md"), "cap-tren-campaign.md"),
      (.file("stories/<year>/ba-tu-sach-khong-khoa.md"), "cap-tren-story-1.md"),
      (.file("stories/<year>/muoi-lam-phut-doc-cung-sau-em.md"), "cap-tren-story-2.md"),
      (.file("units/<unit>/about.md"), "cap-tren-about.md"),
      (.file("units/<unit>/reports/<id>.md"), "cap-tren-report.md"),
    ]
    + tables(
      [
        "units", "clusters", "memberships", "people", "consents", "indicators", "criteria",
        "scores", "targets", "results", "registrations", "submissions", "awards", "exemplars",
        "steps", "followers", "inspections", "events",
      ], of: "cap-tren")

  /// In the order in which a person fills them in; legal documents are the same for all.
  private static func tables(
    _ names: [String], of starter: String
  ) -> [(place: Place, text: String)] {
    (names + ["documents"]).compactMap { name in
      guard let schema = Tables.schema(named: name) else { return nil }
      return (.table(schema), "\(name == "documents" ? "chung" : starter)-\(name).csv")
    }
  }
}

/// The tables of the content folder by the names of their files.
package enum Tables {
  /// The schema of `units`, or of `targets` in a campaign's folder.
  package static func schema(named stem: String) -> Schema? {
    Schemas.all.first {
      $0.kind == .table && !$0.name.hasPrefix("units/") && self.stem(of: $0) == stem
    }
  }

  /// Whether a table holds the records of that kind, such as `unit` or `target`.
  static func isTable(_ schema: Schema, of kind: String) -> Bool {
    stem(of: schema) == (kind == "person" ? "people" : kind + "s")
  }

  /// `targets` of `campaigns/<id>/targets.csv`: the name of the file and of its sheet.
  package static func stem(of schema: Schema) -> String {
    let name = schema.name.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? "")
  }
}
