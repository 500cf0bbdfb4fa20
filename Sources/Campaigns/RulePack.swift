package import Diagnostics
package import Vietnamese

/// Dated rules of one act (bộ quy tắc): limits and powers that a province or ministry sets.
///
/// None is written in code: the law changes, and a report of an old year is held against the rules
/// of that year. Only what an act says may stand in a pack, each rule with its article.
package struct RulePack: Sendable {
  /// At most so many per cent of a base may get a form (tỷ lệ tối đa).
  package struct Quota: Sendable {
    package enum Base: String, Sendable, CaseIterable {
      /// Everyone who works in the unit.
      case staff = "tong-so"
      /// Those who hold another title in the same period (`holders`).
      case holders = "nguoi-dat"
      /// Leading units of clusters.
      case clusterLeaders = "dan-dau-cum"
    }

    package var form: Award.Form
    package var base: Base
    package var holders: Award.Form?
    /// In per cent, above 0 and at most 100.
    package var maximum: VNNumber
    package var isError: Bool
    package var article: String
    package var location: Location

    package init(
      form: Award.Form, base: Base, holders: Award.Form?, maximum: VNNumber, isError: Bool,
      article: String, location: Location
    ) {
      self.form = form
      self.base = base
      self.holders = holders
      self.maximum = maximum
      self.isError = isError
      self.article = article
      self.location = location
    }
  }

  /// Who may decide on a form (thẩm quyền quyết định).
  package struct Authority: Sendable {
    /// Office as decisions name it, such as `Giám đốc Sở`.
    ///
    /// Compared without marks and case, by its first words; several names stand apart by `|`.
    package var office: String
    /// Empty where the act does away with the office.
    package var forms: [Award.Form]
    package var article: String
    package var location: Location

    package init(office: String, forms: [Award.Form], article: String, location: Location) {
      self.office = office
      self.forms = forms
      self.article = article
      self.location = location
    }
  }

  /// What a holder of a title must have (tiêu chuẩn), as far as data can tell.
  package struct Standard: Sendable {
    package var form: Award.Form
    /// Title that must have been held before, so many times in a row.
    package var requires: Award.Form?
    package var consecutive: Int?
    /// Least share in per cent of members of a collective who hold `requires`.
    package var share: VNNumber?
    /// Least number of such members.
    package var members: Int?
    package var article: String
    package var location: Location

    package init(
      form: Award.Form, requires: Award.Form?, consecutive: Int?, share: VNNumber?,
      members: Int?, article: String, location: Location
    ) {
      self.form = form
      self.requires = requires
      self.consecutive = consecutive
      self.share = share
      self.members = members
      self.article = article
      self.location = location
    }
  }

  package var id: String
  package var title: String
  /// Id of the act in `documents.csv`.
  package var act: String
  package var from: PlainDate
  package var to: PlainDate?
  /// Units that the pack binds, with all below them; empty means the nation.
  package var scope: [String]
  package var quotas: [Quota] = []
  package var authorities: [Authority] = []
  package var standards: [Standard] = []
  /// Where the act says in which order awards are conferred (thứ tự trao tặng).
  package var orderArticle: String?
  package var note: String?
  package var location: Location

  package init(
    id: String, title: String, act: String, from: PlainDate, to: PlainDate?, scope: [String],
    location: Location
  ) {
    self.id = id
    self.title = title
    self.act = act
    self.from = from
    self.to = to
    self.scope = scope
    self.location = location
  }

  package func holds(on day: PlainDate) -> Bool { from <= day && !(to.map { $0 < day } ?? false) }
}
