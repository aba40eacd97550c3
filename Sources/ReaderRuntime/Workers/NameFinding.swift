import Annotations
import ArabicAnalysis
import EntityModel

/// Which trained tagger looks for names.
package enum ModelChoice: Sendable {
  /// The one in the program, made ready when it is first used.
  case builtIn
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
    case .none: nil
    case .file(let tagger): tagger
    }
  }
}

/// What looks for names: the model, the list that was named, and what the person has taught.
package struct NameFinding: Sendable {
  /// The trained tagger.
  package var model: ModelChoice
  /// The list that was named.
  package var listed: OwnNames

  /// What looks for names by `model` and the list `listed`.
  package init(model: ModelChoice, listed: OwnNames = OwnNames()) {
    (self.model, self.listed) = (model, listed)
  }

  /// An analyzer that heeds the names which `taught` says to be some.
  ///
  /// What it says to be none has to be taken away afterwards, with all that goes by that name.
  package func analyzer(heeding taught: PersonalNames) -> Analyzer {
    Analyzer(tagger: model.tagger, own: own(taught))
  }

  /// The same by lists and rules alone.
  package func rules(heeding taught: PersonalNames) -> Analyzer {
    Analyzer(tagger: nil, own: own(taught))
  }

  private func own(_ taught: PersonalNames) -> OwnNames {
    OwnNames(OwnNames(taught).entries + listed.entries)
  }
}
