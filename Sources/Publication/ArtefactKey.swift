package import Digests

/// What a dear artefact was made of; two keys are equal only if every part is.
///
/// The maker names itself, with a number that it raises whenever the same input would give other
/// bytes (`"picture 1"`), tells its parameters (`["width 800", "webp 80"]`) and the fingerprints of
/// all files that it reads. What is not in the key must not change the artefact: not the day, not
/// the number of workers, and fonts and templates only if their fingerprints are among the inputs.
package struct ArtefactKey: Sendable, Hashable {
  /// The name of the entry: 64 hexadecimal digits.
  let name: String

  package init(maker: String, parameters: [String] = [], inputs: [SHA256]) {
    var hasher = SHA256.Hasher()
    // Each part tells its length, so that no two lists of parts read alike.
    for part in [maker, "\(parameters.count)"] + parameters {
      let bytes = Array(part.utf8)
      hasher.add(Array("\(bytes.count):".utf8) + bytes)
    }
    for input in inputs { hasher.add(input.bytes) }
    name = hasher.fingerprint.hex
  }
}
