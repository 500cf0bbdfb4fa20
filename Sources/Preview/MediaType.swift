/// What a browser is told a file is, by the ending of its name.
enum MediaType {
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "webmanifest": "application/manifest+json", "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "ico": "image/x-icon",
    "pdf": "application/pdf", "zip": "application/zip", "epub": "application/epub+zip",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "mp4": "video/mp4",
    "webm": "video/webm", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "odt": "\(open)text", "ods": "\(open)spreadsheet",
    "odp": "\(open)presentation", "docx": "\(office)wordprocessingml.document",
    "xlsx": "\(office)spreadsheetml.sheet", "pptx": "\(office)presentationml.presentation",
  ]
  private static let open = "application/vnd.oasis.opendocument."
  private static let office = "application/vnd.openxmlformats-officedocument."
}
