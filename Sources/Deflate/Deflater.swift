import CDeflate

/// Packs whole buffers by libdeflate, which is two to four times as quick as zlib.
///
/// The same bytes at the same level give the same bytes, on every machine.
@safe package struct Deflater: ~Copyable {
  private let compressor: OpaquePointer

  /// - Parameter level: from 1, the quickest, to 12, the smallest.
  /// - Returns: nil if there is no memory.
  package init?(level: Int) {
    guard let compressor = unsafe libdeflate_alloc_compressor(CInt(min(max(level, 1), 12))) else {
      return nil
    }
    unsafe self.compressor = compressor
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// A stream of zlib (RFC 1950), as PDF and PNG hold it.
  package borrowing func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let room = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      unsafe bytes.withUnsafeBytes {
        unsafe count = libdeflate_zlib_compress(
          compressor, $0.baseAddress, $0.count, buffer.baseAddress, room)
      }
    }
  }
}

/// What a stream of zlib holds; nil if it is broken or longer than the limit.
package func inflated(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
  guard let reader = unsafe libdeflate_alloc_decompressor() else { return nil }
  defer { unsafe libdeflate_free_decompressor(reader) }
  var answer = LIBDEFLATE_BAD_DATA
  let content = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    unsafe bytes.withUnsafeBytes {
      unsafe answer = libdeflate_zlib_decompress(
        reader, $0.baseAddress, $0.count, buffer.baseAddress, limit, &count)
    }
    if answer != LIBDEFLATE_SUCCESS { count = 0 }
  }
  return answer == LIBDEFLATE_SUCCESS ? content : nil
}

/// The sum that guards the parts of a PNG (ISO 3309).
package func crc32(_ bytes: [UInt8]) -> UInt32 {
  unsafe bytes.withUnsafeBytes { unsafe libdeflate_crc32(0, $0.baseAddress, $0.count) }
}
