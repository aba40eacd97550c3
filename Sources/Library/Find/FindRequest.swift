import ArabicText
import Platform

/// What is looked for in a library.
package struct FindRequest: Hashable, Sendable {
  /// Words of the texts.
  package var words: FindQuery?
  /// Who speaks: any of the names, or whole words of one.
  package var speaker: String?
  /// Words of what is said.
  package var said: FindQuery?
  /// Who is named, all of them.
  package var named: [Named] = []
  /// Words of who has published it.
  package var source: String?
  /// The first moment.
  package var since: Timestamp?
  /// The first moment that is too late.
  package var until: Timestamp?
  /// How many documents are given, the newest.
  package var limit = 20

  /// A name of some kind.
  package struct Named: Hashable, Sendable {
    /// The kind.
    package var kind: EntityKind
    /// The name, or whole words of it.
    package var name: String

    /// The name `name` of a person, an organisation or a place.
    package init(_ kind: EntityKind, _ name: String) { (self.kind, self.name) = (kind, name) }
  }

  /// Nothing in particular: the newest documents.
  package init() {}

  /// Whether `text` has a letter or a digit, by which a name can be found.
  package static func isName(_ text: String) -> Bool { !NameWords.wanted(text).isEmpty }

  /// Whether it can be answered only where documents are analysed.
  package var needsAnalysis: Bool { asksForSpeech || !named.isEmpty }
  /// Whether what is looked for is what somebody says.
  package var asksForSpeech: Bool { speaker != nil || said != nil }
}

/// A document in which something was found.
package struct FoundDocument: Hashable, Sendable {
  /// The path of its file.
  package var path: String
  /// Its title, or its first line.
  package var title: String
  /// Who published it.
  package var source: String?
  /// When it was published, or else when its file was changed.
  package var time: Timestamp
  /// How many words it has.
  package var count: Int
  /// Paths of copies, which may differ by spaces and vowel signs.
  package var copies: [String]
  /// What was found in it, in text order; nothing where all of it is asked for, or its file has gone.
  package var passages: [Passage] = []

  /// Words that were found, with those around them.
  package struct Passage: Hashable, Sendable {
    /// Where it stands, in Unicode scalars of the text.
    package var range: Range<Int>
    /// The words before, on their line.
    package var before: String
    /// What was found.
    package var found: String
    /// The words behind.
    package var after: String
    /// Who says it, where that was asked for and is known.
    package var speaker: String?
  }
}

/// What was found in a library.
package struct Findings: Hashable, Sendable {
  /// The newest documents.
  package var documents: [FoundDocument] = []
  /// In how many documents there is something; copies count.
  package var total = 0
}
