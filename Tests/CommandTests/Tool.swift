import Glibc
import Testing

/// What a finished process left behind.
struct Outcome: Sendable {
  /// The exit code, or minus the signal that ended it.
  var code: Int32
  var out: String
  var err: String
}

/// Runs the built program, and the small tools of the system that look at what it made.
enum Tool {
  static let repository = parent(of: #filePath, 3)
  static let content = repository + "/content"

  /// The program beside the test bundle, else the debug build of this checkout.
  static let program: String? = {
    let bundle = CommandLine.arguments.first ?? ""
    return [
      parent(of: bundle, 1) + "/neuguong", repository + "/.build/debug/neuguong",
    ].first { unsafe access($0, X_OK) == 0 }
  }()

  static func neuguong(
    _ arguments: [String], environment: [String] = [], in folder: String? = nil
  ) throws -> Outcome {
    let path = try #require(
      program, "Không thấy chương trình neuguong đã biên dịch; hãy chạy: swift build")
    return try run([path] + arguments, environment: environment, in: folder)
  }

  /// Output goes to files, so that no full pipe can hold the process up.
  static func run(
    _ words: [String], environment: [String] = [], in folder: String? = nil
  ) throws -> Outcome {
    let place = TemporaryFolder()
    // `env` of coreutils sets the folder and an environment of nothing but these words.
    let front = ["env", "-i", "-C", folder ?? "/tmp", "PATH=/usr/bin:/bin"] + environment
    let code = spawn(front + words, output: place.path)
    try #require(code != nil, "Không chạy được \(words)")
    return Outcome(
      code: code ?? -1, out: place.text("out"),
      err: String(decoding: place.bytes("err"), as: UTF8.self))
  }

  /// The exit code, minus the signal that ended the process, or nil if it did not start.
  static func spawn(_ words: [String], output: String?) -> Int32? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let output {
      for (name, number) in [("out", CInt(1)), ("err", 2)] {
        unsafe posix_spawn_file_actions_addopen(
          &actions, number, "\(output)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      }
    }
    var argv = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var child: pid_t = 0
    guard unsafe posix_spawnp(&child, words[0], &actions, nil, &argv, nil) == 0 else {
      return nil
    }
    var status: CInt = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Whether the machine has a program that some tests need.
  static func has(_ name: String) -> Bool {
    (try? run(["sh", "-c", "command -v \(name)"]).code) == 0
  }

  /// Every file under a folder with its inode, size, and time of change, sorted.
  static func listing(_ folder: String) throws -> [String] {
    try run(["find", folder, "-printf", "%P %y %i %s %T@\\n"]).out
      .split(separator: "\n").map(String.init).sorted()
  }

  private static func parent(of path: String, _ levels: Int) -> String {
    "/" + path.split(separator: "/").dropLast(levels).joined(separator: "/")
  }
}

/// A folder of its own for one test, removed with all that is in it at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/neuguong-cli-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
        ?? ""
    }
  }

  deinit {
    guard path.hasPrefix("/tmp/neuguong-cli-") else { return }
    _ = Tool.spawn(["rm", "-rf", "--", path], output: nil)
  }

  func bytes(_ name: String) -> [UInt8] {
    let number = unsafe open("\(path)/\(name)", O_RDONLY)
    guard number >= 0 else { return [] }
    defer { close(number) }
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes {
        unsafe read(number, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return all }
      all += part[..<count]
    }
  }

  func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  /// Creates or replaces a file; its folder must be there.
  func put(_ name: String, _ bytes: [UInt8], _ place: SourceLocation = #_sourceLocation) throws {
    let number = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(number >= 0, "\(name)", sourceLocation: place)
    defer { close(number) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
    try #require(count == bytes.count, sourceLocation: place)
  }

  func makeFolder(_ name: String) { _ = unsafe mkdir("\(path)/\(name)", 0o755) }
  func remove(_ name: String) { _ = unsafe unlink("\(path)/\(name)") }
}
