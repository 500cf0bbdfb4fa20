import Diagnostics
import Vietnamese

/// Checks and counts over the bytes of an input file, shared by the readers.
enum Bytes {
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where the text begins: after the byte order mark, if there is one.
  static func start(_ bytes: [UInt8]) -> Int { bytes.starts(with: mark) ? mark.count : 0 }

  /// The offset of the first byte that is not UTF-8, or nil for a clean text.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Line and column (from 1, in scalars) of a byte offset; CR, LF and CRLF each end a line.
  static func position(of offset: Int, in bytes: [UInt8], from start: Int = 0)
    -> (line: Int, column: Int)
  {
    var line = 1
    var column = 1
    for index in start..<min(max(start, offset), bytes.count) {
      let byte = bytes[index]
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// “áº¿”, “Æ°”, “Ä‘” are Vietnamese UTF-8 that some program took for Latin-1 and saved again.
  private static func warnOfMojibake(
    _ bytes: [UInt8], file: String, firstLine: Int, into bag: inout DiagnosticBag
  ) {
    guard bytes.count >= 4 else { return }
    for index in 0..<bytes.count - 3 where bytes[index] == 0xC3 {
      switch (bytes[index + 1], bytes[index + 2], bytes[index + 3]) {
      case (0xA1, 0xC2, 0xBA), (0x86, 0xC2, 0xB0), (0x84, 0xE2, 0x80), (0x84, 0xC2, 0x91):
        let place = position(of: index, in: bytes)
        bag.warning(
          "text.mojibake",
          at: Location(file: file, line: place.line + firstLine - 1, column: place.column),
          "Chữ ở đây có vẻ bị vỡ mã (UTF-8 bị đọc nhầm rồi lưu lại).",
          help: "Mở lại tệp gốc, chọn đúng bảng mã UTF-8 khi nhập, rồi lưu lại.")
        return
      default: continue
      }
    }
  }

  /// True if the bytes are UTF-8; else tells where they are not, and which encoding they look like.
  static func checkEncoding(
    _ bytes: [UInt8], file: String, firstLine: Int, id: String, into bag: inout DiagnosticBag
  ) -> Bool {
    let encoding: LegacyEncoding
    var location = Location(file: file)
    if let offset = firstInvalid(bytes) {
      encoding = LegacyEncoding.detect(bytes)
      let place = position(of: offset, in: bytes)
      location.line = place.line + firstLine - 1
      location.column = place.column
    } else if bytes.contains(0) {
      // UTF-16 without a mark is valid UTF-8 if it holds only ASCII.
      encoding = LegacyEncoding.detect(bytes)
      guard encoding == .utf16LE || encoding == .utf16BE else { return true }
    } else {
      warnOfMojibake(bytes, file: file, firstLine: firstLine, into: &bag)
      return true
    }
    let guess =
      encoding == .unknown ? "không nhận ra được bảng mã" : "có vẻ là \(encoding.name)"
    var help = "Lưu lại tệp theo bảng mã UTF-8 (trong Excel: Lưu thành → “CSV UTF-8”)."
    if encoding == .tcvn3 || encoding == .vni {
      help += " Trước đó chuyển chữ từ \(encoding.name) sang Unicode bằng công cụ chuyển mã."
    }
    bag.error(id, at: location, "Tệp không theo bảng mã UTF-8 (\(guess)).", help: help)
    return false
  }
}
