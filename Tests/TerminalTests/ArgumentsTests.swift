import Terminal
import Testing

@Suite("Words of the command line")
struct ArgumentsTests {
  private enum Colour: String { case xanh, tím }

  private func parse(_ line: String) -> Arguments.Outcome {
    Arguments.parse(line.split(separator: " ").map(String.init), of: .sample)
  }

  @Test func optionsAndOperandsInAnyOrder() throws {
    for line in [
      "xây --tang 3 nhà --mau=tím --cua gỗ,kính --nhanh",
      "xây nhà --nhanh --cua=gỗ,kính --mau tím --tang=3",
    ] {
      let arguments = try #require(parse(line).arguments)
      #expect(arguments.verb.name == "xây")
      #expect(arguments.positionals == ["nhà"])
      #expect(arguments.number("tang") == 3)
      #expect(arguments.value("mau", as: Colour.self) == .tím)
      #expect(arguments.words("cua") == ["gỗ", "kính"])
      #expect(arguments.has("nhanh") && !arguments.has("tu") && arguments.value("tu") == nil)
    }
    #expect(try #require(parse("xây --tu=a=b").arguments).value("tu") == "a=b")
    #expect(try #require(parse("xây --tu=").arguments).value("tu") == "")
  }

  @Test func whatFollowsTwoDashesIsNoOption() throws {
    let arguments = try #require(parse("xây --nhanh -- --tang").arguments)
    #expect(arguments.positionals == ["--tang"] && !arguments.has("tang"))
    #expect(try #require(parse("xây -").arguments).positionals == ["-"])
    #expect(parse("xây -- a b").wrong == "Thừa “b”.")
  }

  @Test func partsOfAVerb() throws {
    #expect(try #require(parse("mẫu kê").arguments).verb.name == "mẫu kê")
    #expect(try #require(parse("tạo phòng").arguments).verb.name == "tạo phòng")
    // A word that is no part goes to the verb, where it takes any.
    let house = try #require(parse("tạo nhà").arguments)
    #expect(house.verb.name == "tạo" && house.positionals == ["nhà"])
  }

  @Test(arguments: [
    ("", ""), ("--help", ""), ("-h", ""), ("help", ""), ("help --help", ""), ("help xây", "xây"),
    ("xây --help", "xây"), ("xây nhà --tang 3 -h", "xây"), ("mẫu", "mẫu"), ("mẫu --help", "mẫu"),
    ("help mẫu in", "mẫu in"), ("mẫu in --help", "mẫu in"), ("tạo --help", "tạo"),
  ])
  func help(_ line: String, _ verb: String) { #expect(parse(line).help == verb) }

  @Test(arguments: [
    ("xâi", "Không có lệnh “xâi”. Có phải ý bạn là “xây”?"),
    ("bay", "Không có lệnh “bay”. Chạy “nha --help” để xem có gì."),
    ("mẫu inn", "Không có lệnh “mẫu inn”. Có phải ý bạn là “in”?"),
    ("mẫu xyz", "Không có lệnh “mẫu xyz”. Chạy “nha mẫu --help” để xem có gì."),
    ("help bay", "Không có lệnh “bay”. Chạy “nha --help” để xem có gì."),
    ("xây --tangg 3", "Lệnh “xây” không có tùy chọn “--tangg”. Có phải ý bạn là “tang”?"),
    ("xây -q", "Lệnh “xây” không có tùy chọn “-q”. Chạy “nha xây --help”."),
    ("xây --q=1", "Lệnh “xây” không có tùy chọn “--q”. Chạy “nha xây --help”."),
    ("xây -tang 3", "Lệnh “xây” không có tùy chọn “-tang”. Có phải ý bạn là “tang”?"),
    ("xây --nhanh --nhanh", "Tùy chọn “--nhanh” ghi hai lần."),
    ("xây --nhanh=1", "Tùy chọn “--nhanh” không nhận giá trị."),
    ("xây --tu", "Tùy chọn “--tu” cần giá trị: NƠI."),
    ("xây --tang 10", "--tang cần một số từ 1 đến 9, không phải “10”."),
    ("xây --tang ba", "--tang cần một số từ 1 đến 9, không phải “ba”."),
    ("xây --mau xnh", "--mau là xanh, đỏ hoặc tím, không phải “xnh”. Có phải ý bạn là “xanh”?"),
    ("xây --mau XYZW", "--mau là xanh, đỏ hoặc tím, không phải “XYZW”."),
    ("xây --cua gỗ,sắt", "--cua là gỗ và kính, không phải “sắt”."),
    ("xây a b", "Thừa “b”."), ("mẫu kê a", "Thừa “a”."),
    ("mẫu in", "Cần TÊN: tên mẫu. Chạy “nha mẫu in --help”."),
    ("đo", "Cần THƯ MỤC: nơi ghi. Chạy “nha đo --help”."),
  ])
  func wrongUse(_ line: String, _ text: String) { #expect(parse(line).wrong == text) }

  @Test func operandsBehindARepeatedOneAreCountedFromTheEnd() throws {
    let verb = try #require(parse("đo a b c").arguments).verb
    let helps = (0..<3).map { verb.operand(at: $0, of: 3)?.help }
    #expect(helps == ["các tệp", "các tệp", "nơi ghi"])
    #expect(verb.operand(at: 0, of: 1)?.help == "nơi ghi")
  }
}

@Suite("Help")
struct HelpTextTests {
  @Test func ofTheWhole() {
    #expect(
      HelpText.overview(.sample) == """
        nha: một chương trình để thử

        Cách dùng: nha LỆNH [TÙY CHỌN]

        Lệnh:
          xây  xây một căn nhà từ bản vẽ
          đo   đo nhà
          mẫu  xem các mẫu
          tạo  tạo nhà mới

          nha LỆNH --help           các tùy chọn và ví dụ của một lệnh
          nha --version             phiên bản

        Mã kết thúc:
          0  tốt
          2  dùng sai lệnh

        """)
  }

  @Test func noLineIsWiderThanATerminal() throws {
    for verb in Interface.sample.runnable {
      let text = HelpText.text(verb, of: .sample)
      #expect(text.hasPrefix("nha \(verb.name): "))
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }

  @Test func ofAVerb() throws {
    let measure = try #require(Interface.sample.verbs.first { $0.name == "đo" })
    #expect(
      HelpText.text(measure, of: .sample) == """
        nha đo: đo nhà

        Cách dùng: nha đo [TỆP…] THƯ MỤC

          TỆP                   các tệp
          THƯ MỤC               nơi ghi

        """)
    let build = HelpText.text(Interface.sample.verbs[0], of: .sample)
    #expect(build.contains("\n  --tang SỐ             số tầng\n"))
    #expect(build.contains("\nVí dụ:\n  nha xây ban-ve --tang 3\n      một nhà ba tầng\n"))
    let make = HelpText.text(Interface.sample.verbs[3], of: .sample)
    #expect(make.contains("Cách dùng: nha tạo [THƯ MỤC]\n           nha tạo VIỆC [TÙY CHỌN]\n"))
    #expect(make.contains("\nViệc:\n  phòng  thêm một phòng\n"))
  }
}
