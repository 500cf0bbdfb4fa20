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

  /// Names that several templates see alike: told once.
  private var shared: [(name: String, member: Member)] {
    var found: [(name: String, member: Member)] = []
    for vocabulary in vocabularies {
      for (name, member) in vocabulary.globals.pairs
      where count(name, member) > 1 && !found.contains(where: { $0.name == name }) {
        found.append((name, member))
      }
    }
    return found
  }

  private func count(_ name: String, _ member: Member) -> Int {
    vocabularies.count { vocabulary in
      vocabulary.globals.pairs.contains {
        $0.name == name && $0.member.kind.shape === member.kind.shape
          && $0.member.meaning == member.meaning
      }
    }
  }

  /// The sections of names: those shared first, then each template's own.
  var sections: [(vocabulary: Vocabulary?, names: [Name])] {
    let shared = shared
    var sections: [(Vocabulary?, [Name])] = [(nil, Self.names(shared))]
    for vocabulary in vocabularies {
      let own = vocabulary.globals.pairs.filter { pair in
        !shared.contains { $0.name == pair.name && $0.member.meaning == pair.member.meaning }
      }
      sections.append((vocabulary, Self.names(own)))
    }
    return sections
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
