extension RuleParameters {
  /// What the rules of names go by.
  package struct Names: Hashable, Sendable {
    /// A name in Latin letters is shorter than this, in words.
    ///
    /// A bound of the language, not tuned.
    package var longestForeignName = 5
    /// A place of the lists that follows another one is at least this long, in bytes.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var shortPlace = 9
    /// A name in marks behind a class noun ends within so many words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestMarkedName = 9
    /// A name behind a class noun of which no list knows a word has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestUnknownName = 4
    /// The complement of a head noun is shorter than this, in words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestComplement = 6
    /// So many words without the article may stand between a head and its complement.
    ///
    /// A bound of the language, not tuned.
    package var longestMiddle = 2
    /// A paper or group in marks that speaks has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestMarkedSource = 5
    /// The name of a person has at most so many words.
    ///
    /// A bound of the language, not tuned.
    package var longestPersonName = 7
    /// Given names before a last word that only its place shows to be one: fewer than this.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var mostGivenNames = 3
    /// A part that is mostly another word goes on with a name of no more words than this.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var mostRareParts = 2
    /// So many words that no list knows may stand in the name of a person.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var mostUnknownParts = 2
    /// A name that only an apposition shows has fewer words.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var longestApposedName = 4
    /// A title licenses a name so many words behind it.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var titleReach = 7
    /// A title licenses a name so many words behind it where names stand between.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var titleReachOverNames = 9
    /// The tagger is followed alone from this probability.
    ///
    /// Of the names of which the first tagger was less sure, 13 of 57 held where no rule found any
    /// (development part of the labelled news). In the 195 articles with quotations no bound from 0.3 on does better, for the
    /// fast tagger either: F1 of names 90.9 at 0.3, 91.3 at 0.6, 91.5 at 0.8.
    package var leastTaggedAlone = 0.8
    /// The tagger is followed alone from this probability where a name of several words is a place, has a class noun or a
    /// surname at its end.
    ///
    /// In the 195 articles 19 of 28 such places of the fast tagger that are more sure than this held, and 10 of 17 such
    /// bodies; of places of one word 8 of 35.
    package var leastTaggedShown = 0.45
    /// From this probability the tagger sees the end of a name better than the rules.
    ///
    /// In the 195 articles it did in 20 of 22 persons that rules made longer, with the fast tagger in 19 of 19.
    package var sureTagged = 0.95
    /// A name that the tagger finds only where it reads a word without its clitics is as probable as this.
    ///
    /// Any bound up to 0.7 does as well on names put behind clitics in labelled news.
    package var leastSeenAgain = 0.5
    /// So many words before a word in doubt are read with it.
    ///
    /// Set by hand: fewer cost less, more tell more; not varied since.
    package var seenBefore = 10
    /// So many words behind a word in doubt are read with it.
    ///
    /// Set by hand as the last.
    package var seenBehind = 8
    /// An unknown word before the ون of a plural is longer, with it, in bytes: تيلرسون.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var shortestInUn = 10
    /// What is left of a word without the ending of a verb is longer, in bytes.
    ///
    /// A bound of the language, not tuned.
    package var shortestVerbStem = 4
    /// One word that nothing around it shows to be a name counts, if it is as sure as this, wherever it
    /// stands; less sure, only with others of its entity.
    ///
    /// Set by hand on the seed and development articles; not varied since.
    package var sureAlone = 0.6
    /// What is left of a word that no list has, behind a clitic, is this long, in bytes, or longer.
    ///
    /// Four letters, set by hand: shorter ones are endings of other words.
    package var shortestUnknownStem = 8
    /// What decides where a name begins in its first word.
    package var stem = StemWeights()
    /// How sure its rules are.
    package var confidence = NameConfidence()

    package init() {}
  }

  /// What speaks for a cut before the first letter of a name.
  ///
  /// Set by hand so that of invented names in ten frames with and without clitics the most are whole.
  package struct StemWeights: Hashable, Sendable {
    /// A name whose first letter only looks like a clitic.
    package var whole = 5.0
    /// A given name, or an entry of the kind that is looked for.
    package var known = 4.0
    /// A surname, or a noun that heads organisations.
    package var surname = 3.5
    /// A name part that is as often another word, a place that may be one.
    package var doubtful = 2.0
    /// A name part that is mostly another word.
    package var rare = 1.0
    /// The word as it stands.
    package var plain = 1.25
    /// Where the tagger begins the name.
    package var tagged = 1.5
    /// A cut behind ك.
    package var like = -3.0
    /// "And" behind a verb, a title or a preposition; a preposition behind another.
    package var impossible = -3.0
    /// A cut behind a verb of saying that no clitic stands behind.
    package var behindSaying = -6.0
    /// A cut in a word that no list has, where its letters speak for one.
    package var sound = 3.0
    /// A cut behind the preposition that the word before takes.
    package var demanded = 3.5
    /// A cut that leaves no name of one, or a word that begins with a bare alef.
    package var lostLetter = -2.0
    /// "And" and a preposition before one name.
    package var twoClitics = -0.5
    /// A person of several names whom the lists have whole.
    package var listed = 8.0
    /// A given name, however doubtful, before a surname.
    package var paired = 3.0
    /// "And" behind a part of a name.
    package var joined = 3.0
    /// "And" and the preposition that stands before the name before.
    package var parallel = 3.0
    /// The word that takes a preposition stands within so many words.
    package var demandReach = 4
    /// The name before begins within so many words.
    package var parallelReach = 4

    package init() {}
  }

  /// How sure the rules of names are, 0 to 1: what they prefer of two readings, and what a reader asks about.
  ///
  /// Set by hand so that of two rules the one that was right more often on the seed articles wins; not
  /// calibrated.
  package struct NameConfidence: Hashable, Sendable {
    /// An entry of the lists of several words, or of a person or organisation.
    package var listedLong = 0.95
    /// A place of the lists of one word.
    package var listedPlace = 0.9
    /// A word that may be another, where a place is expected.
    package var expectedPlace = 0.6
    /// The name of a place directly behind a title.
    package var placeAsPerson = 0.6
    /// An acronym in brackets behind an organisation.
    package var apposedAcronym = 0.9
    /// An acronym alone.
    package var acronym = 0.5
    /// Latin letters behind a title.
    package var foreignPerson = 0.7
    /// A name in marks behind a class noun.
    package var markedOrganisation = 0.9
    /// A club by its town, a group by a teknonym: surer than the town or the person.
    package var clubOrGroup = 0.96
    /// A class noun and what it is for.
    package var purpose = 0.6
    /// A class noun before a word that no list knows.
    package var unknownOrganisation = 0.7
    /// A head noun that is as often outside the name.
    package var headOfClass = 0.65
    /// A head noun and its complement.
    package var head = 0.8
    /// A ministry by its field and a nisba.
    package var ministryWithNisba = 0.75
    /// A ministry by its field alone.
    package var ministry = 0.6
    /// A paper or group in marks that speaks.
    package var markedSource = 0.6
    /// A teknonym of three words or more.
    package var longTeknonym = 0.9
    /// A teknonym of two words.
    package var teknonym = 0.75
    /// A particle of surnames and a name.
    package var particle = 0.7
    /// A name that only an apposition shows.
    package var apposedPerson = 0.6
    /// One word that is the subject of a reporting word.
    package var subjectAlone = 0.6
    /// One part of a name behind a title.
    package var partBehindTitle = 0.85
    /// One unknown word directly behind a title.
    package var unknownBehindTitle = 0.65
    /// One unknown word behind a title and its nisba.
    package var unknownNearTitle = 0.5
    /// Parts of a name in a row, the first of them certain or behind a title.
    package var chain = 0.9
    /// Parts of a name in a row, the first of them doubtful.
    package var doubtfulChain = 0.7
    /// A part of a name with the article, alone.
    package var articleAlone = 0.4
    /// A surname alone that is no given name.
    package var surnameAlone = 0.7
    /// A given name alone.
    package var givenAlone = 0.5
    /// A word joined to a place.
    package var coordinatedPlace = 0.5
    /// A name behind town or village.
    package var settlement = 0.8
    /// A name behind another class noun of places.
    package var placeOfClass = 0.6

    package init() {}
  }
}
