import CZip
import Glibc

/// An archive from anywhere, opened in memory: its entries in their order, each read when asked for.
///
/// Nothing is unpacked onto a disk, sizes are checked before a byte is inflated, and a file that
/// holds more than it says is refused.
@safe package struct ZipReader: ~Copyable {
  /// What one archive may ask of the machine.
  package struct Limits: Sendable {
    package var entries = 20_000
    /// Bytes of one entry, unpacked.
    package var entry = 256 << 20
    /// Bytes of all entries, unpacked.
    package var total = 1 << 30

    package init() {}
  }

  package struct Entry: Sendable, Hashable {
    /// As it stands in the archive; it may be anything, so never a path of ours.
    package var name: String
    /// In bytes, unpacked.
    package var size: Int
    package var isEncrypted: Bool

    package var isFolder: Bool { name.hasSuffix("/") }
  }

  package let entries: [Entry]
  private let archive: OpaquePointer

  /// - Throws: `ZipError` if the bytes are no archive, or one beyond the limits.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let copy = unsafe malloc(max(bytes.count, 1)) else {
      throw ZipError(message: "Không đủ bộ nhớ để mở tệp nén.")
    }
    unsafe bytes.withUnsafeBytes {
      if let start = $0.baseAddress { unsafe memcpy(copy, start, $0.count) }
    }
    // The source frees the copy together with itself.
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw unsafe ZipError(message: String(cString: zip_error_strerror(&error)))
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw unsafe ZipError(message: String(cString: zip_error_strerror(&error)))
    }
    do throws(ZipError) {
      entries = try unsafe Self.list(archive, limits)
    } catch {
      unsafe zip_discard(archive)
      throw error
    }
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// The bytes of the first entry of that name, or nil if there is none.
  ///
  /// - Throws: `ZipError` for an entry that is damaged, encrypted or longer than it says.
  package borrowing func read(_ name: String) throws(ZipError) -> [UInt8]? {
    guard let place = entries.firstIndex(where: { $0.name == name }) else { return nil }
    return try read(at: place)
  }

  /// The bytes of the entry at this place of `entries`.
  package borrowing func read(at place: Int) throws(ZipError) -> [UInt8] {
    let entry = entries[place]
    if entry.isEncrypted {
      throw ZipError(message: "“\(entry.name)” bị khóa bằng mật khẩu.")
    }
    guard let file = unsafe zip_fopen_index(archive, UInt64(place), 0) else {
      throw ZipError(message: "“\(entry.name)” trong tệp nén bị hỏng.")
    }
    defer { unsafe zip_fclose(file) }
    // One byte more than promised tells a lie.
    var bytes = [UInt8](repeating: 0, count: entry.size + 1)
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress.map { unsafe $0 + count }, UInt64($0.count - count))
      }
      if got < 0 { throw ZipError(message: "“\(entry.name)” trong tệp nén bị hỏng.") }
      if got == 0 { break }
      count += Int(got)
    }
    guard count == entry.size else {
      throw ZipError(message: "“\(entry.name)” không dài như tệp nén ghi.")
    }
    bytes.removeLast()
    return bytes
  }

  private static func list(
    _ archive: OpaquePointer, _ limits: Limits
  ) throws(ZipError) -> [Entry] {
    let count = unsafe Int(zip_get_num_entries(archive, 0))
    guard count <= limits.entries else {
      throw ZipError(message: "Tệp nén có \(count) mục, quá \(limits.entries).")
    }
    var entries: [Entry] = []
    var total = 0
    for place in 0..<max(count, 0) {
      var status = unsafe zip_stat_t()
      // Raw names: UTF-8 stays itself, and what is not becomes U+FFFD here rather than a guess.
      guard
        unsafe zip_stat_index(archive, UInt64(place), zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
        let raw = unsafe status.name
      else { throw ZipError(message: "Mục lục của tệp nén bị hỏng.") }
      let name = unsafe String(cString: raw)
      guard let size = unsafe Int(exactly: status.size), size <= limits.entry,
        total <= limits.total - size
      else { throw ZipError(message: "“\(name)” trong tệp nén quá lớn.") }
      total += size
      entries.append(
        Entry(name: name, size: size, isEncrypted: unsafe status.encryption_method != 0))
    }
    return entries
  }
}
