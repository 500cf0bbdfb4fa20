import CNettle

/// The fingerprint of some bytes by SHA-256 (FIPS 180-4), by libnettle.
package struct SHA256: Sendable, Hashable {
  /// The 32 bytes of the fingerprint.
  package let bytes: [UInt8]

  package init(of content: [UInt8]) {
    var hasher = Hasher()
    hasher.add(content)
    self = hasher.fingerprint
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// 64 small hexadecimal digits, as `sha256sum` prints them.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The form of a Content-Security-Policy or an `integrity` attribute, without `sha256-`.
  package var base64: String { String(decoding: Base64.encoded(bytes), as: UTF8.self) }

  /// A fingerprint of what comes in parts.
  package struct Hasher {
    private var context: sha256_ctx

    package init() {
      context = sha256_ctx()
      unsafe nettle_sha256_init(&context)
    }

    package mutating func add(_ part: [UInt8]) {
      unsafe part.withUnsafeBufferPointer {
        unsafe nettle_sha256_update(&context, $0.count, $0.baseAddress)
      }
    }

    /// Of all parts so far.
    package var fingerprint: SHA256 {
      var copy = context
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        unsafe nettle_sha256_digest(&copy, 32, buffer.baseAddress)
        count = 32
      }
      return SHA256(bytes: bytes)
    }
  }
}
