import Campaigns
import Images
import Templating

/// The addresses of a picture's files, as the attributes of `picture` and `img` want them.
struct PictureAddresses {
  /// How wide a picture is in the text of a story: all of a telephone, else the column.
  static let inText = "(min-width: 50rem) 46rem, 92vw"
  /// And on a card of a list.
  static let onCard = "(min-width: 60rem) 22rem, (min-width: 40rem) 45vw, 92vw"

  let source: String
  let modern: String
  let plain: String
  let full: String

  init(_ picture: Picture, root: String) {
    func set(_ files: [Picture.File]) -> String {
      files.map { "\(root)\($0.path) \($0.form.width)w" }.joined(separator: ", ")
    }
    source = root + picture.main.path
    modern = set(picture.modern)
    plain = set(picture.plain)
    full = root + picture.full.path
  }
}

extension PageScope {
  static let pictureShape = Shape([
    "src": .text("địa chỉ tệp JPEG hoặc PNG cho trình duyệt cũ"),
    "srcset_webp": .text("các cỡ WebP, cho `srcset` của `source`"),
    "srcset": .text("các cỡ JPEG hoặc PNG, cho `srcset` của `img`"),
    "sizes": .text("chiều rộng trên màn hình, cho `sizes`"),
    "width": .number("chiều rộng, điểm ảnh"),
    "height": .number("chiều cao, điểm ảnh"),
    "alt": .text("lời tả ảnh"),
    "full": .text("địa chỉ ảnh cỡ lớn nhất"),
    "credit": .text("ai chụp, ai vẽ"),
  ])

  /// A picture as `part-picture.html` shows it.
  func picture(_ picture: Picture, alt: String, credit: String? = nil, sizes: String) -> Value {
    let addresses = PictureAddresses(picture, root: root)
    return .record(
      Self.pictureShape,
      [
        .text(addresses.source), .text(addresses.modern), .text(addresses.plain), .text(sizes),
        .int(picture.width), .int(picture.height), .text(alt), .text(addresses.full),
        .text(credit),
      ])
  }

  /// The picture of a story by its place, if it can be shown; what is wrong with it is told where
  /// the story's own page is made.
  func picture(ofStory place: Int, sizes: String = PictureAddresses.onCard) -> Value {
    let stories = model.stories
    guard let url = stories[place].image,
      case .picture(let found) = model.pictures.find(url, in: stories[place].location)
    else { return .null }
    return picture(
      found, alt: tree.translation(of: stories[place])?.imageAlt ?? stories[place].imageAlt ?? "",
      credit: stories[place].imageCredit, sizes: sizes)
  }
}
