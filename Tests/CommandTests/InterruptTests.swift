import Glibc
import Testing

/// A run that is stopped half-way leaves everything as it was.
@Suite(.serialized) struct InterruptTests {
  private let folder = TemporaryFolder()

  /// A corpus that takes the debug program some seconds to render.
  private func prepare() throws {
    let outcome = try Tool.neuguong(["new", "truong"], in: folder.path)
    try #require(outcome.code == 0, "\(outcome.err)")
    let stories = try Tool.run(
      [
        "sh", "-c",
        """
        set -e; cd truong/stories; year=$(ls | head -1); first=$(ls $year/*.md | head -1)
        for i in $(seq 1 400); do cp $first $year/bai-$i.md; done
        """,
      ], in: folder.path)
    try #require(stories.code == 0, "\(stories.err)")
  }

  private func build(_ now: String) -> [String] {
    ["build", "truong", "--output", "public", "--now", now, "--no-reports"]
  }

  /// Starts a build, sends a signal once it has staged files, and tells how it ended.
  private func stopped(by signal: String, then rest: String = "") throws -> Outcome {
    let program = try #require(Tool.program)
    return try Tool.run(
      [
        "sh", "-c",
        """
        ulimit -c 0
        "$0" "$@" & build=$!
        while ! find . -path './.public.neuguong-staging-*/guong/*' 2>/dev/null | grep -q .; do
          kill -0 $build 2>/dev/null || { echo 'ended before its time' >&2; exit 99; }
        done
        kill -\(signal) $build
        wait $build; code=$?
        \(rest)
        exit $code
        """, program,
      ] + build("2025-06-30"), in: folder.path)
  }

  /// Of signals that a shell has turned off for a job in the background only these are left.
  @Test(arguments: [("TERM", Int32(143)), ("HUP", 129)])
  func leavesTheOldSiteAndNothingElse(_ signal: String, _ code: Int32) throws {
    try prepare()
    let first = try Tool.neuguong(build("2025-05-31"), in: folder.path)
    #expect(first.code == 0, "\(first.err)")
    let before = try Tool.listing(folder.path + "/public")
    let names = try Tool.run(["ls", "-A", folder.path]).out
    let outcome = try stopped(by: signal)
    #expect(outcome.code == code, "\(outcome.err)")
    #expect(outcome.err.contains("đã dừng"), "\(outcome.err)")
    #expect(try Tool.listing(folder.path + "/public") == before)
    #expect(try Tool.run(["ls", "-A", folder.path]).out == names)
  }

  /// A job of a terminal gets SIGINT; `setsid` and `trap -` of a shell cannot give that back to it.
  @Test func ctrlC() throws {
    try prepare()
    let program = try #require(Tool.program)
    let words = ([program] + build("2025-05-31")).joined(separator: " ")
    let outcome = try Tool.run(
      ["python3", "-c", Self.interrupting, folder.path]
        + words.split(separator: " ").map(String.init))
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.hasPrefix("-2 "), "\(outcome.out)")
    let names = try Tool.run(["ls", "-A", folder.path]).out.split(separator: "\n")
    #expect(names.allSatisfy { $0 == "truong" || $0 == ".public.neuguong-cache" }, "\(names)")
  }

  private static let interrupting = """
    import glob, os, signal, subprocess, sys, time
    os.chdir(sys.argv[1])
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    p = subprocess.Popen(sys.argv[2:], stderr=subprocess.PIPE)
    while not glob.glob('.public.neuguong-staging-*/guong/*'):
      assert p.poll() is None, 'ended before its time'
      time.sleep(0.005)
    start = time.monotonic()
    p.send_signal(signal.SIGINT)
    text = p.communicate()[1].decode()
    print(p.returncode, text, time.monotonic() - start)
    """

  /// Nobody hears SIGKILL; the next build clears away what it left.
  @Test func theNextBuildClearsAwayWhatAKilledOneLeft() throws {
    try prepare()
    let killed = try stopped(by: "KILL", then: "ls -A >&2")
    #expect(killed.code == 137)
    #expect(killed.err.contains(".public.neuguong-staging-"), "\(killed.err)")
    let next = try Tool.neuguong(build("2025-06-30"), in: folder.path)
    #expect(next.code == 0, "\(next.err)")
    let names = try Tool.run(["ls", "-A", folder.path]).out.split(separator: "\n")
    #expect(Set(names) == ["truong", "public", ".public.neuguong-cache"], "\(names)")
  }

  // MARK: What a terminal shows

  private func onTerminal(_ environment: String...) throws -> String {
    let program = try #require(Tool.program)
    let words = ([program] + build("2025-05-31")).joined(separator: " ")
    return try Tool.run(
      ["script", "-qec", words, "/dev/null"], environment: ["SHELL=/bin/sh"] + environment,
      in: folder.path
    ).out
  }

  @Test func progressMovesOnATerminalOnly() throws {
    try prepare()
    let shown = try onTerminal("TERM=xterm")
    #expect(shown.contains("\r\u{1B}[K0/"), "\(shown)")
    #expect(shown.contains(" trang"))
    // The line is gone before the last word.
    let last = try #require(shown.range(of: "public: ")?.lowerBound)
    #expect(shown[..<last].hasSuffix("\u{1B}[K"), "\(shown)")
    let dumb = try onTerminal("TERM=dumb")
    #expect(!dumb.contains("\u{1B}") && dumb.contains("public: "), "\(dumb)")
    let piped = try Tool.neuguong(build("2025-05-31"), environment: ["TERM=xterm"], in: folder.path)
    #expect(!piped.err.contains("\u{1B}") && !piped.err.contains("\r"))
  }

  @Test func coloursCanBeTurnedOff() throws {
    try prepare()
    try folder.put("truong/units.csv", Array("Mã,Tên đơn vị\n,Không mã\n".utf8))
    #expect(try onTerminal("TERM=xterm").contains("\u{1B}[1;31m"))
    #expect(try onTerminal("TERM=xterm", "NO_COLOR=").contains("\u{1B}[1;31m"))
    #expect(!(try onTerminal("TERM=xterm", "NO_COLOR=1").contains("\u{1B}[1")))
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return start..<index(start, offsetBy: part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
