import Diagnostics

/// The reference of the language of templates, made from what the engine itself uses.
package struct LanguageReference: Sendable {
  /// A name as it would be written, such as `unit.campaigns[].title`.
  struct Name {
    var path: String
    var kind: Member.Kind
    var meaning: String
    /// Where the same members were listed before.
    var sameAs: String?
  }

  let vocabularies: [Vocabulary]
  /// The filters by the titles of their groups; those of the host stand last.
  let filters: [(title: String, references: [FilterReference])]

  package init(_ vocabularies: [Vocabulary], host: [HostFilter] = []) {
    self.vocabularies = vocabularies
    filters =
      FilterGroup.allCases.map { ($0.title, $0.references) }
      + (host.isEmpty ? [] : [("Bộ lọc của chương trình", host.map(\.reference))])
  }

  /// Objects as small as a link are shown whole each time.
  private static let smallShape = 3
  private static let deepest = 6

  /// Names that several templates of one family see alike: told once.
  private static func shared(by family: [Vocabulary]) -> [(name: String, member: Member)] {
    var found: [(name: String, member: Member)] = []
    for vocabulary in family {
      for (name, member) in vocabulary.globals.pairs
      where count(name, member, in: family) > 1 && !found.contains(where: { $0.name == name }) {
        found.append((name, member))
      }
    }
    return found
  }

  private static func count(_ name: String, _ member: Member, in family: [Vocabulary]) -> Int {
    family.count { vocabulary in
      vocabulary.globals.pairs.contains {
        $0.name == name && $0.member.kind.shape === member.kind.shape
          && $0.member.meaning == member.meaning
      }
    }
  }

  /// Names under one heading: those that a family shares, or a template's own.
  struct Section {
    /// The template, or nil for what the templates of a family share.
    var vocabulary: Vocabulary?
    var family: String
    var names: [Name]
    /// The shared names that the template sees beside its own.
    var alsoSees: [String] = []
  }

  /// For each family the names shared first, then each template's own.
  var sections: [Section] {
    var families: [String] = []
    for vocabulary in vocabularies where !families.contains(vocabulary.family) {
      families.append(vocabulary.family)
    }
    return families.flatMap { family in
      let members = vocabularies.filter { $0.family == family }
      let shared = Self.shared(by: members)
      func isShared(_ pair: (name: String, member: Member)) -> Bool {
        shared.contains { $0.name == pair.name && $0.member.meaning == pair.member.meaning }
      }
      return [Section(family: family, names: Self.names(shared))]
        + members.map { vocabulary in
          let pairs = vocabulary.globals.pairs
          return Section(
            vocabulary: vocabulary, family: family,
            names: Self.names(pairs.filter { !isShared($0) }),
            alsoSees: pairs.filter(isShared).map(\.name))
        }
    }
  }

  private static func names(_ members: [(name: String, member: Member)]) -> [Name] {
    var names: [Name] = []
    var known: [ObjectIdentifier: String] = [:]
    func expand(_ path: String, _ kind: Member.Kind, _ meaning: String, _ depth: Int) {
      var path = path
      var item = kind
      while case .list(let inner) = item {
        path += "[]"
        item = inner
      }
      names.append(Name(path: path, kind: kind, meaning: meaning))
      guard let shape = item.shape else { return }
      let isSmall = shape.names.count <= smallShape && !shape.isNested
      if !isSmall, let first = known[ObjectIdentifier(shape)] {
        names[names.count - 1].sameAs = first
        return
      }
      if depth == deepest { return }
      known[ObjectIdentifier(shape)] = path
      for (name, member) in shape.pairs {
        expand("\(path).\(name)", member.kind, member.meaning, depth + 1)
      }
    }
    for (name, member) in members { expand(name, member.kind, member.meaning, 1) }
    return names
  }
}

extension Shape {
  /// The names with what was declared of each.
  var pairs: [(name: String, member: Member)] {
    names.enumerated().map { i, name in
      (name, i < members.count ? members[i] : Member(.any, ""))
    }
  }

  fileprivate var isNested: Bool { members.contains { $0.kind.shape != nil } }
}
