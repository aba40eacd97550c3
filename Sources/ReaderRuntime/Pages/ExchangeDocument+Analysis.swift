import Annotations
import ArabicAnalysis
import ArabicText

extension ExchangeDocument {
  /// Adds what `analysis` found in the text of the document.
  package mutating func add(_ analysis: Analysis) {
    for entity in analysis.entities {
      findings += entity.mentions.map {
        Finding(
          span: $0.span, label: entity.kind.rawValue, group: entity.id.rawValue,
          name: entity.canonical)
      }
    }
    for quotation in analysis.quotations where quotation.kind.isSpeech {
      let name = analysis.speakerName(of: quotation, in: text.text)
      findings += quotation.content.map {
        Finding(
          span: $0, label: quotation.kind.rawValue, group: quotation.id, name: name,
          speaker: quotation.speaker?.rawValue, isQuotation: true)
      }
    }
    findings.sort { $0.span < $1.span }
  }
}
