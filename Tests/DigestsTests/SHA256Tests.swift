import Digests
import Testing

@Suite("Fingerprints")
struct SHA256Tests {
  @Test(
    "agree with the examples of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, hex: String) {
    #expect(SHA256(of: Array(text.utf8)).hex == hex)
  }

  @Test("of parts is that of the whole, and may be asked for on the way")
  func parts() {
    var hasher = SHA256.Hasher()
    hasher.add(Array("nêu ".utf8))
    #expect(hasher.fingerprint == SHA256(of: Array("nêu ".utf8)))
    hasher.add([])
    hasher.add(Array("gương".utf8))
    #expect(hasher.fingerprint == SHA256(of: Array("nêu gương".utf8)))
  }

  @Test("are written for policies as Base64")
  func base64() {
    #expect(SHA256(of: []).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}

@Suite("Base64")
struct Base64Tests {
  @Test(
    "agrees with the examples of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ])
  func known(text: String, letters: String) {
    #expect(Base64.encoded(Array(text.utf8)) == Array(letters.utf8))
  }
}
