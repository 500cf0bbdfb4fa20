import CNettle

/// Bytes as letters (RFC 4648), by libnettle.
package enum Base64 {
  package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let count = (bytes.count + 2) / 3 * 4
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { letters, filled in
      unsafe letters.withMemoryRebound(to: CChar.self) { letters in
        unsafe bytes.withUnsafeBufferPointer { bytes in
          unsafe nettle_base64_encode_raw(letters.baseAddress, bytes.count, bytes.baseAddress)
        }
      }
      filled = count
    }
  }
}
