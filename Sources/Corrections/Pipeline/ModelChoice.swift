import EntityModel

/// Which trained tagger looks for names.
package enum ModelChoice: Sendable {
  /// The one in the program, made ready when it is first used.
  case builtIn
  /// The faster one in the program.
  case fast
  /// Lists and rules alone.
  case none
  /// One from a file.
  case file(NameTagger)

  /// Whether a tagger is used.
  package var isTagging: Bool {
    if case .none = self { false } else { true }
  }

  /// The tagger, or `nil` for lists and rules alone.
  package var tagger: NameTagger? {
    switch self {
    case .builtIn: .builtIn
    case .fast: .fast
    case .none: nil
    case .file(let tagger): tagger
    }
  }
}
