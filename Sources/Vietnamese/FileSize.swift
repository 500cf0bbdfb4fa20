/// The size of a file as links tell it: `38 KB`, `1,2 MB`.
package enum FileSize {
  package static func text(_ bytes: Int) -> String {
    let kilobytes = max(bytes, 0) / 1024 + (bytes % 1024 > 511 ? 1 : 0)
    if kilobytes < 1000 { return "\(max(kilobytes, 1)) KB" }
    let tenths = (Double(bytes) / 1_048_576 * 10).rounded()
    return "\(VNNumber(units: Int(tenths), scale: 1).text) MB"
  }
}
