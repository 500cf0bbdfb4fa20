/// Completions for fish 3 and later.
struct FishCompletions {
  private let name: String
  private let verbs: [Verb]

  init(_ interface: Interface) {
    name = interface.name
    verbs = interface.verbs
  }

  private var all: [Verb] { verbs.flatMap(\.withParts) }

  var script: String {
    var out = helpers
    out += "complete -c \(name) -f\n"
    out += rule(at: "", 0, "-l version -d \(quoted("phiên bản"))")
    out += "complete -c \(name) -l help -d \(quoted("các tùy chọn và ví dụ"))\n"
    out += parts(verbs, of: "")
    for verb in all {
      out += "\n# \(verb.name)\n" + parts(verb.parts, of: verb.name)
      if verb.isRunnable { for place in verb.places { out += operands(place, of: verb) } }
      for option in verb.options {
        let value = option.value.map { " \(argument($0))" } ?? ""
        out += rule(
          at: verb.name, nil, "-l \(option.name)\(value) -d \(quoted(option.shortHelp))")
      }
    }
    return out
  }

  private var helpers: String {
    let valued = all.flatMap { verb in
      verb.options.filter { $0.value != nil }.map { quoted("\(verb.name):--\($0.name)") }
    }
    let names = all.map { quoted($0.name) }
    return """

      # Lệnh đã gõ, và đã có bao nhiêu từ sau nó.
      function __\(name)_line
        set -l words (commandline -opc)
        set -e words[1]
        set -l verb ''
        set -l place 0
        set -l waits 0
        for word in $words
          if test $waits = 1
            set waits 0
          else if string match -q -- '-*' $word
            contains -- "$verb:$word" \(valued.joined(separator: " "))
            and set waits 1
          else
            set -l longer (string trim -- "$verb $word")
            if test $place = 0; and contains -- $longer \(names.joined(separator: " "))
              set verb $longer
            else
              set place (math $place + 1)
            end
          end
        end
        echo $verb
        echo $place
      end

      # Đang ở lệnh này, và nếu có nêu thì ở từ thứ mấy (“2+”: từ đó trở đi).
      function __\(name)_at
        set -l line (__\(name)_line)
        test "$line[1]" = "$argv[1]"; or return 1
        set -q argv[2]; or return 0
        string match -q -- '*+' $argv[2]
        and test $line[2] -ge (string trim -c + -- $argv[2])
        or test "$line[2]" = "$argv[2]"
      end


      """
  }

  private func rule(at verb: String, _ place: Int?, isOpen: Bool = false, _ rest: String) -> String
  {
    let number = place.map { " \($0)\(isOpen ? "+" : "")" } ?? ""
    let condition = "__\(name)_at \"\(verb)\"\(number)"
    return "complete -c \(name) -n \(quoted(condition)) \(rest)\n"
  }

  private func parts(_ parts: [Verb], of verb: String) -> String {
    parts.map { rule(at: verb, 0, "-a \($0.word) -d \(quoted($0.summary))") }.joined()
  }

  private func operands(_ place: Verb.Place, of verb: Verb) -> String {
    place.operands.map { operand in
      let offers = offers(operand.value)
      return offers.isEmpty
        ? ""
        : rule(
          at: verb.name, place.number, isOpen: place.isOpen,
          "-a \(offers) -d \(quoted(operand.help))")
    }.joined()
  }

  private func argument(_ value: Value) -> String {
    let offers = offers(value)
    return offers.isEmpty ? "-x" : "-x -a \(offers)"
  }

  /// Words to offer, or a command that prints them, as one word; empty if there is nothing.
  private func offers(_ value: Value) -> String {
    switch value.kind {
    case .free(let offers): return list(offers())
    case .folder: return quoted("(__fish_complete_directories (commandline -ct))")
    case .file(let suffixes):
      let words = suffixes.map { ".\($0)" }.joined(separator: " ")
      return quoted("(__fish_complete_suffix \(words.isEmpty ? "''" : words))")
    case .date, .number: return ""
    case .word(let words): return list(words)
    case .words(let words):
      return quoted("(__fish_append , \(words.map(quoted).joined(separator: " ")))")
    }
  }

  private func list(_ words: [String]) -> String {
    if words.isEmpty { return "" }
    let isPlain = words.allSatisfy { $0.utf8.allSatisfy { $0 > 0x2C && $0 != 0x3C && $0 != 0x3E } }
    if isPlain { return quoted(words.joined(separator: " ")) }
    return quoted("(printf '%s\\n' \(words.map(quoted).joined(separator: " ")))")
  }

  private func quoted(_ text: String) -> String { Shell.fish.quoted(text) }
}
