/// Completions for bash 4 and later; needs nothing of the package bash-completion.
struct BashCompletions {
  private let name: String
  private let verbs: [Verb]

  init(_ interface: Interface) {
    name = interface.name
    verbs = interface.verbs
  }

  private var all: [Verb] { verbs.flatMap(\.withParts) }

  var script: String {
    [helpers, values, operands, options, switches, main].joined(separator: "\n")
  }

  private func quoted(_ words: [String]) -> String {
    words.map(Shell.bash.quoted).joined(separator: " ")
  }

  private var helpers: String {
    #"""

    # Những từ bắt đầu bằng chữ đã gõ; ngoài dấu nháy thì che ký tự đặc biệt.
    __\#(name)_words() {
      local word typed=$cur quoted
      if [[ $typed == [\'\"]* ]]; then
        for word; do [[ $word == "${typed:1}"* ]] && COMPREPLY+=("$word"); done
        return
      fi
      typed=${typed//\\/}
      for word; do
        [[ $word == "$typed"* ]] || continue
        printf -v quoted %q "$word"
        COMPREPLY+=("$quoted")
      done
    }

    # Một danh sách có dấu phẩy: thêm một từ chưa có.
    __\#(name)_list() {
      local word before=
      [[ $cur == *,* ]] && before=${cur%,*},
      for word; do
        [[ $before$word == "$cur"* && ,$before != *",$word,"* ]] && COMPREPLY+=("$before$word")
      done
    }

    __\#(name)_folders() {
      compopt -o filenames 2>/dev/null
      mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$cur")
    }

    # Thư mục, và tệp có một trong các đuôi (không nêu đuôi: mọi tệp).
    __\#(name)_files() {
      local suffix
      __\#(name)_folders
      (($#)) || mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      for suffix; do
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -X "!*.$suffix" -- "$cur")
      done
    }

    """#
  }

  /// What can follow each option that takes a value.
  private var values: String {
    var out = "__\(name)_value() {\n  case $1 in\n"
    for verb in all {
      for option in verb.options {
        guard let value = option.value else { continue }
        let key = Shell.bash.quoted("\(verb.name):--\(option.name)")
        out += "    \(key)) \(action(value)) ;;\n"
      }
    }
    return out + "  esac\n}\n"
  }

  private var operands: String {
    var out = "__\(name)_operand() {\n  case $1 in\n"
    for verb in all {
      for place in verb.places {
        let key = Shell.bash.quoted("\(verb.name):\(place.isOpen ? "" : String(place.number))")
        let actions = place.operands.map { action($0.value) }.joined(separator: "; ")
        out += "    \(key)\(place.isOpen ? "*" : "")) \(actions) ;;\n"
      }
    }
    return out + "  esac\n}\n"
  }

  private var options: String {
    var out = "__\(name)_options() {\n  case $1 in\n"
    for verb in all where verb.isRunnable {
      let words = (verb.options.map(\.name) + ["help"]).map { "--\($0)" }
      out += "    \(Shell.bash.quoted(verb.name))) echo \(words.joined(separator: " ")) ;;\n"
    }
    return out + "    '') echo --help --version ;;\n    *) echo --help ;;\n  esac\n}\n"
  }

  /// The options that nothing follows.
  private var switches: String {
    var out = "__\(name)_switches() {\n  local words='--help --version'\n  case $1 in\n"
    for verb in all {
      let words = verb.options.filter { $0.value == nil }.map { "--\($0.name)" }
      if words.isEmpty { continue }
      let joined = words.joined(separator: " ")
      out += "    \(Shell.bash.quoted(verb.name))) words+=' \(joined)' ;;\n"
    }
    return out + "  esac\n  echo \"$words\"\n}\n"
  }

  private func action(_ value: Value) -> String {
    switch value.kind {
    case .free(let offers):
      let words = offers()
      return words.isEmpty ? ":" : "__\(name)_words \(quoted(words))"
    case .folder: return "__\(name)_folders"
    case .file(let suffixes):
      return (["__\(name)_files"] + suffixes.map(Shell.bash.quoted)).joined(separator: " ")
    case .date, .number: return ":"
    case .word(let words): return "__\(name)_words \(quoted(words))"
    case .words(let words): return "__\(name)_list \(quoted(words))"
    }
  }

  /// The words below each verb that has some; the program's own are those of the empty name.
  private var parts: String {
    let nodes = [("", verbs)] + all.map { ($0.name, $0.parts) }
    return nodes.filter { !$0.1.isEmpty }.map { name, parts in
      "    \(Shell.bash.quoted(name))) echo \(parts.map(\.word).joined(separator: " ")) ;;\n"
    }.joined()
  }

  private var main: String {
    #"""
    __\#(name)_parts() {
      case $1 in
    \#(parts)  esac
    }

    _\#(name)() {
      local cur=${COMP_WORDS[COMP_CWORD]} verb='' waits='' used=' ' place=0 i word parts
      COMPREPLY=()
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        # “--tùy-chọn=giá trị” là ba từ đối với bash.
        [[ $word == = ]] && continue
        if [[ $waits ]]; then waits=; continue; fi
        parts=" $(__\#(name)_parts "$verb") "
        if [[ $word == -* ]]; then
          used+="${word%%=*} "
          if [[ $word != *=* ]]; then
            [[ " $(__\#(name)_switches "$verb") " == *" $word "* ]] || waits=$word
          fi
        elif ((place == 0)) && [[ $parts == *" $word "* ]]; then
          verb=${verb:+$verb }$word
        else
          ((place++))
        fi
      done
      [[ $cur == = ]] && cur=
      if [[ $waits ]]; then
        __\#(name)_value "$verb:$waits"
      elif [[ $cur == -* ]]; then
        for word in $(__\#(name)_options "$verb"); do
          [[ $used != *" $word "* && $word == "$cur"* ]] && COMPREPLY+=("$word")
        done
      else
        ((place == 0)) && for word in $(__\#(name)_parts "$verb"); do
          [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
        done
        __\#(name)_operand "$verb:$place"
      fi
    }

    complete -F _\#(name) \#(name)

    """#
  }
}
