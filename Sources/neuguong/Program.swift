import Diagnostics
import Glibc
import Publication
import Terminal

/// The program: words in, exit code out.
@main
struct Program {
  static let version = "0.1.0"
  /// When the version was made, for the manual.
  static let versionDay = "2026-11-22"

  static func main() async {
    // A reader that goes away is an error of writing, not a death.
    signal(SIGPIPE, SIG_IGN)
    let outcome = Arguments.parse(
      Array(CommandLine.arguments.dropFirst()), of: .neuguong)
    switch outcome {
    case .version: Console.out("neuguong \(version)\n")
    case .help(let verb):
      Console.out(
        verb.map { HelpText.text($0, of: .neuguong) } ?? HelpText.overview(.neuguong))
    case .wrong(let text):
      Console.err("neuguong: \(text)")
      exit(Exit.usage.rawValue)
    case .run(let arguments): exit(await run(arguments).rawValue)
    }
  }

  private static func run(_ arguments: Arguments) async -> Exit {
    do {
      switch arguments.verb.name {
      case "schema": return try SchemaCommand.run(arguments)
      case "completions": return ShellCommands.completions(arguments)
      case "man": return ShellCommands.manual()
      case "import": return try ImportCommand.run(arguments)
      case let name where name == "new" || name.hasPrefix("new "):
        return try NewCommand.run(arguments)
      case let name where name.hasPrefix("templates "): return try TemplatesCommand.run(arguments)
      case "preview": return try await PreviewCommand.run(arguments)
      case "liquid-conformance": return try ConformanceCommand.run(arguments)
      case "build": return try await BuildCommand.run(arguments)
      case "check": return try await CheckCommand.run(arguments)
      case "report": return try await ReportCommand.run(arguments)
      case "bundle": return try await BundleCommand.run(arguments)
      case "verify": return try VerifyCommand.run(arguments)
      case "merge": return try MergeCommand.run(arguments)
      case "diff": return try DiffCommand.run(arguments)
      case let name: throw Stop(exit: .bug, text: "Lệnh “\(name)” chưa có ai làm.")
      }
    } catch let stopped as Brake.Stopped {
      Brake.end(by: stopped.signal)
    } catch let stop as Stop {
      Console.err("neuguong: \(stop.text)")
      return stop.exit
    } catch let error as PublishError {
      var bytes: [UInt8] = []
      TextDiagnosticWriter(color: false) { _, _ in nil }.write(error.problems.sorted, into: &bytes)
      Console.write(bytes, to: 2)
      switch error.cause {
      case .content: return .content
      case .usage: return .usage
      case .machine: return .machine
      }
    } catch {
      Console.err("neuguong: lỗi của chương trình: \(error). Xin báo lại kèm lệnh đã chạy.")
      return .bug
    }
  }
}
