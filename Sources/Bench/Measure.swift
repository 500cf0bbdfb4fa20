import Glibc

/// What one run of a program cost, as the kernel counted it for that process and its children.
struct Cost {
  var wall: Double
  var cpu: Double
  /// Greatest resident set, in kilobytes.
  var memory: Int

  /// Runs a program to its end with its output thrown away; throws if it does not end well.
  static func of(_ arguments: [String]) throws(BenchError) -> Cost {
    guard let program = arguments.first else { throw BenchError("không có lệnh") }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var child: pid_t = 0
    let start = Clock.wall
    let code = unsafe posix_spawnp(&child, program, &actions, nil, &words, environ)
    guard code == 0 else { throw BenchError("không chạy được \(program)") }
    var status: CInt = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError("không đợi được \(program)") }
    }
    let wall = Clock.wall - start
    guard status == 0 else {
      let command = arguments.joined(separator: " ")
      throw BenchError("lệnh kết thúc với lỗi (\(status >> 8)): \(command)")
    }
    return Cost(
      wall: wall, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

/// The runs of one program.
struct Series {
  var name: String
  var costs: [Cost] = []
  var files = 0
  var bytes = 0

  var wall: Double { median(costs.map(\.wall)) }
  var cpu: Double { median(costs.map(\.cpu)) }
  var memory: Double { median(costs.map { Double($0.memory) }) / 1024 }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
