/// Filters for addresses of the site and of the web.
enum AddressFilters {
  static let table: [Filter] = [
    Filter(
      "relative_url", "Địa chỉ của trang trong site, tính từ trang đang tạo.",
      "{{ '/don-vi/' | relative_url }}", "../../don-vi/"
    ) { value, _, machine throws(Fault) in
      let path = try charged(value, &machine)
      guard isInside(path), !path.starts(with: root(machine)) || root(machine).isEmpty else {
        return .text(path)
      }
      return .text(root(machine) + withoutSlash(path))
    },
    Filter(
      "absolute_url", "Địa chỉ đầy đủ của trang trong site, khi site có `baseURL`.",
      "{{ '/don-vi/' | absolute_url }}", "https://thidua.example/don-vi/"
    ) { value, _, machine throws(Fault) in
      var path = try charged(value, &machine)
      guard isInside(path) else { return .text(path) }
      let root = root(machine)
      if path.starts(with: root) { path = Array(path.dropFirst(root.count)) }
      let base = text("base_url", of: "site", machine)
      return .text((base.isEmpty ? root : base) + withoutSlash(path))
    },
    Filter(
      text: "strip_index", "Bỏ `index.html` ở cuối địa chỉ.",
      "{{ '/don-vi/index.html' | strip_index }}", "/don-vi/",
      { path in
        let name = Array("/index.html".utf8)
        return path.suffix(name.count).elementsEqual(name)
          ? Array(path.dropLast(name.count - 1)) : path
      }),
    Filter(
      "cgi_escape", "Như `url_encode`.", "{{ 'đạt & vượt' | cgi_escape }}",
      "%C4%91%E1%BA%A1t+%26+v%C6%B0%E1%BB%A3t"
    ) { value, _, machine throws(Fault) in
      let bytes = try charged(value, &machine)
      return .text(CodeFilters.urlEncode(bytes))
    },
    Filter(
      "uri_escape", "Mã hóa những ký tự không dùng được trong địa chỉ, giữ các dấu của địa chỉ.",
      "{{ '/tìm?q=đạt' | uri_escape }}", "/t%C3%ACm?q=%C4%91%E1%BA%A1t"
    ) { value, _, machine throws(Fault) in .text(uriEscaped(try charged(value, &machine))) },
  ]

  /// The text, charged at the size to which escaping may bring it.
  private static func charged(_ value: Value, _ machine: inout Machine) throws(Fault) -> [UInt8] {
    let bytes = try machine.text(value)
    try machine.charge(bytes.count * 3 + 256)
    return bytes
  }

  /// Whether the address is one of the site's own pages: not `https:…`, `//…`, `#…`.
  private static func isInside(_ path: [UInt8]) -> Bool {
    if path.first == UInt8(ascii: "#") || path.starts(with: [47, 47]) { return false }
    let scheme = path.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
    return scheme.count == path.count || path[scheme.count] != UInt8(ascii: ":")
  }

  private static func withoutSlash(_ path: [UInt8]) -> ArraySlice<UInt8> {
    path.first == UInt8(ascii: "/") ? path.dropFirst() : path[...]
  }

  /// The way from the page to the root of the site, `page.root`.
  private static func root(_ machine: borrowing Machine) -> [UInt8] {
    text("root", of: "page", machine)
  }

  private static func text(
    _ member: String, of global: String, _ machine: borrowing Machine
  ) -> [UInt8] {
    guard case .object(let object)? = machine.globals?.member(global) else { return [] }
    return object.member(member)?.textBytes ?? []
  }

  private static let reserved = Set(":/?#[]@!$&'()*+,;=-._~".utf8)

  private static func uriEscaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (i, byte) in bytes.enumerated() {
      let isCode =
        byte == UInt8(ascii: "%") && i + 2 < bytes.count
        && bytes[(i + 1)...(i + 2)].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      if isCode || byte.isAlpha || byte.isDigit || reserved.contains(byte) {
        out.append(byte)
      } else {
        out += byte == 32 ? Array("%20".utf8) : CodeFilters.urlEncode([byte])
      }
    }
    return out
  }
}
