import Campaigns
import Content
import Diagnostics
import Site
import Synchronization
import Templating

/// Templates compiled in each language of a site, with what there is to tell of them.
struct CompiledTemplates: Sendable {
  /// In Vietnamese, as reports are by law; nil if a template is wrong.
  let reports: TemplateSet?
  let pages: [Language: TemplateSet]
  /// The words of each language, that of the root of the site first.
  let languages: [Strings]
  let problems: DiagnosticBag
  /// What is doubtful in templates that can be used.
  let lint: DiagnosticBag

  /// - Parameter content: the folder whose words of the interface stand over those of the templates.
  init(
    _ templates: TemplateFolder, in languages: [Language], content: String,
    _ given: TemplateOptions
  ) {
    var options = given
    var bag = DiagnosticBag()
    let words = languages.map { Wordings.read($0, templates, content: content, into: &bag) }
    let review = TemplateReview(templates.templates)
    var pages: [Language: TemplateSet] = [:]
    for strings in words {
      options.speak(strings)
      // Errors of a template are the same in every language.
      var told = DiagnosticBag()
      pages[strings.language] = TemplateSet.compile(
        templates.templates, options: options, into: &told)
      if strings.language == languages.first { bag.add(contentsOf: told) }
      Wordings.tellMissing(review, in: strings, into: &bag)
    }
    var set = pages[.vietnamese]
    if set == nil, !pages.isEmpty {
      options.speak(Wordings.read(.vietnamese, templates, content: content, into: &bag))
      var told = DiagnosticBag()
      set = TemplateSet.compile(templates.templates, options: options, into: &told)
    }
    var lint = DiagnosticBag()
    if set != nil {
      review.lint(
        for: TemplatesCommand.vocabularies, spare: templates.builtInNames,
        undefined: options.undefined, into: &lint)
    }
    reports = set
    self.pages = pages
    self.languages = words
    problems = bag
    self.lint = lint
  }
}

/// Keeps the last templates that were compiled: content changes more often than they do.
final class TemplateMemory: Sendable {
  private struct File: Equatable {
    var name: String
    var place: String?
    var bytes: [UInt8]

    init(_ source: TemplateSource) {
      name = source.name
      place = source.file
      bytes = source.bytes
    }
  }

  /// All that compiling looks at.
  private struct Key: Equatable {
    var files: [File]
    var words: [File]
    /// The files of words of the content, with what cannot be read among them.
    var own: [Result<[UInt8], ContentFault>]
    var languages: [Language]
    var allowsRaw: Bool
    var undefined: TemplateOptions.Undefined
    var now: Moment?
  }

  private let last = Mutex<(key: Key, compiled: CompiledTemplates)?>(nil)

  func compiled(
    _ templates: TemplateFolder, in languages: [Language], content: String,
    _ options: TemplateOptions
  ) -> CompiledTemplates {
    let key = Key(
      files: templates.sources.map(File.init), words: templates.wordings.map(File.init),
      own: Language.allCases.map { language in
        Result { () throws(ContentFault) in
          try ContentSource.folder(content).read(StringsFile.name(language))
        }
      }, languages: languages, allowsRaw: options.allowsRaw, undefined: options.undefined,
      now: options.now)
    return last.withLock { last in
      if let last, last.key == key { return last.compiled }
      let compiled = CompiledTemplates(templates, in: languages, content: content, options)
      last = (key, compiled)
      return compiled
    }
  }
}

extension TemplateOptions {
  /// Says the words of the interface, and dates, in a language.
  mutating func speak(_ strings: Strings) {
    self.strings = strings
    language = strings.language == .vietnamese ? .vietnamese : .english
  }
}
