package import Diagnostics
package import Vietnamese

/// A person named anywhere in the folder; shown only with consent.
package struct Person: Sendable {
  package enum Role: String, Sendable, CaseIterable {
    case manager = "cbql"
    case teacher = "gv"
    case staff = "nv"
    case pupil = "hs"
    case other = "khac"
  }

  /// The ages at which the law asks for other consents.
  package enum Stage: Sendable, Hashable, CaseIterable {
    /// Below 7: a guardian alone decides.
    case infant
    /// From 7 to 15: the child and a guardian.
    case child
    /// 16 or more: the person alone.
    case adult
  }

  package var id: String
  package var name: String
  /// Form of address before the name, such as `cô` or `thầy`.
  package var title: String?
  package var role: Role
  package var position: String?
  package var unit: String?
  /// A pupil's class (lớp), such as `4A`; as private as the name (Nghị định 56/2017, Điều 33).
  package var schoolClass: String?
  /// Works directly in class or production (người lao động trực tiếp); nil if not known.
  package var isDirect: Bool?
  package var birthYear: Int?
  /// The last day of a discipline; private, serves checks alone.
  package var disciplineUntil: PlainDate?
  package var givenName: String?
  /// Private addresses and numbers, known only to find them in texts where they do not belong.
  package var contacts: [String] = []
  /// The short form of consent, of a person of 16 or more to everything; nil is none.
  ///
  /// Silence is not consent (Luật 91/2025/QH15). In an edition: whether the name may be shown there.
  package var consents: Bool?
  package var isSample = false
  package var location: Location

  package init(id: String, name: String, role: Role, location: Location) {
    self.id = id
    self.name = name
    self.role = role
    self.location = location
  }

  /// The name where it may be shown, else a description that does not point at the person.
  package var publicName: String { consents == true ? name : describedRole }

  package var describedRole: String {
    switch role {
    case .manager: "một cán bộ quản lý"
    case .teacher: "một giáo viên"
    case .staff: "một nhân viên"
    case .pupil: schoolClass.map { "một học sinh lớp \($0)" } ?? "một học sinh"
    case .other: "một cá nhân"
    }
  }

  package var describedRoleInEnglish: String {
    switch role {
    case .manager: "a school leader"
    case .teacher: "a teacher"
    case .staff: "a member of staff"
    case .pupil: schoolClass.map { "a pupil of class \($0)" } ?? "a pupil"
    case .other: "a person"
    }
  }

  /// The stage on a day.
  ///
  /// Only the year of birth is known, so who may still be a child is one, and so is a pupil of
  /// unknown age.
  package func stage(on day: PlainDate) -> Stage {
    guard let birthYear else { return role == .pupil ? .child : .adult }
    // The age reached by the end of the year; until the birthday it is one less.
    let reached = day.year - min(max(birthYear, 0), 9999)
    if reached > 16 { return .adult }
    return reached >= 7 ? .child : .infant
  }

  /// Whether school and class point at the person more than a work place does.
  package func isProtected(on day: PlainDate) -> Bool {
    role == .pupil || stage(on: day) != .adult
  }
}
