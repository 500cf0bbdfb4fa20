/// What files of the content folder may go to the site, by their endings.
enum MediaKinds {
  /// What browsers show as a picture; only the first four can be used.
  static let pictures: Set<String> = [
    "jpg", "jpeg", "png", "webp", "gif", "svg", "avif", "heic", "heif", "bmp", "tif", "tiff",
  ]

  /// Documents, sound and films that run nothing in the reader's browser; copied as they are.
  static let documents: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "zip", "ics", "csv",
    "txt", "epub", "mp3", "m4a", "ogg", "mp4", "webm",
  ]

  static func ending(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return path[path.index(after: dot)...].lowercased()
  }

  static func isPicture(_ path: String) -> Bool { pictures.contains(ending(of: path)) }
  static func isDocument(_ path: String) -> Bool { documents.contains(ending(of: path)) }

  /// Where a document lies in the output.
  static func output(ofDocument path: String) -> String {
    path.hasPrefix("media/") ? path : "media/" + path
  }
}
