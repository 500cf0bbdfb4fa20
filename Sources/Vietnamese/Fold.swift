/// Text brought to a form in which a person's spellings of one thing are equal.
package enum Fold {
  /// Lower case without any mark: “Hòa”, “hoà” and “HOA” are all `hoa`, “Đắk” is `dak`.
  package static func search(_ text: String) -> String {
    String(decoding: fold(text), as: UTF8.self)
  }

  /// An address part of `[a-z0-9-]`: “Tổng kết năm học 2023–2024” is `tong-ket-nam-hoc-2023-2024`.
  package static func slug(_ text: String) -> String {
    joined(fold(text), by: UInt8(ascii: "-"), keepsForeign: false)
  }

  /// The key that compares headings of spreadsheets: “Tỷ lệ (%)” and “TỶ LỆ” are `ty le`.
  package static func heading(_ text: String) -> String {
    joined(fold(text), by: UInt8(ascii: " "), keepsForeign: true)
  }

  private static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let byte = UInt8(value)
        bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        continue
      }
      let base = LetterTable.base(value)
      if base != 0 {
        bytes.append(base)
      } else if !LetterTable.isCombining(scalar) {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return bytes
  }

  /// Letters and digits kept, every run of anything else one separator, none at the ends.
  private static func joined(_ bytes: [UInt8], by separator: UInt8, keepsForeign: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPending = false
    func keep(_ part: some Collection<UInt8>) {
      if isPending, !result.isEmpty { result.append(separator) }
      isPending = false
      result.append(contentsOf: part)
    }
    if bytes.allSatisfy({ $0 < 0x80 }) || !keepsForeign {
      for byte in bytes {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: keep(CollectionOfOne(byte))
        default: isPending = true
        }
      }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if isWord { keep(Array(String(scalar).utf8)) } else { isPending = true }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
