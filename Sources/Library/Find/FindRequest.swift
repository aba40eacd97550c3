import ArabicText
import Platform

/// What is looked for in a library.
package struct FindRequest: Hashable, Sendable {
  /// Words of the texts; beside something else, those alone that must not be there are enough.
  package var words: FindQuery?
  /// Who speaks: any of the names, or whole words of one, behind `=` the whole name under which somebody is counted;
  /// of several, all that hold of one speaker.
  package var speakers: [String] = []
  /// What is spoken of, all of it in one quotation.
  package var about: [About] = []
  /// Who is named, all of them.
  package var named: [Named] = []
  /// Which names are of one, as the person says.
  package var same = SameNames()
  /// Words of a note, all in one.
  package var note: FindQuery?
  /// Tags that passages of it have, all of them, however they are spelt.
  package var tags: [String] = []
  /// Words of who has published it, all of them.
  package var sources: [String] = []
  /// The first moment.
  package var since: Timestamp?
  /// The first moment that is too late.
  package var until: Timestamp?
  /// Whether all that is said is looked for, whoever says it.
  package var isOfSpeech = false
  /// Whether all that the person has written is looked for.
  package var isOfNotes = false
  /// How many documents are given, the newest.
  package var limit = 20
  /// Whether each copy is given by itself.
  package var givesCopies = false

  /// What somebody speaks of: words, or somebody or something of that name, however it is called there.
  package struct About: Hashable, Sendable {
    /// The words; `nil` where it is a whole name.
    let words: FindQuery?
    /// The name; `nil` where the words are to be found as they stand.
    let name: String?

    /// What `text` names, behind `=` as a whole name; `nil` where there is no word, or none that must be there.
    package init?(_ text: String) {
      if WholeName(text) != nil {
        guard FindRequest.isName(text) else { return nil }
        (words, name) = (nil, text)
        return
      }
      guard let words = FindQuery(text) else { return nil }
      self.words = words
      name = words.isPlain && FindRequest.isName(text) ? text : nil
    }
  }

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

  /// Whether nothing is asked for, or nothing but what must not be there.
  package var asksForNothing: Bool {
    var rest = self
    if words?.excludesOnly == true { rest.words = nil }
    return rest == FindRequest()
  }

  /// Whether `text` has a letter or a digit, by which a name can be found.
  package static func isName(_ text: String) -> Bool { !NameWords.wanted(text).isEmpty }

  /// Whether it can be answered only where documents are analysed.
  package var needsAnalysis: Bool { asksForSpeech || !named.isEmpty }
  /// Whether what is looked for is what the person has written.
  package var asksForNotes: Bool { note != nil || !tags.isEmpty || isOfNotes }
  /// Whether what is looked for is what somebody says.
  package var asksForSpeech: Bool { !speakers.isEmpty || !about.isEmpty || isOfSpeech }
}

/// A document in which something was found.
package struct FoundDocument: Hashable, Sendable {
  /// Where a document is.
  package struct Place: Hashable, Sendable {
    /// The number of its catalogue among those that were asked.
    package var catalogue = 0
    /// The path of its file, from the folder.
    package var path: String
    /// The number of the item of a feed, or of the article of JSON Lines, counted from 1; 0 for a whole file.
    package var number = 0
    /// Where it begins in the text of the file, in Unicode scalars.
    package var start = 0

    /// The path, and behind `#` the number of an item.
    package var name: String { number == 0 ? path : "\(path)#\(number)" }
  }

  /// Where it is.
  package var place: Place
  /// Its title, or its first line.
  package var title: String
  /// Who published it.
  package var source: String?
  /// When it was published, or else when its file was changed.
  package var time: Timestamp
  /// Whether it tells itself when it was published.
  package var isDated = true
  /// How many words it has.
  package var count: Int
  /// The hash by which its notes are found.
  package var contentHash: String
  /// Where copies of it are, which may differ by some of their words.
  package var copies: [Place] = []
  /// What was found in it, in text order; nothing where all of it is asked for, or its file has gone.
  package var passages: [Passage] = []

  /// The path of its file, from the folder.
  package var path: String { place.path }

  /// Words that were found, with those around them.
  package struct Passage: Hashable, Sendable {
    /// Where it stands, in Unicode scalars of the text of the file.
    package var range: Range<Int>
    /// The words before, on their line.
    package var before: String
    /// What was found.
    package var found: String
    /// The words behind.
    package var after: String
    /// Who says it, where that was asked for and is known.
    package var speaker: String?
    /// The note at it, where notes or tags were asked for; empty for a tag alone.
    package var note: String?
    /// The tags at it.
    package var tags: [String] = []
    /// Whether a person has yet to say that the note belongs here.
    package var isUndecided = false
  }
}

/// What was found in a library.
package struct Findings: Hashable, Sendable {
  /// The newest documents.
  package var documents: [FoundDocument] = []
  /// In how many documents there is something; copies are one where they are shown as one.
  package var total = 0
  /// How many quotations there are in all of them, where these were asked for.
  package var quotations = 0
}
