/// What a digest and a page say besides the words of others, in the language of who reads them.
package struct ExportWords: Sendable {
  /// The language of these words, as in the attribute `lang`.
  package var language = "en"
  /// The heading over passages without a sure place.
  package var lost = "Passages without a sure place in this text"
  /// What stands before the tags of a passage.
  package var tags = "Tags:"
  /// The heading over all names that the analysis found.
  package var names = "Names"
  /// The headings of the names of each kind, by the label of the kind (`PER`, `ORG` …), in the order of
  /// a page; kinds without a heading are marked and not listed.
  package var kinds = [
    Kind(label: "PER", heading: "People"), Kind(label: "ORG", heading: "Organisations"),
    Kind(label: "LOC", heading: "Places"),
  ]
  /// The heading over the quotations.
  package var quotations = "Quotations"
  /// What stands for a speaker whom the text does not name.
  package var unknownSpeaker = "speaker unknown"
  /// The heading over what the person has added.
  package var notes = "Notes"
  /// What leads from an article to its lists.
  package var lists = "Names, quotations and notes"
  /// What leads from a list into the article.
  package var inArticle = "in the article"
  /// What stands between the parts of a list.
  package var comma = ", "
  /// What a label of a finding (`PER`, `direct`) is called.
  package var label: @Sendable (String) -> String = { $0 }
  /// How often a name is mentioned, as it stands behind the name.
  package var count: @Sendable (Int) -> String = { "\($0)" }
  /// What a correction says.
  package var correction: @Sendable (Correction) -> String = { $0.summary }

  /// A kind of names and its heading.
  package struct Kind: Hashable, Sendable {
    /// The label of its findings.
    package var label: String
    /// The heading.
    package var heading: String

    /// The kind `label` under `heading`.
    package init(label: String, heading: String) { (self.label, self.heading) = (label, heading) }
  }

  /// The words in English.
  package init() {}
}
