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
    case .noWords: .exportNoWords
    case .wordsLost: .exportWordsLost
    }
  }
}

extension ExportResult {
  /// What was left out, one by one, and then how often there was no room for something.
  var phrases: [Phrase] {
    leftOut.map(\.phrase)
      + ExportLoss.allCases.compactMap { loss in
        losses[loss].map { Phrase(.exportLoses, .phrase(Phrase(loss.key)), .number($0)) }
      }
  }
}

extension ExportLoss {
  fileprivate var key: PhraseKey {
    switch self {
    case .note: .lossOfNote
    case .tag: .lossOfTag
    case .color: .lossOfColor
    case .correction: .lossOfCorrection
    case .scope: .lossOfScope
    case .proposal: .lossOfProposal
    case .absence: .lossOfAbsence
    case .author: .lossOfAuthor
    case .labelSigns: .lossOfLabelSigns
    case .wholeness: .lossOfWholeness
    case .name: .lossOfName
    case .quotation: .lossOfQuotation
    }
  }
}
