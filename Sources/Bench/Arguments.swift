/// The words of the command line: plain ones in order, and `--name value` pairs.
struct Arguments {
  private(set) var plain: [String] = []
  private var options: [String: String] = [:]

  init(_ words: some Sequence<String>) throws(BenchError) {
    var name: String?
    for word in words {
      if let option = name {
        options[option] = word
        name = nil
      } else if word.hasPrefix("--") {
        name = String(word.dropFirst(2))
      } else {
        plain.append(word)
      }
    }
    if let name { throw BenchError("tùy chọn --\(name) thiếu giá trị") }
  }

  func text(_ name: String) throws(BenchError) -> String {
    guard let value = options[name] else { throw BenchError("thiếu tùy chọn --\(name)") }
    return value
  }

  func text(_ name: String, else fallback: String) -> String { options[name] ?? fallback }

  func number(_ name: String, else fallback: Int) throws(BenchError) -> Int {
    guard let value = options[name] else { return fallback }
    guard let number = Int(value), (1...1_000_000).contains(number) else {
      throw BenchError("--\(name) phải là số từ 1 đến 1000000, không phải “\(value)”")
    }
    return number
  }
}
