import ArabicAnalysis
import ArabicText

extension ReaderState {
  /// Copies what is selected, a quotation with who says it; else the paragraph at the top.
  ///
  /// What is copied is the text of the source in logical order.
  mutating func copySelection() -> [Effect] {
    switch selection {
    case .quotation(let span):
      if let quotation = marks.quotation(at: span) { return copy(attributed: quotation) }
      return copy(document.text.string(in: span))
    case .mention(let span), .match(let span), .passage(let span):
      return copy(document.text.string(in: span))
    case nil:
      return copy(document.text.string(in: top.paragraph.content))
    }
  }

  mutating func copy(attributed quotation: Quotation) -> [Effect] {
    copy(marks.analysis.attributed(quotation, in: document.text))
  }

  mutating func copy(_ text: String) -> [Effect] {
    notice = Notice(.copied, .text(text))
    return [.copy(text)]
  }
}
