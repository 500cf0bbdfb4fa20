import Testing

/// Completions in the real shells, as far as the machine has them, and the manual in real readers.
@Suite struct ShellCommandTests {
  private let folder = TemporaryFolder()

  /// Writes the script of a shell and files to complete; answers with the script's path.
  private func prepare(_ shell: String) throws -> String {
    let outcome = try Tool.neuguong(["completions", shell])
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    try folder.put("script", Array(outcome.out.utf8))
    for name in ["sub", "thư mục"] { folder.makeFolder(name) }
    for name in ["a.json", "a.txt"] { try folder.put(name, []) }
    return folder.path + "/script"
  }

  private func shell(_ words: [String]) throws -> Outcome {
    try Tool.run(words, environment: ["LC_ALL=C.UTF-8", "HOME=\(folder.path)"], in: folder.path)
  }

  @Test(.enabled(if: Tool.has("bash"), "bash is not here"))
  func bash() throws {
    let cases: [([String], [String])] = [
      (["bui"], ["build"]), (["--"], ["--help", "--version"]),
      (["templates", "s"], ["show"]), (["templates", "show", "hom"], ["home.html"]),
      (["build", "--outp"], ["--output"]), (["build", "--quiet", "--qui"], []),
      (["build", "--format", "s"], ["sarif"]), (["build", "--format", "=", "gi"], ["github"]),
      (["build", "--format", "=", "json", "--stri"], ["--strict"]),
      (["build", "--as", "pdf,d"], ["pdf,docx"]), (["build", "--output", "s"], ["sub"]),
      (["build", ""], ["sub", "thư mục"]), (["build", "sub", ""], []),
      (["build", "--quiet", "s"], ["sub"]),
      (["liquid-conformance", ""], ["a.json", "sub", "thư mục"]),
      (["templates", "eject", "home.html", "th"], ["thư mục"]),
      (["templates", "eject", "home.html", "awards.h"], ["awards.html"]),
      (["schema", "campaigns/\\<id\\>/tar"], ["campaigns/\\<id\\>/targets.csv"]),
      (["schema", "'campaigns/<id>/tar"], ["campaigns/<id>/targets.csv"]),
      (["completions", "f"], ["fish"]), (["check", "--explain", "L25"], ["L25"]),
    ]
    let script = try prepare("bash")
    let ask = """
      source \(script); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _neuguong
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    for (words, offers) in cases {
      let outcome = try shell(["bash", "--norc", "-c", ask, "bash", "neuguong"] + words)
      let found = outcome.out.split(separator: "\n").map(String.init).sorted()
      #expect(outcome.err.isEmpty && outcome.code == 0, "\(outcome.err)")
      #expect(found == offers, "\(words)")
    }
  }

  @Test(.enabled(if: Tool.has("fish"), "fish is not here"))
  func fish() throws {
    let cases: [(String, [String])] = [
      ("neuguong bui", ["build"]), ("neuguong --ver", ["--version"]),
      ("neuguong templates s", ["show"]), ("neuguong templates show hom", ["home.html"]),
      ("neuguong build --outp", ["--output"]), ("neuguong build --format s", ["sarif"]),
      ("neuguong build --format=gi", ["--format=github"]),
      ("neuguong build --as pdf,d", ["pdf,docx"]), ("neuguong build --output s", ["sub/"]),
      ("neuguong build ", ["sub/", "thư mục/"]), ("neuguong build sub ", []),
      ("neuguong build --quiet s", ["sub/"]),
      ("neuguong templates eject home.html th", ["thư mục/"]),
      ("neuguong schema campaigns/\\<id\\>/tar", ["campaigns/<id>/targets.csv"]),
      ("neuguong completions f", ["fish"]), ("neuguong check --explain L25", ["L25"]),
    ]
    let script = try prepare("fish")
    for (line, offers) in cases {
      let outcome = try shell([
        "fish", "--no-config", "-c", "source \(script); complete -C $argv[1]", line,
      ])
      let found = outcome.out.split(separator: "\n")
        .map { String($0.split(separator: "\t")[0]) }.sorted()
      #expect(outcome.err.isEmpty && outcome.code == 0, "\(outcome.err)")
      #expect(found == offers, "\(line)")
    }
  }

  /// A real interactive zsh on a terminal of its own: a line, Tab, and what stands there then.
  @Test(.enabled(if: Tool.has("zsh"), "zsh is not here"))
  func zsh() throws {
    let cases: [(typed: String, line: String)] = [
      ("bui", "build "), ("--v", "--version "), ("templates sh", "templates show "),
      ("templates show hom", "templates show home.html "),
      ("build --outp", "build --output="), ("build --format s", "build --format sarif "),
      ("build --format=gi", "build --format=github "),
      ("build --as pdf,do", "build --as pdf,docx,"), ("build su", "build sub/"),
      ("build --output=su", "build --output=sub/"), ("build sub su", "build sub su"),
      ("liquid-conformance a", "liquid-conformance a.json "),
      ("templates eject home.html th", "templates eject home.html thư\\ mục/"),
      ("templates eject home.html unit.", "templates eject home.html unit.html "),
      ("schema campaigns/\\<id\\>/tar", "schema campaigns/\\<id\\>/targets.csv "),
      ("check --explain L25", "check --explain L25 "), ("completions f", "completions fish "),
    ]
    let script = try prepare("zsh")
    let typing = #"""
      zmodload zsh/zpty
      zpty shell "env -i TERM=dumb LC_ALL=C.UTF-8 HOME=$HOME PATH=/usr/bin:/bin zsh -f -i"
      zpty -w shell "PS1= RPS1=; autoload -Uz compinit && compinit -u -D; source $1
        _show() { print -r -- \"<<\$BUFFER>>\"; BUFFER= }; zle -N _show; bindkey '^X' _show
        bindkey '^I' complete-word; print REA''DY"
      zpty -r shell out '*READY*'
      shift
      for line; do
        zpty -w -n shell "neuguong $line"$'\t\x18'
        zpty -r shell out '*>>*'
        print -r -- ${${out##*<<}%%>>*}
      done
      zpty -d shell
      """#
    let outcome = try shell(["zsh", "-f", "-c", typing, "zsh", script] + cases.map(\.typed))
    let found = outcome.out.split(separator: "\n").map(String.init)
    #expect(found == cases.map { "neuguong \($0.line)" }, "\(outcome.err)")
  }

  @Test func manualTellsOfEveryVerb() throws {
    let page = try Tool.neuguong(["man"])
    #expect(page.code == 0 && page.err.isEmpty)
    let verbs = try Tool.neuguong(["--help"]).out.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("--") }
      .compactMap { $0.split(separator: " ").first }.filter { Int($0) == nil }
    try #require(verbs.contains("build") && verbs.count > 8)
    for verb in verbs {
      let word = verb.split(separator: "-").joined(separator: "\\-")
      #expect(page.out.contains("\n.SS \"neuguong \(word)"), "\(verb)")
    }
    for word in ["NO_COLOR", "SOURCE_DATE_EPOCH", "NEUGUONG_LANGUAGE", "LC_ALL", "TERM"] {
      #expect(page.out.contains(word))
    }
    for line in page.out.split(separator: "\n") where line.hasPrefix(".") {
      #expect(
        [".SH", ".SS", ".TP", ".PP", ".TH", ".B", ".I", ".br", ".nh", ".ad", ".\\\""]
          .contains { line == $0 || line.hasPrefix("\($0) ") }, "\(line)")
    }
  }

  @Test(.enabled(if: Tool.has("groff"), "groff is not here"))
  func manualIsCleanRoff() throws {
    try folder.put("neuguong.1", Array(try Tool.neuguong(["man"]).out.utf8))
    let page = try shell([
      "groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-Wbreak", "-P-cbou", "neuguong.1",
    ])
    #expect(page.code == 0 && page.err.isEmpty, "\(page.err)")
    #expect(page.out.contains("--format text|json|github"))
    #expect(page.out.contains("NEUGUONG(1)") && page.out.contains("BIẾN MÔI TRƯỜNG"))
    // A sign that the page ate would leave a gap here.
    #expect(page.out.contains("~/.local/share/bash-completion/completions/neuguong\n"))
  }

  @Test(.enabled(if: Tool.has("mandoc"), "mandoc is not here"))
  func manualIsCleanForMandoc() throws {
    try folder.put("neuguong.1", Array(try Tool.neuguong(["man"]).out.utf8))
    let lint = try shell(["mandoc", "-Kutf-8", "-Tlint", "-Wwarning", "neuguong.1"])
    #expect(lint.code == 0 && lint.out.isEmpty, "\(lint.out)")
  }
}
