import Glibc

/// The two clocks that the bench reads, in seconds.
enum Clock {
  /// CPU time of this process, all threads together.
  static var processor: Double { read(CLOCK_PROCESS_CPUTIME_ID) }
  static var wall: Double { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Numbers as the tables show them.
enum Figure {
  static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - rest.utf8.count) + rest
  }
}
