import Diagnostics
import Glibc
import Testing

@testable import Templating

/// The open part of the suite golden-liquid, where it is at hand.
@Suite struct GoldenTests {
  /// The suites lie beside the project, or one further up beside its worktrees.
  static let folder = ["../shared", "../../shared"].map { $0 + "/suites/golden-liquid/" }
    .first { read($0 + "open.json") != nil }

  @Test(.enabled(if: folder != nil, "golden-liquid is not beside the project"))
  func passesTheCore() throws {
    let folder = try #require(Self.folder)
    let suite = try #require(Self.read(folder + "open.json").flatMap(JSON.parse))
    let classes = try #require(Self.read(folder + "open-classes.json").flatMap(JSON.parse))
    var passed: [String: Int] = [:]
    var failed: [String: [String]] = [:]
    for test in suite["tests"]?.items ?? [] {
      let name = test["name"]?.text ?? ""
      let kind = classes[name]?.text ?? ""
      let result = run(test)
      if let wrong = result {
        failed[kind, default: []].append("\(name): \(wrong)")
      } else {
        passed[kind, default: 0] += 1
      }
    }
    for (kind, list) in failed.sorted(by: { $0.key < $1.key }) {
      print("golden-liquid \(kind): \(passed[kind] ?? 0) passed, \(list.count) failed")
      if unsafe getenv("GOLDEN_SHOW") != nil { for line in list { print("  ", line) } }
    }
    #expect(passed["core"] ?? 0 >= 560)
    #expect(passed["must-fail"] ?? 0 >= 81)
  }

  /// Nil if the case is right, else what came out.
  private func run(_ test: JSON) -> String? {
    var sources = [TemplateSource(name: "main", text: test["template"]?.text ?? "")]
    for (name, body) in test["templates"]?.members ?? [] {
      sources.append(TemplateSource(name: name, text: body.text ?? ""))
    }
    var options = TemplateOptions()
    options.undefined = .empty
    var bag = DiagnosticBag()
    let mustFail = test["invalid"]?.isTrue ?? false
    let wanted =
      test["results"]?.items.compactMap(\.text) ?? [test["result"]?.text].compactMap { $0 }
    guard let set = TemplateSet.compile(sources, options: options, into: &bag) else {
      return mustFail ? nil : "compile: \(bag.all.first?.summary ?? "?")"
    }
    do {
      let text = try set.render("main", globals: test["data"]?.value ?? .record([:]))
      if mustFail { return "did not fail: \(text)" }
      return wanted.contains(text) ? nil : "got \(text.debugDescription), want \(wanted)"
    } catch {
      return mustFail ? nil : "render: \(error.diagnostic.summary)"
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}

/// As much of JSON as the suites need.
enum JSON {
  case null, bool(Bool), int(Int), double(Double), string(String), array([JSON])
  case object([(String, JSON)])

  static func parse(_ bytes: [UInt8]) -> JSON? {
    var parser = Parser(bytes: bytes)
    return parser.value()
  }

  subscript(name: String) -> JSON? { members.first { $0.0 == name }?.1 }

  var members: [(String, JSON)] { if case .object(let all) = self { all } else { [] } }
  var items: [JSON] { if case .array(let all) = self { all } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }

  var value: Value {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .int(let int): .int(int)
    case .double(let double): .double(double)
    case .string(let text): .text(text)
    case .array(let items): .array(items.map(\.value))
    case .object(let members): .map(members.map { ($0.0, $0.1.value) })
    }
  }

  private struct Parser {
    let bytes: [UInt8]
    var i = 0

    mutating func value() -> JSON? {
      skip()
      guard i < bytes.count else { return nil }
      switch bytes[i] {
      case UInt8(ascii: "{"):
        var members: [(String, JSON)] = []
        i += 1
        while next(unless: "}") {
          guard let name = value()?.text else { return nil }
          skip()
          i += 1
          guard let value = value() else { return nil }
          members.append((name, value))
        }
        return .object(members)
      case UInt8(ascii: "["):
        var items: [JSON] = []
        i += 1
        while next(unless: "]") {
          guard let value = value() else { return nil }
          items.append(value)
        }
        return .array(items)
      case UInt8(ascii: "\""): return string()
      default:
        let start = i
        while i < bytes.count,
          bytes[i].isAlpha || bytes[i].isDigit || [43, 45, 46].contains(bytes[i])
        { i += 1 }
        let word = String(decoding: bytes[start..<i], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: return Int(word).map { .int($0) } ?? Double(word).map { .double($0) }
        }
      }
    }

    mutating func skip() {
      while i < bytes.count, bytes[i].isSpace || bytes[i] == UInt8(ascii: ",") { i += 1 }
    }

    mutating func next(unless end: Unicode.Scalar) -> Bool {
      skip()
      guard i < bytes.count, bytes[i] != UInt8(ascii: end) else {
        i += 1
        return false
      }
      return true
    }

    mutating func string() -> JSON {
      var scalars: [UInt16] = []
      var out: [UInt8] = []
      func flush() {
        if !scalars.isEmpty { out += Array(String(decoding: scalars, as: UTF16.self).utf8) }
        scalars = []
      }
      i += 1
      while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
        var byte = bytes[i]
        i += 1
        if byte == UInt8(ascii: "\\") {
          byte = bytes[i]
          i += 1
          switch byte {
          case UInt8(ascii: "n"): byte = 10
          case UInt8(ascii: "t"): byte = 9
          case UInt8(ascii: "r"): byte = 13
          case UInt8(ascii: "b"): byte = 8
          case UInt8(ascii: "f"): byte = 12
          case UInt8(ascii: "u"):
            let hex = String(decoding: bytes[i..<(i + 4)], as: UTF8.self)
            scalars.append(UInt16(hex, radix: 16) ?? 63)
            i += 4
            continue
          default: break
          }
        }
        flush()
        out.append(byte)
      }
      flush()
      i += 1
      return .string(String(decoding: out, as: UTF8.self))
    }
  }
}
