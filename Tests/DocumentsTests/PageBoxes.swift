import Testing

/// A box on a page in points from its top left.
struct Box {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var middle: Double { (left + right) / 2 }
  /// Size of the letters: Liberation Serif rises 0.891 above the base line and hangs 0.216 below.
  var size: Double { (bottom - top) / 1.107 }
  var baseline: Double { top + 0.891 * size }

  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// The words and rules of a PDF as poppler and qpdf read them.
struct PageBoxes {
  struct Page {
    var width: Double
    var height: Double
    var words: [(text: String, box: Box)] = []
    var rules: [Box] = []
  }

  var pages: [Page] = []

  init(_ pdf: [UInt8]) throws {
    for line in try Tool.run("pdftotext -bbox", on: pdf, "-").split(separator: "\n") {
      let numbers = Self.numbers(in: line)
      if line.contains("<page ") {
        try #require(numbers.count == 2)
        pages.append(Page(width: numbers[0], height: numbers[1]))
      } else if line.contains("<word "), let start = line.firstIndex(of: ">") {
        try #require(numbers.count >= 4)
        let rest = line[line.index(after: start)...]
        let text = rest[..<(rest.lastIndex(of: "<") ?? rest.endIndex)]
        pages[pages.count - 1].words.append(
          (
            String(text),
            Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
          ))
      }
    }
    try readRules(pdf)
  }

  /// Lines from `x y m x y l S` of the streams, page by page.
  private mutating func readRules(_ pdf: [UInt8]) throws {
    var page = -1
    let file = try Tool.run("qpdf --qdf --object-streams=disable", on: pdf, "-")
    for line in file.split(separator: "\n") {
      if line.hasPrefix("%% Contents for page ") { page += 1 }
      let words = line.split(separator: " ")
      guard words.suffix(2) == ["l", "S"], pages.indices.contains(page),
        let m = words.lastIndex(of: "m"), m >= 2, m + 3 < words.count
      else { continue }
      let numbers = [words[m - 2], words[m - 1], words[m + 1], words[m + 2]].compactMap {
        Double($0)
      }
      try #require(numbers.count == 4)
      let height = pages[page].height
      pages[page].rules.append(
        Box(
          left: numbers[0], top: height - numbers[1], right: numbers[2],
          bottom: height - numbers[3]))
    }
  }

  /// The values in quotes of a tag.
  private static func numbers(in line: Substring) -> [Double] {
    line.split(separator: "\"").compactMap { Double($0) }
  }

  /// Where these words stand one after the other.
  func box(of text: String, on page: Int) throws -> Box {
    let wanted = text.split(separator: " ").map(String.init)
    let words = pages[page].words
    for start in words.indices where start + wanted.count <= words.count {
      let found = words[start..<start + wanted.count]
      if found.map(\.text) == wanted {
        return found.map(\.box).dropFirst().reduce(found[start].box) { $0.union($1) }
      }
    }
    Issue.record("“\(text)” không có ở trang \(page + 1)")
    return Box(left: 0, top: 0, right: 0, bottom: 0)
  }

  /// The nearest level rule below a box and across its middle.
  func rule(below box: Box, on page: Int) throws -> Box {
    try #require(
      pages[page].rules.filter {
        abs($0.top - $0.bottom) < 0.01 && $0.top >= box.baseline && $0.left < box.middle
          && $0.right > box.middle
      }.min { $0.top < $1.top })
  }
}
