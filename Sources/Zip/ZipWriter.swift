import CZip
import Glibc

/// Why an archive could not be written or read.
package struct ZipError: Error, Sendable {
  package var message: String

  package init(message: String) { self.message = message }
}

/// Packs files into a ZIP whose bytes hang on names and contents alone.
///
/// No clock and no zone gets in: every entry is dated 1 January 1980, the first day that the format
/// knows. Names are UTF-8 and marked so.
package enum ZipWriter {
  /// A file of the archive: its path with `/`, and its bytes.
  package struct Entry: Sendable {
    package var path: String
    package var bytes: [UInt8]
    /// False for what is compressed already, such as pictures.
    package var isCompressed: Bool

    package init(_ path: String, _ bytes: [UInt8], compressed: Bool = true) {
      self.path = path
      self.bytes = bytes
      isCompressed = compressed
    }
  }

  /// - Throws: `ZipError` with libzip's own words, or for a path that leaves the archive.
  package static func zip(_ entries: [Entry]) throws(ZipError) -> [UInt8] {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw unsafe failure(&error)
    }
    // The archive gives up its hold when it is closed; ours lasts until the bytes are read.
    unsafe zip_source_keep(target)
    defer { unsafe zip_source_free(target) }
    guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(target)
      throw unsafe failure(&error)
    }
    do throws(ZipError) {
      for entry in entries { try unsafe add(entry, to: archive) }
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    if unsafe zip_close(archive) != 0 {
      let words = unsafe ZipError(message: String(cString: zip_strerror(archive)))
      unsafe zip_discard(archive)
      throw words
    }
    return try unsafe bytes(of: target)
  }

  private static func add(_ entry: Entry, to archive: OpaquePointer) throws(ZipError) {
    let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
    if entry.path.utf8.contains(0) || entry.path.contains("\\")
      || parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
    {
      throw ZipError(message: "Đường dẫn “\(entry.path)” không được phép trong tệp nén.")
    }
    // libzip reads the bytes when the archive is closed, and frees them then.
    guard let copy = unsafe malloc(max(entry.bytes.count, 1)) else {
      throw ZipError(message: "Không đủ bộ nhớ để nén “\(entry.path)”.")
    }
    unsafe entry.bytes.withUnsafeBytes {
      if let start = $0.baseAddress { unsafe memcpy(copy, start, $0.count) }
    }
    guard let source = unsafe zip_source_buffer(archive, copy, UInt64(entry.bytes.count), 1) else {
      unsafe free(copy)
      throw unsafe ZipError(message: String(cString: zip_strerror(archive)))
    }
    let index = unsafe zip_file_add(archive, entry.path, source, UInt32(ZIP_FL_ENC_UTF_8))
    if index < 0 {
      unsafe zip_source_free(source)
      throw unsafe ZipError(message: "\(entry.path): " + String(cString: zip_strerror(archive)))
    }
    let place = UInt64(index)
    let method = entry.isCompressed ? Int32(ZIP_CM_DEFLATE) : Int32(ZIP_CM_STORE)
    // 1 January 1980: year 0, month 1, day 1 in the bits of MS-DOS.
    let firstDay: UInt16 = 1 << 5 | 1
    let readable: UInt32 = 0o100644 << 16
    guard unsafe zip_set_file_compression(archive, place, method, 6) == 0,
      unsafe zip_file_set_dostime(archive, place, 0, firstDay, 0) == 0,
      unsafe zip_file_set_external_attributes(
        archive, place, 0, UInt8(ZIP_OPSYS_UNIX), readable) == 0
    else { throw unsafe ZipError(message: String(cString: zip_strerror(archive))) }
  }

  private static func bytes(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var information = unsafe zip_stat_t()
    guard unsafe zip_source_open(source) == 0, unsafe zip_source_stat(source, &information) == 0
    else { throw unsafe failure(zip_source_error(source)) }
    defer { unsafe zip_source_close(source) }
    let count = Int(unsafe information.size)
    var bytes = [UInt8](repeating: 0, count: count)
    guard unsafe zip_source_read(source, &bytes, UInt64(count)) == Int64(count) else {
      throw unsafe failure(zip_source_error(source))
    }
    return bytes
  }

  private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> ZipError {
    unsafe ZipError(message: String(cString: zip_error_strerror(error)))
  }
}
