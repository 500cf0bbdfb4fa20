extension ProblemText {
  static let chains: [ProblemText] = [
    ProblemText(
      "include and render",
      """

      {% include 'a.html' %}
      """,
      with: [("a.html", "<p>{% render 'b.html' %}</p>"), ("b.html", "{{ x }}")],
      tells: """
        b.html:1:4: lỗi: Không có tên “x”. [template.undefined]
           1 | {{ x }}
             |    ^
             = a.html:1:4: được “render” từ đây
             = trang.html:2:1: được “include” từ đây
             = khi tạo trang “trang.html”
             = cách sửa: Các tên dùng được: title, unit, units.
        """),
    ProblemText(
      "a parent's block",
      """
      {% extends 'khung.html' %}
      {% block content %}{{ block.super }}{% endblock %}
      """,
      with: [("khung.html", "<main>{% block content %}{{ nothing }}{% endblock %}</main>")],
      tells: """
        khung.html:1:29: lỗi: Không có tên “nothing”. [template.undefined]
           1 | <main>{% block content %}{{ nothing }}{% endblock %}</main>
             |                             ^^^^^^^
             = trang.html:2:20: được gọi bằng “block.super” từ đây
             = khung.html:1:7: trong khối “content” của mẫu này
             = trang.html:1:1: được “extends” từ đây
             = khi tạo trang “trang.html”
             = cách sửa: Các tên dùng được: title, unit, units.
        """),
    ProblemText(
      "a child's block",
      """
      {% extends 'khung.html' %}
      {% block content %}{{ nothing }}{% endblock %}
      """,
      with: [
        (
          "khung.html",
          """
          <main>
          {% block content %}{% endblock %}</main>
          """
        )
      ],
      tells: """
        trang.html:2:23: lỗi: Không có tên “nothing”. [template.undefined]
           2 | {% block content %}{{ nothing }}{% endblock %}
             |                       ^^^^^^^
             = khung.html:2:1: trong khối “content” của mẫu này
             = trang.html:1:1: được “extends” từ đây
             = khi tạo trang “trang.html”
             = cách sửa: Các tên dùng được: title, unit, units.
        """),
    ProblemText(
      "a required block",
      "{% extends 'khung.html' %}",
      with: [
        (
          "khung.html",
          """
          <main>
          {% block content required %}{% endblock %}</main>
          """
        )
      ],
      tells: """
        khung.html:2:1: lỗi: Khối “content” bắt buộc phải được mẫu con viết lại. [template.block]
           2 | {% block content required %}{% endblock %}</main>
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             = trang.html:1:1: được “extends” từ đây
             = khi tạo trang “trang.html”
        """),
    ProblemText(
      "a template that calls itself",
      "{% include 'trang.html' %}",
      tells: """
        trang.html:1:1: lỗi: Mẫu vượt quá giới hạn độ sâu lời gọi (64). [template.budget]
           1 | {% include 'trang.html' %}
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^
             = trang.html:1:1: được “include” từ đây (63 lần)
             = khi tạo trang “trang.html”
             = cách sửa: Kiểm tra vòng lặp hoặc lời gọi mẫu không có điểm dừng.
        """),
  ]

  static let sets: [ProblemText] = [
    ProblemText(
      "every template, reached or not, by place",
      "{{ a | nope }}",
      with: [
        ("b.html", "{% nix %}"),
        (
          "a.html",
          """
          {% render 'none' %}
          {{ ( }}
          """
        ),
      ],
      tells: """
        a.html:1:1: lỗi: Không có mẫu “none”. [template.missing-template]
           1 | {% render 'none' %}
             | ^^^^^^^^^^^^^^^^^^^

        a.html:2:1: lỗi: Cần một giá trị, nhưng thẻ đã hết. [template.syntax]
           2 | {{ ( }}
             | ^^^^^^^

        b.html:1:1: lỗi: Không có thẻ “nix”. [template.unknown-tag]
           1 | {% nix %}
             | ^^^^^^^^^

        trang.html:1:8: lỗi: Không có bộ lọc “nope”. [template.unknown-filter]
           1 | {{ a | nope }}
             |        ^^^^
        """),
    ProblemText(
      "ring of extends",
      "{% extends 'a.html' %}",
      with: [
        ("a.html", "{% extends 'b.html' %}"),
        (
          "b.html",
          """

          {% extends 'a.html' %}
          """
        ),
      ],
      tells: """
        a.html:1:1: lỗi: Các thẻ “extends” nối thành vòng. [template.extends]
           1 | {% extends 'b.html' %}
             | ^^^^^^^^^^^^^^^^^^^^^^
             = b.html:2:1: rồi “extends” ở đây
             = cách sửa: Bỏ một trong các thẻ “extends” này: a.html → b.html → a.html.
        """),
    ProblemText(
      "include within render",
      "{% render 'a.html' %}",
      with: [("a.html", "{% include 'b.html' %}"), ("b.html", "")],
      tells: """
        a.html:1:1: lỗi: Mẫu được gọi bằng “render” không dùng “include” được. [template.include-in-render]
           1 | {% include 'b.html' %}
             | ^^^^^^^^^^^^^^^^^^^^^^
             = trang.html:1:1: được “render” từ đây
             = cách sửa: Đổi “include” thành “render” và trao các giá trị cần dùng làm đối số.
        """),
    ProblemText(
      "problems outside the blocks of a child",
      "{% extends 'khung.html' %}{{ 1 | nope }}",
      with: [("khung.html", "")],
      tells: """
        trang.html:1:34: lỗi: Không có bộ lọc “nope”. [template.unknown-filter]
           1 | {% extends 'khung.html' %}{{ 1 | nope }}
             |                                  ^^^^
        """),
    ProblemText(
      "several extends",
      "{% extends 'khung.html' %}{% extends 'khung.html' %}{% if true %}{% extends 'khung.html' %}{% endif %}",
      with: [("khung.html", "")],
      tells: """
        trang.html:1:27: lỗi: Mẫu chỉ được có một thẻ “extends”. [template.extends]
           1 | {% extends 'khung.html' %}{% extends 'khung.html' %}{% if true %}{% extends 'khung.html' %}{% endif 
             |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^

        trang.html:1:66: lỗi: Thẻ “extends” không được nằm trong thẻ khác. [template.extends]
           1 | {% extends 'khung.html' %}{% extends 'khung.html' %}{% if true %}{% extends 'khung.html' %}{% endif 
             |                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    ProblemText(
      "blocks of one name",
      """
      {% block a %}{% endblock %}
      {% block a %}{% endblock %}
      """,
      tells: """
        trang.html:2:1: lỗi: Khối “a” đã có trong mẫu này. [template.block]
           2 | {% block a %}{% endblock %}
             | ^^^^^^^^^^^^^
        """),
  ]
}
