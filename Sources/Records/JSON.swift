// The only file that speaks to json-c.
import CJSON
package import Diagnostics

/// A JSON document: members keep the order in which they are written.
package indirect enum JSONNode: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Numbers with a point or a power, and those that no `Int` can hold.
  case double(Double)
  case string(String)
  case array([JSONNode])
  case object([(name: String, value: JSONNode)])

  /// The member of this name; nil if there is none or this is no object.
  package subscript(name: String) -> JSONNode? { members.first { $0.name == name }?.value }

  package var members: [(name: String, value: JSONNode)] {
    if case .object(let members) = self { members } else { [] }
  }

  package var items: [JSONNode] { if case .array(let items) = self { items } else { [] } }
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  package var int: Int? { if case .int(let int) = self { int } else { nil } }
  package var isTrue: Bool { if case .bool(true) = self { true } else { false } }
}

/// Reads JSON.
package enum JSON {
  static let maxDepth = 128

  /// The value of the text, or nil with an error in the bag.
  package static func parse(
    _ bytes: [UInt8], file: String, into bag: inout DiagnosticBag
  ) -> JSONNode? {
    guard
      Bytes.checkEncoding(bytes, file: file, firstLine: 1, id: "json.encoding", into: &bag)
    else { return nil }
    let start = Bytes.start(bytes)
    guard let tokener = unsafe json_tokener_new_ex(CInt(maxDepth)) else {
      bag.error("json.memory", at: Location(file: file), "Không đủ bộ nhớ để đọc tệp.")
      return nil
    }
    defer { unsafe json_tokener_free(tokener) }
    unsafe json_tokener_set_flags(tokener, CInt(JSON_TOKENER_STRICT))
    // The zero at the end tells the library that a number there is complete.
    let text = bytes[start...] + [0]
    let root = unsafe text.withUnsafeBytes { buffer in
      unsafe json_tokener_parse_ex(
        tokener, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        CInt(clamping: buffer.count))
    }
    defer { unsafe json_object_put(root) }
    let error = unsafe json_tokener_get_error(tokener)
    guard error == json_tokener_success else {
      let offset = unsafe json_tokener_get_parse_end(tokener)
      let place = Bytes.position(of: start + Int(clamping: offset), in: bytes, from: start)
      bag.error(
        "json.syntax", at: Location(file: file, line: place.line, column: place.column),
        error == json_tokener_error_depth
          ? "Dữ liệu JSON lồng quá \(maxDepth) tầng." : "Chỗ này không đúng cú pháp JSON.")
      return nil
    }
    return unsafe node(root)
  }

  /// A copy of the tree, whose depth the library has limited.
  private static func node(_ object: OpaquePointer?) -> JSONNode {
    switch unsafe json_object_get_type(object) {
    case json_type_boolean: return unsafe .bool(json_object_get_boolean(object) != 0)
    case json_type_int:
      // Beyond the signed numbers the library still tells the unsigned ones apart.
      let unsigned = unsafe json_object_get_uint64(object)
      return unsigned > UInt64(Int64.max)
        ? .double(Double(unsigned)) : .int(unsafe Int(json_object_get_int64(object)))
    case json_type_double: return unsafe .double(json_object_get_double(object))
    case json_type_string:
      let count = unsafe Int(json_object_get_string_len(object))
      guard let start = unsafe json_object_get_string(object) else { return .string("") }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
      return unsafe .string(String(decoding: bytes, as: UTF8.self))
    case json_type_array:
      let count = unsafe json_object_array_length(object)
      return .array((0..<count).map { unsafe node(json_object_array_get_idx(object, $0)) })
    case json_type_object: return unsafe .object(members(of: object))
    default: return .null
    }
  }

  private static func members(of object: OpaquePointer?) -> [(name: String, value: JSONNode)] {
    var members: [(name: String, value: JSONNode)] = []
    var place = unsafe json_object_iter_begin(object)
    var end = unsafe json_object_iter_end(object)
    while unsafe json_object_iter_equal(&place, &end) == 0 {
      if let name = unsafe json_object_iter_peek_name(&place) {
        members.append(
          unsafe (String(cString: name), node(json_object_iter_peek_value(&place))))
      }
      unsafe json_object_iter_next(&place)
    }
    return members
  }
}
