/// A name that the tagger found among the words it was given.
public struct TaggedName: Hashable, Sendable {
  /// Its words, by their place in the list that was given.
  public var words: Range<Int>
  /// What it names.
  public var type: NameType
  /// How many letters of the first word stand before the name: و، ف، ب، ل، ك, not counting marks.
  public var clitics: Int
  /// How sure the tagger is of the least sure of its words, from 0 to 1.
  ///
  /// Not calibrated.
  public var probability: Double
}
