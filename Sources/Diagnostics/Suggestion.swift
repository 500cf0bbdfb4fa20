/// Finds the name that a person most likely meant.
package enum Suggestion {
  /// The candidate nearest to `name`, or nil if none is near enough to be worth saying.
  ///
  /// Near means an edit distance (insert, delete, replace, swap of neighbours) of at most a third
  /// of the longer name, letter case ignored. Ties go to the candidate that sorts first.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    // A name that a program made may be endless; no person meant it.
    if name.utf8.count > 400 { return nil }
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(wanted.count, other.count) / 3)
      if abs(wanted.count - other.count) > limit { continue }
      let found = distance(wanted, other)
      if found > limit || wanted.count <= 1 { continue }
      if let now = best, (now.distance, now.name) <= (found, candidate) { continue }
      best = (found, candidate)
    }
    return best?.name
  }

  /// The usual closing words of a message: `Có phải ý bạn là “…”?`, or nil.
  package static func question(for name: String, among candidates: some Sequence<String>)
    -> String?
  {
    nearest(to: name, among: candidates).map { "Có phải ý bạn là “\($0)”?" }
  }

  private static func distance(_ a: [UnicodeScalar], _ b: [UnicodeScalar]) -> Int {
    var previous: [Int] = []
    var current = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      next.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(current[j + 1] + 1, next[j] + 1, current[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, previous[j - 1] + 1)
        }
        next.append(cost)
      }
      previous = current
      current = next
    }
    return current[b.count]
  }
}
