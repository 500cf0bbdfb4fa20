/// Numbers in words (số viết bằng chữ), as receipts and certificates have them.
package struct NumberWords: Sendable {
  /// The words in which regions differ; reading aloud and official texts know both.
  package enum Region: Sendable {
    /// “linh”, “nghìn”.
    case north
    /// “lẻ”, “ngàn”.
    case south
  }

  private static let digits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]
  /// Beyond this number of digits nobody can follow the words.
  package static let lengthLimit = 36

  private let zeroTen: String
  private let thousand: String

  package init(_ region: Region = .north) {
    (zeroTen, thousand) = region == .north ? ("linh", "nghìn") : ("lẻ", "ngàn")
  }

  /// “một triệu hai trăm năm mươi nghìn”; nil for more than 36 digits on a side of the comma.
  package func text(_ number: DecimalDigits) -> String? {
    guard number.length <= Self.lengthLimit, number.scale <= Self.lengthLimit else { return nil }
    var words = number.whole.isEmpty ? ["không"] : read(number.whole[...], isTail: false)
    if !number.fraction.isEmpty { words += ["phẩy"] + readFraction(number.fraction) }
    return ((number.showsMinus ? ["âm"] : []) + words).joined(separator: " ")
  }

  /// Nine digits at a time: what stands before them is so many “tỷ”.
  private func read(_ digits: ArraySlice<UInt8>, isTail: Bool) -> [String] {
    let head = digits.dropLast(9)
    let tail = digits.suffix(9)
    let before = head.isEmpty ? [] : read(head, isTail: isTail) + ["tỷ"]
    var words: [String] = []
    for (name, group) in zip(["triệu", thousand, ""], Self.threes(tail)) {
      if group == [0, 0, 0] { continue }
      words += read(three: group, isTail: isTail || !before.isEmpty || !words.isEmpty)
      if !name.isEmpty { words.append(name) }
    }
    return before + words
  }

  private static func threes(_ digits: ArraySlice<UInt8>) -> [[UInt8]] {
    let filled = Array(repeating: 0, count: 9 - digits.count) + digits
    return stride(from: 0, to: 9, by: 3).map { Array(filled[$0..<($0 + 3)]) }
  }

  /// A tail, which follows a higher group, is read in full: “không trăm linh một”.
  private func read(three: [UInt8], isTail: Bool) -> [String] {
    let (hundreds, tens, ones) = (three[0], Int(three[1]), Int(three[2]))
    let isFull = isTail || hundreds > 0
    var words = isFull ? [Self.digits[Int(hundreds)], "trăm"] : []
    switch tens {
    case 0: if isFull, ones > 0 { words.append(zeroTen) }
    case 1: words.append("mười")
    default: words += [Self.digits[tens], "mươi"]
    }
    switch (tens, ones) {
    case (_, 0): break
    case (2..., 1): words.append("mốt")
    case (2..., 4): words.append("tư")
    case (1..., 5): words.append("lăm")
    default: words.append(Self.digits[ones])
    }
    return words
  }

  /// Zeros at the head one by one, then a number; more than three digits are told one by one.
  private func readFraction(_ fraction: [UInt8]) -> [String] {
    let rest = fraction.drop { $0 == 0 }
    guard rest.count <= 3 else { return fraction.map { Self.digits[Int($0)] } }
    return Array(repeating: "không", count: fraction.count - rest.count)
      + read(rest, isTail: false)
  }
}
