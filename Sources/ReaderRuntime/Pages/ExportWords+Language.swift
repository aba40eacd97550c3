import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Reader

extension ExportWords {
  /// The words in `language`.
  package init(_ language: Language) {
    self.init()
    // Isolates are for those who order the text of the interface.
    @Sendable func string(_ phrase: Phrase) -> String {
      String(phrase.string(in: language).filter { $0 != "\u{2068}" && $0 != "\u{2069}" })
    }
    func string(_ key: PhraseKey) -> String { string(Phrase(key)) }
    self.language = language.code.rawValue
    lost = string(.exportLost)
    tags = string(.exportTags)
    names = string(.exportNames)
    kinds = [
      Kind(label: "PER", heading: string(.exportPeople)),
      Kind(label: "ORG", heading: string(.exportOrganisations)),
      Kind(label: "LOC", heading: string(.exportPlaces)),
    ]
    quotations = string(.exportQuotations)
    unknownSpeaker = string(.speakerUnknown)
    notes = string(.exportNotes)
    lists = string(.exportLists)
    inArticle = string(.exportInArticle)
    comma = language.code == .arabic ? "، " : ", "
    count = { string(Phrase(.exportMentions, .number($0))) }
    correction = { string($0.phrase) }
    label = { label in
      let key = EntityKind(rawValue: label)?.name ?? Quotation.Kind(rawValue: label)?.name
      return key.map { string(Phrase($0)) } ?? label
    }
  }
}
