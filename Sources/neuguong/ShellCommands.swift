import Terminal

extension Verb {
  static let completions = Verb(
    name: "completions", summary: "in gợi ý lệnh (phím Tab) cho một trình dòng lệnh",
    details: ["“make install” và gói Debian đã đặt sẵn các gợi ý vào đúng chỗ."],
    examples: [
      Example("completions bash > ~/.local/share/bash-completion/completions/neuguong", "bash"),
      Example("completions zsh > ~/.zfunc/_neuguong", "zsh, khi ~/.zfunc có trong fpath"),
      Example("completions fish > ~/.config/fish/completions/neuguong.fish", "fish"),
    ],
    operands: [.required(.word(Shell.self), "trình dòng lệnh")])

  static let man = Verb(
    name: "man", summary: "in trang hướng dẫn để xem bằng man",
    examples: [Example("man | man -l -", "xem ngay")])
}

/// `completions` and `man`: what shells and man show, from the declarations of the verbs.
enum ShellCommands {
  static func completions(_ arguments: Arguments) -> Exit {
    if let shell = arguments.positional.flatMap(Shell.init(rawValue:)) {
      Console.out(shell.completions(of: .neuguong))
    }
    return .fine
  }

  static func manual() -> Exit {
    Console.out(ManualPage(.neuguong).text)
    return .fine
  }
}
