internal import Vietnamese

/// How far long work is, as a line for a person: `1.204/3.850 trang · 310/giây · còn 9 giây`.
///
/// The time is given with each question, in seconds that only go up.
package struct Progress: Sendable {
  private struct Mark: Sendable {
    var time: Double
    var done: Int
  }

  /// No eye reads faster, and a terminal over a slow line must not be flooded.
  private static let pause = 0.1
  /// A speed of less than this time says little.
  private static let least = 0.5
  /// The speed is that of the last seconds: the first jobs warm caches up.
  private static let memory = 5.0

  private let total: Int
  private let name: String
  /// The start, then when a line was told and how far the work was; the old ones go.
  private var marks: [Mark]
  private var hasTold = false

  /// - Parameter name: what is counted: `trang`.
  package init(_ total: Int, of name: String, now: Double) {
    self.total = total
    self.name = name
    marks = [Mark(time: now, done: 0)]
  }

  /// The line for now, or nil where the last one is too young.
  package mutating func line(done: Int, now: Double) -> String? {
    if hasTold, let last = marks.last, now - last.time < Self.pause { return nil }
    hasTold = true
    marks.append(Mark(time: now, done: done))
    while marks.count > 2, now - marks[1].time >= Self.memory { marks.removeFirst() }
    var parts = ["\(VNNumber(done).text)/\(VNNumber(total).text) \(name)"]
    let elapsed = now - marks[0].time
    let recent = done - marks[0].done
    if elapsed >= Self.least, recent > 0 {
      let rate = Double(recent) / elapsed
      parts.append("\(Self.text(rate: rate))/giây")
      if done < total {
        parts.append("còn \(Self.text(seconds: Double(total - done) / rate))")
      }
    }
    return parts.joined(separator: " · ")
  }

  private static func text(rate: Double) -> String {
    if rate >= 10 { return VNNumber(Int(min(rate, 1e9).rounded())).text }
    return VNNumber(units: max(1, Int((rate * 10).rounded())), scale: 1).text
  }

  /// Never less than what is left, and no finer than a person cares for.
  private static func text(seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e6).rounded(.up))
    if seconds < 60 { return "\(seconds) giây" }
    if seconds < 600 {
      return seconds % 60 == 0
        ? "\(seconds / 60) phút" : "\(seconds / 60) phút \(seconds % 60) giây"
    }
    let minutes = (seconds + 59) / 60
    if minutes < 60 { return "\(minutes) phút" }
    return minutes % 60 == 0 ? "\(minutes / 60) giờ" : "\(minutes / 60) giờ \(minutes % 60) phút"
  }
}
