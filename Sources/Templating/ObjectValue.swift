/// The names of an object's members, in order; shared by all objects of one kind.
package final class Shape: Sendable {
  package let names: [String]
  /// What stands behind each name, where it is declared; else empty.
  package let members: [Member]
  private let hashes: [UInt64]
  private let index: [UInt64: Int]

  package convenience init(_ names: [String]) { self.init(names, members: []) }

  /// A shape whose names are declared, with what stands behind each and what it means.
  package convenience init(_ members: KeyValuePairs<String, Member>) {
    self.init(members.map(\.key), members: members.map(\.value))
  }

  package convenience init(members: [(String, Member)]) {
    self.init(members.map(\.0), members: members.map(\.1))
  }

  private init(_ names: [String], members: [Member]) {
    self.names = names
    self.members = members
    hashes = names.map(Key.hash)
    // A scan over a few integers is faster than a dictionary; over many it is not.
    index =
      names.count <= 16
      ? [:] : Dictionary(zip(hashes, names.indices), uniquingKeysWith: { first, _ in first })
  }

  func position(of key: Key) -> Int? {
    if hashes.count > 16 {
      guard let i = index[key.hash] else { return nil }
      return names[i] == key.name ? i : names.firstIndex(of: key.name)
    }
    var i = 0
    while i < hashes.count {
      if hashes[i] == key.hash, names[i] == key.name { return i }
      i += 1
    }
    return nil
  }
}

/// A record of values, or a view on a model object that converts members when asked.
package final class ObjectValue: Sendable {
  private enum Store: Sendable {
    case values([Value])
    case lazy(@Sendable (String) -> Value)
  }

  package let shape: Shape
  /// Whether missing keys are null instead of an error.
  package let isOpen: Bool
  private let store: Store

  package init(_ shape: Shape, _ values: [Value], open: Bool = false) {
    self.shape = shape
    isOpen = open
    store = .values(values)
  }

  package init(_ shape: Shape, get: @escaping @Sendable (String) -> Value) {
    self.shape = shape
    isOpen = false
    store = .lazy(get)
  }

  var count: Int { shape.names.count }

  func value(at position: Int) -> Value {
    switch store {
    case .values(let values): return position < values.count ? values[position] : .null
    case .lazy(let get): return get(shape.names[position])
    }
  }

  /// The member of this name, or nil if it is not declared.
  func member(_ key: Key) -> Value? {
    guard let position = shape.position(of: key) else { return nil }
    return value(at: position)
  }

  func member(_ name: String) -> Value? { member(Key(name)) }
}
