extension String {
  /// Without white space (also no-break spaces) and byte order marks at both ends.
  var trimmed: String {
    // Most texts begin and end with a visible ASCII character and need no copy.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return self
    }
    return Substring(self).trimmed
  }
}

extension Substring {
  /// Without white space (also no-break spaces) and byte order marks at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x80
        ? scalar.value == 0x20 || (scalar.value >= 9 && scalar.value <= 13)
        : scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
    var start = scalars.startIndex
    var end = scalars.endIndex
    while start < end, isSpace(scalars[start]) { start = scalars.index(after: start) }
    while start < end, isSpace(scalars[scalars.index(before: end)]) {
      end = scalars.index(before: end)
    }
    return String(self[start..<end])
  }
}
