import Glibc
import Testing

/// A `preview` at work, and questions to it in bare bytes, as no browser would put them.
final class PreviewRun {
  let folder: TemporaryFolder
  let port: String
  private let child: pid_t
  private var isOver = false

  /// Starts the program in a folder and waits until it has told its address.
  init(
    _ words: [String], in folder: TemporaryFolder, _ place: SourceLocation = #_sourceLocation
  ) throws {
    self.folder = folder
    folder.makeFolder("tam")
    let program = try #require(Tool.program, sourceLocation: place)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (name, number) in [("out", CInt(1)), ("err", 2)] {
      unsafe posix_spawn_file_actions_addopen(
        &actions, number, "\(folder.path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    let all =
      ["env", "-i", "-C", folder.path, "PATH=/usr/bin:/bin", "TMPDIR=\(folder.path)/tam", program]
      + ["preview"] + words
    var argv = unsafe all.map { unsafe strdup($0) } + [nil]
    defer { unsafe argv.forEach { unsafe free($0) } }
    var child: pid_t = 0
    try #require(
      unsafe posix_spawnp(&child, "env", &actions, nil, &argv, nil) == 0, sourceLocation: place)
    self.child = child
    var found: Substring?
    for _ in 0..<600 where found == nil {
      found = folder.text("out").split(separator: "http://127.0.0.1:").dropFirst().first?
        .prefix { $0 != "/" }
      usleep(50_000)
    }
    port = String(try #require(found, "\(folder.text("err"))", sourceLocation: place))
  }

  deinit { if !isOver { kill(child, SIGKILL) } }

  /// The answer to one question, its status first: `200 OK…`.
  func get(_ path: String, host: String = "localhost", _ more: String...) throws -> String {
    let head = ["GET \(path) HTTP/1.1", "Host: \(host)", "Connection: close"] + more
    try folder.put("hoi", Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    let answer = try Tool.run(
      ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/\(port); cat hoi >&3; cat <&3"], in: folder.path)
    return String(answer.out.dropFirst("HTTP/1.1 ".count))
  }

  /// The answer once it is as wanted; what it was at last is told if that never comes.
  @discardableResult
  func get(
    _ path: String, until isWanted: (String) -> Bool, _ place: SourceLocation = #_sourceLocation
  ) throws -> String {
    var answer = ""
    for _ in 0..<600 {
      answer = try get(path)
      if isWanted(answer) { return answer }
      usleep(50_000)
    }
    Issue.record("\(path): \(answer.suffix(2_000))\n\(folder.text("err"))", sourceLocation: place)
    return answer
  }

  /// Ends the program as Ctrl-C does; its exit code, or minus the signal that ended it.
  func stop() -> Int32 {
    kill(child, SIGINT)
    isOver = true
    var status: CInt = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }
}
