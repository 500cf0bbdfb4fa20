/// A part of a file that a browser asks for (RFC 9110, section 14), as films and long PDFs are read.
enum ByteRange {
  enum Answer: Equatable {
    case whole
    case part(Range<Int>)
    case unsatisfiable
  }

  /// One range is granted; what is malformed, or asks for several at once, gets the whole file.
  static func read(_ header: String?, of size: Int) -> Answer {
    guard let header, header.hasPrefix("bytes="), size > 0 else { return .whole }
    let ends = header.dropFirst("bytes=".count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      return .whole
    }
    // Numbers beyond any file are as good as the largest.
    let numbers = ends.map { $0.isEmpty ? nil : Int($0) ?? Int.max }
    switch (numbers[0], numbers[1]) {
    case (nil, nil): return .whole
    case (nil, let length?):
      return length == 0 ? .unsatisfiable : .part(max(0, size - min(length, size))..<size)
    case (let start?, let last):
      if start >= size { return .unsatisfiable }
      let end = min(last ?? Int.max, size - 1)
      return end < start ? .whole : .part(start..<end + 1)
    }
  }
}
