/// A name that the tagger found among the words it was given.
package struct TaggedName: Hashable, Sendable {
  /// Its words, by their place in the list that was given.
  package var words: Range<Int>
  /// What it names.
  package var type: NameType
  /// How many letters of the first word stand before the name: و، ف، ب، ل، ك, not counting marks.
  package var clitics: Int
  /// How sure the tagger is of the least sure of its words, from 0 to 1.
  ///
  /// Not calibrated.
  package var probability: Double

  package init(words: Range<Int>, type: NameType, clitics: Int, probability: Double) {
    self.words = words
    self.type = type
    self.clitics = clitics
    self.probability = probability
  }
}
