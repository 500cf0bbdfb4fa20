import Synchronization

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

  func contains(_ name: String) -> Bool { position(of: name, hash: Key.hash(name)) != nil }

  func position(of name: String, hash: UInt64) -> Int? {
    if hashes.count > 16 {
      guard let i = index[hash] else { return nil }
      return names[i] == name ? i : names.firstIndex(of: name)
    }
    var i = 0
    while i < hashes.count {
      if hashes[i] == hash, names[i] == name { return i }
      i += 1
    }
    return nil
  }
}

/// A record of values, or a view on a model object that converts members when asked.
package final class ObjectValue: Sendable {
  package let shape: Shape
  /// Whether missing keys are null instead of an error.
  package let isOpen: Bool
  /// How deep lists and records lie in a record that a template made; 0 for those of the host.
  let nesting: Int
  /// Empty if members are converted when asked.
  private let values: [Value]
  private let get: (@Sendable (String) -> Value)?
  /// Lists and objects that were converted before: templates ask `if` first and then show them.
  ///
  /// Behind a lock, since the same object may be shown on pages that are rendered at once.
  private let made = Mutex<[(position: Int, value: Value)]>([])

  package convenience init(_ shape: Shape, _ values: [Value], open: Bool = false) {
    self.init(shape, values, open: open, nesting: 0)
  }

  init(_ shape: Shape, _ values: [Value], open: Bool = false, nesting: Int) {
    self.shape = shape
    self.nesting = nesting
    isOpen = open
    self.values = values
    get = nil
  }

  package init(_ shape: Shape, get: @escaping @Sendable (String) -> Value) {
    self.shape = shape
    nesting = 0
    isOpen = false
    values = []
    self.get = get
  }

  var count: Int { shape.names.count }

  @inline(__always) func value(at position: Int) -> Value {
    position < values.count ? values[position] : converted(at: position)
  }

  private func converted(at position: Int) -> Value {
    guard let get else { return .null }
    if let known = made.withLock({ $0.first { $0.position == position }?.value }) { return known }
    let value = get(shape.names[position])
    switch value {
    case .array, .object: made.withLock { $0.append((position, value)) }
    default: break
    }
    return value
  }

  /// The member of this name, or nil if it is not declared.
  func member(_ name: String, hash: UInt64) -> Value? {
    shape.position(of: name, hash: hash).map { value(at: $0) }
  }

  func member(_ key: Key) -> Value? { member(key.name, hash: key.hash) }
  package func member(_ name: String) -> Value? { member(Key(name)) }
}
