import ArabicText
import Interface

extension ReaderState {
  /// Goes on with the text that the file holds now: every place is taken along to where its words
  /// stand, and what stood on words that are gone says so.
  mutating func change(to document: Document) -> [Effect] {
    let change = TextChange(from: text, to: document.text)
    let place = change.offset(place)
    let selected = article.selection?.span
    notice = nil
    article = DocumentState(relocating: article, to: document, by: change)
    if let selected, article.selection == nil { notice = Notice(change.fate(of: selected)) }
    relocateModes(by: change)
    article.top = min(row(showing: place), lowestTop)
    keepPaneRowVisible()
    notify(notice ?? Notice(.fileChanged))
    return start() + [.keepLetterMarks(article.letterMarks)] + searchAnew()
  }

  /// Shows the end of the text, and tells why.
  package mutating func showEnd(_ notice: Notice) {
    article.top = lowestTop
    self.notice = notice
  }

  /// Finds again, in the text that has changed, what is looked for right now.
  private mutating func searchAnew() -> [Effect] {
    let filter = article.filter.map { [Effect.filter(FilterRequest(pattern: $0.pattern))] } ?? []
    guard let prompt = modes.first(Prompt.self), prompt.purpose == .search, !prompt.text.isEmpty
    else { return filter + [.cancelSearch] }
    return filter + search(for: prompt)
  }
}
