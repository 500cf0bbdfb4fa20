package import Diagnostics

/// Reads the part of YAML that people write: mappings, lists, texts, anchors; one document.
package enum YAML {
  static let maxDepth = 64
  /// Nodes that aliases may add to a file: more is an “alias bomb”, not data.
  static let maxExpansion = 100_000

  /// The value of the text, or nil with at least one error in the bag.
  ///
  /// An empty text is an empty mapping. `firstLine` is the line of the file at which the bytes
  /// begin, so that front matter is told of with the file's own lines.
  package static func parse(
    _ bytes: [UInt8], file: String, firstLine: Int = 1, into bag: inout DiagnosticBag
  ) -> YAMLNode? {
    guard
      Bytes.checkEncoding(
        bytes, file: file, firstLine: firstLine, id: "yaml.encoding", into: &bag)
    else { return nil }
    let composer = YAMLComposer(bytes: bytes, file: file, firstLine: firstLine)
    return composer.compose(into: &bag)
  }

  package static func parse(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int = 1, into bag: inout DiagnosticBag
  ) -> YAMLNode? {
    parse(Array(bytes), file: file, firstLine: firstLine, into: &bag)
  }
}

/// Builds the tree from events with a stack of its own, so that depth is a limit and not a crash.
private struct YAMLComposer {
  private struct Frame {
    var isMapping: Bool
    var location: Location
    var anchor: String?
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    /// The place in `entries` of each key.
    var seen: [String: Int] = [:]
    var key: YAMLNode.Scalar?
    var size = 1

    var expectsKey: Bool { isMapping && key == nil }
  }

  private struct Anchor {
    var node: YAMLNode
    /// Nodes in it with all aliases put in place.
    var size: Int
  }

  /// “Cannot go on”: the problem itself is in the bag.
  private struct Stop: Error {}

  private let bytes: [UInt8]
  private let file: String
  private let firstLine: Int
  private var stack: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  private var expansion = 0
  private var root: YAMLNode?
  private var documents = 0

  init(bytes: [UInt8], file: String, firstLine: Int) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
  }

  consuming func compose(into bag: inout DiagnosticBag) -> YAMLNode? {
    var events = YAMLEvents(bytes)
    let problems = bag.count(.error)
    do {
      while true {
        let event = try events.next()
        if case .streamEnd = event.kind { break }
        try take(event, into: &bag)
      }
    } catch let failure as YAMLEvents.Failure {
      tell(failure, into: &bag)
      return nil
    } catch {
      return nil
    }
    if bag.count(.error) > problems { return nil }
    return root ?? .mapping([], Location(file: file, line: firstLine, column: 1))
  }

  private mutating func take(_ event: YAMLEvents.Event, into bag: inout DiagnosticBag)
    throws
  {
    let location = location(event)
    switch event.kind {
    case .documentStart:
      documents += 1
      if documents > 1 {
        bag.error(
          "yaml.documents", at: location, "Tệp có nhiều tài liệu YAML (dấu “---” thứ hai).",
          help: "Mỗi tệp chỉ ghi một tài liệu; bỏ dòng “---” thừa.")
        throw Stop()
      }
    case .alias(let name):
      guard let anchor = anchors[name] else {
        let isOpen = stack.contains { $0.anchor == name }
        bag.error(
          "yaml.unknown-alias", at: location,
          isOpen ? "Tham chiếu “*\(name)” trỏ vào chính nó." : "Không có neo “&\(name)”.",
          help: "Chỉ dùng “*\(name)” sau khi phần mang “&\(name)” đã viết xong.")
        throw Stop()
      }
      expansion += anchor.size
      if expansion > YAML.maxExpansion {
        bag.error(
          "yaml.alias-limit", at: location,
          "Các tham chiếu “*” làm tệp phình ra quá \(YAML.maxExpansion) mục.",
          help: "Viết thẳng dữ liệu thay cho tham chiếu lồng nhau.")
        throw Stop()
      }
      put(anchor.node, size: anchor.size, at: location, into: &bag)
    case .scalar(let text, let isQuoted):
      let isText = check(event.tag, at: location, into: &bag)
      let scalar = YAMLNode.Scalar(
        text: text, location: location, isQuoted: isQuoted || isText)
      if let name = event.anchor { anchors[name] = Anchor(node: .scalar(scalar), size: 1) }
      put(.scalar(scalar), size: 1, at: location, into: &bag)
    case .sequenceStart, .mappingStart:
      _ = check(event.tag, at: location, into: &bag)
      if stack.count >= YAML.maxDepth {
        bag.error(
          "yaml.depth", at: location, "Dữ liệu lồng nhau quá \(YAML.maxDepth) tầng.",
          help: "Kiểm tra các dấu “[”, “{” và mức thụt đầu dòng.")
        throw Stop()
      }
      var isMapping = false
      if case .mappingStart = event.kind { isMapping = true }
      stack.append(Frame(isMapping: isMapping, location: location, anchor: event.anchor))
    case .sequenceEnd, .mappingEnd:
      guard let frame = stack.popLast() else { return }
      let node: YAMLNode =
        frame.isMapping
        ? .mapping(frame.entries, frame.location) : .sequence(frame.items, frame.location)
      if let name = frame.anchor { anchors[name] = Anchor(node: node, size: frame.size) }
      put(node, size: frame.size, at: frame.location, into: &bag)
    case .streamEnd, .other: break
    }
  }

  /// Gives a finished node to the mapping or list it belongs to.
  private mutating func put(
    _ node: YAMLNode, size: Int, at location: Location, into bag: inout DiagnosticBag
  ) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    let top = stack.count - 1
    stack[top].size += size
    if !stack[top].isMapping {
      stack[top].items.append(node)
    } else if let key = stack[top].key {
      stack[top].entries.append(YAMLNode.Entry(key: key, value: node))
      stack[top].key = nil
    } else if case .scalar(var key) = node {
      key.location = location
      stack[top].key = key
      if let first = stack[top].seen[key.text] {
        let first = stack[top].entries[first].key.location
        bag.error(
          "yaml.duplicate-key", at: location, "Khóa “\(key.text)” ghi hai lần.",
          help: "Giữ lại một chỗ.", notes: [.init("Lần đầu ở đây.", at: first)])
      } else {
        stack[top].seen[key.text] = stack[top].entries.count
      }
    } else {
      bag.error(
        "yaml.key", at: location, "Khóa phải là một tên, không phải danh sách hay nhóm.",
        help: "Viết “khóa: giá trị”. Giá trị bắt đầu bằng “{” hoặc “[” thì đặt trong ngoặc kép.")
      stack[top].key = YAMLNode.Scalar(text: "", location: location)
    }
  }

  /// True for the tag that says “text”; any other tag is an error, since it would be ignored.
  private func check(_ tag: String?, at location: Location, into bag: inout DiagnosticBag)
    -> Bool
  {
    guard let tag else { return false }
    if tag == "tag:yaml.org,2002:str" || tag == "!" { return true }
    bag.error(
      "yaml.tag", at: location, "Không dùng thẻ kiểu “\(tag)”.",
      help: "Bỏ thẻ (phần bắt đầu bằng “!”); nếu “!” thuộc về nội dung, đặt cả câu trong ngoặc kép."
    )
    return false
  }

  private func location(_ event: YAMLEvents.Event) -> Location {
    let length = event.start.line == event.end.line ? event.end.column - event.start.column : 0
    return Location(
      file: file, line: event.start.line + firstLine, column: event.start.column + 1,
      length: max(0, length))
  }

  private func tell(_ failure: YAMLEvents.Failure, into bag: inout DiagnosticBag) {
    var location = Location(
      file: file, line: failure.mark.line + firstLine, column: failure.mark.column + 1)
    if let offset = failure.offset {
      let place = Bytes.position(of: offset, in: bytes)
      location.line = place.line + firstLine - 1
      location.column = place.column
    }
    let words = YAMLWords.translate(failure.problem, isTab: isTab(at: failure.mark))
    bag.error(words.id, at: location, words.summary, help: words.help)
  }

  private func isTab(at mark: YAMLEvents.Mark) -> Bool {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard mark.line < lines.count else { return false }
    return lines[mark.line].prefix(mark.column + 1).allSatisfy { $0 == 0x20 || $0 == 0x09 }
      && lines[mark.line].prefix(mark.column + 1).contains(0x09)
  }
}
