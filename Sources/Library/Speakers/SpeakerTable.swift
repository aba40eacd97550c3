import ArabicText

/// Who speaks of whom in a library.
///
/// It counts names, and not people: a name of one word is joined with none, as two people may have it.
package struct SpeakerTable: Hashable, Sendable {
  /// A name, as it is written most often.
  package struct Name: Hashable, Comparable, Sendable {
    /// The name.
    package var name: String
    /// What it names; `nil` for words that name nobody, as "a security source".
    package var kind: EntityKind?

    /// The name `name` of what is of this kind.
    package init(_ name: String, _ kind: EntityKind?) { (self.name, self.kind) = (name, kind) }

    /// By the name, and by the kind where both have the same.
    package static func < (one: Name, other: Name) -> Bool {
      (one.name, one.kind?.rawValue ?? "") < (other.name, other.kind?.rawValue ?? "")
    }
  }

  /// Somebody who is quoted.
  package struct Speaker: Hashable, Sendable {
    /// Who it is.
    package var name: Name
    /// How many quotations there are.
    package var quotations: Int
    /// In how many documents.
    package var documents: Int
    /// Who and what is named in these quotations, the most first.
    package var topics: [Topic]
  }

  /// A name of which a speaker speaks.
  package struct Topic: Hashable, Sendable {
    /// The name.
    package var name: Name
    /// In how many of the speaker's quotations it is named.
    package var quotations: Int
  }

  /// Who is quoted, the most first.
  package var speakers: [Speaker] = []
  /// How many quotations there are of which the text does not say whose they are.
  package var unnamed = 0
  /// How many documents were looked through; copies are one.
  package var documents = 0
}
