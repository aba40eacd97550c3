import Annotations
import Interface

extension PageWords {
  /// The words in `language`.
  package init(_ language: Language) {
    self.init()
    func say(_ key: PhraseKey) -> String { Phrase(key).string(in: language) }
    self.language = language.code.rawValue
    kinds = [
      Kind(label: "PER", heading: say(.pagePeople)),
      Kind(label: "ORG", heading: say(.pageOrganisations)),
      Kind(label: "LOC", heading: say(.pagePlaces)),
    ]
    quotations = say(.pageQuotations)
    notes = say(.pageNotes)
    lost = say(.pageLost)
    unknownSpeaker = say(.speakerUnknown)
    lists = say(.pageLists)
    inArticle = say(.pageInArticle)
  }
}
