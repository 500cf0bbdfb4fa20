import Diagnostics
import Testing
import Vietnamese

@testable import Templating

/// What the standard filters make of odd input, as Ruby has it.
@Suite struct StandardFilterTests {
  static let numbers: [(String, String)] = [
    (
      "{{ 0.1 | plus: 0.2 }}|{{ '3.5' | minus: '1' }}|{{ 1.1 | times: 3 }}|{{ -2.5 | times: 0 }}",
      "0.3|2.5|3.3|-0.0"
    ),
    (
      "{{ '10x' | plus: '+2' }}|{{ nil | plus: 1 }}|{{ '1.5x' | plus: 0 }}|{{ list | plus: 1 }}",
      "12|1|1|1"
    ),
    (
      "{{ -7 | divided_by: 2 }}|{{ 7 | divided_by: 2.0 }}|{{ -7 | modulo: 3 }}|{{ 5.5 | modulo: -2 }}|{{ -5.5 | modulo: 2 }}",
      "-4|3.5|2|-0.5|0.5"
    ),
    ("{{ '-9223372036854775808' | modulo: -1 }}|{{ 1e0 | abs }}", "!"),
    (
      "{{ 2.675 | round: 2 }}|{{ 5.666 | round: -2 }}|{{ 15 | round: -1 }}|{{ -15 | round: -1 }}|{{ 2.5 | round }}|{{ 1.5 | round: 9 }}",
      "2.68|0|20|-20|3|1.5"
    ),
    (
      "{{ 4.6 | round: '1' }}|{{ 7 | round: 2 }}|{{ -0.4 | ceil }}|{{ -0.4 | floor }}|{{ '3.5' | ceil }}|{{ -3.5 | abs }}",
      "4.6|7|0|-1|4|3.5"
    ),
    ("{{ 1 | at_least: 2.5 }}|{{ 9 | at_most: '3' }}|{{ 3 | at_most: 9 }}", "2.5|3|3"),
    (
      "{{ '0.1,0.2,-0.3' | split: ',' | sum }}|{{ rows | sum: 'v' }}|{{ deep | sum }}|{{ nothing | sum }}|{{ s | sum }}",
      "0.0|3|6|0|0"
    ),
    (
      "{{ 100000000000000000000.5 | times: 3.5 }}|{{ 100000000000000000000.0 | plus: 0.1 }}|{{ 0.0000000000000000000001 | times: 0.0000000000000000000001 }}",
      "3.5e+20|1.0e+20|1.0e-44"
    ),
    ("{{ 9223372036854775807 | plus: 1 }}", "!"), ("{{ 100000000000000000000.0 | ceil }}", "!"),
    ("{{ 100000000000000000000.0 | round }}", "!"), ("{{ 9000000000000000000 | times: 2 }}", "!"),
    (
      "{{ 12345678901234567890123.0 | modulo: 0.0000000000000000000000000001 | at_most: 1 | floor }}",
      "0"
    ),
  ]

  static let texts: [(String, String)] = [
    (
      "{{ s | slice: -2 }}|{{ s | slice: -2, 9 }}|{{ s | slice: 3 }}|{{ s | slice: 4 }}|{{ s | slice: 0, -1 }}|{{ list | slice: 1, 9 | join }}",
      "o|oo||||a C"
    ),
    ("{{ s | slice: 0, nil }}|{{ 'ệx' | slice: '0' }}", "z|ệ"),
    (
      "{{ s | truncate: 2 }}|{{ '' | truncate: -1 }}|{{ s | truncate: 3 }}|{{ nil | truncate }}|{{ 'abcdef' | truncate: 4, '' }}",
      "...|...|zoo||abcd"
    ),
    (
      "{{ 'a b  c' | truncatewords: 2 }}|{{ 'a b ' | truncatewords: 2 }}|{{ 'a b' | truncatewords: 0 }}|{{ ' a' | truncatewords: 1 }}|{{ nil | truncatewords }}",
      "a b...|a b...|a...| a|"
    ),
    (
      "{{ \"a\r\nb\nc\rd\" | strip_newlines }}|{{ \"a\r\nb\rc\" | newline_to_br }}",
      "abc\rd|a<br />\nb\rc"
    ),
    (
      "{{ '<<<script </script>script>foo;</script>' | strip_html }}|{{ 'a<!-- <b> -->c<style>x</style><i>d</i><e' | strip_html }}",
      "foo;|acd<e"
    ),
    (
      "{{ s | first }}{{ '' | first }}{{ s | last }}{{ h | last }}{{ n | first }}{{ (1..3) | last }}|{{ h | first }}",
      "zo3|a1"
    ),
    ("{{ n | size }}{{ f | size }}{{ h | size }}{{ 'đủ' | size }}{{ nil | size }}", "80220"),
    (
      "{{ nil | default }}|{{ false | default: 1 }}|{{ '' | default: 2 }}|{{ 0 | default: 3 }}|{{ false | default: 4, allow_false: true }}|{{ h | default: 1 | size }}",
      "|1|2|0|false|2"
    ),
    (
      "{{ 'a,b,,' | split: ',' | size }}{{ '' | split: '' | size }}{{ 'ab' | split: '' | join: '-' }}{{ ' a  b ' | split: ' ' | join: '-' }}",
      "20a-ba-b"
    ),
    (
      "{{ 'aXbX' | replace_last: 'X', '!' }}{{ 'aXbX' | remove_last: 'X' }}{{ 'aXbX' | replace_first: 'X' }}{{ 'ab' | replace: '', '-' }}{{ s | replace: nil, 1 }}",
      "aXb!aXbabX-a-b-1z1o1o1"
    ),
    (
      "{{ list | upcase }}{{ h | size }}{{ 'ab' | h }}{{ ' a  b ' | squish }}",
      "[\"B\", \"A\", \"C\"]2aba b"
    ),
    (
      "{{ 'YWI=' | base64_decode }}{{ 'YWI' | base64_url_safe_decode }}{{ nil | base64_decode }}",
      "abab"
    ),
  ]

  static let lists: [(String, String)] = [
    (
      "{{ list | sort | join }}|{{ list | sort_natural | join }}|{{ mixed | sort | join }}|{{ rows | sort: 'v' | map: 'v' | join: ',' }}",
      "C a b|a b C|1 |1,2,"
    ),
    (
      "{{ nums | sort | join: ' ' }}|{{ s | sort | join }}|{{ nothing | sort | size }}",
      "1 1.5 3|zoo|0"
    ),
    ("{{ 'a' | split: ',' | concat: mixed | sort }}", "!"), ("{{ rows | sort }}", "!"),
    (
      "{{ rows | where: 'v' | size }}{{ rows | where: 'k', 'x' | map: 'v' | join }}{{ rows | where: 'v', nil | size }}{{ rows | reject: 'v' | size }}",
      "22 121"
    ),
    (
      "{{ list | where: 'a' | join }}|{{ list | find: 'C', 'C' }}|{{ list | find_index: 'a' }}|{{ list | has: 'q' }}|{{ rows | find: 'v', 1 | size }}",
      "a|C|1|false|2"
    ),
    (
      "{{ mixed | where: 0 | join }}|{{ nothing | find: 'x' }}|{{ nothing | find_index: 'x' }}|{{ nothing | has: 'x' }}|{{ s | find: 0 }}",
      "|||false|zoo"
    ),
    (
      "{{ nums | find: 0, 1 }}|{{ s | map: 'o' }}|{{ s | map: 1.5 }}|{{ h | map: 1 }}|{{ rows | map: 'k' | uniq | join }}",
      "3|o|o||x y"
    ),
    (
      "{{ mixed | map: 0 | join: '-' }}|{{ mixed | compact | size }}|{{ rows | compact: 'v' | size }}|{{ rows | uniq: 'k' | size }}|{{ mixed | uniq: 'k' }}",
      "!"
    ),
    (
      "{{ '1,1' | split: ',' | concat: nums | concat: nums | uniq | size }}|{{ deep | uniq | size }}|{{ deep | reverse | join }}",
      "4|3|3 2 1"
    ),
    (
      "{% assign a = nums | concat: nums %}{{ a | uniq | size }}{{ 'x' | concat: list | size }}{{ deep | join }}{{ list | join: nil }}",
      "341 2 3baC"
    ),
    (
      "{{ mixed | sort: 0 }}|{{ mixed | compact: 0 }}|{{ day | map: 'x' | size }}|{{ rows | map: 'k.x' | compact | size }}",
      "||1|0"
    ),
  ]

  static let dates: [(String, String)] = [
    (
      "{{ '2024-03-05 14:07:09' | date: '%Y %C %y %m %B %b %d %e %j %A %a %u %w' }}",
      "2024 20 24 03 March Mar 05  5 065 Tuesday Tue 2 2"
    ),
    (
      "{{ '2024-03-05 14:07:09.25' | date: '%H %k %I %l %M %S %L %N %3N %p %P %s %Z %z' }}",
      "14 14 02  2 07 09 250 250000000 250 PM pm 1709647629 UTC +0000"
    ),
    (
      "{{ '2019-12-30' | date: '%G %g %V %U %W %D %F %T %R %r' }}",
      "2020 20 01 52 52 12/30/19 2019-12-30 00:00:00 00:00 12:00:00 AM"
    ),
    (
      "{{ '2024-03-05' | date: '%c|%x|%X|%v|%+|%n%t%%' }}",
      "Tue Mar  5 00:00:00 2024|03/05/24|00:00:00| 5-MAR-2024|Tue Mar  5 00:00:00 UTC 2024|\n\t%"
    ),
    (
      "{{ '2024-03-05 01:00:00 -04:30' | date: '%-d %_m %05d %^a %#p %10A %:z %::z %z|%:d|%Q|%' }}",
      "5  3 00005 TUE am    Tuesday -04:30 -04:30:00 -0430|%:d|%Q|%"
    ),
    (
      "{{ 1152098955 | date: '%m/%d/%Y' }}{{ '1152098955' | date: '%Y' }}{{ -86400 | date: '%F' }}{{ 1.5 | date: '%s' }}",
      "07/05/200620061969-12-311"
    ),
    (
      "{{ 'now' | date: '%F %T' }}|{{ 'Today' | date: '%Y' }}|{{ day | date: '%d' }}",
      "2024-01-01 00:01:58|2024|05"
    ),
    (
      "{{ 'abc' | date: '%Y' }}|{{ '' | date: '%Y' }}|{{ nil | date: '%Y' }}|{{ '2024-01-01' | date: '' }}|{{ '-5' | date: '%Y' }}|{{ t | date: '%Y' }}",
      "abc|||2024-01-01|-5|true"
    ),
    (
      "{{ 'March 14, 2016' | date: '%F' }}|{{ '14 Sept 2016 3:05pm' | date: '%F %H:%M' }}|{{ 'Fri Jul 16 01:00:00 2004' | date: '%F %H' }}",
      "2016-03-14|2016-09-14 15:05|2004-07-16 01"
    ),
    (
      "{{ '2024-09-05T07:30:00+07:00' | date: '%H %z' }}|{{ '20240905' | date: '%F' }}|{{ '2024-09' | date: '%F' }}|{{ '1st May 99' | date: '%F' }}",
      "07 +0700|1970-08-23|2024-09-01|1999-05-01"
    ),
    (
      "{{ '5-Sep-24 12:00 AM EST' | date: '%F %H %Z' }}|{{ '05/9/2024' | date: '%F' }}|{{ '10:30Z' | date: '%F %H' }}|{{ '5 pm' | date: '%H' }}",
      "2024-09-05 00 EST|2024-09-05|2024-01-01 10|17"
    ),
    (
      "{{ 'ngày 05 tháng 9 năm 2024' | date: '%F' }}|{{ '2024-13-01' | date: '%F' }}|{{ '25:99' | date: '%F' }}|{{ '14pm' | date: '%F' }}|{{ '2024-01-01 10:00 +99:00' | date: '%F' }}",
      "2024-09-05|2024-13-01|25:99|14pm|2024-01-01 10:00 +99:00"
    ),
    ("{{ '2024-01-01' | date: '%99999999999999999999d' }}", "!"),
  ]

  @Test(arguments: numbers + texts + lists + dates)
  func works(_ source: String, _ wanted: String) throws {
    var options = TemplateOptions()
    options.dialect = .plain
    options.undefined = .empty
    options.now = DateReader.read("2024-01-01T00:01:58Z", now: nil)
    func text() throws -> String {
      try rendered(source, PlainLiquidTests.data, options: options)
    }
    if wanted == "!" {
      #expect(throws: (any Error).self) { try text() }
    } else {
      #expect(try text() == wanted)
    }
  }

  @Test func ourTemplatesAreToldOfOddLists() throws {
    #expect(
      try problem("{{ l | map: 'x' }}", [("l", .list([.null]))]).id == "template.filter-argument")
    #expect(
      try problem("{{ l | sum: 'x' }}", [("l", .list([.int(1)]))]).id == "template.filter-argument")
    let rows = Value.list([.null, .record(["k": .record(["x": .int(1)])])])
    #expect(
      try rendered("{{ l | where: 'k.x', 1 | size }}{{ l | reject: 'k.x' | size }}", [("l", rows)])
        == "11")
  }
}
