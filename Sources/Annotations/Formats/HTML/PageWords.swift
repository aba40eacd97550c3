/// What a page says beside the words of the article and of the person.
package struct PageWords: Hashable, Sendable {
  /// The language of these words, as in the attribute `lang`.
  package var language = "en"
  /// The headings of the names of each kind, by the label of the kind (`PER`, `ORG` …), in the order of
  /// the page; kinds without a heading are marked and not listed.
  package var kinds = [
    Kind(label: "PER", heading: "People"), Kind(label: "ORG", heading: "Organisations"),
    Kind(label: "LOC", heading: "Places"),
  ]
  /// The heading of the quotations.
  package var quotations = "Quotations"
  /// The heading of what the person has added.
  package var notes = "Notes"
  /// The heading of passages whose place in the text is not sure.
  package var lost = "Passages without a sure place in this text"
  /// Who says a quotation where the text does not tell.
  package var unknownSpeaker = "speaker unknown"
  /// What leads from the article to its lists.
  package var lists = "Names, quotations and notes"
  /// What leads from a list into the article.
  package var inArticle = "in the article"

  /// A kind of names and its heading.
  package struct Kind: Hashable, Sendable {
    package var label: String
    package var heading: String

    package init(label: String, heading: String) { (self.label, self.heading) = (label, heading) }
  }

  /// The words in English.
  package init() {}
}
