import ArabicText
import Interface
import Platform

/// What a library answers to a question.
package enum LibraryAnswer: Sendable {
  /// What was found.
  case found(LibraryFindings)
  /// Who speaks of whom.
  case speakers(LibrarySpeakers)
  /// What is known of a name.
  case name(LibraryRecord)
  /// Which names there are, and how often, the most first.
  case names([NameCount])
  /// Why there is no answer.
  case refused(Phrase)
}

/// An article in which something was found.
package struct FoundArticle: Hashable, Sendable {
  /// What names it.
  package var id: RoomDocument.ID
  /// Its title, or its first line.
  package var title: String
  /// Who published it.
  package var source: String?
  /// When it was published, or else when its file was changed.
  package var time: Timestamp
  /// How many copies of it there are.
  package var copies: Int
  /// What was found in it, in the order of the text.
  package var passages: [FoundPassage]

  /// An article of these parts.
  package init(
    id: RoomDocument.ID, title: String, source: String? = nil, time: Timestamp, copies: Int = 0,
    passages: [FoundPassage] = []
  ) {
    (self.id, self.title, self.source, self.time) = (id, title, source, time)
    (self.copies, self.passages) = (copies, passages)
  }
}

/// Words that were found, with those around them.
package struct FoundPassage: Hashable, Sendable {
  /// Where they stand, in Unicode scalars of the article.
  package var range: Range<Int>
  /// The words before, on their line.
  package var before: String
  /// What was found.
  package var found: String
  /// The words behind.
  package var after: String
  /// Who says it, where that was asked for and is known.
  package var speaker: String?
  /// The note and the tags at it, where these were asked for.
  package var note: String?

  /// Words that were found at `range`.
  package init(
    range: Range<Int>, before: String = "", found: String, after: String = "",
    speaker: String? = nil, note: String? = nil
  ) {
    (self.range, self.before, self.found, self.after) = (range, before, found, after)
    (self.speaker, self.note) = (speaker, note)
  }
}

/// What was found in a library.
package struct LibraryFindings: Hashable, Sendable {
  /// The newest articles.
  package var articles: [FoundArticle]
  /// In how many there is something.
  package var total: Int
  /// How many articles were not analysed yet, where it is names or what is said that was asked for.
  package var pending: Int

  /// Findings of these parts.
  package init(articles: [FoundArticle], total: Int, pending: Int = 0) {
    (self.articles, self.total, self.pending) = (articles, total, pending)
  }
}

/// How often a name stands somewhere.
package struct NameCount: Hashable, Sendable {
  /// The name.
  package var name: LibraryName
  /// How often.
  package var count: Int

  /// The name `name`, so often.
  package init(_ name: LibraryName, _ count: Int) { (self.name, self.count) = (name, count) }
}

/// Who speaks of whom in a library.
package struct LibrarySpeakers: Hashable, Sendable {
  /// Somebody who is quoted.
  package struct Speaker: Hashable, Sendable {
    /// Who it is.
    package var name: LibraryName
    /// How many quotations there are.
    package var quotations: Int
    /// In how many articles.
    package var articles: Int
    /// Of whom they speak, and in how many of the quotations.
    package var topics: [NameCount]
    /// The other names of who it is, as the person says.
    package var otherNames: [String]

    /// A speaker of these counts.
    package init(
      _ name: LibraryName, quotations: Int, articles: Int, topics: [NameCount],
      otherNames: [String] = []
    ) {
      (self.name, self.quotations) = (name, quotations)
      (self.articles, self.topics, self.otherNames) = (articles, topics, otherNames)
    }
  }

  /// Who is quoted most, the most first.
  package var speakers: [Speaker]
  /// How many there are besides.
  package var others: Int
  /// In how many articles was looked.
  package var articles: Int
  /// How many articles were not analysed yet.
  package var pending: Int

  /// The speakers in so many articles.
  package init(speakers: [Speaker], others: Int = 0, articles: Int, pending: Int = 0) {
    (self.speakers, self.others) = (speakers, others)
    (self.articles, self.pending) = (articles, pending)
  }
}

/// What a library knows of a name.
package struct LibraryRecord: Hashable, Sendable {
  /// How many articles have the name, by the month, counted from January of the year 0.
  package var months: [Int: Int]
  /// The newest of them.
  package var newest: LibraryFindings
  /// The newest articles in which somebody of the name is quoted, with the quotations.
  package var said: LibraryFindings
  /// How many quotations there are in all of these articles.
  package var quotations: Int
  /// Who is named in the same articles, and in how many.
  package var companions: [NameCount]
  /// The other names of who it is, as the person says.
  package var otherNames: [String]
  /// Longer names in which it is found: where there are several, it may be of each.
  package var longerNames: [String]
  /// How many articles were not analysed yet.
  package var pending: Int

  /// A record of these parts.
  package init(
    months: [Int: Int], newest: LibraryFindings, said: LibraryFindings, quotations: Int,
    companions: [NameCount], otherNames: [String] = [], longerNames: [String] = [],
    pending: Int = 0
  ) {
    (self.months, self.newest, self.said) = (months, newest, said)
    (self.quotations, self.companions) = (quotations, companions)
    (self.otherNames, self.longerNames, self.pending) = (otherNames, longerNames, pending)
  }

  /// How many articles have the name.
  package var articles: Int { months.values.reduce(0, +) }
}
