/// Tells whether bytes are UTF-8, at about one byte a cycle whatever the script.
///
/// The standard library's check is made for ASCII and takes a seventh of the time of parsing
/// Vietnamese. This one is a table-driven automaton whose step is one load and one shift: each
/// byte's row holds the next state for every state, six bits each.
package enum UTF8Check {
  /// Bit positions of the states; a state is the number of the shift that finds its successor.
  private static let accept: UInt64 = 0
  private static let reject: UInt64 = 6
  private static let oneMore: UInt64 = 12
  private static let twoMore: UInt64 = 18
  private static let threeMore: UInt64 = 24
  private static let afterE0: UInt64 = 30
  private static let afterED: UInt64 = 36
  private static let afterF0: UInt64 = 42
  private static let afterF4: UInt64 = 48

  private static let rows: [UInt64] = (0...255).map { byte in
    var row = reject << reject
    func step(_ from: UInt64, _ to: UInt64?) { row |= (to ?? reject) << from }
    let first: UInt64? =
      switch byte {
      case 0x00...0x7F: accept
      case 0xC2...0xDF: oneMore
      case 0xE0: afterE0
      case 0xED: afterED
      case 0xE1...0xEF: twoMore
      case 0xF0: afterF0
      case 0xF1...0xF3: threeMore
      case 0xF4: afterF4
      default: nil
      }
    step(accept, first)
    let follows = (0x80...0xBF).contains(byte)
    step(oneMore, follows ? accept : nil)
    step(twoMore, follows ? oneMore : nil)
    step(threeMore, follows ? twoMore : nil)
    step(afterE0, (0xA0...0xBF).contains(byte) ? oneMore : nil)
    step(afterED, (0x80...0x9F).contains(byte) ? oneMore : nil)
    step(afterF0, (0x90...0xBF).contains(byte) ? twoMore : nil)
    step(afterF4, (0x80...0x8F).contains(byte) ? twoMore : nil)
    return row
  }

  package static func isValid(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe isValid($0) }
  }

  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe rows.withUnsafeBufferPointer { rows in
      var state = accept
      for place in bytes.indices {
        state = unsafe rows[Int(bytes[place])] &>> state
      }
      return state & 63 == accept
    }
  }
}
