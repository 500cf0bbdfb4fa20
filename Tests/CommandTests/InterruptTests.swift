import Testing

/// A run that is stopped half-way leaves everything as it was.
@Suite(.serialized) struct InterruptTests {
  private let folder = TemporaryFolder()

  /// Content that takes the debug program some seconds to render.
  init() throws {
    try SmallSite.plant("truong", in: folder)
    let story = folder.bytes("truong/stories/2025/guong-dau-tien.md")
    try #require(!story.isEmpty)
    for i in 1...400 { try folder.put("truong/stories/2025/bai-\(i).md", story) }
  }

  private func build(_ now: String) -> [String] {
    ["build", "truong", "--output", "public", "--now", now, "--no-reports"]
  }

  private func names() throws -> [String] {
    try Tool.run(["ls", "-A", folder.path]).out.split(separator: "\n").map(String.init)
  }

  // MARK: Signals

  /// Starts a build, sends a signal once it has staged files, and tells how it ended.
  ///
  /// Neither a shell nor a thread of these tests starts a program with its signals as a terminal
  /// does, so Python does.
  private func stopped(by signal: String) throws -> (code: Int, err: String) {
    let program = try #require(Tool.program)
    let script = """
      import glob, os, signal, subprocess, sys, time
      os.chdir(sys.argv[1])
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
      build = subprocess.Popen(sys.argv[3:], stderr=subprocess.PIPE)
      while build.poll() is None and not glob.glob('.public.neuguong-staging-*/guong/*'):
        time.sleep(0.002)
      build.send_signal(getattr(signal, sys.argv[2]))
      try: sys.stderr.buffer.write(build.communicate(timeout=60)[1])
      except subprocess.TimeoutExpired: build.kill()
      print(build.returncode)
      """
    let outcome = try Tool.run(
      ["python3", "-c", script, folder.path, signal, program] + build("2025-06-30"))
    let code = try #require(Int(outcome.out.prefix { $0 != "\n" }), "\(outcome.err)")
    return (code, outcome.err)
  }

  /// Python writes a death by signal as its negative number; shells say 128 more than it: 130.
  @Test(arguments: [("SIGINT", -2), ("SIGTERM", -15), ("SIGHUP", -1)])
  func leavesTheOldSiteAndNothingElse(_ signal: String, _ code: Int) throws {
    let first = try Tool.neuguong(build("2025-05-31"), in: folder.path)
    #expect(first.code == 0, "\(first.err)")
    let site = try Tool.listing(folder.path + "/public")
    let before = try names()
    let outcome = try stopped(by: signal)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err == "neuguong: đã dừng; mọi thứ giữ nguyên như trước khi chạy.\n")
    #expect(try Tool.listing(folder.path + "/public") == site)
    #expect(try names() == before)
  }

  @Test func leavesNoSiteWhereNoneWas() throws {
    #expect(try stopped(by: "SIGINT").code == -2)
    #expect(Set(try names()) == ["truong", ".public.neuguong-cache"])
  }

  /// Nobody hears SIGKILL; the next build clears away what it left.
  @Test func theNextBuildClearsAwayWhatAKilledOneLeft() throws {
    #expect(try stopped(by: "SIGKILL").code == -9)
    #expect(try names().contains { $0.hasPrefix(".public.neuguong-staging-") })
    let next = try Tool.neuguong(build("2025-06-30"), in: folder.path)
    #expect(next.code == 0, "\(next.err)")
    #expect(Set(try names()) == ["truong", "public", ".public.neuguong-cache"])
  }

  // MARK: What a terminal shows

  private func onTerminal(_ environment: String...) throws -> String {
    let program = try #require(Tool.program)
    let words = ([program] + build("2025-05-31")).joined(separator: " ")
    return try Tool.run(
      ["timeout", "120", "script", "-qec", words, "/dev/null"],
      environment: ["SHELL=/bin/sh"] + environment, in: folder.path
    ).out
  }

  @Test func progressMovesOnATerminalOnly() throws {
    let shown = Array(try onTerminal("TERM=xterm").utf8)
    let line = Array("\r\u{1B}[K0/".utf8)
    #expect(shown.indices.contains { shown[$0...].starts(with: line) })
    // The line is gone before the first word that stays.
    let clear = Array("\r\u{1B}[K".utf8)
    let last = try #require(shown.indices.last { shown[$0...].starts(with: clear) })
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    #expect(shown[(last + clear.count)...].first.map { !digits.contains($0) } ?? false)
    let dumb = try onTerminal("TERM=dumb")
    #expect(!dumb.contains("\u{1B}") && dumb.contains("public: "), "\(dumb)")
    let piped = try Tool.neuguong(build("2025-05-31"), environment: ["TERM=xterm"], in: folder.path)
    #expect(!piped.err.contains("\u{1B}") && !piped.err.contains("\r"))
  }

  @Test func coloursCanBeTurnedOff() throws {
    try folder.put("truong/units.csv", Array("Mã,Tên đơn vị\n,Không mã\n".utf8))
    let red = "\u{1B}[1;31m"
    #expect(try onTerminal("TERM=xterm").contains(red))
    #expect(try onTerminal("TERM=xterm", "NO_COLOR=").contains(red))
    #expect(try !onTerminal("TERM=xterm", "NO_COLOR=1").contains("\u{1B}[1"))
  }
}
