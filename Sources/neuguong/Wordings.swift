import Content
import Diagnostics
import Site
import Templating

/// The words of the interface: those built in, over them the templates', over them the content's.
enum Wordings {
  /// - Parameter content: the folder of content, or nil for the templates alone.
  static func read(
    _ language: Language, _ templates: TemplateFolder, content: String?,
    into bag: inout DiagnosticBag
  ) -> Strings {
    let name = StringsFile.name(language)
    var wordings: [String: Strings.Wording] = [:]
    for source in templates.wordings where source.name == name {
      StringsFile.read(source.bytes, file: source.file ?? source.name, over: &wordings, into: &bag)
    }
    if let content {
      do throws(ContentFault) {
        StringsFile.read(
          try ContentSource.folder(content).read(name), file: name, over: &wordings, into: &bag)
      } catch {
        if error != .missing { bag.add(error.diagnostic(of: name)) }
      }
    }
    return Strings(language, wordings)
  }

  /// Tells of texts of templates that have no words in the language, each once.
  static func tellMissing(
    _ review: TemplateReview, in strings: Strings, into bag: inout DiagnosticBag
  ) {
    var told: Set<String> = []
    for use in review.wordings where !strings.knows(use.key) && told.insert(use.key).inserted {
      bag.warning(
        "strings.missing", at: use.location,
        "Lời “\(use.key)” chưa có bản \(strings.language.ownName).",
        help: "Thêm dòng “\(use.key)”: … vào \(StringsFile.name(strings.language)).")
    }
  }

  /// Tells of words in the files of a folder for texts that nothing says.
  ///
  /// - Parameter builtIn: words that come with the program, which says those texts itself.
  static func tellUnused(
    _ review: TemplateReview, _ templates: TemplateFolder, builtIn: Strings,
    into bag: inout DiagnosticBag
  ) {
    let used = Set(review.wordings.map(\.key))
    for source in templates.wordings where !templates.isBuiltIn(source) {
      var wordings: [String: Strings.Wording] = [:]
      var ignored = DiagnosticBag()
      StringsFile.read(
        source.bytes, file: source.file ?? source.name, over: &wordings, into: &ignored)
      for key in wordings.keys.sorted() where !used.contains(key) && !builtIn.hasWords(key) {
        bag.warning(
          "strings.unused", at: Location(file: source.file ?? source.name),
          "Không mẫu nào dùng lời “\(key)”.",
          help: Suggestion.question(for: key, among: (builtIn.keys + used).sorted())
            ?? "Xóa dòng này, hoặc viết đúng lời trong mẫu.")
      }
    }
  }
}
