import Diagnostics
import Glibc
import Testing
import Vietnamese

/// The page of search in a real browser, from `file://`, with keys pressed one by one.
@Suite(.enabled(if: Browser.program != nil, "không có Chromium trên máy này; bỏ qua"))
struct SearchBrowserTests {
  @Test("Each query finds its page among the first three")
  func queries() throws {
    let cases: [(query: String, page: String)] = [
      ("Thư viện ghe dừa cập bến", "guong/thu-vien-ghe-dua/"),
      ("chuyen xe lop khong banh", "guong/co-giao-xe-lop/"),
      ("VƯỜN RAU NÂM NUNG", "guong/vuon-rau-nam-nung/"),
      // Decomposed, as macOS types it.
      (
        "Tie\u{302}\u{301}t ho\u{323}c kho\u{302}ng gia\u{302}\u{301}y",
        "guong/tiet-hoc-khong-giay/"
      ),
      // A letter too many, two letters that changed places.
      ("thu vienn ghe duaa cap bne", "guong/thu-vien-ghe-dua/"),
      ("lop hoc tranh bao", "guong/lop-hoc-tranh-bao/"),
      // The beginning of a last word.
      ("ngân hàng giờ của l", "guong/ngan-hang-gio-cua-lop-12a6/"),
      ("Sở GD&ĐT Đăk Lăk", "don-vi/so-gddt-dak-lak/"),
      ("thpt cao nguyen xanh", "don-vi/thpt-cao-nguyen-xanh/"),
      ("UBND tỉnh Bến Tre", "don-vi/ubnd-ben-tre/"),
      ("phong trào Đồng Khởi mới", "phong-trao/dong-khoi-moi-2020-2025/"),
      ("TTLĐXS", "khen-thuong/"),
      ("kĩ niệm 120 năm thành lập tỉnh", "phong-trao/dak-lak-120-nam/"),
      ("cstđ cơ sở Nguyễn Thị Bé Năm", "khen-thuong/index.html#kt-"),
      ("Trần Gia Hân", "khen-thuong/index.html#kt-"),
      ("giới thiệu", "gioi-thieu/"),
    ]
    let answers = try Browser.ask(cases.map(\.query))
    for (expected, answer) in zip(cases, answers) {
      #expect(
        answer.pages.prefix(3).contains { $0.hasPrefix("../" + expected.page) },
        "“\(expected.query)”: \(answer.pages.prefix(5))")
    }
  }

  @Test("Spellings of one thing find the same pages in the same order")
  func spellings() throws {
    let pairs = [
      ("hoà bình", "hòa bình"), ("thuý", "thúy"), ("kĩ năng", "kỹ năng"), ("tỉ lệ", "tỷ lệ"),
      ("ĐẮK LẮK", "đắk lắk"), ("e\u{302}\u{301} khen", "ế khen"),
    ]
    let answers = try Browser.ask(pairs.flatMap { [$0.0, $0.1] })
    for (i, pair) in pairs.enumerated() {
      #expect(answers[i * 2].pages == answers[i * 2 + 1].pages, "\(pair)")
    }
    #expect(answers.contains { !$0.pages.isEmpty })
  }

  @Test("Nonsense finds nothing and says so; a query never becomes a script")
  func nonsense() throws {
    let answers = try Browser.ask(["zqxjkvw khongthecogi", "<img src=x onerror=alert(1)> zqxjkvw"])
    #expect(answers[0].pages.isEmpty)
    #expect(answers[0].status.contains("Không tìm thấy trang nào cho “zqxjkvw khongthecogi”"))
    #expect(answers[1].images == "0")
  }

  @Test("The page takes a query apart into the words of the index")
  func words() throws {
    let texts = [
      "Đường đến trường, hoà – hòa; THUÝ thúy", "kỹ kĩ tỷ tỉ lý quý qui y tá ỷ company huỷ",
      "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t\u{300}", "GD&ĐT 12/QĐ-SGDĐT 79,63% 20/11",
      "Ê-đê, Pơ Lang",
      "señor Åsa Müller çà naïve ø ð Ð", "a\u{31B}o\u{306}u\u{302} \u{301}x", "日本 word_two", "",
      String(repeating: "dài", count: 20) + " ngắn", "nghiêng nghiễng NGHIÊNG Ưỡn",
    ]
    let answers = try Browser.ask(texts, asWords: true)
    for (text, answer) in zip(texts, answers) {
      #expect(answer.pages == SearchWords.keys(of: text), "\(text)")
    }
  }
}

/// Chromium without a window.
enum Browser {
  static let program: String? = [
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
  ].first { unsafe access($0, X_OK) == 0 }

  struct Answer {
    var status: String
    var images: String
    var pages: [String]
  }

  /// Types each query into the page of search of the sample, or has it only taken into words.
  static func ask(_ queries: [String], asWords: Bool = false) throws -> [Answer] {
    let place = TemporaryFolder()
    let made = try Tool.neuguong([
      "build", Tool.content, "--output", place.path + "/trang", "--now", "2025-05-31",
      "--no-reports",
    ])
    try #require(made.code == 0, "\(made.err)")
    let page = place.text("trang/tim-kiem/index.html")
    let end = try #require(page.firstIndex(of: "\n"))
    try place.put(
      "trang/tim-kiem/thu.html",
      Array((page[..<end] + "\n<script src=\"thu.js\" defer></script>" + page[end...]).utf8))
    let list = queries.map(JSONText.quoted).joined(separator: ",")
    try place.put("trang/tim-kiem/thu.js", Array("const ASKED = [\(list)];\n\(script)".utf8))
    let outcome = try Tool.run([
      program ?? "", "--headless", "--no-sandbox", "--disable-gpu",
      "--user-data-dir=\(place.path)/ho-so", "--virtual-time-budget=600000", "--dump-dom",
      "file://\(place.path)/trang/tim-kiem/thu.html" + (asWords ? "#tu" : ""),
    ])
    let lines = try #require(between("<pre id=\"thu\">", "</pre>", in: outcome.out), "\(outcome)")
    let answers = lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Answer(
        status: cells[0], images: cells.count > 1 ? cells[1] : "", pages: Array(cells.dropFirst(2)))
    }
    try #require(answers.count == queries.count)
    return answers
  }

  private static func between(_ start: String, _ end: String, in text: String) -> Substring? {
    guard let from = text.firstRange(of: start)?.upperBound,
      let to = text[from...].firstRange(of: end)?.lowerBound
    else { return nil }
    return text[from..<to]
  }

  /// Presses the keys of each query and waits until the page speaks of it.
  private static let script = """
    window.addEventListener("load", async () => {
      const box = document.getElementById("tim-gi"), said = document.getElementById("tim-duoc");
      const sleep = (time) => new Promise((done) => setTimeout(done, time));
      const lines = [];
      for (const query of ASKED) {
        if (location.hash === "#tu") {
          lines.push(["", "", ...timKiem.words(query).map((one) => one.word + "!" + one.marks)]);
          continue;
        }
        box.focus();
        box.select();
        for (const key of query) document.execCommand("insertText", false, key);
        for (let i = 0; i < 100 && !said.textContent.includes("“" + query + "”"); i++) await sleep(50);
        const links = [...document.querySelectorAll("#tim-ra a")].map((a) => a.getAttribute("href"));
        lines.push([said.textContent, document.querySelectorAll("main img").length, ...links]);
      }
      const out = document.createElement("pre");
      out.id = "thu";
      out.textContent = lines.map((line) => line.join("\\t")).join("\\n");
      document.body.append(out);
    });
    """
}
