/// Groups of a list, as the filters that group give them.
enum Grouping {
  private static let shape = Shape(["name", "items", "size"])

  /// Groups in the order in which their names first come: `name`, `items`, `size`.
  static func groups(
    _ members: [(name: Value, item: Value)], _ machine: inout Machine
  ) throws(Fault) -> Value {
    var places: [[UInt8]: Int] = [:]
    var groups: [(name: Value, items: [Value])] = []
    for (name, item) in members {
      let text = try machine.text(name)
      if let place = places[text] {
        groups[place].items.append(item)
      } else {
        places[text] = groups.count
        groups.append((name, [item]))
      }
    }
    // A record and the list in it: groups of groups of groups must not nest without end.
    let nesting = 2 + (members.map { Machine.nesting(of: $0.item) }.max() ?? 0)
    return .array(
      groups.map { group in
        .object(
          ObjectValue(
            shape, [group.name, .array(group.items), .int(group.items.count)], nesting: nesting))
      })
  }
}
