/// A tag of the language: how it is read and what the reference says of it.
struct Tag: Sendable {
  typealias Reader = @Sendable (inout Parser, Piece) throws(SyntaxFault) -> [Node]

  var name: String
  /// How it is written, whole, with the tags that belong inside it.
  var syntax: String
  /// What it does, in a line of Vietnamese.
  var summary: String
  /// Whether plain Liquid does not know it.
  var isExtension = false
  /// Tags that mean something only inside this one, such as `else` and `endif`.
  var inner: [String] = []
  /// Reads the tag and what is in it; nil where the scanner takes the whole, unread.
  var read: Reader?

  init(
    _ name: String, _ syntax: String, _ summary: String, isExtension: Bool = false,
    inner: [String] = [], read: Reader?
  ) {
    self.name = name
    self.syntax = syntax
    self.summary = summary
    self.isExtension = isExtension
    self.inner = inner
    self.read = read
  }
}

/// What the reference says of a tag.
package struct TagReference: Sendable {
  package let name: String
  package let syntax: String
  package let summary: String
  /// Whether plain Liquid does not know it.
  package let isExtension: Bool
}

/// All tags: the parser reads by this table, and suggestions and the reference come from it.
package enum TagTable {
  static let all: [Tag] = conditions + loops + variables + templates + texts

  package static var references: [TagReference] {
    all.map {
      TagReference(
        name: $0.name, syntax: $0.syntax, summary: $0.summary, isExtension: $0.isExtension)
    }
  }

  static let byName: [String: Tag] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every word that can stand at the head of a tag, for suggestions.
  static let words: [String] = all.flatMap { [$0.name] + $0.inner }.filter { $0 != "#" }

  private static let conditions: [Tag] = [
    Tag(
      "if", "{% if điều_kiện %}…{% elsif điều_kiện %}…{% else %}…{% endif %}",
      "Hiện phần đầu tiên có điều kiện đúng; chỉ `false` và giá trị trống (`nil`) là sai.",
      inner: ["elsif", "else", "endif"]
    ) { parser, piece throws(SyntaxFault) in [try parser.branch(piece)] },
    Tag(
      "unless", "{% unless điều_kiện %}…{% else %}…{% endunless %}",
      "Hiện khi điều kiện sai.", inner: ["endunless"]
    ) { parser, piece throws(SyntaxFault) in [try parser.branch(piece)] },
    Tag(
      "case", "{% case giá_trị %}{% when a, b %}…{% else %}…{% endcase %}",
      "Hiện các phần có giá trị bằng giá trị đã cho.", inner: ["when", "endcase"]
    ) { parser, piece throws(SyntaxFault) in [try parser.choose(piece)] },
    Tag(
      "ifchanged", "{% ifchanged %}…{% endifchanged %}",
      "Hiện nội dung nếu nó khác lần hiện ngay trước.", inner: ["endifchanged"]
    ) { parser, piece throws(SyntaxFault) in
      [.changed(try parser.closedBody(of: piece), piece.span)]
    },
  ]

  private static let loops: [Tag] = [
    Tag(
      "for",
      "{% for x in danh_sách limit: 5 offset: 2 reversed %}…{% else %}…{% endfor %}",
      "Lặp qua danh sách hoặc khoảng `(1..5)`; `forloop.index`, `.first`, `.last` nói đang ở đâu; "
        + "phần `else` hiện khi danh sách rỗng.", inner: ["endfor"]
    ) { parser, piece throws(SyntaxFault) in [try parser.loop(piece)] },
    Tag("break", "{% break %}", "Ra khỏi vòng lặp.") { parser, piece throws(SyntaxFault) in
      try parser.leave(piece)
    },
    Tag("continue", "{% continue %}", "Sang lượt lặp tiếp theo.") {
      parser, piece throws(SyntaxFault) in try parser.leave(piece)
    },
    Tag(
      "cycle", "{% cycle \"lẻ\", \"chẵn\" %}", "Lần lượt in từng giá trị, hết thì quay lại đầu."
    ) { parser, piece throws(SyntaxFault) in [try parser.cycle(piece)] },
    Tag(
      "tablerow", "{% tablerow x in danh_sách cols: 3 %}…{% endtablerow %}",
      "Lặp và in các hàng, ô của bảng HTML.", inner: ["endtablerow"]
    ) { parser, piece throws(SyntaxFault) in [try parser.loop(piece)] },
  ]

  private static let variables: [Tag] = [
    Tag("assign", "{% assign tên = giá_trị | bộ_lọc %}", "Đặt một biến.") {
      parser, piece throws(SyntaxFault) in [try parser.assign(piece)]
    },
    Tag(
      "capture", "{% capture tên %}…{% endcapture %}", "Giữ phần đã tạo vào một biến.",
      inner: ["endcapture"]
    ) { parser, piece throws(SyntaxFault) in [try parser.capture(piece)] },
    Tag("increment", "{% increment tên %}", "In một bộ đếm rồi tăng 1; bắt đầu từ 0.") {
      parser, piece throws(SyntaxFault) in try parser.count(piece)
    },
    Tag("decrement", "{% decrement tên %}", "Giảm một bộ đếm đi 1 rồi in; bắt đầu từ -1.") {
      parser, piece throws(SyntaxFault) in try parser.count(piece)
    },
  ]

  private static let templates: [Tag] = [
    Tag(
      "render", "{% render \"mau.html\", tên: giá_trị %}",
      "Chèn một mẫu; mẫu đó chỉ thấy các giá trị được trao và các tên chung của trang. "
        + "`with x as y` trao một giá trị, `for xs as y` chèn một lần cho mỗi phần tử."
    ) { parser, piece throws(SyntaxFault) in [try parser.call(piece)] },
    Tag(
      "include", "{% include \"mau.html\", tên: giá_trị %}",
      "Chèn một mẫu dùng chung mọi biến với mẫu này; nên dùng `render`."
    ) { parser, piece throws(SyntaxFault) in [try parser.call(piece)] },
    Tag(
      "extends", "{% extends \"layout.html\" %}",
      "Lấy mẫu khác làm khung; mẫu này chỉ viết các khối `block` cần thay.", isExtension: true
    ) { parser, piece throws(SyntaxFault) in [try parser.extends(piece)] },
    Tag(
      "block", "{% block tên required %}…{% endblock %}",
      "Chỗ mà mẫu con thay được; `{{ block.super }}` là nội dung của khung.", isExtension: true,
      inner: ["endblock"]
    ) { parser, piece throws(SyntaxFault) in [try parser.block(piece)] },
    Tag(
      "macro", "{% macro tên a, b: \"mặc định\" %}…{% endmacro %}",
      "Một phần để gọi lại nhiều lần bằng `call`; nó chỉ thấy các đối số và các tên chung của "
        + "trang. Đối số thừa nằm trong `args` và `kwargs`.", isExtension: true,
      inner: ["endmacro"]
    ) { parser, piece throws(SyntaxFault) in [try parser.macro(piece)] },
    Tag(
      "call", "{% call tên 1, b: 2 %}",
      "Chèn một macro của mẫu này, của mẫu được `include` hoặc của mẫu khung.", isExtension: true
    ) { parser, piece throws(SyntaxFault) in [try parser.invocation(piece)] },
    Tag(
      "with", "{% with a: giá_trị, b: giá_trị %}…{% endwith %}",
      "Đặt tên cho các giá trị; tên chỉ dùng được bên trong thẻ.", isExtension: true,
      inner: ["endwith"]
    ) { parser, piece throws(SyntaxFault) in [try parser.with(piece)] },
  ]

  private static let texts: [Tag] = [
    Tag("echo", "{% echo giá_trị | bộ_lọc %}", "In một giá trị, như `{{ … }}`.") {
      parser, piece throws(SyntaxFault) in try parser.output(piece).map { [$0] } ?? []
    },
    Tag("liquid", "{% liquid … %}", "Nhiều thẻ, mỗi dòng một thẻ, không cần dấu ngoặc.") {
      parser, piece throws(SyntaxFault) in try parser.liquid(piece)
    },
    Tag(
      "raw", "{% raw %}…{% endraw %}", "In nguyên văn, kể cả dấu `{{` và `{%`.",
      inner: ["endraw"], read: nil),
    Tag(
      "highlight", "{% highlight ngôn_ngữ %}…{% endhighlight %}",
      "Mã nguồn trong trang HTML, như của Jekyll: mọi dấu hiện đúng như đã viết.",
      isExtension: true, inner: ["endhighlight"]
    ) { parser, piece throws(SyntaxFault) in try parser.highlight(piece) },
    Tag(
      "comment", "{% comment %}…{% endcomment %}", "Chú thích, không in ra.",
      inner: ["endcomment"], read: nil),
    Tag(
      "doc", "{% doc %}…{% enddoc %}", "Lời giải thích về mẫu, không in ra.",
      inner: ["enddoc"], read: nil),
    Tag("#", "{% # chú thích %}", "Chú thích một dòng.") { parser, piece throws(SyntaxFault) in
      try parser.checkInlineComment(piece)
      return []
    },
  ]
}
