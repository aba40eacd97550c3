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
