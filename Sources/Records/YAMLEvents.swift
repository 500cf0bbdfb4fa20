// The only file that speaks to libyaml; the rest of the house sees `YAMLEvents.Event`.
import CYAML

/// The events of a YAML text, read one by one.
///
/// Owns the C parser: both structures must keep their address, and the bytes must outlive them.
@safe struct YAMLEvents: ~Copyable {
  struct Mark {
    /// Both from 0; the column counts characters.
    var line: Int
    var column: Int
  }

  struct Event {
    enum Kind {
      case documentStart
      case alias(String)
      case scalar(String, isQuoted: Bool)
      case sequenceStart, sequenceEnd, mappingStart, mappingEnd
      case streamEnd
      /// Starts and ends that carry nothing.
      case other
    }

    var kind: Kind
    var anchor: String?
    var tag: String?
    var start: Mark
    var end: Mark
  }

  /// libyaml's own words for what it could not read.
  struct Failure: Error {
    var problem: String
    var mark: Mark
    /// Where in the input, if libyaml could not even read characters.
    var offset: Int?
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool

  init(_ bytes: [UInt8]) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + 1)
    _ = unsafe buffer.initialize(from: bytes + [0])
    unsafe input = buffer
    unsafe parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    unsafe event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady {
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, bytes.count)
    }
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe event.deallocate()
    unsafe input.deallocate()
  }

  mutating func next() throws(Failure) -> Event {
    guard isReady, unsafe yaml_parser_parse(parser, event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(event) }
    let raw = unsafe event.pointee
    var kind = Event.Kind.other
    var anchor: String?
    var tag: String?
    switch unsafe raw.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      kind = unsafe .alias(YAMLEvents.text(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = unsafe .scalar(
        String(decoding: bytes, as: UTF8.self),
        isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
      anchor = unsafe YAMLEvents.text(scalar.anchor)
      tag = unsafe YAMLEvents.text(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      anchor = unsafe YAMLEvents.text(raw.data.sequence_start.anchor)
      tag = unsafe YAMLEvents.text(raw.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      anchor = unsafe YAMLEvents.text(raw.data.mapping_start.anchor)
      tag = unsafe YAMLEvents.text(raw.data.mapping_start.tag)
    default: break
    }
    return unsafe Event(
      kind: kind, anchor: anchor, tag: tag, start: YAMLEvents.mark(raw.start_mark),
      end: YAMLEvents.mark(raw.end_mark))
  }

  private func failure() -> Failure {
    guard isReady else { return Failure(problem: "memory", mark: Mark(line: 0, column: 0)) }
    let raw = unsafe parser.pointee
    let problem = unsafe raw.problem.map { unsafe String(cString: $0) } ?? ""
    let isReader = unsafe raw.error == YAML_READER_ERROR
    return unsafe Failure(
      problem: problem, mark: YAMLEvents.mark(raw.problem_mark),
      offset: isReader ? Int(raw.problem_offset) : nil)
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private static func mark(_ mark: yaml_mark_t) -> Mark {
    Mark(line: Int(mark.line), column: Int(mark.column))
  }
}
