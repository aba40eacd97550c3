/// What a digest says besides the words of others, in the language of who reads it.
package struct DigestWords: Sendable {
  /// The heading over passages without a sure place.
  package var lost = "Passages without a sure place in this text"
  /// What stands before the tags of a passage.
  package var tags = "Tags:"
  /// The heading over the names that the analysis found.
  package var names = "Names"
  /// The heading over the quotations that it found.
  package var quotations = "Quotations"
  /// What stands for a speaker whom the text does not name.
  package var nobody = "speaker unknown"
  /// What stands between the parts of a list.
  package var comma = ", "
  /// What a label of a finding (`PER`, `direct`) is called.
  package var label: @Sendable (String) -> String = { $0 }
  /// How often a name is mentioned, as it stands behind the name.
  package var count: @Sendable (Int) -> String = { "\($0)" }
  /// What a correction says.
  package var correction: @Sendable (Correction) -> String = { $0.summary }

  /// The words in English.
  package init() {}
}
