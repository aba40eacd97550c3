import Interface
import ArabicAnalysis
import ArabicText

extension ReaderState {
  /// Copies what is selected, a quotation with who says it; else the paragraph at the top.
  ///
  /// What is copied is the text of the source in logical order; of a name behind للـ with its article.
  mutating func copySelection() -> [Effect] {
    switch article.selection {
    case .quotation(let span):
      if let quotation = article.results.quotation(at: span) { return copy(attributed: quotation) }
      return copy(text.string(in: span))
    case .mention(let span): return copy(written(at: span))
    case .match(let span), .passage(let span): return copy(text.string(in: span))
    case nil:
      return copy(text.string(in: article.top.paragraph.content))
    }
  }

  /// The name at exactly `span` as it would be written alone, and other words as they stand.
  func written(at span: TextSpan) -> String {
    guard let place = article.results.place(at: span), place.span == span else {
      return text.string(in: span)
    }
    let entity = article.results.entity(of: place)
    return entity.written(entity.mentions[place.number], in: text)
  }

  mutating func copy(attributed quotation: Quotation) -> [Effect] {
    copy(article.results.analysis.attributed(quotation, in: text))
  }

  mutating func copy(_ text: String) -> [Effect] {
    // A line of the screen shows no more.
    notice = Notice(.copied, .text(String(text.prefix(300))))
    return [.copy(text)]
  }
}
