import Glibc
import Templating
import Vietnamese

/// The only place that asks for the time; everything else is handed the day.
enum Clock {
  /// `--now`, else `SOURCE_DATE_EPOCH`, else the day in Vietnam (UTC+7), whatever the time zone.
  static func day(_ given: String?) throws(Stop) -> PlainDate {
    if let given {
      if let day = PlainDate.parse(given) { return day }
      throw Stop(
        exit: .usage, text: "“\(given)” không phải là ngày. Viết như 2025-05-31 hoặc 31/5/2025.")
    }
    if let text = Environment.value("SOURCE_DATE_EPOCH") {
      guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else {
        throw Stop(exit: .usage, text: "SOURCE_DATE_EPOCH “\(text)” không phải là số giây.")
      }
      return PlainDate(dayNumber: seconds / 86400)
    }
    return PlainDate(dayNumber: (time(nil) + 7 * 3600) / 86400)
  }

  /// `--now` with an hour, else `SOURCE_DATE_EPOCH`, else this moment.
  static func moment(_ given: String?) throws(Stop) -> Moment {
    if let given {
      if let moment = DateReader.read(given, now: nil) { return moment }
      throw Stop(
        exit: .usage, text: "“\(given)” không phải là lúc nào. Viết như 2024-01-01T00:01:58Z.")
    }
    if let text = Environment.value("SOURCE_DATE_EPOCH") {
      if let seconds = Int(text), let moment = Moment(seconds: seconds) { return moment }
      throw Stop(exit: .usage, text: "SOURCE_DATE_EPOCH “\(text)” không phải là số giây.")
    }
    return Moment(seconds: time(nil)) ?? Moment(PlainDate(dayNumber: 0))
  }

  /// Seconds that only ever go up, for the summary line.
  static func seconds() -> Double {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

enum Machine {
  /// The folder that the program was started in, as the system knows it.
  static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// How many workers there are where nobody says.
  static var cores: Int { max(1, min(64, sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }
}

enum Environment {
  static func value(_ name: String) -> String? {
    guard let text = unsafe getenv(name) else { return nil }
    return unsafe String(cString: text)
  }
}
