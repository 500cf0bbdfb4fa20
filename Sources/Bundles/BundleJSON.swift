import Diagnostics
import Records

/// The JSON files of bundles, which come from anywhere and are trusted in nothing.
enum BundleJSON {
  /// The file, if it says that it is of that format and of a version known here.
  static func read(
    _ bytes: [UInt8], file: String, format: String, upTo version: Int
  ) throws(BundleFault) -> JSONNode {
    var bag = DiagnosticBag()
    guard let node = JSON.parse(bytes, file: file, into: &bag) else {
      throw BundleFault("\(file): " + (bag.sorted.first?.summary ?? "không phải JSON"))
    }
    guard node["format"]?.text == format, let found = node["version"]?.int else {
      throw BundleFault("\(file) không phải do chương trình này ghi")
    }
    guard (1...version).contains(found) else {
      throw BundleFault("\(file) do một phiên bản mới hơn ghi (dạng \(found)); hãy nâng cấp")
    }
    return node
  }

  static func text(_ node: JSONNode, _ name: String) throws(BundleFault) -> String {
    guard let text = node[name]?.text else { throw BundleFault.missing(name) }
    return text
  }

  /// A count or a size, never below zero.
  static func count(_ node: JSONNode, _ name: String) throws(BundleFault) -> Int {
    guard let count = node[name]?.int, count >= 0 else { throw BundleFault.missing(name) }
    return count
  }

  static func list<Item>(
    _ node: JSONNode, _ name: String, of item: (JSONNode) throws(BundleFault) -> Item
  ) throws(BundleFault) -> [Item] {
    guard case .array(let items)? = node[name] else { throw BundleFault.missing(name) }
    var found: [Item] = []
    for node in items { found.append(try item(node)) }
    return found
  }
}
