import Testing
import Vietnamese

@testable import Templating

@Suite struct FilterTests {
  static let worksCases: [(String, String)] = [
    ("{{ d | date_vi }}", "ngày 05 tháng 9 năm 2024"),
    ("{{ d | date_short }}", "05/9/2024"),
    ("{{ '2024-02-03' | date_short }}", "03/02/2024"),
    ("{{ d | date: '%d/%m/%Y %A %j' }}", "05/09/2024 Thursday 249"),
    ("{{ 'today' | date: '%Y' }}", "2026"),
    ("{{ 1234567.891 | number_vi }}", "1.234.567,891"),
    ("{{ 0.285 | number_vi: 2 }}", "0,29"),
    ("{{ 12.5 | percent_vi }}", "12,5%"),
    ("{{ 100 | percent_vi }}", "100%"),
    ("{{ 14 | roman }}", "XIV"),
    ("{{ 5 | list_letter }}", "đ"),
    ("{{ 'Đường Nguyễn Huệ' | slugify }}", "duong-nguyen-hue"),
    ("{{ 'Đường' | fold }}", "duong"),
    ("{{ 'Đà, Dung, Ân, An' | split: ', ' | sort_vi | join: ' ' }}", "An Ân Dung Đà"),
    (
      "{{ 'Lê Văn Bình,Vũ An,Trần Thị Cúc' | split: ',' | sort_name_vi | join: ',' }}",
      "Vũ An,Lê Văn Bình,Trần Thị Cúc"
    ),
    ("{{ 'thi đua' | upcase }}{{ 'ĐỢT THI' | capitalize }}", "THI ĐUAĐợt thi"),
    ("{{ 'Thi đua yêu nước' | truncate: 9 }}", "Thi đu..."),
    ("{{ 'Thi đua yêu nước' | truncatewords: 2, '…' }}", "Thi đua…"),
    ("{{ 'đua' | size }}", "3"),
    ("{{ units | sort: 'score' | map: 'name' | join: ',' }}", "THCS Phố Ràng,THPT Bảo Hà"),
    ("{{ units | where: 'score', 9 | map: 'name' | first }}", "THPT Bảo Hà"),
    ("{{ units | sum: 'score' }}", "16"),
    ("{% assign g = units | group_by: 'score' %}{{ g[0].name }}:{{ g[0].size }}", "9:1"),
    ("{{ 7 | divided_by: 2 }}{{ -7 | divided_by: 2 }}{{ -7 | modulo: 3 }}", "3-42"),
    ("{{ 0.1 | plus: 0.2 }}", "0.3"),
    ("{{ nil | default: 'x' }}{{ false | default: 'y', allow_false: true }}", "xfalse"),
    ("{{ missing | default: 'x' }}{{ units[0].nothing | default: 'y' }}", "xy"),
    ("{{ 'a b' | url_encode }}{{ 'YQ==' | base64_decode }}", "a+ba"),
    ("{{ '<p>x</p>' | strip_html }}", "x"),
    ("{{ units[1] | json }}", "{\"name\":\"THCS Phố Ràng\",\"score\":7}"),
  ]

  @Test(arguments: worksCases)
  func works(_ source: String, _ wanted: String) throws {
    var options = TemplateOptions()
    options.now = PlainDate(year: 2026, month: 11, day: 21).map { Moment($0) }
    let date = try #require(PlainDate(year: 2024, month: 9, day: 5))
    #expect(
      try rendered(
        source, [("d", .date(date)), ("units", TagTests.units)], options: options) == wanted)
  }

  @Test func theHostAddsFilters() throws {
    var options = TemplateOptions()
    options.filters = [
      HostFilter(
        FilterReference(
          name: "url", parameters: [.required("gốc")], summary: "Địa chỉ.",
          example: "{{ 'a.html' | url: '/' }}", result: "/a.html")
      ) { value, arguments in .text(arguments[0].textBytes + value.textBytes) }
    ]
    #expect(try rendered("{{ 'a.html' | url: '/' }}", options: options) == "/a.html")
    options.allowsRaw = false
    #expect(throws: CompileProblem.self) { try rendered("{{ 'a' | raw }}", options: options) }
  }
}
