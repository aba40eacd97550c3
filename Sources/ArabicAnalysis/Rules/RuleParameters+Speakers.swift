extension RuleParameters {
  /// What finds the speaker goes by.
  package struct Speakers: Hashable, Sendable {
    /// A noun with a pronoun is longer, in bytes: محاميها, but not عنها.
    ///
    /// A bound of the language, not tuned.
    package var shortestOwned = 8
    /// The name behind "the director of …, N" stands within so many words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var laterPersonReach = 30

    /// A person with one title is whom another title means if named so many times before.
    ///
    /// Set by hand on the labelled articles for training; not varied since.
    package var fewestNamed = 3

    /// The name of a company that nothing calls one has at most so many words.
    ///
    /// Set by hand on invented sentences; not varied since.
    package var longestCompany = 2

    /// A dropped subject is one of so many entities that were mentioned last, or of those that spoke last.
    ///
    /// Set by hand; of 189 such reports of labelled news all have theirs among ten.
    package var antecedents = 10

    /// Marked words of a headline are looked for below it from this number on.
    ///
    /// Set by hand on the articles of labelled news that rules are made with; not varied since.
    package var shortestRepeated = 2

    /// The share of the marked words of a headline that a quotation below it has.
    ///
    /// Set by hand on the articles of labelled news that rules are made with; not varied since.
    package var repeatedShare = 0.75

    /// The share of the words of that marked text which the headline has.
    ///
    /// Set by hand on the articles of labelled news that rules are made with; not varied since.
    package var repeatedPart = 0.5

    /// A noun with a pronoun that is no part of a subject has more letters than this.
    ///
    /// Set by hand on the articles of labelled news that rules are made with; not varied since.
    package var shortestOwnDeed = 5

    /// A person's name begins within so many words of the title before it.
    package var personReach = 5

    /// The noun of an office is one of so many nouns before the name.
    package var officeReach = 4

    /// From the noun of an office to the name are fewer bytes.
    package var longestOffice = 120

    /// A subject that no list knows has at most so many words before its verb.
    ///
    /// Set by hand on the articles of labelled news that rules are made with; not varied since.
    package var longestClauseSubject = 6
    /// The subject of a noun of saying stands within so many words before it.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var nearestReach = 12
    /// A verb stands within so many words before its subject, adverbs between them.
    ///
    /// A bound on the work for hostile text.
    package var objectVerbReach = 4
    /// People of whom the words behind them tell more are named by at most so many words.
    ///
    /// Set by hand on invented sentences; not varied since.
    package var longestPeople = 4
    /// "In a statement in which it came that": the document stands within so many words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var documentReach = 4
    /// A nickname in marks behind a name has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestMarkedApposition = 4
    /// A title with its complements before a name has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestTitle = 14
    /// The noun phrase that opens the clause is looked for within so many words.
    ///
    /// A bound on the work for hostile text.
    package var openingReach = 40
    /// The noun phrase right before the verb has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var adjacentReach = 8
    /// The main subject stands among so many first words of the sentence.
    ///
    /// A bound on the work for hostile text.
    package var subjectReach = 60
    /// What a relative pronoun refers to stands within so many words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var antecedentReach = 16
    /// The whole phrase of a document is taken if it is shorter, in bytes.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestDocument = 120
    /// A source that no list knows is shorter, in bytes.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestUnknown = 160
    /// So many mentions back a reader still knows who is meant.
    ///
    /// A bound on the work for hostile text.
    package var mentionMemory = 200
    /// The noun that a relative clause is about has at most so many words with its adjectives.
    ///
    /// Set by hand on invented sentences; not varied since.
    package var longestAntecedent = 3
    /// The word before a name is looked at if it has so few letters.
    ///
    /// A bound on the work for hostile text.
    package var longestIntroduction = 12
    /// "The same" behind a source has so few bytes.
    ///
    /// A bound on the work for hostile text.
    package var longestReflexive = 16
    /// Who is brought in by "among them" speaks next, if the verb is so near, in bytes.
    ///
    /// Set by hand on invented sentences; not varied since.
    package var introducedReach = 60
    /// A verb with its pronoun has more letters: نشرته.
    ///
    /// A bound of the language, not tuned.
    package var shortestVerbWithObject = 4
    /// A noun whose ending shows its number has more letters: المحتجون, but not لون.
    ///
    /// A bound of the language, not tuned.
    package var shortestPlural = 4
    /// The last speakers are looked for in so many reports.
    ///
    /// A bound on the work for hostile text.
    package var subjectReports = 16
    /// A dropped subject is one of so many last speakers.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var subjectMemory = 4
    /// A title without a name is one of so many last speakers.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var titleMemory = 6

    /// A document that somebody writes stands within so many words of the verb that quotes it.
    ///
    /// Set by hand on the labelled articles for training.
    package var objectReach = 14

    package init() {}
  }

  /// What makes one entity of its mentions goes by.
  package struct Joining: Hashable, Sendable {
    /// A short form of a name has fewer words.
    ///
    /// A bound of the language, not tuned.
    package var longestShortForm = 3
    /// A name that is repeated where no rule found it has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestRepeat = 5
    /// A name in marks stands so near behind the name that it repeats, in bytes.
    ///
    /// A space and a mark, the language's bound.
    package var apposedReach = 8
    /// Two spellings of one foreign name have so many consonants in common.
    ///
    /// A bound of the language, not tuned.
    package var fewestSpeltAlike = 4
    /// A surname that stands alone with another letter than in the whole name has so many letters.
    ///
    /// A bound of the language, not tuned.
    package var fewestAlike = 5
    /// So many people of a text are compared by their letters.
    ///
    /// A bound on the work for hostile text.
    package var mostAlike = 64
    /// Names of organisations that differ in long vowels have so many words.
    ///
    /// A bound of the language, not tuned.
    package var fewestWordsSpeltAlike = 3
    /// A name that others are parts of has at most so many words.
    ///
    /// A bound on the work for hostile text.
    package var longestOfParts = 10
    /// Confidence of a short form that a rule found, and of a repeat.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var ending = 0.6
    /// A word that no rule takes for a name is a surname this many bytes from a name of its bearer, or nearer.
    ///
    /// As long as a long article; of the 195 articles none is longer.
    package var aliasReach = 16_384
    /// Confidence of a surname that no rule found.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var endingOfWord = 0.75
    /// Confidence of a Latin name by its consonants.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var script = 0.7
    /// The same in brackets behind the name.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var apposedScript = 0.9
    /// The end of a sentence, in bytes, is looked for so far.
    ///
    /// Set by hand, longer than the longest sentences of news; not varied since.
    package var longestSentence = 1_000
    /// Confidence of a noun that stands for an entity.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var nominal = 0.6
    /// Confidence of a source phrase that no list knows.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var unknownSource = 0.4
    /// A name in Latin letters has at most so many words.
    ///
    /// A bound of the language, not tuned.
    package var longestLatinName = 5
    /// An office with the words of its field is shorter, in words: minister of foreign affairs.
    ///
    /// A bound of the language, not tuned.
    package var longestOffice = 4
    /// A name stands so near behind an office, in bytes: "minister of foreign affairs of X, N".
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var officeReach = 60
    /// A name stands so near behind another title, in bytes: a blank and a sign.
    ///
    /// A bound of the language, not tuned.
    package var titleReach = 2
    /// A single Latin word needs this many consonants to be recognised: Markov, but not Obama.
    ///
    /// A bound of the language, not tuned.
    package var fewestConsonants = 3

    package init() {}
  }
}
