import Diagnostics
import Testing
import Vietnamese

@testable import Templating

@Suite struct VietnameseFilterTests {
  static let people: Value = .list([
    .record(["name": .text("Lê Văn Bình"), "given": .null]),
    .record(["name": .text("Lê Bảo An"), "given": .text("Bảo An")]),
    .record(["name": .text("Vũ Ánh"), "given": .null]),
    .record(["name": .text("Đỗ An"), "given": .null]),
  ])

  static let data: [(String, Value)] = [
    ("d", .day(CivilDate(year: 2024, month: 9, day: 5))), ("people", people),
    ("bad", .text("<b>An</b>")), ("a", .record(["name": .text("Lê An"), "consents": .bool(true)])),
    (
      "b",
      .record([
        "name": .text("Lê Bình"), "consents": .bool(false), "title": .text("cô"),
        "role": .text("giáo viên"),
      ])
    ), ("c", .record(["name": .text("Lê Cúc"), "consents": .text("có")])),
  ]

  static let cases: [(String, String)] = [
    // Days
    ("{{ d | date_vi }}", "ngày 05 tháng 9 năm 2024"),
    ("{{ '2024-02-29' | date_vi: 'thu' }}", "Thứ Năm, ngày 29 tháng 02 năm 2024"),
    ("{{ '08/9/2024' | date_vi: 'thứ' }}", "Chủ nhật, ngày 08 tháng 9 năm 2024"),
    ("{{ d | date_vi: 'ngắn' }}", "05/9/2024"),
    ("{{ d | date_vi: bad }}", "&lt;b&gt;An&lt;/b&gt;, ngày 05 tháng 9 năm 2024"),
    ("{{ d | date_vi: to: '2024-09-10' }}", "từ ngày 05 đến ngày 10 tháng 9 năm 2024"),
    ("{{ d | date_vi: 'ngan', to: '2024-09-10' }}", "05/9/2024 - 10/9/2024"),
    ("{{ d | date_vi: to: nil }}", "ngày 05 tháng 9 năm 2024"),
    ("[{{ nil | date_vi }}{{ '' | date_short }}{{ nil | school_term }}]", "[]"),
    ("{{ 'now' | date_short }}, {{ 'today' | school_year }}", "21/11/2026, 2026-2027"),
    ("{{ '2023-2024-hk2' | school_term }}", "học kỳ II"),
    ("{{ 'HK I năm học 2023-2024' | school_year }}", "2023-2024"),
    ("{{ '2023-2024' | school_term }}", "cả năm"),
    ("{{ d | school_term: 'du' }}", "học kỳ I, năm học 2024-2025"),
    ("{{ d | date: '%A %a, %d %B (%b)' }}", "Thứ Năm T5, 05 tháng 9 (thg 9)"),
    ("{{ '2024-02-04' | date: '%a %A, %B' }}", "CN Chủ nhật, tháng 02"),
    // Numbers
    ("{{ 8.5 | number_vi }} {{ '8.50' | number_vi }} {{ 8.0 | number_vi }}", "8,5 8,50 8"),
    ("{{ 2.5 | number_vi: 0 }} {{ 1.005 | number_vi: 2 }}", "3 1,01"),
    ("{{ 12 | number_vi: 99 | size }}", "33"),
    ("{{ -0.001 | number_vi: 2 }} {{ -1234.5 | number_vi }}", "0,00 -1.234,5"),
    ("{{ 1250 | number_vi: unit: 'học sinh' }}", "1.250\u{A0}học sinh"),
    ("{{ 1 | number_vi: unit: bad }}", "1\u{A0}&lt;b&gt;An&lt;/b&gt;"),
    (
      "{{ 'chưa rõ' | number_vi: 2 }}{{ nil | number_vi }}{{ bad | percent_vi }}",
      "chưa rõ&lt;b&gt;An&lt;/b&gt;"
    ),
    ("{{ 100 | percent_vi }} {{ '99.00' | percent_vi }} {{ 'x' | score_vi }}", "100% 99,00% x"),
    ("{{ '8.50' | score_vi }} {{ 10 | score_vi }} {{ 8.25 | score_vi: 1 }}", "8,50 10 8,3"),
    (
      "{{ 1234567.5 | currency_vi }} {{ -500 | currency_vi: 'VNĐ' }}",
      "1.234.568\u{A0}₫ -500\u{A0}VNĐ"
    ),
    (
      "{{ 24 | words_vi | capitalize }} {{ 1104 | words_vi: 'nam' }}",
      "Hai mươi tư một ngàn một trăm lẻ bốn"
    ),
    ("{{ 'x' | words_vi }}{{ nil | words_vi }}", "x"),
    ("{% for i in (1..8) %}{{ i | list_letter }}{% endfor %}{{ 24 | list_letter }}", "abcdđeghaa"),
    // Letters and order
    ("{{ 'Hòa An,Hoa Sen' | split: ',' | sort_vi | join: ',' }}", "Hoa Sen,Hòa An"),
    ("{{ 'ma,mạ,mã,mả,má,mà' | split: ',' | sort_vi | join: ' ' }}", "ma mà mả mã má mạ"),
    ("{{ people | sort_vi: 'name' | map: 'name' | first }}", "Đỗ An"),
    ("{{ ' Tổng kết: 2023–2024! ' | slugify: 'pretty' }}", "tổng-kết-2023-2024!"),
    ("{{ ' A  B_c: Đ ' | slugify: 'raw' }} {{ 'Đ_c' | slugify: 'latin' }}", "a-b_c:-đ d-c"),
    ("{{ bad | slugify }} {{ bad | fold }}", "b-an-b &lt;b&gt;an&lt;/b&gt;"),
    ("{{ '' | slugify }}{{ nil | fold }}{{ 'e\u{302}\u{301}' | nfc | url_encode }}", "%E1%BA%BF"),
    // Names
    (
      "{{ people | sort_name_vi: 'name' | map: 'name' | join: ', ' }}",
      "Đỗ An, Vũ Ánh, Lê Bảo An, Lê Văn Bình"
    ),
    (
      "{% assign gs = people | group_name_vi: 'name' %}"
        + "{% for g in gs %}{{ g.name }}{{ g.size }}{% endfor %}", "A2B2"
    ),
    (
      "{{ people[1] | initials }} {{ people[1] | initial }} {{ people[1] | given_name }}",
      "L.B.A. B Bảo An"
    ),
    ("[{{ nil | initials }}]{{ bad | name_vi }}", "[]&lt;B&gt;An&lt;/B&gt;"),
    (
      "{{ a | shown_name }}; {{ b | shown_name }}; {{ c | shown_name }}",
      "Lê An; một giáo viên; một cá nhân"
    ),
    ("{{ b | shown_name: 'một cô giáo' }}; {{ b | shown_name: 'viet-tat' }}", "một cô giáo; L.B."),
    ("{{ 'Nguyễn Văn An' | shown_name }}", "một cá nhân"),
    ("{{ a | shown_name: 'viet-tat' }}", "Lê An"),
  ]

  @Test(arguments: cases)
  func works(_ source: String, _ wanted: String) throws {
    var options = TemplateOptions()
    options.language = .vietnamese
    options.now = Moment(CivilDate(year: 2026, month: 11, day: 21))
    #expect(try rendered(source, Self.data, named: "t.html", options: options) == wanted)
  }

  static let refused: [(String, String)] = [
    ("{{ 'hôm qua' | date_vi }}", "template.date"), ("{{ 5 | date_vi }}", "template.date"),
    ("{{ d | date_vi: to: '2024-01-01' }}", "template.date"),
    ("{{ '2023-2025' | school_year }}", "template.date"),
    ("{{ 1 | number_vi: 'x' }}", "template.filter-argument"),
    ("{{ '1e36' | words_vi }}", "template.filter-argument"),
    ("{{ 0 | roman }}", "template.filter-argument"),
    ("{{ 4000 | roman }}", "template.filter-argument"),
    ("{{ 0 | list_letter }}", "template.filter-argument"),
    ("{{ people | sort_name_vi: 'ten' }}", "template.undefined"),
    ("{{ d | date_vi: 'a', 'b' }}", "template.filter-arguments"),
  ]

  @Test(arguments: refused)
  func refuses(_ source: String, _ id: String) throws {
    #expect(try problem(source, Self.data).id == id)
  }

  @Test func onlyATemplateOfAVietnameseSiteSpeaksVietnameseDates() throws {
    var options = TemplateOptions()
    let source = "{{ '2024-09-05' | date: '%A %B %b' }}"
    #expect(try rendered(source, options: options) == "Thursday September Sep")
    options.language = .vietnamese
    options.dialect = .plain
    #expect(try rendered(source, options: options) == "Thursday September Sep")
  }

  @Test func sortingAndNamingAreChargedFor() throws {
    var budget = Budget()
    budget.steps = 5_000
    let source = "{% assign l = s | split: ',' %}{{ l | FILTER | size }}"
    let long: [(String, Value)] = [("s", .text(String(repeating: "An,Bình,", count: 500)))]
    for filter in ["sort_vi", "sort_name_vi", "group_name_vi"] {
      let text = source.split(separator: "FILTER").joined(separator: filter)
      #expect(try problem(text, long, budget: budget).id == "template.budget")
    }
  }
}
