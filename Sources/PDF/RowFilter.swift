/// The filters of PNG, which write a row of pixels as what differs from its neighbours (ISO 15948,
/// 9.2); PDF knows them as predictors (ISO 32000-1, 7.4.4.4).
enum RowFilter: UInt8, CaseIterable {
  case none, left, above, mean, nearest

  /// Rows of pixels, each filtered in the way that leaves the smallest numbers.
  static func filtered(_ pixels: [UInt8], row length: Int, pixel: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(pixels.count + pixels.count / max(length, 1))
    var above = [UInt8](repeating: 0, count: length)[...]
    var tried = [UInt8](repeating: 0, count: length)
    var best = tried
    for start in stride(from: 0, to: pixels.count, by: length) {
      let row = pixels[start..<start + length]
      var least = Int.max
      var chosen = RowFilter.none
      for filter in allCases {
        let sum = filter.apply(row, above: above, pixel: pixel, to: &tried, within: least)
        guard sum < least else { continue }
        (least, chosen) = (sum, filter)
        swap(&best, &tried)
      }
      out.append(chosen.rawValue)
      out += best
      above = row
    }
    return out
  }

  /// Filters a row; answers the sum of the differences, or gives up once that is not the least.
  private func apply(
    _ row: ArraySlice<UInt8>, above: ArraySlice<UInt8>, pixel: Int, to out: inout [UInt8],
    within least: Int
  ) -> Int {
    var sum = 0
    let (start, up) = (row.startIndex, above.startIndex)
    for i in 0..<row.count {
      let a = i < pixel ? 0 : Int(row[start + i - pixel])
      let b = Int(above[up + i])
      let guess =
        switch self {
        case .none: 0
        case .left: a
        case .above: b
        case .mean: (a + b) / 2
        case .nearest: Self.nearest(a, b, i < pixel ? 0 : Int(above[up + i - pixel]))
        }
      let difference = row[start + i] &- UInt8(guess)
      out[i] = difference
      sum += Int(Int8(bitPattern: difference).magnitude)
      if sum >= least { return sum }
    }
    return sum
  }

  /// Which of left, above and above left is nearest to left + above - above left (Paeth).
  private static func nearest(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (toA, toB, toC) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
    if toA <= toB, toA <= toC { return a }
    return toB <= toC ? b : c
  }
}
