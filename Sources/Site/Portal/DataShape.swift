import Vietnamese

/// What one kind of object in the data files holds: the one declaration that both the schema and the
/// data are written from, so that they cannot drift apart.
struct DataShape<Subject>: Sendable {
  let schema: DataObject
  private let values: [@Sendable (Subject) -> JSONOutput]

  /// - Parameter name: under which the schema defines it.
  init(_ name: String, _ meaning: String, _ fields: [DataField<Subject>]) {
    schema = DataObject(name: name, meaning: meaning, members: fields.map(\.member))
    values = fields.map(\.value)
  }

  func value(of subject: Subject) -> JSONOutput {
    .object(
      zip(schema.members, values).map { ($0.name, $1(subject)) })
  }
}

/// One member of an object: its name, its meaning, its type, and how it is read off the subject.
struct DataField<Subject>: Sendable {
  let member: DataObject.Member
  let value: @Sendable (Subject) -> JSONOutput

  private init(
    _ name: String, _ meaning: String, _ type: DataType, canBeNull: Bool,
    _ value: @escaping @Sendable (Subject) -> JSONOutput
  ) {
    member = DataObject.Member(name: name, meaning: meaning, type: type, canBeNull: canBeNull)
    self.value = value
  }

  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> String
  ) -> Self {
    Self(name, meaning, .text(format: nil), canBeNull: false) { .text(value($0)) }
  }

  static func maybeText(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, meaning, .text(format: nil), canBeNull: true) { JSONOutput.orNull(value($0)) }
  }

  static func texts(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> [String]
  ) -> Self {
    Self(name, meaning, .list(.text(format: nil)), canBeNull: false) {
      .list(value($0).map(JSONOutput.text))
    }
  }

  static func address(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> String?
  ) -> Self {
    Self(name, meaning, .text(format: "uri-reference"), canBeNull: true) {
      JSONOutput.orNull(value($0))
    }
  }

  static func date(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> PlainDate?
  ) -> Self {
    Self(name, meaning, .text(format: "date"), canBeNull: true) {
      JSONOutput.orNull(value($0)?.iso)
    }
  }

  static func count(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> Int?
  ) -> Self {
    Self(name, meaning, .count, canBeNull: true) { value($0).map(JSONOutput.number) ?? .null }
  }

  static func number(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> VNNumber?
  ) -> Self {
    Self(name, meaning, .number, canBeNull: true) { value($0).map(JSONOutput.decimal) ?? .null }
  }

  static func flag(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> Bool
  ) -> Self {
    Self(name, meaning, .flag, canBeNull: false) { .flag(value($0)) }
  }

  static func choice<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> Choice?
  ) -> Self where Choice.RawValue == String {
    Self(name, meaning, .choice(Choice.allCases.map(\.rawValue)), canBeNull: true) {
      JSONOutput.orNull(value($0)?.rawValue)
    }
  }

  /// A fact of three values: yes, no, or not known; why stands beside it.
  static func fact(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Subject) -> DataFact
  ) -> Self {
    Self(name, meaning, .object(DataFact.shape.schema), canBeNull: false) {
      DataFact.shape.value(of: value($0))
    }
  }

  static func object<Inner>(
    _ name: String, _ meaning: String, _ shape: DataShape<Inner>,
    _ value: @escaping @Sendable (Subject) -> Inner?
  ) -> Self {
    Self(name, meaning, .object(shape.schema), canBeNull: true) {
      value($0).map(shape.value) ?? .null
    }
  }

  static func list<Inner>(
    _ name: String, _ meaning: String, _ shape: DataShape<Inner>,
    _ value: @escaping @Sendable (Subject) -> [Inner]
  ) -> Self {
    Self(name, meaning, .list(.object(shape.schema)), canBeNull: false) {
      .list(value($0).map(shape.value))
    }
  }
}

/// A fact that may be yes, no, or not known, with the reason in words.
struct DataFact: Sendable {
  var holds: Bool?
  var reason: String?

  static let shape = DataShape<DataFact>(
    "su_kien_ba_gia_tri",
    "Một điều đúng, sai hoặc chưa rõ; chưa rõ thì không được coi là sai.",
    [
      DataField.maybeFlag("gia_tri", "true là đúng, false là sai, null là chưa rõ") { $0.holds },
      .maybeText("ly_do", "vì sao; null khi không cần nói thêm") { $0.reason },
    ])
}

extension DataField where Subject == DataFact {
  fileprivate static func maybeFlag(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (DataFact) -> Bool?
  ) -> Self {
    Self(name, meaning, .flag, canBeNull: true) { value($0).map(JSONOutput.flag) ?? .null }
  }
}

/// An object of the schema, whatever it is read off.
struct DataObject: Sendable {
  struct Member: Sendable {
    var name: String
    var meaning: String
    var type: DataType
    var canBeNull: Bool
  }

  var name: String
  var meaning: String
  var members: [Member]
}

indirect enum DataType: Sendable {
  case text(format: String?)
  case choice([String])
  case count, number, flag
  case object(DataObject)
  case list(DataType)
}
