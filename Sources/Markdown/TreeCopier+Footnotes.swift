import CMarkShim
import Glibc

// This version of the library keeps a note's label and counts to itself, but writes them into the
// HTML of the single node; so the few nodes of this kind are rendered and the parts cut out.
extension TreeCopier {
  typealias Footnote = MarkdownDocument.Footnote

  /// From `…href="#fn-LABEL" id="fnref-LABEL[-COUNT]" data-footnote-ref>ORDINAL</a></sup>`.
  mutating func reference(_ node: OpaquePointer) -> Footnote {
    let html = unsafe rendered(node)
    guard let label = html.between("href=\"#fn-", "\""),
      let id = html.between("id=\"fnref-", "\""),
      let number = html.between("data-footnote-ref>", "<")
    else { return Footnote(anchor: .empty, ordinal: 0, count: 0) }
    let suffix = id.dropFirst(label.count + 1)
    return Footnote(
      anchor: put(label), ordinal: Int32(decimal: number),
      count: suffix.isEmpty ? 1 : Int32(decimal: suffix))
  }

  /// From `…<li id="fn-LABEL">` and the number of ways back.
  mutating func definition(_ node: OpaquePointer) -> Footnote {
    let html = unsafe rendered(node)
    let label = html.between("<li id=\"fn-", "\"") ?? []
    return Footnote(
      anchor: put(label), ordinal: Int32(clamping: footnotes.count + 1),
      count: Int32(clamping: html.occurrences(of: " class=\"footnote-backref\"")))
  }

  private func rendered(_ node: OpaquePointer) -> [UInt8] {
    guard let html = unsafe cmark_render_html(node, 0, nil) else { return [] }
    let count = unsafe strlen(html)
    return unsafe html.withMemoryRebound(to: UInt8.self, capacity: count) {
      unsafe Array(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

extension [UInt8] {
  /// The bytes between the first `head` and the next `tail`.
  fileprivate func between(_ head: StaticString, _ tail: StaticString) -> ArraySlice<UInt8>? {
    guard let start = firstEnd(of: head, from: 0) else { return nil }
    guard let end = firstEnd(of: tail, from: start) else { return nil }
    return self[start..<(end - tail.utf8CodeUnitCount)]
  }

  fileprivate func occurrences(of pattern: StaticString) -> Int {
    var found = 0
    var place = 0
    while let end = firstEnd(of: pattern, from: place) {
      found += 1
      place = end
    }
    return found
  }

  /// Where the first occurrence at or after `start` ends.
  private func firstEnd(of pattern: StaticString, from start: Int) -> Int? {
    let wanted = pattern.description.utf8
    guard let first = wanted.first else { return start }
    var place = start
    while place + wanted.count <= count {
      if self[place] == first, self[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place + wanted.count
      }
      place += 1
    }
    return nil
  }
}

extension Int32 {
  fileprivate init(decimal digits: some Sequence<UInt8>) {
    var value: Int32 = 0
    for digit in digits where (0x30...0x39).contains(digit) && value < 100_000_000 {
      value = value * 10 + Int32(digit - 0x30)
    }
    self = value
  }
}
