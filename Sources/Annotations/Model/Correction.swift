import ArabicText
import Platform

/// What a person says the analysis should have found.
package enum Correction: Hashable, Sendable {
  /// The entity `subject` is of another kind.
  case retype(subject: Subject, kind: EntityKind)
  /// The entity `subject` is called otherwise.
  case rename(subject: Subject, name: String)
  /// The entity `subject` is the same as another one, that is called `into`.
  case merge(subject: Subject, into: Subject)
  /// The mention here is of another entity than `subject`, that is called `name`.
  case split(subject: Subject, name: String)
  /// The passage here, or everywhere, is no mention of an entity.
  case reject(subject: Subject)
  /// The passage here, or everywhere, is a mention of this entity, which was missed.
  case add(Subject)
  /// What the analysis says of `subject` here is right.
  case confirm(subject: Subject)
  /// The quotation that begins here is said by the entity of this name, or, for `nil`, by nobody that
  /// the text names; `source` is the phrase that the text has for who says it, if any. Everywhere, it
  /// holds for all quotations with that phrase.
  case speaker(name: String?, source: String? = nil)
  /// A correction that this version does not know, or of a kind of entity that it does not know: kept as
  /// it was stored, and not applied.
  case unknown(JSON)

  /// An entity as a person knows it.
  package struct Subject: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// What it is.
    package var kind: EntityKind

    /// The entity `name` of the given kind.
    package init(name: String, kind: EntityKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Where a correction holds.
  package enum Scope: String, Hashable, Sendable {
    /// For the passage that it stands on alone.
    case here
    /// For all mentions of the entity or all quotations of the source in the document.
    case article
    /// For these, and for documents read later.
    case everywhere

    /// Whether it holds for the whole document.
    package var isWide: Bool { self != .here }
  }

  /// The entity that it speaks of as the analysis had it, or as it is to be for one that was missed.
  package var subject: Subject? {
    switch self {
    case .retype(let subject, _), .rename(let subject, _), .merge(let subject, _),
      .split(let subject, _), .reject(let subject), .add(let subject), .confirm(let subject):
      subject
    case .speaker, .unknown: nil
    }
  }
}
