import Glibc

/// Looks a text over, line by line, for what the library would blow up on.
///
/// It judges lines without knowing code blocks, so it may refuse odd text that is harmless, but
/// never lets harmful text through; what a limit cannot foresee, the cap on memory stops.
@safe struct LimitScan {
  typealias Excess = MarkdownParser.Limits.Excess

  private let limits: MarkdownParser.Limits
  private let bytes: UnsafeBufferPointer<UInt8>
  private let countsPipes: Bool
  private let countsAts: Bool

  private var cells = 0
  private var steps = 0
  // The lines since the last blank one: at least the current paragraph or table.
  private var runLines = 0
  private var runBytes = 0
  private var runPipes = 0
  private var runAts = 0
  private var tableColumns = 0

  init(limits: MarkdownParser.Limits, bytes: UnsafeBufferPointer<UInt8>) {
    self.limits = limits
    unsafe self.bytes = bytes
    countsPipes = unsafe count(UInt8(ascii: "|"), in: bytes) > 16
    countsAts = unsafe count(UInt8(ascii: "@"), in: bytes) > 64
  }

  mutating func run() -> Excess? {
    var place = 0
    var line = 0
    while unsafe place < bytes.count {
      let end = endOfLine(from: place)
      if let excess = judge(place..<end, line) { return excess }
      place = end + 1
      line += 1
    }
    return endRun(line)
  }

  private func endOfLine(from place: Int) -> Int {
    guard let base = unsafe bytes.baseAddress else { return 0 }
    let rest = unsafe bytes.count - place
    guard let found = unsafe memchr(base + place, 10, rest) else { return unsafe bytes.count }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func judge(_ line: Range<Int>, _ number: Int) -> Excess? {
    var place = line.lowerBound
    var depth = 0
    while marker(at: &place, end: line.upperBound) { depth += 1 }
    if depth > limits.maximumDepth { return .depth(line: number) }
    if place == line.upperBound, depth == 0 { return endRun(number) }

    runLines += 1
    runBytes += line.count
    if countsAts { runAts += unsafe count(UInt8(ascii: "@"), in: slice(line)) }
    guard countsPipes || isDelimiterStart(place, line.upperBound) else { return nil }
    let pipes = unsafe count(UInt8(ascii: "|"), in: slice(line))
    runPipes += pipes
    if pipes > limits.maximumColumns + 1 { return .columns(line: number) }
    cells += tableColumns
    switch delimiter(place..<line.upperBound) {
    case .none: break
    case .rule: return endRun(number)
    case .columns:
      // The library reads the whole paragraph for a head row, for each cell from its start.
      tableColumns = max(tableColumns, pipes + 1)
      spend(runBytes, times: runLines + runPipes)
    }
    if cells > limits.maximumCells { return .cells(line: number) }
    return steps > limits.maximumSteps ? .steps(line: number) : nil
  }

  /// At a blank line; the library searches each text for each `@` (up to a thousand) from its start.
  private mutating func endRun(_ line: Int) -> Excess? {
    spend(runBytes, times: min(runAts, 1000))
    (runLines, runBytes, runPipes, runAts, tableColumns) = (0, 0, 0, 0, 0)
    return steps > limits.maximumSteps ? .steps(line: max(0, line - 1)) : nil
  }

  private mutating func spend(_ count: Int, times: Int) {
    let (product, overflow) = count.multipliedReportingOverflow(by: times)
    let (sum, overflow2) = steps.addingReportingOverflow(product)
    steps = overflow || overflow2 ? Int.max : sum
  }

  // MARK: Parts of a line

  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(rebasing: bytes[range])
  }

  private func isDelimiterStart(_ place: Int, _ end: Int) -> Bool {
    guard place < end else { return false }
    let byte = unsafe bytes[place]
    return byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  private enum Delimiter { case none, rule, columns }

  /// Whether a line may part a table's head from its body, or is but dashes.
  private func delimiter(_ line: Range<Int>) -> Delimiter {
    var hasDash = false
    var isRule = true
    for place in line {
      switch unsafe bytes[place] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): isRule = false
      case 9...13, 32: break
      default: return .none
      }
    }
    return hasDash ? (isRule ? .rule : .columns) : .none
  }

  /// Steps over one sign that opens a block inside a block; else stops at the first other byte.
  private func marker(at place: inout Int, end: Int) -> Bool {
    while place < end, unsafe isBlank(bytes[place]) { place += 1 }
    guard place < end else { return false }
    switch unsafe bytes[place] {
    case UInt8(ascii: ">"):
      place += 1
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard unsafe place + 1 == end || isBlank(bytes[place + 1]) else { return false }
      place += 1
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var after = place + 1
      while after < end, after < place + 9, unsafe isDigit(bytes[after]) { after += 1 }
      guard after < end, unsafe bytes[after] == 0x2E || bytes[after] == 0x29 else { return false }
      guard unsafe after + 1 == end || isBlank(bytes[after + 1]) else { return false }
      place = after + 1
      return true
    case UInt8(ascii: "["): return noteMarker(at: &place, end: end)
    default: return false
    }
  }

  /// `[^label]:` opens a note.
  private func noteMarker(at place: inout Int, end: Int) -> Bool {
    guard place + 1 < end, unsafe bytes[place + 1] == UInt8(ascii: "^") else { return false }
    var after = place + 2
    while after < end, unsafe bytes[after] != UInt8(ascii: "]") { after += 1 }
    guard after + 1 < end, unsafe bytes[after + 1] == UInt8(ascii: ":") else { return false }
    place = after + 2
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// How often a byte stands in a run.
private func count(_ wanted: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  guard var place = unsafe UnsafeRawPointer(bytes.baseAddress) else { return 0 }
  let end = unsafe place + bytes.count
  var found = 0
  while let next = unsafe memchr(place, Int32(wanted), end - place) {
    found += 1
    unsafe place = UnsafeRawPointer(next) + 1
  }
  return found
}
