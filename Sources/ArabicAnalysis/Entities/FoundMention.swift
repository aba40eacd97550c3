import ArabicText
import EntityModel

/// Grammatical gender and number, as far as the text shows them.
enum Agreement: Hashable, Sendable {
  case masculine, feminine, plural
}

/// A mention as one paragraph shows it, before it is joined with others.
struct FoundMention: Sendable {
  /// Where it stands, clitics and titles outside.
  var span: TextSpan
  var kind: EntityKind
  var form: Mention.Form
  var confidence: Double
  var rule: RuleID
  /// The folded words of the span in order.
  var parts: [NameKey]
  /// What of the article before it لل does not write: the alef of للعراق.
  var unwritten = UnwrittenArticle.none
  /// The last two words written as one, where one has the article: نصرالله.
  var squeezed: NameKey?
  /// The other ways to read a name of one word: with a letter more or fewer before it.
  var otherReadings: [(start: TextOffset, key: NameKey)] = []
  /// Whether its last word is a surname or unknown, without the article.
  var isForeign = false
  /// Whether "the shares of" stands before it.
  var isBehindShare = false
  /// What titles, given names and verbs around it show.
  var agreement: Agreement?
  /// The common noun that introduced it, with the article: what a later nominal mention uses.
  var classWord: NameKey?
  /// The nisba between the title and the name: "the French president N".
  var nisba: NameKey?
  /// Whether the words may stand for other things and count only with others of their entity.
  var isTentative = false
  /// The words without the class noun that heads them, for organisations: "Renaissance" of "the
  /// Renaissance movement".
  var bareParts: [NameKey] = []
  /// Whether what stands before asks for a place, so that it cannot be a surname.
  var isInPlaceContext = true
  /// The entry of the lists that it is, where it has an English name.
  var entry: NameEntry?
  /// What its entity is called, where a list of one's own says so.
  var canonical: String?
}

/// A stretch of words that a rule takes for a name.
struct NameCandidate {
  /// The first word and the word after the last.
  var words: Range<Int>
  /// Where the name begins, behind the clitics of the first word.
  var start: TextOffset
  var kind: EntityKind
  var form: Mention.Form = .name
  var confidence: Double
  var rule: RuleID
  var agreement: Agreement?
  var classWord: NameKey?
  /// Where reading goes on, when that is behind the name itself: a closing mark.
  var resume: Int
  var isTentative = false
  /// What its entity is called, where a list of one's own says so.
  var canonical: String?

  init(
    words: Range<Int>, start: TextOffset, kind: EntityKind, confidence: Double, rule: RuleID
  ) {
    self.words = words
    self.start = start
    self.kind = kind
    self.confidence = confidence
    self.rule = rule
    resume = words.upperBound
  }

  /// Whether this reading of the text is to be preferred to `other`, which begins at the same word.
  func isBetter(than other: NameCandidate) -> Bool {
    if words.upperBound != other.words.upperBound {
      return words.upperBound > other.words.upperBound
    }
    return confidence > other.confidence
  }
}
