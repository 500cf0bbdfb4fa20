import Testing

/// Templates and the text of their problems.
struct ProblemText: Sendable, CustomTestStringConvertible {
  var name: String
  var templates: [(String, String)]
  var text: String

  init(
    _ name: String, _ template: String, with others: [(String, String)] = [], tells text: String
  ) {
    self.name = name
    templates = [("trang.html", template)] + others
    self.text = text.isEmpty ? "" : text + "\n\n"
  }

  var testDescription: String { name }

  static let all: [ProblemText] = syntax + names + chains + sets

  static let syntax: [ProblemText] = [
    ProblemText(
      "unknown tag, whose parts are not told again",
      """
      {% fro x in units %}
      {{ x }}
      {% else %}
      {% endfor %}
      {{ title | upcas }}
      """,
      tells: """
        trang.html:1:1: lỗi: Không có thẻ “fro”. [template.unknown-tag]
           1 | {% fro x in units %}
             | ^^^^^^^^^^^^^^^^^^^^
             = cách sửa: Có phải ý bạn là “for”?

        trang.html:5:12: lỗi: Không có bộ lọc “upcas”. [template.unknown-filter]
           5 | {{ title | upcas }}
             |            ^^^^^
             = cách sửa: Có phải ý bạn là “upcase”?
        """),
    ProblemText(
      "unknown tag within another",
      "{% if title %}{% foo %}{% endfoo %}{% endif %}",
      tells: """
        trang.html:1:15: lỗi: Không có thẻ “foo”. [template.unknown-tag]
           1 | {% if title %}{% foo %}{% endfoo %}{% endif %}
             |               ^^^^^^^^^
             = cách sửa: Có phải ý bạn là “for”?
        """),
    ProblemText(
      "slip in an end",
      """
      {% for x in units %}
        {{ x.name }}
      {% endfro %}
      {% assign y = %}
      """,
      tells: """
        trang.html:3:1: lỗi: Không có thẻ “endfro”. [template.unknown-tag]
           3 | {% endfro %}
             | ^^^^^^^^^^^^
             = cách sửa: Có phải ý bạn là “endfor”?

        trang.html:4:1: lỗi: Cần một giá trị, nhưng thẻ đã hết. [template.syntax]
           4 | {% assign y = %}
             | ^^^^^^^^^^^^^^^^
        """),
    ProblemText(
      "tag not closed before the end of another",
      """
      {% for x in units %}
      {% if x.name %}
      {% endfor %}
      {{ title | upcas }}
      """,
      tells: """
        trang.html:2:1: lỗi: Thẻ “if” chưa được đóng bằng “endif”. [template.unclosed]
           2 | {% if x.name %}
             | ^^^^^^^^^^^^^^^
             = trang.html:3:1: đến đây thì gặp “endfor”

        trang.html:4:12: lỗi: Không có bộ lọc “upcas”. [template.unknown-filter]
           4 | {{ title | upcas }}
             |            ^^^^^
             = cách sửa: Có phải ý bạn là “upcase”?
        """),
    ProblemText(
      "tag never closed",
      """
      <p>
      {% if title %}
      {{ title }}
      """,
      tells: """
        trang.html:2:1: lỗi: Thẻ “if” chưa được đóng bằng “endif”. [template.unclosed]
           2 | {% if title %}
             | ^^^^^^^^^^^^^^
        """),
    ProblemText(
      "end that belongs to nothing",
      """
      {% endif %}{{ title }}
      {% for x in units %}{% elsif x %}{% endfor %}
      """,
      tells: """
        trang.html:1:1: lỗi: Thẻ “endif” đứng ngoài thẻ mà nó thuộc về. [template.wrong-end]
           1 | {% endif %}{{ title }}
             | ^^^^^^^^^^^

        trang.html:2:21: lỗi: Thẻ “elsif” không thuộc về thẻ “for” đang mở. [template.wrong-end]
           2 | {% for x in units %}{% elsif x %}{% endfor %}
             |                     ^^^^^^^^^^^^^
             = trang.html:2:1: thẻ “for” mở ở đây
             = cách sửa: Đóng thẻ “for” bằng “endfor” trước, hoặc bỏ thẻ này.
        """),
    ProblemText(
      "heads that are wrong hide nothing",
      """
      {% if %}{{ 1 | a }}{% elsif == %}{{ 1 | b }}{% endif %}
      {% case %}{% when %}{{ 1 | c }}{% endcase %}
      {% for x of units %}{{ 1 | d }}{% else %}{{ 1 | e }}{% endfor %}
      {% capture %}{{ 1 | f }}{% endcapture %}
      """,
      tells: """
        trang.html:1:1: lỗi: Cần một giá trị, nhưng thẻ đã hết. [template.syntax]
           1 | {% if %}{{ 1 | a }}{% elsif == %}{{ 1 | b }}{% endif %}
             | ^^^^^^^^

        trang.html:1:16: lỗi: Không có bộ lọc “a”. [template.unknown-filter]
           1 | {% if %}{{ 1 | a }}{% elsif == %}{{ 1 | b }}{% endif %}
             |                ^

        trang.html:1:29: lỗi: Cần một giá trị, gặp “==”. [template.syntax]
           1 | {% if %}{{ 1 | a }}{% elsif == %}{{ 1 | b }}{% endif %}
             |                             ^^

        trang.html:1:41: lỗi: Không có bộ lọc “b”. [template.unknown-filter]
           1 | {% if %}{{ 1 | a }}{% elsif == %}{{ 1 | b }}{% endif %}
             |                                         ^

        trang.html:2:1: lỗi: Cần một giá trị, nhưng thẻ đã hết. [template.syntax]
           2 | {% case %}{% when %}{{ 1 | c }}{% endcase %}
             | ^^^^^^^^^^

        trang.html:2:11: lỗi: Cần một giá trị, nhưng thẻ đã hết. [template.syntax]
           2 | {% case %}{% when %}{{ 1 | c }}{% endcase %}
             |           ^^^^^^^^^^

        trang.html:2:28: lỗi: Không có bộ lọc “c”. [template.unknown-filter]
           2 | {% case %}{% when %}{{ 1 | c }}{% endcase %}
             |                            ^

        trang.html:3:10: lỗi: Cần “in”, gặp “of”. [template.syntax]
           3 | {% for x of units %}{{ 1 | d }}{% else %}{{ 1 | e }}{% endfor %}
             |          ^^

        trang.html:3:28: lỗi: Không có bộ lọc “d”. [template.unknown-filter]
           3 | {% for x of units %}{{ 1 | d }}{% else %}{{ 1 | e }}{% endfor %}
             |                            ^

        trang.html:3:49: lỗi: Không có bộ lọc “e”. [template.unknown-filter]
           3 | {% for x of units %}{{ 1 | d }}{% else %}{{ 1 | e }}{% endfor %}
             |                                                 ^

        trang.html:4:1: lỗi: Cần tên biến, nhưng thẻ đã hết. [template.syntax]
           4 | {% capture %}{{ 1 | f }}{% endcapture %}
             | ^^^^^^^^^^^^^

        trang.html:4:21: lỗi: Không có bộ lọc “f”. [template.unknown-filter]
           4 | {% capture %}{{ 1 | f }}{% endcapture %}
             |                     ^
        """),
    ProblemText(
      "output not closed",
      """
      <b>{{ title </b>
      <i>{{ title }}</i>
      {{ title | upcas }}
      """,
      tells: """
        trang.html:1:4: lỗi: Thiếu “}}” để đóng “{{”. [template.unclosed]
           1 | <b>{{ title </b>
             |    ^^

        trang.html:3:12: lỗi: Không có bộ lọc “upcas”. [template.unknown-filter]
           3 | {{ title | upcas }}
             |            ^^^^^
             = cách sửa: Có phải ý bạn là “upcase”?
        """),
    ProblemText(
      "tag not closed by its brace",
      """
      {% if title }
      {{ title }}
      {% endif %}
      """,
      tells: """
        trang.html:1:1: lỗi: Thiếu “%}” để đóng “{%”. [template.unclosed]
           1 | {% if title }
             | ^^
        """),
    ProblemText(
      "raw not closed",
      """
      a
      {% raw %}
      {{ x }}
      """,
      tells: """
        trang.html:2:1: lỗi: Thẻ “raw” chưa được đóng bằng “endraw”. [template.unclosed]
           2 | {% raw %}
             | ^^^^^^^^^
        """),
    ProblemText(
      "arithmetic signs",
      """
      {{ 1 + 2 }}
      {{ title && unit }}
      """,
      tells: """
        trang.html:1:6: lỗi: Ký tự “+” không dùng được ở đây. [template.syntax]
           1 | {{ 1 + 2 }}
             |      ^
             = cách sửa: Không có phép tính bằng dấu: dùng các bộ lọc plus, minus, times, divided_by.

        trang.html:2:10: lỗi: Ký tự “&” không dùng được ở đây. [template.syntax]
           2 | {{ title && unit }}
             |          ^
             = cách sửa: Không có phép tính bằng dấu: dùng các bộ lọc plus, minus, times, divided_by.
        """),
    ProblemText(
      "string not closed",
      """
      {{ "abc }}
      {{ title | append: 'x }}
      """,
      tells: """
        trang.html:1:4: lỗi: Chuỗi chưa có dấu nháy đóng. [template.unclosed-string]
           1 | {{ "abc }}
             |    ^^^^^

        trang.html:2:20: lỗi: Chuỗi chưa có dấu nháy đóng. [template.unclosed-string]
           2 | {{ title | append: 'x }}
             |                    ^^^
        """),
    ProblemText(
      "number too large",
      "{{ 99999999999999999999 }}",
      tells: """
        trang.html:1:4: lỗi: Số “99999999999999999999” quá lớn. [template.number]
           1 | {{ 99999999999999999999 }}
             |    ^^^^^^^^^^^^^^^^^^^^
        """),
    ProblemText(
      "option of a loop",
      "{% for x in units limt: 3 %}{% endfor %}",
      tells: """
        trang.html:1:19: lỗi: Vòng lặp không có tùy chọn “limt”. [template.syntax]
           1 | {% for x in units limt: 3 %}{% endfor %}
             |                   ^^^^
             = cách sửa: Có phải ý bạn là “limit”?
        """),
    ProblemText(
      "letters with marks before the place",
      "Trường Tiểu học\u{301} {{ title | upcas }}",
      tells: """
        trang.html:1:29: lỗi: Không có bộ lọc “upcas”. [template.unknown-filter]
           1 | Trường Tiểu họć {{ title | upcas }}
             |                            ^^^^^
             = cách sửa: Có phải ý bạn là “upcase”?
        """),
    ProblemText(
      "tag without a name",
      "{% %}{%- -%}",
      tells: """
        trang.html:1:1: lỗi: Thẻ không có tên. [template.syntax]
           1 | {% %}{%- -%}
             | ^^^^^

        trang.html:1:6: lỗi: Thẻ không có tên. [template.syntax]
           1 | {% %}{%- -%}
             |      ^^^^^^^
        """),
  ]

  static let names: [ProblemText] = [
    ProblemText(
      "variable",
      "{% assign tilte2 = 1 %}{{ titel }}",
      tells: """
        trang.html:1:27: lỗi: Không có tên “titel”. [template.undefined]
           1 | {% assign tilte2 = 1 %}{{ titel }}
             |                           ^^^^^
             = khi tạo trang “trang.html”
             = cách sửa: Có phải ý bạn là “title”?
        """),
    ProblemText(
      "variable with no neighbour",
      "{{ xyzzy }}",
      tells: """
        trang.html:1:4: lỗi: Không có tên “xyzzy”. [template.undefined]
           1 | {{ xyzzy }}
             |    ^^^^^
             = khi tạo trang “trang.html”
             = cách sửa: Các tên dùng được: title, unit, units.
        """),
    ProblemText(
      "member",
      """
      <p>
        {{ unit.nmae }}
      """,
      tells: """
        trang.html:2:11: lỗi: Đối tượng không có thành phần “nmae”. [template.undefined]
           2 |   {{ unit.nmae }}
             |           ^^^^
             = khi tạo trang “trang.html”
             = cách sửa: Có phải ý bạn là “name”?
        """),
    ProblemText(
      "member of a member",
      "{{ units.first.nam | upcase }}",
      tells: """
        trang.html:1:16: lỗi: Đối tượng không có thành phần “nam”. [template.undefined]
           1 | {{ units.first.nam | upcase }}
             |                ^^^
             = khi tạo trang “trang.html”
             = cách sửa: Có phải ý bạn là “name”?
        """),
    ProblemText(
      "filter",
      "{{ title | upcas | dowcase }}",
      tells: """
        trang.html:1:12: lỗi: Không có bộ lọc “upcas”. [template.unknown-filter]
           1 | {{ title | upcas | dowcase }}
             |            ^^^^^
             = cách sửa: Có phải ý bạn là “upcase”?

        trang.html:1:20: lỗi: Không có bộ lọc “dowcase”. [template.unknown-filter]
           1 | {{ title | upcas | dowcase }}
             |                    ^^^^^^^
             = cách sửa: Có phải ý bạn là “downcase”?
        """),
    ProblemText(
      "arguments of filters",
      "{{ title | append }}{{ title | default: 1, allow_fals: true }}",
      tells: """
        trang.html:1:12: lỗi: Bộ lọc “append” cần 1 đối số, ở đây có 0. [template.filter-arguments]
           1 | {{ title | append }}{{ title | default: 1, allow_fals: true }}
             |            ^^^^^^

        trang.html:1:32: lỗi: Bộ lọc “default” không có đối số “allow_fals”. [template.filter-arguments]
           1 | {{ title | append }}{{ title | default: 1, allow_fals: true }}
             |                                ^^^^^^^
             = cách sửa: Có phải ý bạn là “allow_false”?
        """),
    ProblemText(
      "template",
      "{% render 'part-crad.html' %}",
      with: [("part-card.html", "")],
      tells: """
        trang.html:1:1: lỗi: Không có mẫu “part-crad.html”. [template.missing-template]
           1 | {% render 'part-crad.html' %}
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             = cách sửa: Có phải ý bạn là “part-card.html”?
        """),
    ProblemText(
      "template outside",
      "{% include '../secret.html' %}{% render '/etc/passwd' %}",
      tells: """
        trang.html:1:1: lỗi: Không có mẫu “../secret.html”. [template.missing-template]
           1 | {% include '../secret.html' %}{% render '/etc/passwd' %}
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             = cách sửa: Mẫu chỉ được gọi bằng tên tính từ thư mục mẫu, không có “/” ở đầu, “..” hay “\\”.

        trang.html:1:31: lỗi: Không có mẫu “/etc/passwd”. [template.missing-template]
           1 | {% include '../secret.html' %}{% render '/etc/passwd' %}
             |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
             = cách sửa: Mẫu chỉ được gọi bằng tên tính từ thư mục mẫu, không có “/” ở đầu, “..” hay “\\”.
        """),
    ProblemText(
      "template by a name of the data",
      "{% include title %}",
      with: [("tựa.html", "")],
      tells: """
        trang.html:1:1: lỗi: Không có mẫu “Tựa”. [template.missing-template]
           1 | {% include title %}
             | ^^^^^^^^^^^^^^^^^^^
             = khi tạo trang “trang.html”
        """),
    ProblemText(
      "block",
      "{% extends 'khung.html' %}{% block contnet %}{% endblock %}",
      with: [("khung.html", "{% block content %}{% endblock %}")],
      tells: """
        trang.html:1:27: cảnh báo: Khối “contnet” không có trong mẫu khung nên không bao giờ hiện. [template.unknown-block]
           1 | {% extends 'khung.html' %}{% block contnet %}{% endblock %}
             |                           ^^^^^^^^^^^^^^^^^^^
             = cách sửa: Có phải ý bạn là “content”?
        """),
    ProblemText(
      "where absence is expected",
      "{% if a.b == nil or c %}{% endif %}{% unless no %}{% endunless %}{% case no %}{% when x %}{% endcase %}{{ no | default: 1 }}{{ 1 if no else 2 }}{{ unit.head.name }}",
      tells: """

        """),
  ]
}
