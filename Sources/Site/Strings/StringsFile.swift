package import Diagnostics
import Records
package import Templating

/// A file of words of the interface: `strings.en.yaml`, `strings.vi.yaml`.
package enum StringsFile {
  /// Name of the file of a language.
  package static func name(_ language: Language) -> String { "strings.\(language.rawValue).yaml" }

  /// Puts the wordings of a file over those there are.
  ///
  /// Each line is a Vietnamese text and what stands for it, or its forms `one` and `other`.
  package static func read(
    _ bytes: [UInt8], file: String, over wordings: inout [String: Strings.Wording],
    into bag: inout DiagnosticBag
  ) {
    guard let node = YAML.parse(bytes, file: file, into: &bag) else { return }
    guard case .mapping(let entries, _) = node else {
      if node.text != "" { tell("Tệp không phải các cặp “lời tiếng Việt: lời dịch”.", node, &bag) }
      return
    }
    for entry in entries {
      let key = entry.key.text
      guard let wording = wording(entry.value, &bag) else { continue }
      let known = Strings.places(in: key)
      let used = Strings.places(in: wording.other + (wording.one ?? ""))
      if let wrong = used.subtracting(known).sorted().first {
        bag.error(
          "strings.unknown-place", at: entry.value.location,
          "Lời dịch có “{\(wrong)}”, mà lời tiếng Việt không có.",
          help: Suggestion.question(for: wrong, among: known.sorted())
            ?? "Chỉ dùng những chỗ thay có trong “\(key)”.")
        continue
      }
      wordings[key] = wording
    }
  }

  private static func wording(
    _ node: YAMLNode, _ bag: inout DiagnosticBag
  ) -> Strings.Wording? {
    switch node {
    case .scalar(let scalar):
      if !scalar.text.isEmpty { return Strings.Wording(scalar.text) }
      tell("Lời dịch bỏ trống.", node, &bag)
    case .mapping(let forms, _):
      let names = forms.map(\.key.text)
      if let wrong = names.first(where: { $0 != "one" && $0 != "other" }) {
        tell("Không có dạng “\(wrong)”; chỉ có “one” và “other”.", node, &bag)
      } else if let other = node["other"]?.text, !other.isEmpty {
        return Strings.Wording(other, one: node["one"]?.text)
      } else {
        tell("Thiếu dạng “other”.", node, &bag)
      }
    case .sequence: tell("Lời dịch không thể là một danh sách.", node, &bag)
    }
    return nil
  }

  private static func tell(_ summary: String, _ node: YAMLNode, _ bag: inout DiagnosticBag) {
    bag.error(
      "strings.form", at: node.location, summary,
      help: "Viết như: \"{count} đơn vị\": {one: \"{count} unit\", other: \"{count} units\"}")
  }
}
