import Annotations

/// Something that a person has written or decided and the store does not have, as it outlives the reader: it stands on words, not on places
/// of a text that may be another by then.
package struct RescuedNote: Hashable, Sendable {
  /// What was written.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case note, tags
    /// A highlight; its text is the name of the colour.
    case highlight
    /// A correction; its text is the JSON of it, with its scope.
    case correction
    /// A name that was being typed when the reader ended, for what it was asked.
    case rename, merge, split, speaker

    /// What a name was asked for, where it is one that was being typed.
    var purpose: Question.NamePurpose? { Question.NamePurpose(rawValue: rawValue) }

    /// Whether earlier versions know the kind.
    package var isOld: Bool { self == .note || self == .tags }
  }

  /// An annotation of the store, and the note that it had when writing began.
  package struct Known: Hashable, Sendable {
    package var id: AnnotationID
    package var note: String

    /// The annotation `id`, which said `note`.
    package init(id: AnnotationID, note: String) { (self.id, self.note) = (id, note) }
  }

  /// What was written.
  package var kind: Kind
  /// The note, or the tags or the name as they were typed.
  package var text: String
  /// The words that it is of.
  package var words: String
  /// Where they stand, or stood in the last version of the text that had them; `nil` where nobody knows.
  package var anchor: Anchor?
  /// The annotation that it changes.
  package var known: Known?
  /// The file in which an editor has it.
  package var file: String?
  /// What the note was before an editor saved it last: this may have been stored meanwhile.
  package var earlier: String?

  /// A note of `words`.
  package init(
    _ kind: Kind = .note, text: String, words: String, anchor: Anchor? = nil, known: Known? = nil,
    file: String? = nil, earlier: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.words = words
    self.anchor = anchor
    self.known = known
    self.file = file
    self.earlier = earlier
  }
}
