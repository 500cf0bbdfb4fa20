import Documents
import Drawing
import Images
import Testing

@testable import Print

/// Cards as networks get them: files, seen from outside.
struct ShareCardTests {
  private static let ground = Tint(11, 93, 78)
  private static let mark = SiteMark(
    name: "Nêu gương", initials: "NG", ground: Tint(255, 255, 255), ink: ground)

  private func card(_ title: String, hasPicture: Bool = false) -> ShareCard {
    var card = ShareCard(
      title: title, mark: Self.mark,
      palette: ShareCard.Palette(
        ground: Self.ground, title: Tint(255, 253, 250), quiet: Tint(216, 227, 222),
        strip: Tint(224, 179, 104)))
    card.kicker = "Thi đua dạy tốt, học tốt"
    card.unit = "Trường Phổ thông Dân tộc nội trú Trung học phổ thông tỉnh Bến Tre"
    card.hasPicture = hasPicture
    return card
  }

  private func drawn(_ card: ShareCard, _ picture: Bitmap? = nil) throws -> Bitmap {
    try ImageFile.read(CardPainter(fonts: FontSet()).file(card, picture: picture))
  }

  private static let titles = [
    "Chú Tư và chuyến xe số 7",
    "NGƯỜI GIỮ LỬA Ở ĐẦU NGUỒN: CÔ GIÁO NGUYỄN THỊ ÁNH NGUYỆT VÀ MƯỜI HAI NĂM BÁM BẢN",
    "Ễ Ậ Ỗ Ữ: ỄNH ƯƠNG ỔI ẨM Ỵ ỘT ỜI ỮNG ẪM", "🎉🌻👩‍🏫", "",
    String(repeating: "A", count: 3000),
    String(repeating: "Câu chuyện không có điểm dừng về một ngôi trường. ", count: 90),
    "\u{202E}Đảo\u{0}\n\t\u{7}chiều <b>&amp; Z\u{337}\u{327}\u{322}\u{328}\u{319}\u{315}algo",
  ]

  @Test(arguments: titles, [false, true])
  func wordsStayInsideTheSafeArea(_ title: String, hasPicture: Bool) throws {
    let bitmap = try drawn(card(title, hasPicture: hasPicture))
    #expect(bitmap.width == 1200 && bitmap.height == 630)
    let edge = Int(CardPainter.safeEdge)
    // Within the strip at the left there is nothing to read; a JPEG blurs a little.
    func isGround(_ x: Int, _ y: Int) -> Bool {
      let at = (y * 1200 + x) * 3
      return zip(bitmap.pixels[at..<at + 3], [11, 93, 78]).allSatisfy { abs(Int($0) - $1) < 24 }
    }
    for x in 40..<1200 {
      #expect(isGround(x, edge / 2) && isGround(x, edge - 16) && isGround(x, 630 - edge + 10))
    }
    for y in 0..<630 { #expect(isGround(40, y) && isGround(1200 - edge + 16, y)) }
  }

  @Test func aWordIsNeverBroken() throws {
    let fonts = try FontSet()
    let text = CardText(fonts: fonts)
    let box = CardText.Box(width: 500, height: 300, sizes: [90, 60, 40, 30], isBold: true)
    for title in ["Nghiêng nghiêng", "nghiêngnghiêngnghiêng và bạn", "NGHIÊNG NGHIÊNG 2024-2025"] {
      let layout = try #require(text.fit(title, box))
      let lines = layout.lines.map {
        String(decoding: layout.bytes[$0.bytes], as: UTF8.self)
      }
      let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
      #expect(words == title.split(separator: " ").map(String.init), "\(lines)")
      #expect(layout.lines.allSatisfy { $0.width <= 500 })
    }
  }

  @Test func linesAreOfAboutOneLength() throws {
    let fonts = try FontSet()
    let box = CardText.Box(width: 1000, height: 300, sizes: [60], isBold: true)
    let title = "Cô giáo của những đứa trẻ vùng cao bám bản mười hai năm trời"
    let layout = try #require(CardText(fonts: fonts).fit(title, box))
    let widths = layout.lines.map(\.width)
    #expect(widths.count == 2)
    #expect((widths.min() ?? 0) > (widths.max() ?? 0) * 0.7, "\(widths)")
  }

  @Test func whatHasNoLetterInTheFontsIsLeftOut() throws {
    let fonts = try FontSet()
    let text = CardText(fonts: fonts)
    #expect(text.clean("🌻🎉 Vườn  hoa 👩‍🏫 của ❤️ lớp 漢字 5A\u{202E}") == "Vườn hoa của lớp 5A")
    #expect(text.clean("Ễ Ậ Ổ ữ ỵ Đ đ “…”") == "Ễ Ậ Ổ ữ ỵ Đ đ “…”")
    #expect(text.fit("🎉", CardText.Box(width: 100, height: 50, sizes: [20])) == nil)
    // A letter written in parts stays itself.
    #expect(text.clean("Nguye\u{302}\u{303}n") == "Nguye\u{302}\u{303}n")
  }

  @Test func aPictureStandsOnTheRightAndItsAbsenceIsGround() throws {
    let red = Bitmap(
      width: 30, height: 80, hasAlpha: false,
      pixels: [UInt8](repeating: 0, count: 7200).enumerated().map { $0.0 % 3 == 0 ? 220 : 10 })
    let with = try drawn(card("Cô A", hasPicture: true), red)
    let without = try drawn(card("Cô A", hasPicture: true))
    let at = (300 * 1200 + 1000) * 3
    #expect(with.pixels[at] > 180 && with.pixels[at + 1] < 60)
    #expect(without.pixels[at] < 40 && without.pixels[at + 1] > 70)
  }

  @Test func theSameCardIsTheSameBytes() async throws {
    let cards = Self.titles.map { card($0, hasPicture: $0.count % 2 == 0) }
    let painter = CardPainter(fonts: try FontSet())
    let first = try cards.map { try painter.file($0) }
    let again = try cards.map { try painter.file($0) }
    #expect(first == again)
    #expect(first[0].starts(with: [0x89, 0x50]) || first[0].starts(with: [0xFF, 0xD8]))
    #expect(first.allSatisfy { $0.count < 120_000 })
  }
}

/// The icons of a site.
struct SiteIconTests {
  private let mark = SiteMark(
    name: "Nêu gương", initials: "ĐT", ground: Tint(11, 93, 78), ink: Tint(255, 255, 255))

  @Test func anIconHasItsSizeAndItsColours() throws {
    let painter = MarkPainter(fonts: try FontSet())
    for side in [16, 32, 180, 512] {
      let round = try ImageFile.read(painter.icon(mark, logo: nil, side: side))
      #expect(round.width == side && round.height == side && round.hasAlpha)
      // The corner is cut off, the middle of an edge has the colour, letters are in the middle.
      #expect(round.pixels[3] < 8)
      let edge = (side / 2) * 4
      #expect(Array(round.pixels[edge..<edge + 4]) == [11, 93, 78, 255])
      let whole = try ImageFile.read(painter.icon(mark, logo: nil, side: side, isWhole: true))
      #expect(Array(whole.pixels[..<4]) == [11, 93, 78, 255])
    }
  }

  @Test func lettersOfAMaskedIconStayInTheCircle() throws {
    let side = 512
    let icon = try ImageFile.read(
      MarkPainter(fonts: FontSet()).icon(mark, logo: nil, side: side, isWhole: true))
    for y in 0..<side {
      for x in 0..<side where icon.pixels[(y * side + x) * 4] > 100 {
        let (dx, dy) = (x - side / 2, y - side / 2)
        #expect(dx * dx + dy * dy < (side * 2 / 5) * (side * 2 / 5))
      }
    }
  }

  @Test func aLogoIsShownWholeAndInTheMiddle() throws {
    let logo = Bitmap(
      width: 40, height: 20, hasAlpha: false,
      pixels: (0..<800).flatMap { _ in [200, 0, 0] as [UInt8] })
    let icon = try ImageFile.read(
      MarkPainter(fonts: FontSet()).icon(mark, logo: logo, side: 32))
    #expect(icon.pixels[3] == 0)
    let middle = (16 * 32 + 16) * 4
    #expect(Array(icon.pixels[middle..<middle + 4]) == [200, 0, 0, 255])
  }

  @Test func theICOIsAListOfWholePNG() throws {
    let painter = MarkPainter(fonts: try FontSet())
    let pictures = try [16, 32].map { ($0, try painter.icon(mark, logo: nil, side: $0)) }
    let file = IconFile.bytes(pictures.map { (side: $0.0, png: $0.1) })
    #expect(Array(file[..<6]) == [0, 0, 1, 0, 2, 0])
    for (i, (side, png)) in pictures.enumerated() {
      let entry = Array(file[(6 + i * 16)..<(22 + i * 16)])
      #expect(entry[0] == UInt8(side) && entry[1] == UInt8(side))
      func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(entry[at + $1]) << ($1 * 8) } }
      #expect(number(8) == png.count)
      #expect(Array(file[number(12)..<number(12) + png.count]) == png)
    }
    #expect(file.count == 6 + 32 + pictures.map(\.1.count).reduce(0, +))
  }
}
