package import Campaigns
package import Vietnamese

/// Who begins, when and where: everything that a starter does not know by itself.
package struct StarterAnswers: Sendable {
  /// For whom a starter is.
  package enum Kind: String, Sendable, CaseIterable {
    case school = "truong"
    case department = "so"
    case commune = "xa"

    /// What a person reads in a list.
    package var title: String {
      switch self {
      case .school: "một trường"
      case .department: "Sở và các trường trực thuộc"
      case .commune: "xã, phường và các trường trên địa bàn"
      }
    }

    var unitKind: Unit.Kind {
      switch self {
      case .school: .school
      case .department: .department
      case .commune: .committee
      }
    }
  }

  /// A unit with what its name tells.
  package struct Office: Sendable {
    package var name: String
    package var id: String
    package var kind: Unit.Kind
    var naming: UnitNaming

    package init(name: String, id: String? = nil, kind: Unit.Kind) {
      self.name = name
      naming = UnitNaming(name)
      self.id = id ?? naming.id
      self.kind = kind
    }
  }

  package var kind: Kind
  package var unit: Office
  /// The superior whose name stands above the unit's in documents.
  package var parent: Office?
  /// Stands before the date in documents.
  package var place: String
  package var year: SchoolTerm
  package var today: PlainDate

  /// - Parameters:
  ///   - name: of the unit; nil for one to be filled in.
  ///   - place: nil to take it from the name where it is there.
  ///   - year: nil for the school year of today.
  package init(
    kind: Kind, name: String? = nil, id: String? = nil, parent: Office? = nil,
    place: String? = nil, year: SchoolTerm? = nil, today: PlainDate
  ) {
    let (blank, blankID) = Self.blank(kind)
    self.kind = kind
    unit = Office(
      name: name ?? blank, id: id ?? (name == nil ? blankID : nil),
      kind: UnitNaming(name ?? blank).kind ?? kind.unitKind)
    self.parent = parent
    self.place = place ?? (kind == .school ? "Địa danh" : UnitName(unit.name).proper)
    self.year = year ?? SchoolTerm(containing: today, whole: true)
    self.today = today
  }

  /// Name and id of a unit that nobody has named yet.
  private static func blank(_ kind: Kind) -> (String, String) {
    switch kind {
    case .school: ("Trường Tiểu học Của Tôi", "truong-toi")
    case .department: ("Sở Giáo dục và Đào tạo tỉnh Mẫu", "so-gddt-mau")
    case .commune: ("Ủy ban nhân dân xã Mẫu", "ubnd-xa-mau")
    }
  }
}
