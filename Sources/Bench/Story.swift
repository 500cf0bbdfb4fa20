/// One invented story, the same whatever generator it is written for.
struct Story {
  var slug: String
  var title: String
  var year: Int
  /// ISO, within the school years that the corpus covers.
  var date: String
  var author: String
  var summary: String
  var unit: Int
  var tags: [String]
  var body: String

  /// The story of that number; depends on nothing else.
  init(number: Int, units: Int) {
    var prose = Prose(random: Random(seed: 0x6E65_7567 &+ UInt64(number)))
    slug = "guong-\(number)"
    let deed = prose.random.pick(Prose.deeds)
    title = "Chuyện số \(number): \(prose.random.pick(Prose.people)) \(deed)"
    year = prose.random.within(2021...2025)
    let month = prose.random.within(1...12)
    let day = prose.random.within(1...28)
    date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    author = "Ban biên tập"
    summary = prose.sentence().replacing("**", with: "")
    unit = number % units
    tags = []
    for _ in 0..<prose.random.within(2...4) {
      let tag = prose.random.pick(Prose.tags)
      if !tags.contains(tag) { tags.append(tag) }
    }
    body = Self.body(&prose)
  }

  /// 305 to 776 words with the middle at 540, as sums of three dice fall.
  private static func body(_ prose: inout Prose) -> String {
    var wanted = 305
    for _ in 0..<3 { wanted += prose.random.within(0...157) }
    var text = prose.paragraph(3) + "\n"
    var extras: [String] = []
    if prose.random.percent(30) { extras.append(prose.table()) }
    if prose.random.percent(60) { extras.append(prose.quote()) }
    if prose.random.percent(70) { extras.append(prose.list()) }
    var words = Prose.words(text) + extras.reduce(0) { $0 + Prose.words($1) }
    var paragraphs = 0
    while words < wanted - 12 {
      var piece = ""
      if paragraphs % 3 == 0 { piece = "\n## \(prose.random.pick(Prose.headings))\n" }
      // A last paragraph of few sentences, so that the length wanted is met closely.
      let room = (wanted - words) / 20
      piece += "\n" + prose.paragraph(max(1, min(room, prose.random.within(3...5)))) + "\n"
      if paragraphs % 2 == 1, let extra = extras.popLast() { text += "\n" + extra }
      words += Prose.words(piece)
      text += piece
      paragraphs += 1
    }
    for extra in extras { text += "\n" + extra }
    return text
  }
}

extension String {
  /// Replaces every occurrence; the standard library alone has no such call.
  fileprivate func replacing(_ old: String, with new: String) -> String {
    var bytes: [UInt8] = []
    let pattern = Array(old.utf8)
    var rest = Array(utf8)[...]
    while !rest.isEmpty {
      if rest.starts(with: pattern) {
        bytes += new.utf8
        rest = rest.dropFirst(pattern.count)
      } else if let first = rest.popFirst() {
        bytes.append(first)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
