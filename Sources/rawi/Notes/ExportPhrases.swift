import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Reader

extension ExportOmission {
  /// What was left out, and why.
  var phrase: Phrase {
    let reason = Phrase.Argument.phrase(Phrase(self.reason.key))
    guard let label else { return Phrase(.exportLeftOut, .quoted(words), reason) }
    return Phrase(.exportLeftOutLabelled, .quoted(words), .quoted(label), reason)
  }
}

extension ExportOmission.Reason {
  fileprivate var key: PhraseKey {
    switch self {
    case .overlaps: .exportOverlaps
    case .placeUncertain: .exportUncertain
    case .wordsLost: .exportWordsLost
    }
  }
}

extension DigestWords {
  /// The words in `language`.
  init(_ language: Language) {
    self.init()
    // Isolates are for those who order the text of the interface.
    @Sendable func string(_ phrase: Phrase) -> String {
      String(phrase.string(in: language).filter { $0 != "\u{2068}" && $0 != "\u{2069}" })
    }
    lost = string(Phrase(.digestLost))
    tags = string(Phrase(.digestTags))
    names = string(Phrase(.digestNames))
    quotations = string(Phrase(.digestQuotations))
    comma = language.code == .arabic ? "، " : ", "
    nobody = string(Phrase(.speakerUnknown))
    count = { string(Phrase(.digestMentions, .number($0))) }
    correction = { string($0.phrase) }
    label = { label in
      let key = EntityKind(rawValue: label)?.name ?? Quotation.Kind(rawValue: label)?.name
      return key.map { string(Phrase($0)) } ?? label
    }
  }
}
