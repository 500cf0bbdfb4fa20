package import Diagnostics
package import Vietnamese

/// An office or school (đơn vị) in the tree of the sector.
package struct Unit: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case government = "chinh-phu"
    case ministry = "bo"
    case committee = "ubnd"
    case department = "so"
    case division = "phong"
    case school = "truong"
    case centre = "trung-tam"
    case section = "phong-chuyen-mon"

    /// Vietnamese name of the kind, in the plural-neutral form used as a heading.
    package var title: String {
      switch self {
      case .government: "Chính phủ"
      case .ministry: "Bộ"
      case .committee: "Ủy ban nhân dân"
      case .department: "Sở"
      case .division: "Phòng"
      case .school: "Trường"
      case .centre: "Trung tâm"
      case .section: "Phòng chuyên môn"
      }
    }
  }

  /// Level of schooling (cấp học).
  package enum Level: String, Sendable, CaseIterable, Comparable {
    case preschool = "mn"
    case primary = "th"
    case lowerSecondary = "thcs"
    case upperSecondary = "thpt"
    case continuing = "gdtx"

    package var title: String {
      switch self {
      case .preschool: "Mầm non"
      case .primary: "Tiểu học"
      case .lowerSecondary: "Trung học cơ sở"
      case .upperSecondary: "Trung học phổ thông"
      case .continuing: "Giáo dục thường xuyên"
      }
    }

    package static func < (a: Level, b: Level) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// Size of the unit as last counted; nil where not known.
  package struct Headcount: Sendable {
    package var staff: Int?
    package var teachers: Int?
    package var pupils: Int?
    package var classes: Int?
    /// The cells that the numbers were read from.
    package var places = Places()

    package struct Places: Sendable {
      package var staff: Location?
      package var teachers: Location?
      package var pupils: Location?
      package var classes: Location?

      package init() {}
    }

    package init(staff: Int? = nil, teachers: Int? = nil, pupils: Int? = nil, classes: Int? = nil) {
      self.staff = staff
      self.teachers = teachers
      self.pupils = pupils
      self.classes = classes
    }
  }

  package var id: String
  package var name: String
  package var shortName: String?
  package var nameEnglish: String?
  /// Ids that the unit had before; its page is still found at them.
  package var aliases: [String] = []
  package var kind: Kind
  package var levels: [Level] = []
  /// Direct administrative superior (cơ quan chủ quản), as printed above the issuer of a document.
  package var parent: String?
  /// Superior in professional matters (cấp trên chuyên môn), who receives the sector's reports.
  package var professionalParent: String?
  package var clusters: [String] = []
  package var place: String?
  /// Short code in the number of its documents, such as `SGDĐT`.
  package var code: String?
  package var website: String?
  package var email: String?
  package var phone: String?
  package var address: String?
  package var validFrom: PlainDate?
  package var validTo: PlainDate?
  package var successors: [String] = []
  package var isDifficultArea: Bool?
  package var headcount = Headcount()
  package var head: String?
  package var headTitle: String?
  package var isSample = false
  package var introduction: Prose?
  package var location: Location

  package init(id: String, name: String, kind: Kind, location: Location) {
    self.id = id
    self.name = name
    self.kind = kind
    self.location = location
  }

  /// The superior along which figures of the sector are added up.
  package var reportsTo: String? { professionalParent ?? parent }

  /// Whether it is among the units that ids, kinds and levels name; an empty list names all.
  package func isMeant(by scope: [String]) -> Bool {
    scope.isEmpty
      || scope.contains { name in
        name == id || name == kind.rawValue || levels.contains { $0.rawValue == name }
      }
  }

  /// Whether the unit existed on at least one day of `span`.
  package func exists(in span: DateSpan) -> Bool {
    if let validFrom, validFrom > span.to { return false }
    if let validTo, validTo < span.from { return false }
    return true
  }
}

/// Units that compete and learn together (cụm, khối thi đua).
package struct Cluster: Sendable {
  package var id: String
  package var name: String
  package var owner: String?
  package var isSchoolYear: Bool
  package var isSample: Bool
  package var location: Location

  package init(
    id: String, name: String, owner: String?, isSchoolYear: Bool, isSample: Bool,
    location: Location
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.isSchoolYear = isSchoolYear
    self.isSample = isSample
    self.location = location
  }
}
