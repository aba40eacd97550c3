import ArabicText

/// A token of a paragraph with its readings.
struct Word: Hashable, Sendable {
  var span: TextSpan
  var kind: Token.Kind
  /// The scalar of a sign; 0 for words.
  var sign: UInt32
  /// Its readings in ``ParagraphWords/readings``, the word as it stands first; empty for signs.
  var readings: Range<Int>
  var shape: WordShape
}

/// What the letters of a word show.
struct WordShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt16
  /// Ends like a nisba adjective: ي, ية.
  static let nisba = WordShape(rawValue: 1 << 0)
  /// Two letters or fewer.
  static let short = WordShape(rawValue: 1 << 1)
  /// Ends in an alef that may be tanwin.
  static let endsInAlef = WordShape(rawValue: 1 << 2)
  /// Begins like a verb of the present tense.
  static let presentVerb = WordShape(rawValue: 1 << 3)
  /// Latin capitals only, two to eight of them.
  static let acronym = WordShape(rawValue: 1 << 4)
  /// A Latin word with a capital at its head.
  static let capitalised = WordShape(rawValue: 1 << 5)
  /// Ends in ة.
  static let feminine = WordShape(rawValue: 1 << 6)
  /// Ends in a pronoun or a plural ending that names do not take: ها، هم، ون.
  static let inflected = WordShape(rawValue: 1 << 7)
  /// Carries tanwin in -an: an adverb or an object, no name.
  static let tanwin = WordShape(rawValue: 1 << 8)
}
