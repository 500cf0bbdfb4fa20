package import Diagnostics

/// The words of an interface in one language (lời giao diện), found by the Vietnamese text.
///
/// The Vietnamese text is the key, so that templates stay readable, and what stands there where
/// nobody has translated it.
package struct Strings: Sendable {
  /// What stands for one Vietnamese text; a language with a singular may have two forms.
  package struct Wording: Sendable, Hashable {
    package var other: String
    /// For a `count` of one.
    package var one: String?

    package init(_ other: String, one: String? = nil) {
      self.other = other
      self.one = one
    }
  }

  package let language: Language
  private let wordings: [String: Wording]

  package init(_ language: Language, _ wordings: [String: Wording] = [:]) {
    self.language = language
    self.wordings = wordings
  }

  /// The keys themselves.
  package static let vietnamese = Strings(.vietnamese)

  /// Whether nothing is worded otherwise than by its key.
  var isPlain: Bool { wordings.isEmpty }

  /// All keys, sorted.
  package var keys: [String] { wordings.keys.sorted() }

  package func knows(_ key: String) -> Bool { language == .vietnamese || wordings[key] != nil }

  /// Whether the text is worded otherwise than by itself.
  package func hasWords(_ key: String) -> Bool { wordings[key] != nil }

  package func say(_ key: String) -> String {
    isPlain ? key : wordings[key]?.other ?? key
  }

  /// The same with words put into their places: `{name}`, and `{count}`, which chooses the form.
  package func say(_ key: String, _ parameters: [(name: String, text: String)]) -> String {
    let count = parameters.first { $0.name == "count" }?.text
    var out: [UInt8] = []
    Self.fill(pattern(key, count: count), into: &out, literal: { $0 += $1 }) { name, out in
      guard let text = parameters.first(where: { $0.name == name })?.text else { return false }
      out += Array(text.utf8)
      return true
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The form of the words that a number of things asks for.
  func pattern(_ key: String, count: String?) -> String {
    guard let wording = wordings[key] else { return key }
    if count == "1", let one = wording.one { return one }
    return wording.other
  }

  /// Goes through a pattern: what is between places is given to `literal`, names to `place`, which
  /// says whether it knew the name; an unknown one stays as it is written.
  static func fill(
    _ pattern: String, into out: inout [UInt8],
    literal: (inout [UInt8], ArraySlice<UInt8>) -> Void,
    place: (String, inout [UInt8]) -> Bool
  ) {
    let bytes = Array(pattern.utf8)
    var kept = 0
    var i = 0
    while let open = bytes[i...].firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      literal(&out, bytes[kept..<open])
      kept = open
      let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      if place(name, &out) { kept = close + 1 }
      i = close + 1
    }
    literal(&out, bytes[kept...])
  }

  /// Names of the places in a text.
  package static func places(in text: String) -> Set<String> {
    var names: Set<String> = []
    var out: [UInt8] = []
    fill(text, into: &out, literal: { _, _ in }) { name, _ in
      names.insert(name)
      return true
    }
    return names
  }
}
